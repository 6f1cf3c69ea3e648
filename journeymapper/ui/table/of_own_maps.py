"""The column of the own maps of steps; it is there while a step of the map has one."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.document.operations import submaps
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.ui.table.columns import Column
from journeymapper.ui.table.sight import Sight

TITLE = _("Own map")


@dataclass(frozen=True, slots=True)
class OwnMapColumn(Column):
    """The title of a step's own map; another title links that map, an empty cell none."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        own = sight.snapshot.find(JourneyMap, step.submap)
        return own.title if own is not None else ""

    def choices(self, sight: Sight) -> tuple[str, ...]:
        others = (m for m in queries.maps(sight.snapshot) if m.id != sight.map_id)
        return tuple(dict.fromkeys(m.title for m in others if m.title))

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:  # noqa: ARG002
        wanted = text.strip()
        step = tx.snapshot.get(Touchpoint, step_id)
        if not wanted:
            submaps.unlink_own_map(tx, step_id)
            return
        found = [m.id for m in queries.maps(tx.snapshot) if m.title.casefold() == wanted.casefold()]
        if step.submap in found:
            return
        if not found:
            raise RefusedError(_("There is no map “{title}” in this document.", title=wanted))
        if len(found) > 1:
            raise RefusedError(
                _("{count} maps are called “{title}”.", count=len(found), title=wanted)
            )
        submaps.link_own_map(tx, step_id, found[0])
