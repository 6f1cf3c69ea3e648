"""A plan is walked from a gap to told by processes that are killed between any two steps."""

from __future__ import annotations

from pathlib import Path

from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.plans import missing_to_close, state_of
from tests.faults.actor import desk_of, user_file
from tests.faults.running import Stable
from tests.plan_walk import TITLE, WALK


def test_a_plan_survives_a_kill_between_any_two_steps(fast_path: Path) -> None:
    user_file(fast_path).parent.mkdir(parents=True)
    with Stable() as stable:
        stable.prepare(fast_path, "begin_plan")
        states: list[object] = []
        for number in range(len(WALK)):
            stable.start(fast_path, "open", "plan_on", "hang")
            opened = heard(stable, "opened")
            if states:
                assert opened["state"] == states[-1], f"before step {number}"
            states.append(heard(stable, "kept")["state"])
            stable.kill()
    assert len(set(map(str, states))) == len(WALK)
    document = desk_of(fast_path).open(user_file(fast_path))
    (plan,) = document.snapshot.table(Plan).values()
    assert plan.title == TITLE
    assert state_of(document.snapshot, plan.id) == PlanState.CLOSED
    assert not missing_to_close(document.snapshot, plan.id)
    assert len(document.history()) == 1 + len(WALK)
    document.close()


def heard(stable: Stable, what: str) -> dict[str, object]:
    while (said := stable.hear()) is not None:
        assert said["said"] not in ("refused", "crashed"), said
        if said["said"] == what:
            return said
    raise AssertionError(f"never heard {what}")
