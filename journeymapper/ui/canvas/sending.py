"""Taking what is selected to another map of the document."""

from __future__ import annotations

from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.taking import selected_cards, selected_stages, selected_steps
from journeymapper.ui.commands import transfers


def send_selected(bench: Bench, map_id: str) -> bool:
    """Move the selected stages, steps or cards; False when nothing of that kind is selected.

    Raises UserError where the other map has no place for a card.
    """
    document = bench.document
    if chosen := selected_stages(bench):
        transfers.stages_to_map(document, chosen, map_id)
    elif chosen := selected_steps(bench):
        transfers.steps_to_map(document, chosen, map_id)
    elif chosen := selected_cards(bench):
        transfers.cards_to_map(document, chosen, map_id)
    else:
        return False
    step = document.next_undo
    if step is not None:
        bench.session.report(_("{what}. Ctrl+Z takes it back.", what=step.label))
    return True
