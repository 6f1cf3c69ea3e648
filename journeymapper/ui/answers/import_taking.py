"""Taking the answers of a file: the rows go in beside the window, then comes one short step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from journeymapper.document.ahead import Ahead
from journeymapper.domain.errors import UserError
from journeymapper.ui.answers.import_sight import Sight
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.commands.imports import begin_taking, finish_taking
from journeymapper.ui.context import Context
from journeymapper.ui.garbage import no_search
from journeymapper.ui.session import Session


class ImportTaking(QObject):
    """One file at a time. What is stopped or refused leaves nothing behind."""

    progress = Signal(int, int)
    """How many people's answers lie there, and of how many."""
    taken = Signal(object, object, str)
    """The Sight, the label of the step, the id of the round."""
    refused = Signal(object)
    """A UserError; nothing was taken."""

    def __init__(self, context: Context, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._sight: Sight | None = None
        self._job: Ahead | None = None
        self._background = Background(self)
        self._background.done.connect(self._finish)
        self._background.failed.connect(self._refuse)
        session.leaving.connect(self._leave)

    @property
    def busy(self) -> bool:
        """Say whether answers are being taken."""
        return self._sight is not None

    def start(self, sight: Sight) -> None:
        """Take the answers of a file; ``taken`` or ``refused`` says how it went."""
        document = self._session.document
        if document is None or self.busy:
            return
        today = self._context.services.clock().astimezone().date().isoformat()
        try:
            job = begin_taking(document, sight.intake, today)
        except UserError as error:
            self.refused.emit(error)
            return
        self._sight, self._job = sight, job

        def run(stop: Stop) -> object:
            with no_search():
                return job if job.run(stop.is_set, self.progress.emit) else None

        self._background.start(run)

    def cancel(self) -> None:
        """Stop, and take away the rows that lie there already."""
        job, self._sight, self._job = self._job, None, None
        if job is not None:
            self._background.start(lambda _stop: job.drop())

    def finish(self) -> None:
        """Stop and wait; before the owner goes."""
        self._leave()

    def _leave(self) -> None:
        self._sight = self._job = None
        self._background.finish()

    def _finish(self, found: object) -> None:
        document, sight = self._session.document, self._sight
        if document is None or sight is None or not isinstance(found, Ahead):
            return
        try:
            label = finish_taking(document, found, sight.reading.count, sight.name)
        except UserError as error:
            self.cancel()
            self.refused.emit(error)
            return
        self._sight = self._job = None
        self.taken.emit(sight, label, found.rounds[0])

    def _refuse(self, error: UserError) -> None:
        self._sight = self._job = None
        self.refused.emit(error)
