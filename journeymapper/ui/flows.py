"""What needs a question before it is done: new, open, save, export, close, undo far back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journeymapper.app.moments import moment_within
from journeymapper.app.settings import EXAMPLE
from journeymapper.document.document import SaveState
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.late import late
from journeymapper.ui.memory import Memory
from journeymapper.ui.session import Session
from journeymapper.ui.trouble.opening import Opening
from journeymapper.ui.waiting import Waiting, WaitingRoom

if TYPE_CHECKING:
    from journeymapper.ui.dialogs.export import ExportDialog
    from journeymapper.ui.dialogs.start_map import StartMapDialog

_begin_example: Callable[..., None] = late("commands.example", "begin_example")
_export: Callable[..., ExportDialog] = late("dialogs.export", "ExportDialog")
_restore: Callable[..., None] = late("trouble.restoring", "restore")
_start_map: Callable[..., StartMapDialog] = late("dialogs.start_map", "StartMapDialog")


class Flows(QObject):
    """Asks, then lets the session do it; what fails is shown by the window."""

    close_failed = Signal(object)
    """The document stays open, because its file cannot be written; a UserError says why."""

    begun = Signal()
    """A map was begun with the steps of a template: they wait to be walked through."""

    def __init__(self, context: Context, session: Session, memory: Memory, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._session = session
        self._memory = memory
        self._window = window
        self._chooser = FileChooser(context, window)
        self.waiting = WaitingRoom(context, session)
        self.opening = Opening(context, session, window)
        self._reached_back = False
        session.opened.connect(self._begin_sitting)

    def new(self, template: str = "") -> None:
        """Ask how the map begins, and begin it."""
        dialog = _start_map(self._context, self._window, template)
        if dialog.exec():
            fill, label = dialog.beginning()
            with self._session.guard():
                self._session.new(fill, label)
                if dialog.template():
                    self.begun.emit()
        dialog.deleteLater()

    def example(self) -> None:
        """Open the worked example; one that was looked at before is gone on with."""
        with self._session.guard():
            looked_at = self.waiting.example()
            if looked_at is not None:
                self.waiting.go_on(looked_at)
                return
            _begin_example(self._context, self._session)
            document = self._session.document
            self._context.settings.set(EXAMPLE, document.doc_id if document else "")

    def open(self) -> None:
        """Ask for a file and open it."""
        path = self._chooser.to_open()
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file."""
        with self._session.guard():
            if not path.exists():
                raise UserError(
                    _("“{file}” is not there any more.", file=path.name),
                    _("It may have been moved or renamed, or its stick is not plugged in."),
                )
            self.opening.open(path)

    def restore(self, doc_id: str = "") -> None:
        """Show the earlier states of a document, usually the open one, and open one of them."""
        document = self._session.document
        wanted = doc_id or (document.doc_id if document is not None else "")
        if wanted:
            with self._session.guard():
                _restore(self._context, self._session, wanted, self._window)

    def go_on(self, item: Waiting) -> None:
        """Go on with a document that waits on this computer."""
        with self._session.guard():
            self.waiting.go_on(item)

    def save(self) -> None:
        """Write the file now; the first time, ask for a place."""
        document = self._session.document
        if document is None:
            return
        if document.path is None:
            self.save_as()
            return
        with self._session.guard():
            if document.save_state == SaveState.READ_ONLY:
                raise UserError(
                    _("This file can only be looked at here."),
                    _("Save a copy in a folder of your own to change it."),
                )
            self._session.publish()

    def save_as(self) -> None:
        """Ask for another place and go on there."""
        path = self._chooser.to_save(_("Save the map"), self._title())
        if path is not None:
            with self._session.guard():
                self._session.save_as(path)

    def save_copy(self) -> None:
        """Ask for a place for a copy."""
        name = self._context.say(_("{name}, copy", name=self._title()))
        path = self._chooser.to_save(_("Save a copy"), name)
        if path is not None:
            with self._session.guard():
                self._session.save_copy(path)

    def export(self) -> None:
        """Show the export dialog."""
        self._session.flush.emit()
        document = self._session.document
        if document is None:
            return
        dialog = _export(self._context, document, self._window)
        dialog.exec()
        dialog.deleteLater()

    def close(self) -> bool:
        """Close the document; returns False when it stays open: something is not kept yet."""
        if self._session.is_stopped and not ask(
            self._context,
            self._window,
            _("Close without the last change?"),
            _("The disk did not take it. All changes before it are kept."),
            yes=_("Close without it"),
            no=_("Stay here"),
        ):
            return False
        try:
            self._session.close()
        except UserError as error:
            self.close_failed.emit(error)
            self._session.failed.emit(error)
        return self._session.document is None

    def put_away(self) -> None:
        """Close without writing the file; the changes wait on this computer."""
        with self._session.guard():
            self._session.put_away()

    def open_changed_file(self) -> None:
        """Open the file as another program left it; what was made here is kept beside it."""
        document = self._session.document
        if document is not None and document.path is not None:
            path = document.path
            with self._session.guard():
                self._session.put_away(as_own=True)
                self.opening.open(path)
                self._session.report(_("What was made here waits on the start page."))

    def open_again(self) -> None:
        """Close and open what is kept: what is seen may differ from it."""
        document = self._session.document
        if document is None:
            return
        path, doc_id = document.path, document.doc_id
        with self._session.guard():
            self._session.put_away()
            if path is not None:
                self.opening.open(path)
            else:
                self.waiting.go_on_with(doc_id)

    def undo(self) -> None:
        """Take back the last step; the first of an earlier sitting is asked about."""
        document = self._session.document
        if document is None:
            return
        step = document.next_undo
        if step is not None and document.undo_reaches_back and not self._reached_back:
            when = moment_within(step.at, self._context.services.clock().astimezone())
            self._reached_back = ask(
                self._context,
                self._window,
                _("Take back something older?"),
                _("This takes back what was done {when}: {what}.", when=when, what=step.label),
                yes=_("Take it back"),
                no=_("Leave it"),
            )
            if not self._reached_back:
                return
        with self._session.guard():
            self._session.undo()

    def redo(self) -> None:
        """Bring back what was taken back."""
        with self._session.guard():
            self._session.redo()

    def _begin_sitting(self) -> None:
        self._reached_back = False

    def _title(self) -> str:
        document = self._session.document
        return queries.project(document.snapshot).title if document else ""
