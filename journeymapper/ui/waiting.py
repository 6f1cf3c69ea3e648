"""Documents that wait on this computer: without a file yet, or not in their file after a crash."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeymapper.app.place import FilePlace, PlaceKind
from journeymapper.app.settings import EXAMPLE
from journeymapper.document.errors import ConflictError
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session


@dataclass(frozen=True, slots=True)
class Waiting:
    """One of them: ``copy`` tells it from all others, ``source`` is its file or None."""

    copy: Path
    doc_id: str
    title: str
    source: Path | None

    @property
    def place(self) -> FilePlace:
        """Where it is, in words."""
        words: Message = _("Not in a file yet, kept safe on this computer")
        if self.source is not None:
            words = _("Changes that are not in {file} yet", file=self.source.name)
        return FilePlace(PlaceKind.NOWHERE, words, "")


class WaitingRoom(QObject):
    """Looks again when a document is opened or closed, since looking opens files."""

    changed = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(session)
        self._context = context
        self._session = session
        self._all: tuple[Waiting, ...] = ()
        session.leaving.connect(self._keep_what_was_changed)
        session.opened.connect(self.look)
        session.closed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Look at what waits now."""
        desk = self._session.desk
        self._all = tuple(
            Waiting(left.path, left.doc_id, left.title, left.source)
            for left in desk.left()
            if not left.damaged
        )
        self.changed.emit()

    def items(self) -> tuple[Waiting, ...]:
        """Return what waits, without the worked example that was looked at."""
        example = self._context.settings.get(EXAMPLE)
        return tuple(item for item in self._all if item.doc_id != example)

    def example(self) -> Waiting | None:
        """Return the worked example that was looked at before, if it is still there."""
        doc_id = self._context.settings.get(EXAMPLE)
        return next((item for item in self._all if item.doc_id == doc_id), None)

    def go_on(self, item: Waiting) -> None:
        """Open it: in its file where that goes together, else beside it; raises UserError."""
        source = item.source
        if source is None or not source.exists():
            self._resume(item)
            return
        try:
            self._session.open(source)
        except UserError as error:
            if left_of(error) is None:
                raise
            self._resume(item)

    def go_on_with(self, doc_id: str) -> None:
        """Open a document without a file; raises UserError."""
        self.look()
        for item in self._all:
            if item.doc_id == doc_id:
                self._resume(item)
                return

    def _keep_what_was_changed(self) -> None:
        """An example that somebody worked on is their own map from then on."""
        document = self._session.document
        if document is None or len(document.history()) == 1:
            return
        settings = self._context.settings
        if document.doc_id == settings.get(EXAMPLE):
            settings.set(EXAMPLE, "")

    def _resume(self, item: Waiting) -> None:
        desk = self._session.desk
        for left in desk.left():
            if left.path == item.copy:
                self._session.adopt(desk.resume(left))
                return


def left_of(error: UserError) -> Waiting | None:
    """Return what an error says was left by a crash and goes not together with the file."""
    if not isinstance(error, ConflictError):
        return None
    left = error.leftover
    return Waiting(left.path, left.doc_id, left.title, left.source)
