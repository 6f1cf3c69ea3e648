"""Opening a file that is not simply there: open elsewhere, changed by two, or damaged."""

from __future__ import annotations

import datetime
import socket
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeymapper.app.known import doc_id_of
from journeymapper.app.moments import moment_within
from journeymapper.app.settings import KNOWN
from journeymapper.document.errors import ConflictError, DamagedError, LockedError
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.trouble import conflict, locked
from journeymapper.ui.trouble.conflict import ConflictDialog, Side
from journeymapper.ui.trouble.locked import LockedDialog


class Opening(QObject):
    """Opens files, and asks where there is something to choose."""

    def __init__(self, context: Context, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._session = session
        self._window = window
        self._damaged: tuple[UserError, str] | None = None

    def open(self, path: Path) -> None:
        """Open a file; raises UserError when it stays closed for a reason worth telling."""
        try:
            self._session.open(path)
        except LockedError as error:
            if error.held_by is not None and error.held_by.is_me():
                self._open_here(path)
            else:
                self._open_elsewhere(path, error)
        except ConflictError as error:
            self._two_states(path, error)
        except DamagedError as error:
            self._note_damage(path, error)
            raise

    def earlier_of(self, error: UserError) -> str:
        """Return which document's earlier states may stand in for a damaged file; "" for none."""
        if self._damaged is not None and self._damaged[0] is error:
            return self._damaged[1]
        return ""

    def _open_here(self, path: Path) -> None:
        """We hold the lock ourselves: the file is open, or was on a stick that was pulled."""
        document = self._session.document
        here = document.path if document is not None else None
        if here is not None and here.resolve() == path.resolve():
            self._session.report(_("This map is open already."))
        else:
            self._session.open(path, by_force=True)

    def _open_elsewhere(self, path: Path, error: LockedError) -> None:
        dialog = LockedDialog(self._context, error, path, socket.gethostname(), self._window)
        answer = dialog.exec()
        dialog.deleteLater()
        if answer == locked.Answer.LOOK:
            self._session.view(path)
        elif answer == locked.Answer.FORCE:
            self._session.open(path, by_force=True)

    def _two_states(self, path: Path, error: ConflictError) -> None:
        left, desk = error.leftover, self._session.desk
        with desk.look(path) as seen:
            steps = seen.history()
            title = queries.project(seen.snapshot).title
        file = Side(title, moment_within(steps[-1].at if steps else "", self._now()), len(steps))
        count = left.head.seq + 1 if left.head else 0
        kept = Side(left.title, moment_within(left.at, self._now()), count)
        dialog = ConflictDialog(self._context, path.name, file, kept, self._window)
        answer = dialog.exec()
        dialog.deleteLater()
        if answer == conflict.Answer.NEITHER:
            return
        desk.set_free(left)
        if answer == conflict.Answer.FILE:
            self._session.open(path)
            self._session.report(_("What was kept waits on the start page."))
            return
        for free in desk.untitled():
            if free.path == left.path:
                self._session.adopt(desk.resume(free))
        self._session.report(_("The file is as it was. Save this one under another name."))

    def _note_damage(self, path: Path, error: DamagedError) -> None:
        """Remember whose earlier states could help; the window offers them with the error."""
        doc_id = doc_id_of(self._context.settings.get(KNOWN), path)
        if doc_id and self._session.desk.backups(doc_id):
            self._damaged = (error, doc_id)

    def _now(self) -> datetime.datetime:
        return self._context.services.clock().astimezone()
