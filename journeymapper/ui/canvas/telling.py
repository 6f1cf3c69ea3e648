"""After something was put on the map: it is selected, and undo is named."""

from __future__ import annotations

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, is_shown
from journeymapper.ui.canvas.targets import spot_of_card


def select(bench: Bench, spots: tuple[Spot, ...]) -> None:
    """Select those of some spots that the map shows."""
    shown = tuple(s for s in spots if is_shown(bench.layout, bench.snapshot, s))
    if shown:
        bench.cursor.select(shown)


def select_cards(bench: Bench, ids: tuple[str, ...]) -> None:
    """Select cards where they stand."""
    found = (spot_of_card(bench.snapshot, id_) for id_ in ids)
    select(bench, tuple(spot for spot in found if spot is not None))


def select_stages(bench: Bench, ids: tuple[str, ...]) -> None:
    """Select the headers of stages."""
    select(bench, tuple(Spot(stage=id_) for id_ in ids))


def tell_last(bench: Bench) -> None:
    """Say in the status bar what was done, and how it is taken back."""
    step = bench.document.next_undo
    if step is not None:
        bench.session.report(_("{what}. Ctrl+Z takes it back.", what=step.label))
