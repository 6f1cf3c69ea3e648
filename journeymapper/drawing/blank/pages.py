"""All sheets to write on: a set for the stages, then the lists for dots."""

from __future__ import annotations

from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.blank.dots import dots_groups, dots_plan
from journeymapper.drawing.blank.frame import MARGIN, BlankFrame, foot_of
from journeymapper.drawing.blank.writing import writing_groups, writing_plan
from journeymapper.drawing.display_list import Drawing
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.wall.content import gathered, main_persona
from journeymapper.drawing.wall.frame import size_across


def blank_sheets(
    snapshot: Snapshot, map_id: str, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    """Return numbered sheets to write on, all lengths in points.

    Numbers and names of the steps are printed, nothing else from the map. Raises UserError for
    a map without stages, MissingEntityError without the map.
    """
    persona = main_persona(snapshot, map_id, setting.personas)
    stages = gathered(snapshot, map_id, persona)
    if not stages:
        raise UserError(
            _("There is nothing to write on yet."), _("Add a stage and a step to the map first.")
        )
    project = queries.project(snapshot)
    width, height = size_across(on)
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    title = snapshot.get(JourneyMap, map_id).title
    frame = BlankFrame(
        pen=pen,
        width=width,
        height=height,
        title=title,
        persona=(persona.short or persona.name) if persona else "",
        example=project.example,
        printed=pen.say(in_words(today)),
    )
    writing, dots = writing_plan(stages), dots_plan(frame, stages)
    total = len(writing) + len(dots)
    made: list[Sheet] = []
    for number, one in enumerate(writing, start=1):
        groups = (*writing_groups(frame, one), foot_of(frame, number, total, width, height))
        said = pen.say(
            _(
                "Sheet {number}: {stage_number} {stage}",
                number=number,
                stage_number=one.stage.number,
                stage=one.stage.name,
            )
        )
        first = (Bookmark(title, 0, MARGIN),) if number == 1 else ()
        marks = (*first, Bookmark(said, 1, MARGIN))
        key = f"stage:{one.stage.id}:{one.part}"
        made.append(Sheet(Drawing(width, height, groups), width, height, title, marks, key))
    for i, page in enumerate(dots, start=1):
        number = len(writing) + i
        groups = (*dots_groups(frame, page), foot_of(frame, number, total, height, width))
        mark = Bookmark(pen.say(_("Sheet {number}: dots", number=number)), 1, MARGIN)
        drawing = Drawing(height, width, groups)
        made.append(Sheet(drawing, height, width, title, (mark,), f"dots:{i}"))
    return tuple(made)
