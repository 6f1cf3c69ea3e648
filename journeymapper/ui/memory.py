"""What the window remembers of files: the list of recent ones and their small pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from journeymapper.app.known import with_file
from journeymapper.app.recent import Recent, with_newest, without
from journeymapper.app.settings import IGNORED, KEEP_RECENT, KNOWN, LAST_FOLDER, RECENT, THUMBNAILS
from journeymapper.domain import queries
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.thumbnails import ThumbnailStore


class Memory(QObject):
    """Follows the session; forgets at once what the user does not want remembered."""

    changed = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(session)
        self._context = context
        self._session = session
        self.thumbnails = ThumbnailStore(context)
        session.saved.connect(self.note)
        session.leaving.connect(self._note_all)

    def recent(self) -> tuple[Recent, ...]:
        """Return the recent files, the newest first."""
        return self._context.settings.get(RECENT)

    def picture(self, doc_id: str) -> QPixmap | None:
        """Return the small picture of a document, None where pictures are off or it has none."""
        wanted = self._context.settings.get(THUMBNAILS)
        return self.thumbnails.find(doc_id) if wanted else None

    def forget(self, recent: Recent) -> None:
        """Take a file off the list; the file itself stays as it is."""
        settings = self._context.settings
        settings.set(RECENT, without(settings.get(RECENT), recent.path))
        self.changed.emit()

    def apply_settings(self) -> None:
        """Forget what the settings say should not be remembered."""
        settings = self._context.settings
        if not settings.get(KEEP_RECENT):
            settings.set_all({RECENT: (), KNOWN: (), IGNORED: (), LAST_FOLDER: ""})
        if not (settings.get(THUMBNAILS) and settings.get(KEEP_RECENT)):
            self.thumbnails.clear()
        self.changed.emit()

    def note(self) -> None:
        """Put the open file at the head of the list."""
        document = self._session.document
        settings = self._context.settings
        if document is None or document.path is None or not settings.get(KEEP_RECENT):
            return
        project = queries.project(document.snapshot)
        now = self._context.services.clock().isoformat(timespec="seconds")
        newest = Recent(document.path, project.title, project.organisation, now, document.doc_id)
        recent = with_newest(settings.get(RECENT), newest)
        known = with_file(settings.get(KNOWN), document.path, document.doc_id)
        folder = str(document.path.parent)
        settings.set_all({RECENT: recent, KNOWN: known, LAST_FOLDER: folder})
        self.changed.emit()

    def _note_all(self) -> None:
        self.note()
        document = self._session.document
        settings = self._context.settings
        wanted = settings.get(THUMBNAILS) and settings.get(KEEP_RECENT)
        if document is not None and wanted:
            self.thumbnails.keep(document.doc_id, document.snapshot)
