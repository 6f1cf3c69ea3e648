"""The tables of plans under More: critical path, who does what, portfolio."""

from __future__ import annotations

import pytest

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Involved, Participant
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import Involvement
from journeymapper.domain.message import _
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.plans.more_path import PathLines
from journeymapper.ui.plans.more_portfolio import PortfolioLines
from journeymapper.ui.plans.more_raci import RaciLines
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import TODAY, plan_called


def person(document: Document, name: str) -> str:
    found = document.snapshot.table(Participant).values()
    return next(one.id for one in found if one.name == name)


def test_the_owner_is_accountable_and_the_others_are_chosen(document: Document) -> None:
    lines = RaciLines(document.snapshot)
    tell = plan_called(document, "Tell the delay")
    mara, ines = person(document, "Mara"), person(document, "Ines")
    row = next(line for line in lines.read(document.snapshot) if line.id == tell.id)
    assert str(row.cells[ines]) == "A accountable"
    lines.write(document, tell.id, mara, Involvement.CONSULTED.value)
    (one,) = document.snapshot.table(Involved).values()
    assert (one.participant, one.part) == (mara, Involvement.CONSULTED)
    with pytest.raises(RefusedError, match="accountable"):
        lines.write(document, tell.id, ines, Involvement.RESPONSIBLE.value)
    assert str(lines.note(document.snapshot)) == "Nobody is accountable for: Explain the bill."
    lines.write(document, tell.id, mara, "")
    assert not document.snapshot.table(Involved)
    document.undo()
    assert document.snapshot.table(Involved)


def test_plans_stand_by_who_backs_them_and_what_customers_get(document: Document) -> None:
    lines = PortfolioLines(TODAY)
    assert "Nobody stands behind" in str(lines.note(document.snapshot))
    plan = plan_called(document, "Read the date back")
    lines.write(document, plan.id, "sponsor", "Dr Okafor")
    lines.write(document, plan.id, "outcome", "Dates that hold")
    first = lines.read(document.snapshot)[0]
    assert [str(first.cells[key]) for key in ("sponsor", "outcome", "plan", "stage")] == [
        "Dr Okafor",
        "Dates that hold",
        "Read the date back",
        "Draft",
    ]
    assert str(lines.note(document.snapshot)) == (
        "Plans by who stands behind them: Dr Okafor 1. Nobody: 4."
    )
    lines.write(document, plan.id, "sponsor", "")
    assert plan_called(document, "Read the date back").sponsor is None


def test_the_critical_path_is_told_in_a_sentence(bare: Bare, document: Document) -> None:
    lines = PathLines()
    assert "Nothing waits" in str(lines.note(document.snapshot))
    read, bill = (plan_called(document, t) for t in ("Read the date back", "Explain the bill"))
    with document.step(_("Wait")) as tx:
        operations.change_plan(tx, bill.id, waits_for=(read.id,), start="2026-07-11",
                               due="2026-07-12")  # fmt: skip
    dialog = MoreDialog(bare.context, bare.session, lines, bare.host)
    rows = {row[0]: row for row in dialog.model.table()}
    assert rows["Explain the bill"][2:5] == ["2", "41", "Read the date back"]
    assert rows["Explain the bill"][5] == "30 days"  # the longest takes 72
    assert "takes 72 days: Tell the delay." in dialog.told.text()
    dialog.reject()
    dialog.deleteLater()
