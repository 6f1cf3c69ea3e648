"""The sheets for a wall: the row of stages, what follows below, and the summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.step_figures import step_figures
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import MapState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Drawing, Group, Path
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.wall.bar import bar_group, wall_foot
from journeymapper.drawing.wall.content import gathered, main_persona
from journeymapper.drawing.wall.feelings import Curve, band_groups, curve_of
from journeymapper.drawing.wall.frame import (
    BAND_BOTTOM,
    BAR_BOTTOM,
    MARGIN,
    WallFrame,
    size_across,
)
from journeymapper.drawing.wall.heads import head_groups, no_steps
from journeymapper.drawing.wall.more import Following, following, following_groups
from journeymapper.drawing.wall.planning import PlannedSheet, planned
from journeymapper.drawing.wall.summary import summary_sheets
from journeymapper.drawing.wall.table import table_groups


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A sheet of the row, its number, and the sheets that follow below it."""

    sheet: PlannedSheet
    number: int
    following: tuple[Following, ...]


def wall_sheets(
    snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    """Return a map for a wall, all lengths in points; the last sheets are the summary.

    No text is smaller than 14 points, no name of a step smaller than 20, and none is cut: what
    has no room stands whole on a sheet to hang below. Raises UserError for a map without stages,
    MissingEntityError without the map.
    """
    frame = frame_of(snapshot, map_id, setting, on, today)
    persona = main_persona(snapshot, map_id, setting.personas)
    stages = gathered(snapshot, map_id, persona)
    if not stages:
        raise UserError(
            _("There is nothing to hang up yet."), _("Add a stage and a step to the map first.")
        )
    row = planned(frame, stages)
    curve = curve_of(frame, row)
    numbered: list[_Numbered] = []
    count = 0
    for sheet in row:
        below = following(frame, sheet) if sheet.has_more else ()
        numbered.append(_Numbered(sheet, count + 1, below))
        count += 1 + len(below)
    on_sheet = {head.step.id: one.number for one in numbered for head in one.sheet.heads}
    title = snapshot.get(JourneyMap, map_id).title
    made: list[Sheet] = []
    for index, one in enumerate(numbered):
        made += _sheets(frame, curve, one, index, count, title)
    return (*made, *summary_sheets(snapshot, map_id, frame, stages, on_sheet))


def frame_of(
    snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, today: date
) -> WallFrame:
    """Return what all sheets of a set share."""
    persona = main_persona(snapshot, map_id, setting.personas)
    project = queries.project(snapshot)
    width, height = size_across(on)
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    return WallFrame(
        pen=pen,
        width=width,
        height=height,
        people=project.people,
        persona=(persona.short or persona.name) if persona else "",
        example=project.example,
        future=snapshot.get(JourneyMap, map_id).state == MapState.FUTURE,
        printed=pen.say(in_words(today)),
        told={} if setting.counts is None else step_figures(snapshot, setting.counts),
    )


def _sheets(
    frame: WallFrame, curve: Curve, one: _Numbered, index: int, total: int, title: str
) -> Sequence[Sheet]:
    sheet, number = one.sheet, one.number
    stage, pen = sheet.stage, frame.pen
    ink = f"stage.{stage.number}.ink"
    whole = pen.say(_("All of it is on sheet {number}", number=number + 1))
    more = pen.say(_("More of this is on sheet {number}", number=number + 1))
    continued = (
        _("Part {part} of {parts}", part=sheet.part, parts=sheet.parts) if sheet.parts > 1 else None
    )
    groups = [bar_group(frame, stage.number, stage.name, continued)]
    if not sheet.heads:
        groups.append(no_steps(frame))
    count = len(sheet.heads)
    for i, head in enumerate(sheet.heads):
        width = frame.inner / count
        x = MARGIN + i * width
        if i:
            line = (("M", x, BAR_BOTTOM + 6), ("L", x, BAND_BOTTOM + 3))
            everywhere = Box(0, 0, frame.width, frame.height)
            groups.append(Group(f"line:{i}", everywhere, (Path(line, stroke="line_strong"),)))
        groups += head_groups(frame, head, x, width, ink, whole if head.rest else "")
    groups += band_groups(frame, curve, sheet, index)
    groups += table_groups(frame, sheet.table, ink, more if sheet.table.rest else "")
    groups.append(wall_foot(frame, number, total))
    made = [_made(frame, title, sheet.key, groups, _bookmarks(pen, sheet, number, title))]
    for i, page in enumerate(one.following, start=1):
        below = _("Hang this below sheet {number}", number=number)
        parts = [
            bar_group(frame, stage.number, stage.name, below),
            *following_groups(frame, page, ink),
            wall_foot(frame, number + i, total),
        ]
        mark = Bookmark(pen.say(_named(sheet, number + i)), 1, MARGIN)
        made.append(_made(frame, title, f"{sheet.key}:{i}", parts, (mark,)))
    return made


def _made(
    frame: WallFrame, title: str, key: str, groups: Sequence[Group], marks: tuple[Bookmark, ...]
) -> Sheet:
    drawing = Drawing(frame.width, frame.height, tuple(groups))
    return Sheet(drawing, frame.width, frame.height, title, marks, key)


def _bookmarks(pen: Pen, sheet: PlannedSheet, number: int, title: str) -> tuple[Bookmark, ...]:
    first = (Bookmark(title, 0, MARGIN),) if number == 1 else ()
    return (*first, Bookmark(pen.say(_named(sheet, number)), 1, MARGIN))


def _named(sheet: PlannedSheet, number: int) -> Message:
    return _(
        "Sheet {number}: {stage_number} {stage}",
        number=number,
        stage_number=sheet.stage.number,
        stage=sheet.stage.name,
    )
