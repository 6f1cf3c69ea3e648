"""The way from a persona to its card on paper."""

from __future__ import annotations

from journeymapper.ui.places.base import Place
from journeymapper.ui.places.print import PrintPlace


def show_on_paper(place: Place, persona_id: str) -> None:
    """Show the card of a persona in the place where sheets are printed."""
    if isinstance(place, PrintPlace):
        place.show_card(persona_id)
