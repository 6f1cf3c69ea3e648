"""Shows a map with the curve of one persona."""

from __future__ import annotations

from journeymapper.ui.places.map import MapPlace


def show_on_map(place: MapPlace, map_id: str, persona_id: str) -> None:
    """Show a map in its place; only this persona's curve is on it then."""
    place.show_map(map_id)
    before = place.projection.setting.personas
    if persona_id not in before:
        place.bar.persona_toggled.emit(persona_id, True)
    for other in before:
        if other != persona_id:
            place.bar.persona_toggled.emit(other, False)
