"""What if: other figures on a copy change gaps and flow, and nothing of the document."""

import pytest

from journeymapper.analysis.gaps.trial import Outcome, Trial, outcome, tried
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.kinds import EndKind, Measure, QuestionKind
from tests.unit.analysis.gap_world import TODAY, GapWorld


@pytest.fixture
def world() -> GapWorld:
    made = GapWorld()
    operations.rate(made.tx, made.waiting, Measure.IMPORTANCE, 9)
    made.ask(QuestionKind.CSAT, made.waiting, [1, 1, 2, 2, 1, 3, 2, 1, 1, 2, 2, 1])
    operations.set_feeling(made.tx, made.waiting, made.anna, -5)
    operations.set_wait(made.tx, made.waiting, 5, 30)
    return made


def after(world: GapWorld, trial: Trial) -> Outcome:
    snapshot = world.tx.snapshot.with_changes(())
    return outcome(*tried(snapshot, count_answers(snapshot), trial), TODAY, world.waiting)


def rules(world: GapWorld, found: Outcome) -> set[str]:
    return {gap.rule for gap in found.board.report.gaps if gap.subject == world.waiting}


def test_without_other_figures_nothing_changes(world: GapWorld) -> None:
    snapshot = world.tx.snapshot.with_changes(())
    now = outcome(snapshot, count_answers(snapshot), TODAY, world.waiting)
    assert after(world, Trial(world.waiting)).board.report == now.board.report
    assert {"G02", "G08", "G18"} <= rules(world, now)


@pytest.mark.parametrize(
    ("trial", "gone"),
    [({"score": 9.5}, "G02"), ({"feeling": 3}, "G18"), ({"wait": 6}, "G08")],
)
def test_a_better_figure_takes_its_gap_away(
    world: GapWorld, trial: dict[str, float], gone: str
) -> None:
    found = after(world, Trial(world.waiting, **trial))  # type: ignore[arg-type]
    persona = world.anna if "feeling" in trial else ""
    assert (gone, world.waiting, persona) not in {gap.key for gap in found.board.report.gaps}


def test_a_worse_figure_makes_it_worse(world: GapWorld) -> None:
    better = after(world, Trial(world.waiting, score=6.5)).board.place(world.waiting)
    worse = after(world, Trial(world.waiting, score=1)).board.place(world.waiting)
    assert better is not None
    assert worse is not None
    now = {gap.rule: gap.severity for gap in worse.gaps}["G02"]
    assert now > {gap.rule: gap.severity for gap in better.gaps}["G02"]


def test_the_document_stays_as_it_is(world: GapWorld) -> None:
    snapshot = world.tx.snapshot.with_changes(())
    counts = count_answers(snapshot)
    total = counts.total
    other, fewer = tried(snapshot, counts, Trial(world.waiting, score=9, feeling=4, wait=5))
    assert other is not snapshot
    assert fewer.total == 0
    assert counts.total == total == 12


def test_other_shares_change_how_many_end_well(world: GapWorld) -> None:
    tx = world.tx
    lost = operations.add_end(tx, world.map, "Gone", EndKind.LOST)
    well = operations.add_end(tx, world.map, "Well", EndKind.SUCCESS)
    operations.connect(tx, world.recall, end=well, share=1.0)
    on = operations.connect(tx, world.waiting, target=world.recall)
    away = operations.connect(tx, world.waiting, end=lost)
    snapshot = tx.snapshot.with_changes(())
    few = tried(
        snapshot, count_answers(snapshot), Trial(world.waiting, shares={on: 0.4, away: 0.6})
    )
    many = tried(
        snapshot, count_answers(snapshot), Trial(world.waiting, shares={on: 0.9, away: 0.1})
    )
    one = outcome(*few, TODAY, world.waiting)
    other = outcome(*many, TODAY, world.waiting)
    assert one.success == pytest.approx(0.4)
    assert other.success == pytest.approx(0.9)
    assert one.contacts == pytest.approx(2.4)
    assert other.contacts == pytest.approx(2.9)
