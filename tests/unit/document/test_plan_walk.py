"""One plan, from the gap at rebooking to verified and told; whatever ends the app in between."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from journeymapper.analysis.plans.effect import effects_of_plan
from journeymapper.analysis.plans.effect_words import Outcome, tell
from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.domain import plans as rules
from journeymapper.domain.entities import Checkpoint, Communication, Touchpoint, Verification
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Audience, PlanState, ProofMethod
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id

NOON = datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC)


@dataclass
class Walk:
    """A document that is taken over by another process, so to say, after each of its steps."""

    desk: Desk
    document: Document
    folder: Path
    kills: int = 0

    def step(self, do: Callable[..., object], *args: object, **fields: object) -> str:
        """Do something in a step; what lies on the disk then opens as it was left."""
        with self.document.step(_("A step of the plan")) as tx:
            made = do(tx, *args, **fields)
        self.kills += 1
        left = self.folder / f"killed-{self.kills}.journey"
        (copy,) = (self.folder / "working").glob("*.journey")
        shutil.copy(copy, left)
        shutil.copy(f"{copy}-journal", f"{left}-journal")
        found = Desk(self.folder / "other", lambda: NOON, new_id).view(left)
        assert found.snapshot == self.document.snapshot
        found.close()
        return str(made)


@pytest.fixture
def walk(tmp_path: Path) -> Walk:
    found = resources.find()
    example = read_example(found.examples, found.templates)
    desk = Desk(tmp_path / "working", lambda: NOON, new_id)
    document = desk.create(lambda tx: fill_from_example(tx, example), _("Begin"))
    return Walk(desk, document, tmp_path)


def test_a_plan_for_rebooking_is_proven_told_and_closed(walk: Walk) -> None:
    document = walk.document
    before = document.snapshot
    steps = before.table(Touchpoint).values()
    rebooking = next(step.id for step in steps if "ebook" in step.name)
    mara = walk.step(operations.add_participant, "Mara")
    gap = rules.gap_text(("G01", rebooking, ""))
    plan = walk.step(
        operations.add_plan, "Keep agreed return dates", touchpoint=rebooking, gaps=(gap,)
    )
    kpi = walk.step(operations.add_kpi, plan, "Rebooked within 3 days", target=0.75)
    with pytest.raises(RefusedError, match="cannot start"):
        walk.step(operations.start_plan, plan, "2026-03-16")
    walk.step(
        operations.change_plan,
        plan,
        owner=mara,
        happens="Return dates slip",
        intended="Rebooked within 3 days",
        due="2026-05-15",
    )
    walk.step(operations.set_baseline, kpi, {1.0: 7, 0.0: 43}, "2026-02-20")
    walk.step(operations.start_plan, plan, "2026-03-16")
    walk.step(operations.add_line, Checkpoint, plan=plan, date="2026-04-11")
    for day, yes, n in (("2026-03-28", 7, 32), ("2026-04-11", 13, 29), ("2026-05-09", 16, 20)):
        walk.step(operations.add_reading, kpi, day, yes, n)
    (effect,) = effects_of_plan(document.snapshot, document.counts, plan)
    assert tell(effect, "2026-03-16").outcome == Outcome.BETTER
    assert effect.reached is True
    with pytest.raises(RefusedError, match="cannot be closed"):
        walk.step(operations.close_plan, plan, "2026-05-15")
    walk.step(
        operations.add_line,
        Verification,
        plan=plan,
        method=ProofMethod.CALL_BACK,
        date="2026-05-09",
        result="Five patients called, all five kept their date",
    )
    told = walk.step(
        operations.add_line, Communication, plan=plan, audience=Audience.CUSTOMERS, n=31
    )
    walk.step(operations.change_line, Communication, told, date="2026-05-14", channel="letter")
    walk.step(operations.close_plan, plan, "2026-05-15")
    assert rules.state_of(document.snapshot, plan) == PlanState.CLOSED
    assert rules.planned_gaps(document.snapshot) == {("G01", rebooking, "")}
    assert walk.kills == 14
    after = document.snapshot
    for _n in range(walk.kills):
        document.undo()
    assert document.snapshot == before
    for _n in range(walk.kills):
        document.redo()
    assert document.snapshot == after
    document.close()
