"""Notices what stands between the work and its file, and what ends it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from journeymapper.app.moments import moment_after
from journeymapper.document.document import Document, SaveState
from journeymapper.document.publisher import FileFound
from journeymapper.domain.errors import UserError
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.trouble import notices
from journeymapper.ui.trouble.banner import Banner
from journeymapper.ui.trouble.notices import Cause, Notice, Offer

SLOW_SECONDS = 0.1
"""A step that takes longer is slow."""

_SLOW_STEPS = 3
"""So many slow steps in a row, and the user is told."""


class TroubleWatch(QObject):
    """Keeps at most one notice of each cause; the banner shows the most serious one.

    What a button does is told with ``wanted``, except trying again and opening again.
    """

    wanted = Signal(object)
    """An Offer that somebody else knows how to do."""
    changed = Signal()
    """Another notice is shown, or none; what can be done may have changed with it."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session = session
        self._notices: dict[Cause, Notice] = {}
        self._errors: dict[Cause, UserError] = {}
        self._slow_steps = 0
        self.banner = Banner(context)
        self.banner.wanted.connect(self._do)
        self.banner.closed.connect(self._close)
        self._follow()

    def knows(self, error: UserError) -> bool:
        """Say whether the banner shows an error, so that nobody else must."""
        return any(error is known for known in self._errors.values())

    def look(self) -> None:
        """Ask the disk whether the user's file is as it was left; tell when it is not."""
        document = self._session.document
        if document is None or document.save_state not in (SaveState.SAVED, SaveState.KEPT):
            return
        was_saved = document.save_state == SaveState.SAVED
        found = document.look_at_file()
        if found != FileFound.SAME:
            self._show(notices.file_found(found, was_saved=was_saved))
            self._session.note_lost_file()
        elif Cause.FILE in self._notices:
            self._session.publish()

    def after_fault(self) -> None:
        """Our own code failed: stop changes where what is seen may differ from what is kept."""
        document = self._session.document
        if document is None or self._is_sound(document):
            return
        notice = notices.fault()
        document.stop(UserError(notice.what, notice.hint))
        self._show(notice)
        self._session.save_state_changed.emit()

    def closing_failed(self) -> None:
        """The document could not be closed, because its file cannot be written."""
        notice = self._notices.get(Cause.FILE)
        if notice is not None:
            self._show(notices.when_closing(notice))

    def _follow(self) -> None:
        session = self._session
        session.opened.connect(self._begin)
        session.closed.connect(self._begin)
        session.recovered.connect(self._on_recovered)
        session.published.connect(self._on_published)
        session.unpublished.connect(self._on_unpublished)
        session.saved.connect(self._on_saved)
        session.stopped.connect(self._on_stopped)
        session.changed.connect(self._on_change)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def _begin(self) -> None:
        self._notices.clear()
        self._errors.clear()
        self._slow_steps = 0
        self._refresh()

    def _on_recovered(self) -> None:
        document = self._session.document
        if document is not None:
            now = self._context.services.clock().astimezone()
            self._show(notices.recovered(moment_after(document.history()[-1].at, now)))

    def _on_published(self) -> None:
        self._end(Cause.FILE)

    def _on_unpublished(self, error: UserError) -> None:
        self._errors[Cause.FILE] = error
        document = self._session.document
        found = document.look_at_file() if document is not None else FileFound.SAME
        if found == FileFound.SAME:
            self._show(notices.unpublished(error))
        else:
            self._show(notices.file_found(found, was_saved=False))

    def _on_saved(self) -> None:
        """The document has another file; when the disk takes no steps that does not change it."""
        document = self._session.document
        if Cause.STOPPED in self._notices and document is not None and document.path is not None:
            self._show(notices.stopped_but_saved(document.path.name))

    def _on_stopped(self, error: UserError) -> None:
        self._errors[Cause.STOPPED] = error
        self._show(notices.stopped(error))

    def _on_change(self) -> None:
        document = self._session.document
        slow = document is not None and document.last_step_seconds > SLOW_SECONDS
        self._slow_steps = self._slow_steps + 1 if slow else 0
        if self._slow_steps == _SLOW_STEPS:
            self._show(notices.slow())

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _do(self, offer: Offer) -> None:
        own: dict[Offer, Callable[[], None]] = {Offer.TRY_AGAIN: self._try_again}
        own.get(offer, lambda: self.wanted.emit(offer))()

    def _try_again(self) -> None:
        if Cause.STOPPED not in self._notices:
            self._session.publish()
            return
        try:
            self._session.go_on()
        except UserError as error:
            self._on_stopped(error)
            return
        document = self._session.document
        if document is not None and document.stopped_by is None:
            self._end(Cause.STOPPED)

    def _close(self) -> None:
        if self.banner.notice is not None:
            self._end(self.banner.notice.cause)

    def _show(self, notice: Notice) -> None:
        self._notices[notice.cause] = notice
        self._refresh()

    def _end(self, cause: Cause) -> None:
        if self._notices.pop(cause, None) is not None:
            self._refresh()

    def _refresh(self) -> None:
        first = min(self._notices, default=None)
        self.banner.show_notice(self._notices[first] if first is not None else None)
        self.changed.emit()

    @staticmethod
    def _is_sound(document: Document) -> bool:
        try:
            return document.is_sound
        except UserError:
            return False
