"""One plan from a gap to proven, told and closed, in the window: by mouse, then by keys alone."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journeymapper.document import operations
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import (
    ENTITIES,
    Checkpoint,
    Communication,
    GapSighting,
    Plan,
    Touchpoint,
    Version,
)
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.plans.audience_dialog import AudienceDialog
from journeymapper.ui.plans.letter_dialog import LetterDialog
from journeymapper.ui.plans.proof_dialog import ProofDialog
from tests.screenshots import rig
from tests.screenshots.hands import plain
from tests.screenshots.sitting import Sitting

STEP = "Rebooking at the desk"
PLACES = ("home", "map", "personas", "answers", "gaps", "plan", "workshop")
STOPS = 150
"""More than there are stops of the Tab key in any view."""

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard$")


def named(widget: QWidget, name: str) -> bool:
    """Say whether a widget is what somebody would call so."""
    words = plain(widget.text()) if isinstance(widget, QAbstractButton) else ""
    return name in (widget.accessibleName(), words)


class ByMouse:
    """The mouse points, scrolls and clicks; the keyboard only types words."""

    def __init__(self, story: Sitting) -> None:
        self.story = story

    def go(self, place: str) -> None:
        """Go to a place of the window."""
        self.story.mouse.click(self.story.window.activity.button(place))

    def press(self, name: str, *, back: bool = False) -> None:  # noqa: ARG002
        """Press a button, wherever it stands."""
        found = self._seen(name)
        box = QPointF(12, found.height() / 2) if isinstance(found, QCheckBox) else None
        self.story.mouse.click(found, box)

    def write(self, name: str, text: str, end: str = "") -> None:
        """Put words into a field, instead of those in it."""
        self.story.mouse.click(self._seen(name))
        replace(self.story, text, end)

    def _seen(self, name: str) -> QWidget:
        settle()
        shown = QApplication.activeModalWidget() or self.story.window.places.current()
        found = next(
            w
            for w in shown.findChildren(QWidget)
            if w.isVisible() and w.isEnabled() and named(w, name)
        )
        scroll = found.parentWidget()
        while scroll is not None and not isinstance(scroll, QScrollArea):
            scroll = scroll.parentWidget()
        if scroll is not None:
            wheel_to(scroll, found)
        return found


class ByKeys:
    """No event of a mouse at all."""

    def __init__(self, story: Sitting) -> None:
        self.story = story

    def go(self, place: str) -> None:
        """Go to a place of the window."""
        self.story.keyboard.press(f"Ctrl+{PLACES.index(place) + 1}")

    def press(self, name: str, *, back: bool = False) -> None:
        """Press a button; ``back`` for one that stands before."""
        self._tab_to(name, "Shift+Tab" if back else "Tab")
        self.story.keyboard.press("Space")

    def write(self, name: str, text: str, end: str = "") -> None:
        """Put words into a field, instead of those in it."""
        self._tab_to(name)
        replace(self.story, text, end)

    def _tab_to(self, name: str, key: str = "Tab") -> None:
        met: list[str] = []
        for _stop in range(STOPS):
            found = QApplication.focusWidget()
            if found is not None and named(found, name):
                return
            met.append(found.accessibleName() if found is not None else "nothing")
            self.story.keyboard.press(key)
        raise AssertionError(f"no stop of the Tab key is “{name}”, only {met}")


Hands = ByMouse | ByKeys


def replace(story: Sitting, text: str, end: str) -> None:
    """Type instead of what is there."""
    story.keyboard.press("Ctrl+A")
    story.keyboard.write(text)
    if end:
        story.keyboard.press(end)


def settle() -> None:
    """Let what folded or came find its place, also where a scroll bar goes because of it."""
    for _turn in range(4):
        QApplication.processEvents()


def wheel_to(scroll: QScrollArea, widget: QWidget) -> None:
    """Turn the wheel over the edge of what scrolls until a widget is in view."""
    view = scroll.viewport()
    window = view.window().windowHandle()
    assert window is not None
    for _turn in range(60):
        top = widget.mapTo(view, QPoint(0, 0)).y()
        below = top + widget.height() > view.height()
        if top >= 0 and not below:
            return
        at = view.mapTo(view.window(), QPoint(6, view.height() // 2))
        QTest.wheelEvent(window, QPointF(at), QPoint(0, -120 if below else 120))
        QApplication.processEvents()
    raise AssertionError(f"“{widget.accessibleName()}” cannot be scrolled into view")


@pytest.fixture
def story(tmp_path: Path, qtbot: QtBot) -> Iterator[Sitting]:
    """The example, in which nobody has done anything about rebooking yet."""
    with rig.opened(tmp_path, size=(1100, 620)) as here:
        here.window.open(rig.example_file(here))
        found = Sitting(here, qtbot)
        plan = next(p for p in found.document.snapshot.table(Plan).values() if at(found, p) == STEP)
        with found.document.step(_("Take the plan out")) as tx:
            operations.delete_plan(tx, plan.id)
        yield found


def at(story: Sitting, plan: Plan) -> str:
    """Return the name of the step of a plan."""
    step = story.document.snapshot.find(Touchpoint, plan.touchpoint)
    return "" if step is None else step.name


def test_from_a_gap_to_told_by_mouse_and_by_keys(story: Sitting) -> None:
    document, before = story.document, story.document.snapshot
    begun = document.history()[-1]
    walk(story, ByMouse(story))
    by_mouse = what_is_new(before, document.snapshot)
    document.go_back(begun, _("Again"))
    story.rig.clock.now = rig.NOW
    walk(story, ByKeys(story))
    assert what_is_new(before, document.snapshot) == by_mouse


def what_is_new(before: Snapshot, after: Snapshot) -> list[str]:
    """Return what came or changed, with the n-th new id written as #n."""
    new = [
        one
        for kind in ENTITIES
        if kind is not Version  # names of versions stay when one goes back
        if kind is not GapSighting  # seen by the app, not done by anybody
        for id_, one in after.table(kind).items()
        if before.find(kind, id_) != one
    ]
    ids = sorted(one.id for one in new)
    lines = []
    for one in new:
        line = repr(one)
        for n, id_ in enumerate(ids):
            line = line.replace(id_, f"#{n}")
        lines.append(line)
    return sorted(lines)


