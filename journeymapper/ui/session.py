"""The document that is open in the window: how it comes, how it is kept, how it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from journeymapper.document.desk import Desk, Fill
from journeymapper.document.document import Document, SaveState
from journeymapper.document.file_job import FileJob
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.message import Message, _
from journeymapper.ui.busy import busy
from journeymapper.ui.file_writer import FileWriter
from journeymapper.ui.numbering import Numbering


class Session(QObject):
    """Holds at most one document and tells everybody what happens to it.

    Nothing here asks the user; see `ui.flows` for that. What the user can mend raises
    UserError, or inside ``guard`` is shown by the window.
    """

    opened = Signal()
    flush = Signal()
    """Write what is being typed into the document, now: it is about to be published or closed."""
    leaving = Signal()
    """The document is about to be closed; it can still be read."""
    closed = Signal()
    changed = Signal(object)
    """A ChangeSet."""
    save_state_changed = Signal()
    saved = Signal()
    """The document has another file now."""
    published = Signal()
    """The user's file was written just now."""
    unpublished = Signal(object)
    """The user's file could not be written; a UserError says why."""
    recovered = Signal()
    """Work that a crash kept from the file is back; the file does not hold it yet."""
    stopped = Signal(object)
    """The disk does not take steps; a UserError says why. Nothing can be changed until then."""
    failed = Signal(object)
    """A UserError that the window should show."""
    said = Signal(object)
    """A Message for the status bar: what just happened."""
    undo_offered = Signal(object)
    """A Message for the status bar that is true only until something else is changed."""
    plan_wanted = Signal(str)
    """Show a plan, by id, in its place."""
    compare_wanted = Signal(str, str)
    """Compare a map, by id, as it was at a version, by id, with now."""
    plan_paper_wanted = Signal(str, str)
    """Show what can be printed of plans: the key of the paper, and a plan, by id, or ""."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._document: Document | None = None
        self._writer = FileWriter(self)
        self._again = False
        self._stuck = False
        self.numbering = Numbering(self)
        """Which numbers of steps are typed in this window."""
        self.opened.connect(self.numbering.reset)

    @property
    def desk(self) -> Desk:
        """Where documents are begun and found again."""
        return self._desk

    @property
    def document(self) -> Document | None:
        """The open document, or None."""
        return self._document

    @property
    def open_document(self) -> Document:
        """The open document; raises RefusedError without one, for what is typed as it closes."""
        if self._document is None:
            raise RefusedError(_("No map is open."))
        return self._document

    @contextmanager
    def guard(self) -> Iterator[None]:
        """Show a UserError in the window instead of raising it."""
        try:
            yield
        except UserError as error:
            self.failed.emit(error)

    def report(self, message: Message) -> None:
        """Say in the status bar what just happened."""
        self.said.emit(message)

    def report_gone(self, label: Message) -> None:
        """Say what was taken out by the last step, and how it comes back."""
        self.undo_offered.emit(_("{what}. Ctrl+Z brings it back.", what=label))

    def new(self, fill: Fill, label: Message) -> None:
        """Begin a document without a file; ``fill`` makes its content as the first step."""
        self._replace(lambda: self._desk.create(fill, label))

    def open(self, path: Path, *, by_force: bool = False) -> None:
        """Open a file; raises UserError, and the document that was open stays open then.

        ``by_force`` opens it although it seems to be open elsewhere.
        """
        document = self._document
        if document is not None and document.path == path.absolute():
            return
        self._replace(lambda: self._desk.open(path, by_force=by_force))
        if self.state() == SaveState.KEPT:
            self.recovered.emit()

    def view(self, path: Path) -> None:
        """Open a file only to look at it; raises UserError."""
        self._replace(lambda: self._desk.view(path))

    def begin_from(self, path: Path, fill: Fill, label: Message) -> None:
        """Begin a document without a file from all that a file holds; ``fill`` changes it."""
        self._replace(lambda: self._desk.begin_from(path, fill, label))

    def adopt(self, document: Document) -> None:
        """Go on with a document that was opened elsewhere."""
        self._replace(lambda: document)

    def publish(self) -> None:
        """Bring the user's file up to date, beside the work; ``published`` or ``unpublished``."""
        document = self._document
        if document is None:
            return
        self.flush.emit()
        if self._writer.busy:
            self._again = True
            return
        job = document.publishing()
        if job is None:
            self.save_state_changed.emit()
        else:
            self._writer.start(job, self._on_published)

    def save_as(self, path: Path) -> None:
        """Give the document another file; raises UserError when it cannot be written."""
        if self._document is not None:
            self.flush.emit()
            self._writer.wait()
            self._writer.write(self._document.moving(path))
            self._stuck = False
            self.saved.emit()
            self.published.emit()
            self.save_state_changed.emit()

    def save_copy(self, path: Path) -> None:
        """Write a copy and go on in this file."""
        if self._document is not None:
            self.flush.emit()
            self._writer.wait()
            self._writer.write(self._document.copying(path))
            self.report(_("A copy is in {name}.", name=path.name))

    def close(self) -> None:
        """Publish and close; a document without a file is kept for later.

        Raises UserError when the file cannot be written; the document stays open then.
        """
        document = self._document
        if document is None:
            return
        self.flush.emit()
        self.leaving.emit()
        self._writer.wait()
        with self._noting_failure():
            job = document.publishing(last=True)
            if job is not None:
                self._writer.write(job)
            document.close()
        if document is self._document:  # else somebody closed it while we waited
            self._forget()

    def put_away(self, *, as_own: bool = False) -> None:
        """Close without writing the user's file; all that is kept here waits for it.

        ``as_own`` makes it a document without a file: it never goes into that file again.
        """
        if self._document is not None:
            self.flush.emit()
            self.leaving.emit()
            self._writer.wait()
            self._document.put_away(as_own=as_own)
            self._forget()

    def go_on(self) -> None:
        """Take changes again, first those that are being typed; raises UserError."""
        if self._document is not None:
            self._document.go_on()
            self.flush.emit()
            self.save_state_changed.emit()

    def forget(self, person: Person) -> None:
        """Take a person out of everything, for good; raises UserError."""
        if self._document is not None:
            self.flush.emit()
            self._writer.wait()
            self._document.forget(person)
            self._stuck = False
            self.saved.emit()  # lists of files may name the map otherwise now
            self.published.emit()
            self.save_state_changed.emit()
            self.report(_("The person is forgotten."))

    def undo(self) -> None:
        """Take back the last step and say which it was."""
        self._step_back(Document.undo)

    def redo(self) -> None:
        """Bring back what was taken back."""
        self._step_back(Document.redo)

    def can_undo(self) -> bool:
        """Say whether there is a step to take back."""
        document = self._changeable()
        return document is not None and document.next_undo is not None

    def can_redo(self) -> bool:
        """Say whether there is something to bring back."""
        document = self._changeable()
        return document is not None and document.next_redo is not None

    def can_change(self) -> bool:
        """Say whether the open document takes changes."""
        return self._changeable() is not None

    def state(self) -> SaveState | None:
        """Return what can truly be said about the user's file, None without a document."""
        return self._document.save_state if self._document else None

    @property
    def stuck(self) -> bool:
        """Say whether the user's file could not be written the last time."""
        return self._stuck

    @property
    def is_stopped(self) -> bool:
        """Say whether the disk does not take changes at the moment."""
        return self._document is not None and self._document.stopped_by is not None

    def note_lost_file(self) -> None:
        """Take note that the user's file is gone or was changed: it does not hold everything."""
        self._stuck = True
        self.save_state_changed.emit()

    @contextmanager
    def _noting_failure(self) -> Iterator[None]:
        """Remember whether writing the user's file went well, and say so either way."""
        try:
            yield
            self._stuck = False
        except UserError as error:
            self._stuck = True
            self.unpublished.emit(error)
            raise
        finally:
            self.save_state_changed.emit()

    def _changeable(self) -> Document | None:
        """Return the open document when it takes changes."""
        document = self._document
        if document is None or document.stopped_by is not None:
            return None
        return None if document.save_state == SaveState.READ_ONLY else document

    def _step_back(self, go: Callable[[Document], ChangeSet | None]) -> None:
        if self._document is not None:
            self.flush.emit()
            done = go(self._document)
            if done is not None:
                self.report(done.step.label)

    def _replace(self, get: Callable[[], Document]) -> None:
        """Open the new one first, so that a failure leaves the old one as it is."""
        if self.is_stopped:
            raise UserError(
                _("Your last change here is not kept yet."),
                _("Try again to keep it, or close this map first."),
            )
        with busy():
            document = get()
            try:
                self.close()
            except UserError:
                document.close()
                raise
            self._document = document
            document.subscribe(self._on_change)
            document.watch(self._on_stopped)
            self.opened.emit()
            self.save_state_changed.emit()

    def _forget(self) -> None:
        self._document = None
        self._again = self._stuck = False
        self.closed.emit()

    def _on_published(self, job: FileJob) -> None:
        again, self._again = self._again, False
        try:
            with self._noting_failure():
                job.finish()
        except UserError:
            return
        self.published.emit()
        if again:
            self.publish()

    def _on_stopped(self, error: UserError) -> None:
        if self._document is not None:
            self._document.stop(error)
            self.stopped.emit(error)
            self.save_state_changed.emit()

    def _on_change(self, changes: ChangeSet) -> None:
        self.changed.emit(changes)
        self.save_state_changed.emit()
