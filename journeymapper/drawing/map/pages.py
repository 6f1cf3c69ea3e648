"""The map on paper: one sheet as large as the map, or sheets of a chosen size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Lane
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import composing, furniture
from journeymapper.drawing.map.fitting import (
    LARGEST_SCALE,
    SMALLEST_SCALE,
    SMALLEST_TEXT,
    Spread,
    TooTall,
    is_large,
    narrowest_column,
    spread,
)
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.legend import Legend, legend_of
from journeymapper.drawing.map.places import DARK_ROWS
from journeymapper.drawing.map.setting import MOST_PERSONAS, MapSetting, frame_of
from journeymapper.drawing.map.sheet import Sheet, enlarged
from journeymapper.drawing.map.titles import row_title
from journeymapper.drawing.paper import LONGEST, Paper, paper


class Audience(StrEnum):
    """For whom a sheet is printed: clients do not see the rows behind the scenes."""

    INTERNAL = "internal"
    CLIENT = "client"


_INTERNAL_ROWS = frozenset(DARK_ROWS)
_LARGER = ("a4", "a3", "a2", "a1", "a0")
_LARGER_ON_A3 = 1.2
"""How much larger than usual all may be on A3: text of 12 then has 10.8 points."""

_GAP = 8.0
"""Between map, legend and foot."""

_NARROWEST = 480.0
"""Least width of a single sheet between its margins, so that head and legend have room."""


def sheets(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    on: Paper,
    today: date,
    audience: Audience | str = Audience.INTERNAL,
) -> tuple[Sheet, ...]:
    """Return a map on sheets of paper, all lengths in points.

    No text is smaller than 6.5 points and none is cut. Raises UserError, naming a paper that
    fits, where that cannot be; MissingEntityError without the map.
    """
    setting = _for_paper(snapshot, map_id, setting, Audience(audience))
    if on.single:
        return (_single(snapshot, map_id, setting, on, today),)
    return _paged(snapshot, map_id, setting, on, today)


def _paged(
    snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    """Spread the map; on large paper all is enlarged as far as that takes no more sheets."""
    factor, found = 1.0, _spread_on(snapshot, map_id, setting, on, 1.0)
    if isinstance(found, TooTall):
        raise _refused(snapshot, map_id, setting, on, found)
    most = on.width / paper("a3").width
    if most >= 1 and found.scale == LARGEST_SCALE and not is_large(snapshot, map_id):
        for power in (1.0, 2 / 3, 1 / 3):
            larger = (most * _LARGER_ON_A3) ** power
            tried = _spread_on(snapshot, map_id, setting, on, larger, (LARGEST_SCALE,))
            if isinstance(tried, Spread) and tried.sheets <= found.sheets:
                factor, found = larger, tried
                break
    page = _page(on, factor)
    around = _around(snapshot, map_id, setting, page.inner)
    made = composing.compose(snapshot, map_id, found, page, around.head, around.legend, today)
    return tuple(enlarged(sheet, factor) for sheet in made) if factor > 1 else made


def _page(on: Paper, factor: float) -> composing.Page:
    """The sheet before it is enlarged."""
    return composing.Page(on.width / factor, on.height / factor, on.margin / factor)


def _spread_on(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    on: Paper,
    factor: float,
    scales: Sequence[float] = (),
) -> Spread | TooTall:
    page = _page(on, factor)
    around = _around(snapshot, map_id, setting, page.inner)
    room = (page.inner, page.height - 2 * page.margin - around.height)
    return spread(snapshot, map_id, setting, room, scales)


def _for_paper(
    snapshot: Snapshot, map_id: str, setting: MapSetting, audience: Audience
) -> MapSetting:
    journey = snapshot.get(JourneyMap, map_id)
    client = audience == Audience.CLIENT
    return replace(
        setting,
        personas=setting.personas or journey.personas[:MOST_PERSONAS],
        fit_width=None,
        fill_height=None,
        collapsed=frozenset(),
        paper=True,
        without=setting.without | (_INTERNAL_ROWS if client else frozenset()),
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around the map, and the height it takes."""

    head: furniture.Head
    legend: Legend

    @property
    def height(self) -> float:
        return self.head.height + self.legend.height + furniture.FOOT_HEIGHT + 2 * _GAP


def _around(snapshot: Snapshot, map_id: str, setting: MapSetting, width: float) -> _Around:
    frame = frame_of(snapshot, map_id, setting)
    stages = len(queries.stages(snapshot, map_id))
    head = furniture.head_of(snapshot, map_id, frame, width, furniture.index_width(stages))
    return _Around(head, legend_of(snapshot, map_id, frame, width))


def _single(snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, today: date) -> Sheet:
    column = max(narrowest_column(snapshot, map_id, setting), setting.column_width)
    for scale in (LARGEST_SCALE, SMALLEST_SCALE):
        least = SMALLEST_TEXT / scale
        layout = lay_out(snapshot, map_id, replace(setting, column_width=column, least_text=least))
        inner = max(layout.width * scale, _NARROWEST)
        around = _around(snapshot, map_id, setting, inner)
        width = inner + 2 * on.margin
        height = layout.height * scale + around.height + 2 * on.margin
        if max(width, height) <= LONGEST:
            whole = Spread(layout, scale, ((0, len(layout.columns)),), ((0, len(layout.rows)),))
            page = composing.Page(width, height, on.margin)
            (sheet,) = composing.compose(
                snapshot, map_id, whole, page, around.head, around.legend, today
            )
            return sheet
    raise UserError(
        _("This map is too large for a single sheet: a page can be 5080 mm long at most."),
        _fitting(snapshot, map_id, setting, _LARGER),
    )


def _refused(
    snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, found: TooTall
) -> UserError:
    lane = snapshot.get(Lane, found.lane)
    title = row_title(frame_of(snapshot, map_id, setting), lane)
    larger = [name for name in _LARGER if paper(name).height > on.height]
    return UserError(
        _(
            "The row “{row}” is too high for {paper}: its text would be smaller than 6.5 points.",
            row=title,
            paper=on.label,
        ),
        _fitting(snapshot, map_id, setting, (*larger, "single")),
    )


def _fitting(
    snapshot: Snapshot, map_id: str, setting: MapSetting, names: Sequence[str]
) -> Message | None:
    """Name the first of these papers that fits."""
    for name in names:
        on = paper(name)
        if on.single:
            return _("It fits on paper “single”: one sheet as large as the map.")
        around = _around(snapshot, map_id, setting, on.inner[0])
        room = (on.inner[0], on.inner[1] - around.height)
        if isinstance(spread(snapshot, map_id, setting, room), Spread):
            return _("It fits on {paper}.", paper=on.label)
    return None