def walk(story: Sitting, hands: Hands) -> None:
    """Two weeks of a plan."""
    make_it_from_the_gap(story, hands)
    fill_the_five_steps(story, hands)
    start(story, hands)
    days_go_by(story, hands, 14)
    note_the_check_in(story, hands)
    count_again(hands)
    prove_it(story, hands)
    tell_them(story, hands)
    hands.press("Close the plan")
    assert state(story) == PlanState.CLOSED


def the_plan(story: Sitting) -> Plan:
    """The plan that is walked."""
    return next(p for p in story.document.snapshot.table(Plan).values() if at(story, p) == STEP)


def state(story: Sitting) -> PlanState:
    return rules.state_of(story.document.snapshot, the_plan(story).id)


def days_go_by(story: Sitting, hands: Hands, days: int) -> None:
    """Nobody looks at the plan for some days."""
    hands.go("workshop")
    story.rig.clock.passes(datetime.timedelta(days=days).total_seconds())
    hands.go("plan")


def make_it_from_the_gap(story: Sitting, hands: Hands) -> None:
    hands.go("gaps")
    story.qtbot.waitUntil(lambda: story.window.gaps.is_current, timeout=20_000)
    hands.press(f"Make a plan: 6.1 {STEP}")
    assert story.window.places.current().key == "plan"
    assert the_plan(story).happens


def fill_the_five_steps(story: Sitting, hands: Hands) -> None:
    hands.press("Problem")
    hands.write("What was intended", "It is kept")
    hands.write("Why?", "No slot", "Return")
    hands.write("Who is responsible: one only", "Mara")
    hands.write("What is done", "holds slots")
    hands.write("Until when", "15 July")
    hands.write("On which day", "26 May", "Return")
    hands.write("What is to be done", "Block", "Return")
    hands.write("What we look at", "Kept", "Tab")
    hands.write("How it was before", "7 of 20", "Return")
    plan = the_plan(story)
    assert (plan.intended, plan.solution) == (
        "It is kept",
        "holds slots",
    )


def start(story: Sitting, hands: Hands) -> None:
    assert not rules.missing_to_start(story.document.snapshot, the_plan(story).id)
    hands.press("Five steps")
    hands.press("Start the plan", back=True)
    assert rules.started_on(story.document.snapshot, the_plan(story).id) == "2026-05-12"


def note_the_check_in(story: Sitting, hands: Hands) -> None:
    hands.press("Deadlines")
    hands.write("How it is", "One of two")
    hands.press("Five steps", back=True)
    (check,) = (
        c
        for c in story.document.snapshot.table(Checkpoint).values()
        if c.plan == the_plan(story).id
    )
    assert (check.actual, check.noted) == ("One of two", "2026-05-26")


def count_again(hands: Hands) -> None:
    hands.press("Write down a new count")
    hands.write("How many it was", "9")
    hands.write("Of how many", "20", "Return")
    hands.press("Fold away", back=True)


def prove_it(story: Sitting, hands: Hands) -> None:
    def answer(_dialog: ProofDialog) -> None:
        hands.write("What was found", "Four of five")
        hands.write("Who looked", "Lea")
        hands.press("Keep the proof")

    answered(story, ProofDialog, answer, lambda: hands.press("Write down the proof"))


def tell_them(story: Sitting, hands: Hands) -> None:
    def answer(_dialog: AudienceDialog) -> None:
        hands.write("How many", "31")
        hands.press("Keep it")

    def send(dialog: LetterDialog) -> None:
        assert "cannot tell yet" in dialog.text()
        hands.press("It is sent today: note them as told")
        hands.press("Done")

    answered(story, AudienceDialog, answer, lambda: hands.press("Add who is told"))
    answered(story, LetterDialog, send, lambda: hands.press("Write the letter"))
    keys = QApplication.focusWidget()
    assert keys is not None
    assert keys.accessibleName() == "Note that they are still to be told: 31 patients"
    (told,) = (
        t
        for t in story.document.snapshot.table(Communication).values()
        if t.plan == the_plan(story).id
    )
    assert (told.n, told.date) == (31, "2026-05-26")


def answered(
    story: Sitting,
    kind: type[QDialog],
    answer: Callable[..., object],
    ask: Callable[[], object],
) -> None:
    """Do what opens a dialog, and what is done in it."""
    story.meanwhile.expect(kind, answer)
    ask()
    story.settled()
