"""What a map can be on paper: sheets for a wall, a report, a poster, sheets to write on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.blank.pages import blank_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.pages import Audience, sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import Paper, paper
from journeymapper.drawing.tiles.pages import TILES, tiled
from journeymapper.drawing.wall.pages import wall_sheets


class Preset(StrEnum):
    """A way to put a map on paper."""

    WALL = "wall"
    REPORT = "report"
    POSTER = "poster"
    BLANK = "blank"


PAPERS: dict[Preset, tuple[str, ...]] = {
    Preset.WALL: ("a4", "letter"),
    Preset.REPORT: ("a3", "a4", "letter", "tabloid"),
    Preset.POSTER: ("single", "a0", "a1", "a2", "a3"),
    Preset.BLANK: ("a4", "letter"),
}
"""The papers that suit each; the first is offered first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which preset on which paper, the day that is printed, and for whom."""

    preset: Preset
    on: Paper
    today: date
    audience: str = Audience.INTERNAL
    tile: Paper | None = None
    """The paper that large sheets are printed on in parts, None for sheets as they are."""


_Maker = Callable[[Snapshot, str, MapSetting, Paper, date], tuple[Sheet, ...]]
_OWN: dict[Preset, _Maker] = {Preset.WALL: wall_sheets, Preset.BLANK: blank_sheets}


def preset_named(name: str) -> Preset:
    """Return the preset that stands in place of a paper, the report for any other name."""
    key = name.strip().lower()
    return Preset(key) if key in _OWN else Preset.REPORT


def laid_out(snapshot: Snapshot, map_id: str, setting: MapSetting, wish: Wish) -> tuple[Sheet, ...]:
    """Return the sheets of one map, all lengths in points.

    Raises UserError for a map that does not fit the paper, MissingEntityError without it.
    """
    maker = _OWN.get(wish.preset)
    if maker is not None:
        return maker(snapshot, map_id, setting, wish.on, wish.today)
    made = sheets(snapshot, map_id, setting, wish.on, wish.today, wish.audience)
    if wish.tile is None:
        return made
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    return tiled(made, wish.on.margin, wish.tile, pen)


def tile_paper(name: str) -> Paper:
    """Return the paper of a name for tiles; raises UserError for one that is none."""
    if name.strip().lower() not in TILES:
        raise UserError(
            _("“{name}” is not a paper for tiles.", name=name),
            _("Choose one of {names}.", names=", ".join(TILES)),
        )
    return paper(name)
