"""The walk of one plan by operations, on a fixed clock: how it stands after each step."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pytest

from journeymapper.analysis.gaps import find_gaps
from journeymapper.analysis.plans.effect import effects_of_plan
from journeymapper.analysis.plans.standing import standing
from journeymapper.analysis.question_figures import Verdict
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.plans import missing_to_close, missing_to_start, plans_by_gap
from journeymapper.domain.snapshot import Snapshot
from tests.plan_walk import WALK, plan

TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"
NOBODY = Counts({})


def test_from_the_gap_to_verified_and_told() -> None:
    tx = Tx(Snapshot.of(), map("{:05}".format, itertools.count()).__next__)
    fill_from_template(tx, read_outline(TEMPLATES, "dental"))
    stages = []
    lacking = []
    for step in WALK:
        if step is WALK[-1]:
            assert not missing_to_close(tx.snapshot, plan(tx).id)
        step(tx)
        stages.append(standing(tx.snapshot, plan(tx).id, date(2026, 5, 9)).stage)
        lacking.append(len(missing_to_start(tx.snapshot, plan(tx).id)))
    assert stages == ["draft"] * 6 + ["running"] * 4 + ["checking"] * 3 + ["closed"]
    assert lacking[:2] == [2, 0]
    (effect,) = effects_of_plan(tx.snapshot, NOBODY, plan(tx).id)
    assert effect.change is not None
    assert effect.change.verdict == Verdict.BETTER
    assert effect.reached
    assert list(plans_by_gap(tx.snapshot).values()) == [plan(tx)]
    gaps = find_gaps(tx.snapshot, NOBODY, date(2026, 5, 20)).gaps
    assert not [gap for gap in gaps if gap.rule == "G19"]


@pytest.mark.parametrize(
    ("left_out", "why"),
    [("_who", "cannot start"), ("_verify", "cannot be closed"), ("_tell_the_rest", "cannot be")],
)
def test_without_a_step_it_does_not_start_or_close(left_out: str, why: str) -> None:
    tx = Tx(Snapshot.of(), map("{:05}".format, itertools.count()).__next__)
    fill_from_template(tx, read_outline(TEMPLATES, "dental"))
    last = "_start" if left_out == "_who" else "_close"
    names = [step.__name__ for step in WALK]
    for step in WALK[: names.index(last)]:
        if step.__name__ != left_out:
            step(tx)
    with pytest.raises(RefusedError, match=why):
        WALK[names.index(last)](tx)
