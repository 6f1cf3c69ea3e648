"""The board: what moving a plan to another column means."""

from __future__ import annotations

from datetime import date

import pytest

from journeymapper.analysis.plans.board import Move, judge_move
from journeymapper.analysis.plans.standing import Stage, standing
from journeymapper.document import operations
from journeymapper.domain.entities import Communication, Verification
from tests.unit.analysis.measured import new_tx

EARLY, LATE = date(2026, 4, 1), date(2026, 5, 15)


class Work:
    """A plan of Mara's that is due on 15 May."""

    def __init__(self) -> None:
        self.tx = new_tx()
        operations.add_project(self.tx, title="Visit")
        mara = operations.add_participant(self.tx, "Mara")
        self.plan = operations.add_plan(self.tx, "Keep dates", owner=mara, due="2026-05-15")

    def move(self, to: Stage, today: date = EARLY) -> Move | None:
        found = standing(self.tx.snapshot, self.plan, today)
        return judge_move(self.tx.snapshot, found, to)

    def start(self) -> None:
        operations.change_plan(self.tx, self.plan, happens="They slip", intended="They hold")
        operations.start_plan(self.tx, self.plan, "2026-03-16")


@pytest.fixture
def work() -> Work:
    return Work()


def said(move: Move | None) -> tuple[str, str, list[str]]:
    assert move is not None
    return move.verb, str(move.says), [str(one) for one in move.lacks]


def test_a_draft_starts_once_nothing_is_missing(work: Work) -> None:
    assert work.move("draft") is None
    assert said(work.move("running")) == (
        "",
        "“Keep dates” cannot start yet.",
        ["Say what happens today.", "Say what was intended."],
    )
    for far in ("checking", "closed"):
        assert "has not started" in said(work.move(far))[1]
    operations.change_plan(work.tx, work.plan, happens="They slip", intended="They hold")
    assert said(work.move("running")) == ("start", "Start “Keep dates” today", [])


def test_a_plan_goes_to_be_checked_and_back_by_its_dates_and_proofs(work: Work) -> None:
    work.start()
    assert "by itself" in said(work.move("checking"))[1]
    assert "no draft any more" in said(work.move("draft"))[1]
    assert "later date" in said(work.move("running", LATE))[1]
    operations.add_line(work.tx, Verification, plan=work.plan, date="2026-03-30")
    assert "There is a proof" in said(work.move("running"))[1]


def test_closing_needs_proof_and_telling_and_can_be_taken_up_again(work: Work) -> None:
    work.start()
    assert len(said(work.move("closed", LATE))[2]) == 2
    operations.add_line(work.tx, Verification, plan=work.plan, date="2026-05-09")
    operations.add_line(work.tx, Communication, plan=work.plan, label="Team", date="2026-05-10")
    assert said(work.move("closed", LATE)) == ("close", "Close “Keep dates”", [])
    operations.close_plan(work.tx, work.plan, "2026-05-15")
    for back in ("running", "checking"):
        assert said(work.move(back, LATE))[0] == "reopen"
    assert said(work.move("draft", LATE))[0] == ""
