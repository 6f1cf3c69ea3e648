"""What can be put on paper: sheets for a wall, a report, a poster, to write on, cards, plans."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import cast

from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.pages import account_sheets
from journeymapper.drawing.blank.pages import blank_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.pages import Audience, sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import Paper, paper, upright
from journeymapper.drawing.persona_card.pages import persona_sheets
from journeymapper.drawing.tiles.pages import TILES, tiled
from journeymapper.drawing.wall.pages import wall_sheets


class Preset(StrEnum):
    """A way to put a map, or the cards of the personas, on paper."""

    WALL = "wall"
    REPORT = "report"
    POSTER = "poster"
    BLANK = "blank"
    CARDS = "cards"
    ACCOUNTS = "accounts"
    GAPS = "gaps"
    PLANS = "plans"


PAPERS: dict[Preset, tuple[str, ...]] = {
    Preset.WALL: ("a4", "letter"),
    Preset.REPORT: ("a3", "a4", "letter", "tabloid"),
    Preset.POSTER: ("single", "a0", "a1", "a2", "a3"),
    Preset.BLANK: ("a4", "letter"),
    Preset.CARDS: ("a4", "letter", "a5", "a3", "a2", "a1"),
    Preset.ACCOUNTS: ("a4", "letter"),
    Preset.GAPS: ("a4", "letter"),
    Preset.PLANS: ("a4", "letter"),
}
"""The papers that suit each; the first is offered first."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which preset on which paper, the day that is printed, and for whom.

    ``counts`` are the answers, for the gap analysis and for plans. ``parts`` are keys of
    ``drawing.plans.kinds.PAPERS`` and ``plans`` the ids of plans that get a page, () for all.
    """

    preset: Preset
    on: Paper
    today: date
    audience: str = Audience.INTERNAL
    tile: Paper | None = None
    """The paper that large sheets are printed on in parts, None for sheets as they are."""
    counts: Counts = field(default_factory=lambda: Counts({}), compare=False)
    parts: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()


_Maker = Callable[[Snapshot, str, MapSetting, Paper, date], tuple[Sheet, ...]]


def _cards(
    snapshot: Snapshot, _map_id: str, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    return persona_sheets(snapshot, setting, on, today)


def _accounts(
    snapshot: Snapshot, _map_id: str, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    return account_sheets(snapshot, setting, on, today)


_OWN: dict[Preset, _Maker] = {
    Preset.WALL: wall_sheets,
    Preset.BLANK: blank_sheets,
    Preset.CARDS: _cards,
    Preset.ACCOUNTS: _accounts,
}
_IN_PLACE_OF_A_PAPER = (Preset.WALL, Preset.BLANK)


def preset_named(name: str) -> Preset:
    """Return the preset that stands in place of a paper, the report for any other name."""
    key = name.strip().lower()
    return Preset(key) if key in _IN_PLACE_OF_A_PAPER else Preset.REPORT


def _gap_maker() -> Callable[..., tuple[Sheet, ...]]:
    """Load the report on gaps now: its packages would slow down every printing of a map."""
    laying = importlib.import_module("journeymapper.drawing.gaps.laying")
    return cast("Callable[..., tuple[Sheet, ...]]", laying.gap_sheets)


def _plan_sheets(snapshot: Snapshot, setting: MapSetting, wish: Wish) -> tuple[Sheet, ...]:
    """Load the pages of plans now, for the same reason."""
    kinds = importlib.import_module("journeymapper.drawing.plans.kinds")
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    keys = wish.parts or kinds.held(snapshot, wish.counts, wish.today)
    size = upright(wish.on)
    made = kinds.plan_sheets(keys, snapshot, wish.counts, pen, wish.today, wish.plans, size)
    return cast("tuple[Sheet, ...]", made)


def laid_out(snapshot: Snapshot, map_id: str, setting: MapSetting, wish: Wish) -> tuple[Sheet, ...]:
    """Return the sheets of one map, all lengths in points; plans need no map.

    Raises UserError for a map that does not fit the paper, MissingEntityError without it.
    """
    if wish.preset == Preset.GAPS:
        counts, size = wish.counts, upright(wish.on)
        return _gap_maker()(snapshot, map_id, setting, counts, wish.today, wish.audience, size)
    if wish.preset == Preset.PLANS:
        return _plan_sheets(snapshot, setting, wish)
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
