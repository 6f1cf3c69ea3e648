"""What can be done at a step of the walk, by mouse and by key alike."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from journeymapper.domain.changes import Step
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Frequency
from journeymapper.domain.message import _
from journeymapper.drawing.marks import FACES
from journeymapper.ui.commands import steps, walking
from journeymapper.ui.session import Session
from journeymapper.ui.walk.facts import face_of, main_persona, pain_lane
from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.walk.words import OFTEN


class Hands(QObject):
    """Gives answers about the step that is shown, each a step of the history."""

    name_wanted = Signal()
    """The name of the step is to be typed now."""
    words_wanted = Signal()
    """What goes wrong is to be typed now."""

    def __init__(self, session: Session, guide: Guide) -> None:
        super().__init__(guide)
        self._session, self._guide = session, guide

    def digit(self, number: int) -> bool:
        """Answer the current question with a key; False when it is no answer to it."""
        if self._guide.question == Question.WRONG:
            if number > len(OFTEN):
                return False
            self.often(OFTEN[number - 1][0])
        else:
            if number > len(FACES):
                return False
            self.feel(FACES[number - 1])
        return True

    def feel(self, value: int) -> None:
        """Say how the people served feel here; the face that is shown changes nothing."""
        guide = self._guide
        known = guide.facts().feeling
        if known is None or face_of(known) != value:
            persona = main_persona(guide.snapshot, guide.map_id)
            with self._session.guard():
                walking.feel(
                    guide.document,
                    guide.map_id,
                    guide.step_id,
                    persona.id if persona else "",
                    value,
                )
        guide.ask(Question.WRONG)

    def often(self, frequency: Frequency | None) -> None:
        """Say how often something goes wrong here; None: nothing does."""
        guide = self._guide
        if not guide.settle():
            return
        facts = guide.facts()
        with self._session.guard():
            if frequency is None:
                if facts.pains:
                    label = walking.nothing_wrong(guide.document, guide.step_id, facts.pains)
                    self._session.report_gone(label)
                guide.say_unharmed()
            elif facts.pain is None or facts.pain.frequency != frequency:
                walking.say_how_often(
                    guide.document, self._lane(), guide.step_id, facts.pain, frequency
                )
        guide.ask(Question.WRONG)
        if frequency is not None:
            self.words_wanted.emit()

    def pain_writer(self) -> Callable[[str], None]:
        """Return what writes what goes wrong at the step that is shown."""
        step_id = self._guide.step_id

        def write(text: str) -> None:
            guide = self._guide
            pain = guide.facts(step_id).pain
            walking.write_pain(guide.document, self._lane(), step_id, pain, text)

        return write

    def name_writer(self) -> Callable[[str], None]:
        """Return what renames the step that is shown; no name leaves the old one."""
        step_id = self._guide.step_id

        def write(text: str) -> None:
            if text.strip():
                steps.rename(self._guide.document, step_id, text)

        return write

    def rename(self) -> None:
        """Type another name."""
        self._guide.ask(Question.HAVE)
        self.name_wanted.emit()

    def skip(self) -> None:
        """There is no such step."""
        if not self._guide.settle():
            return
        with self._session.guard():
            label = walking.skip(self._guide.document, self._guide.step_id)
            self._session.report_gone(label)

    def add_after(self) -> None:
        """Add a step after this one, show it and ask for its name."""
        guide = self._guide
        if not guide.settle():
            return
        with self._session.guard():
            guide.go_to(steps.add_after(guide.document, guide.step_id))
            guide.keep()
            self.name_wanted.emit()

    def put_back(self, step: Step) -> None:
        """Bring a skipped step back; ``step`` is the one of the history that took it out."""
        guide = self._guide
        if not guide.settle():
            return
        with self._session.guard():
            guide.go_to(walking.put_back(guide.document, step))

    def _lane(self) -> str:
        lane = pain_lane(self._guide.snapshot, self._guide.map_id)
        if not lane:
            raise RefusedError(_("This map has no row for pains."))
        return lane
