"""Which columns the table of a map has."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.kinds import DERIVED_ROWS, LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.submaps import with_own_map
from journeymapper.drawing.tokens import Tokens
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.commands.names import persona_name
from journeymapper.ui.table import columns as titles
from journeymapper.ui.table import of_own_maps
from journeymapper.ui.table.columns import Column, Editor
from journeymapper.ui.table.of_own_maps import OwnMapColumn
from journeymapper.ui.table.of_rows import CardsColumn, MeasuredColumn
from journeymapper.ui.table.of_steps import (
    ChannelsColumn,
    FeelingColumn,
    MomentColumn,
    NameColumn,
    OwnerColumn,
    StageColumn,
    WaitColumn,
)
from journeymapper.ui.table.sight import Sight

_CARDS, _FIGURES = 172, 236


def columns_of(sight: Sight, tokens: Tokens) -> tuple[Column, ...]:
    """Return the facts of a step, then the rows of cards that the map shows, in its order."""
    found: list[Column] = [
        StageColumn("stage", titles.STAGE, Editor.CHOICE, width=120),
        NameColumn("name", titles.NAME, own=True, width=176),
        ChannelsColumn("channels", titles.CHANNELS, Editor.CHOICE, width=132),
        OwnerColumn("owner", titles.OWNER, Editor.CHOICE, width=140),
        MomentColumn("moment", titles.MOMENT, Editor.CHOICE, width=124),
        FeelingColumn("feeling", _feeling_title(sight), width=100),
        WaitColumn("promised", titles.PROMISED, width=112, promised=True),
        WaitColumn("actual", titles.ACTUAL, width=104, promised=False),
    ]
    if with_own_map(sight.snapshot, sight.map_id):
        found.append(OwnMapColumn("own_map", of_own_maps.TITLE, Editor.CHOICE, width=140))
    for lane in queries.lanes(sight.snapshot, sight.map_id):
        if lane.visible and lane.kind not in DERIVED_ROWS:
            label = row_label(sight.snapshot, tokens, lane.id)
            measured = lane.kind == LaneKind.METRIC
            kind, width = (MeasuredColumn, _FIGURES) if measured else (CardsColumn, _CARDS)
            found.append(kind(lane.id, label, Editor.LINES, width=width, lane=lane))
    return tuple(found)


def _feeling_title(sight: Sight) -> Message:
    if not sight.persona:
        return _("Feeling")
    return _("{name} feels", name=persona_name(sight.snapshot, sight.persona))
