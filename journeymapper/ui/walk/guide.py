"""Who leads through the map: where one stands, which question comes next, how long it took."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QObject, Signal

from journeymapper.app.settings import WALKS
from journeymapper.app.walks import Walk, walk_of, with_walk
from journeymapper.document.document import Document
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session
from journeymapper.ui.walk import pace
from journeymapper.ui.walk.facts import StepFacts, facts_of, steps_of
from journeymapper.ui.walk.targets import step_of_change


class Question(IntEnum):
    """The three questions of a card, in order."""

    HAVE = 1
    FEEL = 2
    WRONG = 3


class Guide(QObject):
    """Stands at one step of one map, or at the end; writes nothing but where it stands.

    Answers are on the map. ``changed`` tells that something else is to be shown now.
    """

    changed = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(session)
        self._context, self._session = context, session
        self._document: Document | None = None
        self._walk = Walk("", "")
        self._order: tuple[str, ...] = ()
        self._place = 0
        self._since: datetime.datetime | None = None
        self._kept = False
        self._unharmed: frozenset[str] = frozenset()
        self.at_end = False
        self.question = Question.HAVE
        self.settle: Callable[[], bool] = lambda: True
        """Writes what is being typed, asked before another step is shown; False: stay here."""
        session.changed.connect(self._on_change)
        session.leaving.connect(self.note)
        session.closed.connect(self._forget)

    # where ---------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Say whether the walk is shown."""
        return self._since is not None

    @property
    def document(self) -> Document:
        """The document walked through; nothing here is used without one."""
        if self._document is None:
            raise RuntimeError("no walk was begun")
        return self._document

    @property
    def snapshot(self) -> Snapshot:
        """What the document holds now."""
        return self.document.snapshot

    @property
    def map_id(self) -> str:
        """The map walked through."""
        return self._walk.map

    @property
    def order(self) -> tuple[str, ...]:
        """All steps of the map, in order."""
        return self._order

    @property
    def place(self) -> int:
        """The place of the step that is shown, from 0."""
        return self._place

    @property
    def step_id(self) -> str:
        """The step that is shown; "" on a map without steps."""
        return self._order[self._place] if self._order else ""

    @property
    def passed(self) -> int:
        """How many steps were passed: those before the furthest one, or all."""
        if self._walk.ended:
            return len(self._order)
        furthest = self._walk.furthest
        return self._order.index(furthest) if furthest in self._order else self._place

    @property
    def kept(self) -> bool:
        """Say whether the first question of the step shown is answered."""
        return self._kept or self._place < self.passed

    def facts(self, step_id: str = "") -> StepFacts:
        """Return what the map holds about the step shown, or about another one."""
        return facts_of(self.snapshot, self.map_id, step_id or self.step_id)

    def answered(self, question: Question) -> bool:
        """Say whether a question of the step shown has its answer."""
        if question == Question.HAVE:
            return self.kept
        if question == Question.FEEL:
            return self.facts().feeling is not None
        return bool(self.facts().pains) or self.unharmed()

    def unharmed(self) -> bool:
        """Say whether nothing goes wrong at the step shown, as far as somebody said.

        Of a step that was passed before, the feeling tells that somebody answered.
        """
        facts = self.facts()
        if facts.pains:
            return False
        passed = self._place < self.passed and facts.feeling is not None
        return self.step_id in self._unharmed or passed

    # how long ------------------------------------------------------------------------

    @property
    def seconds(self) -> float:
        """The time taken so far."""
        return self._walk.seconds + self._staying()

    @property
    def seconds_left(self) -> float:
        """How long the rest will take at one's own pace."""
        return pace.seconds_left(self.passed, self._walk.seconds, len(self._order))

    # moving --------------------------------------------------------------------------

    def begin(self, document: Document, map_id: str) -> None:
        """Go on where the walk stopped, else at the first step."""
        walks = self._context.settings.get(WALKS)
        known = walk_of(walks, document.doc_id, map_id)
        self._document = document
        self._walk = known or Walk(document.doc_id, map_id)
        self._order = steps_of(document.snapshot, map_id)
        at = self._walk.at
        self._place = self._order.index(at) if at in self._order else 0
        self._since = self._context.services.clock()
        self.at_end = self._walk.ended and not at and bool(self._order)
        if self.at_end:
            self._place = len(self._order) - 1
            self.changed.emit()
        else:
            self._stand(self._place)

    def begin_again(self) -> None:
        """Walk through once more, from the first step on; the time begins anew."""
        self._walk = Walk(self._walk.doc_id, self._walk.map)
        self.at_end = False
        self._since = self._context.services.clock()
        self._stand(0)

    def note(self) -> None:
        """Remember where one stands."""
        if self.active:
            self._take_time()
            self._keep()

    def rest(self) -> None:
        """Stop here; where one stands is remembered."""
        self.note()
        self._since = None

    def go_to(self, step_id: str) -> None:
        """Show a step."""
        if step_id in self._order and self.settle():
            self.at_end = False
            self._stand(self._order.index(step_id))

    def next(self) -> None:
        """Go on to the next step, after the last one to the end."""
        if not self._order or not self.settle():
            return
        if self._place + 1 < len(self._order):
            self._stand(self._place + 1)
        else:
            self._end()

    def back(self) -> None:
        """Go back to the step before, from the end to the last one."""
        if not self.settle():
            return
        if self.at_end:
            self.at_end = False
            self._stand(len(self._order) - 1)
        elif self._place:
            self._stand(self._place - 1)

    def ask(self, question: Question) -> None:
        """Make a question the one that keys answer."""
        self.question = question
        self.changed.emit()

    def keep(self) -> None:
        """There is such a step."""
        self._kept = True
        self.ask(self._open_after(Question.HAVE) or Question.WRONG)

    def say_unharmed(self) -> None:
        """Nothing goes wrong here: the map shows that by holding no pain."""
        self._unharmed |= {self.step_id}
        self.changed.emit()

    def enter(self) -> None:
        """Keep what is there and go on: to the next open question, else to the next step."""
        open_ = self._open_after(self.question)
        if self.question == Question.HAVE:
            self._kept = True
        if open_ is None:
            self.next()
        else:
            self.ask(open_)

    def step_gone(self, place: int) -> None:
        """The step at a place was taken out: show the one that took its place, or the end."""
        if place < len(self._order) or not self._order:
            self._stand(min(place, max(0, len(self._order) - 1)))
        else:
            self._place = len(self._order) - 1
            self._end()

    def _end(self) -> None:
        self._take_time()
        self.at_end = True
        self._walk = dataclasses.replace(self._walk, at="", ended=True)
        self._keep()
        self.changed.emit()

    def _open_after(self, question: Question) -> Question | None:
        later = (q for q in Question if q > question)
        return next((q for q in later if not self.answered(q)), None)

    def _stand(self, place: int) -> None:
        self._take_time()
        self._place, self._kept, self.question = place, False, Question.HAVE
        furthest = self._walk.furthest
        known = self._order.index(furthest) if furthest in self._order else -1
        self._walk = dataclasses.replace(
            self._walk,
            at=self.step_id,
            furthest=self.step_id if place > known else furthest,
        )
        self._keep()
        self.changed.emit()

    def _staying(self) -> float:
        if self._since is None or self.at_end:
            return 0.0
        return pace.counted((self._context.services.clock() - self._since).total_seconds())

    def _take_time(self) -> None:
        self._walk = dataclasses.replace(self._walk, seconds=self.seconds)
        if self._since is not None:
            self._since = self._context.services.clock()

    def _keep(self) -> None:
        """Remember where one stands; a walk that was only looked at leaves nothing behind."""
        if not self.passed:
            return
        settings = self._context.settings
        settings.set(WALKS, with_walk(settings.get(WALKS), self._walk))

    # following -----------------------------------------------------------------------

    def _on_change(self, changes: ChangeSet) -> None:
        if not self.active:
            return
        if self.snapshot.find(JourneyMap, self.map_id) is None:
            return  # the map place shows another one
        before, here = self._order, self.step_id
        self._order = steps_of(self.snapshot, self.map_id)
        target = step_of_change(self._order, changes)
        if target and target != here:
            self.at_end = False
            self._stand(self._order.index(target))
            return
        if here in self._order:
            self._place = self._order.index(here)
        if self._walk.furthest not in self._order:
            self._walk = dataclasses.replace(self._walk, furthest=self._nearest(before))
        if here in self._order or self.at_end:
            self.changed.emit()
        else:
            self.step_gone(self._place)

    def _nearest(self, before: tuple[str, ...]) -> str:
        """The furthest step is gone: the last one before it that is still there."""
        furthest = self._walk.furthest
        place = before.index(furthest) if furthest in before else 0
        left = [step for step in before[:place] if step in self._order]
        after = next((s for s in before[place:] if s in self._order), "")
        return after or (left[-1] if left else "")

    def _forget(self) -> None:
        self._document, self._since = None, None
        self._order, self._unharmed = (), frozenset()
        self._walk = Walk("", "")
        self.at_end = False
