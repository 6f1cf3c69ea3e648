"""The portfolio as a chart: who stands behind which plans, and what customers get."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.portfolio import portfolio
from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.portfolio import portfolio_chart
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.analysis.measured import new_tx

TODAY = date(2026, 5, 19)


def test_each_plan_stands_with_who_is_behind_it_and_given_up_ones_do_not(
    engine: TextEngine,
) -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    vera, olga = (operations.add_participant(tx, name) for name in ("Vera", "Olga"))
    ready = {"happens": "Slips", "intended": "Holds", "owner": vera}
    operations.add_plan(tx, "Explain the bill")
    running = operations.add_plan(tx, "Keep dates", sponsor=olga, outcome="Dates hold", **ready)
    operations.start_plan(tx, running, "2026-03-16")
    operations.add_plan(tx, "Hang a clock", sponsor=olga)
    gone = operations.add_plan(tx, "Check in on a tablet", sponsor=vera, **ready)
    operations.start_plan(tx, gone, "2026-03-16")
    operations.drop_plan(tx, gone, "2026-04-01", "Nobody used it")
    found = portfolio(tx.snapshot, TODAY)
    titles = {one.name: [plan.plan.title for plan in one.plans] for one in found}
    assert titles == {"Olga": ["Hang a clock", "Keep dates"], "": ["Explain the bill"]}
    pen = Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)
    chart = portfolio_chart(pen, found, 560)
    assert list(chart.rows) == [("Olga", 1, 1, 0, 0), ("Nobody yet", 1, 0, 0, 0)]
    assert str(chart.alt) == ("3 plans; nobody stands behind 1 of them. Draft: 2. Running: 1.")
