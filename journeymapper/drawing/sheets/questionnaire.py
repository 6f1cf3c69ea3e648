"""The questionnaire: five faces for each step that matters, and room for one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth, People
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, centred, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.marks import FACES, face
from journeymapper.drawing.sheets.page import (
    BODY,
    HEIGHT,
    INNER,
    LEAD,
    MARGIN,
    SMALL,
    STRONG,
    TITLE,
    Page,
)

MOST = 9
"""So many steps fit on one page; fewer where their names are long."""

_FACE = 11.0
_BOX = 13.0
_ROW = 50.0
_FACES_FROM = 250.0
_WORDS = 110.0
"""Height kept for the last question and its lines."""

FACE_WORDS = (_("Awful"), _("Not good"), _("Neither"), _("Good"), _("Great"))

_HEAD: dict[People, Message] = {
    People.PATIENT: _("How was your visit?"),
    People.CUSTOMER: _("How was it?"),
    People.GUEST: _("How was your stay?"),
    People.CLIENT: _("How do we work together?"),
    People.RESIDENT: _("How is your day here?"),
    People.EMPLOYEE: _("How is it to work here?"),
    People.CITIZEN: _("How was your visit?"),
}


def steps_to_ask(snapshot: Snapshot, map_id: str, most: int = MOST) -> tuple[str, ...]:
    """Return the steps worth a question, in journey order: moments of truth, and what feels bad.

    Of more than fit those with the deepest feelings are taken; without any moment of truth all
    steps are looked at.
    """
    steps = queries.touchpoints_of_map(snapshot, map_id)
    depth = {step.id: _deepest(snapshot, step.id) for step in steps}
    found = [step.id for step in steps]
    marked = {step.id for step in steps if step.moment_of_truth != MomentOfTruth.NONE}
    if marked:
        found = [step for step in found if step in marked or depth[step] < 0]
    kept = sorted(found, key=lambda step: (depth[step], found.index(step)))[:most]
    return tuple(step for step in found if step in kept)


def questionnaire(
    snapshot: Snapshot, map_id: str, steps: Sequence[str], pen: Pen, today: date
) -> Sheet:
    """Return one page with a row of faces for each of these steps, as many as fit.

    Raises MissingEntityError without the map.
    """
    page = Page(pen)
    project = queries.project(snapshot)
    title = snapshot.get(JourneyMap, map_id).title
    numbers = queries.numbers(snapshot, map_id)
    if project.organisation:
        page.write("whose", project.organisation, SMALL, "text_secondary")
    page.write("title", pen.say(_HEAD[project.people]), TITLE, reading=Reading.TITLE)
    page.y += 2
    hint = _("Please tick one face in each row. Leave out what you do not know. No name needed.")
    page.write("hint", pen.say(hint), LEAD, "text_secondary")
    page.y += 12
    for step_id in steps[:MOST]:
        step = snapshot.get(Touchpoint, step_id)
        if not _row(page, step, numbers[step_id]):
            break
    page.y += 14
    page.write("words", pen.say(_("What should we do differently?")), STRONG)
    line = 0
    while page.y + 24 < HEIGHT - MARGIN and line < 4:
        page.rule(f"line:{line}", 23)
        line += 1
    return page.sheet(title, today)


def _row(page: Page, step: Touchpoint, number: str) -> bool:
    """Add the name of a step and a face with a box for each answer; False without room."""
    pen = page.pen
    name = pen.block(step.name, STRONG, _FACES_FROM - 44)
    height = max(_ROW, name.height + 16)
    if page.y + height > HEIGHT - MARGIN - _WORDS:
        return False
    middle = height / 2
    shapes: list[Shape] = [
        Rect(Box(0, 0, INNER, 0.75), "line"),
        *placed(pen.line(number, BODY), 0, middle - name.height / 2, "text_secondary"),
        *placed(name, 30, middle - name.height / 2),
    ]
    width = (INNER - _FACES_FROM) / len(FACES)
    for i, (value, said) in enumerate(zip(FACES, FACE_WORDS, strict=True)):
        x = _FACES_FROM + (i + 0.5) * width
        shapes += face(value, x - 10, middle - 7, _FACE)
        tick = Box(x + 7, middle - 7 - _BOX / 2, _BOX, _BOX)
        shapes.append(Rect(tick, "surface", "text", 1.0, radius=2))
        shapes += centred(pen.line(pen.say(said), SMALL), x, middle + 14, "text_secondary")
    page.add(f"row:{step.id}", height, tuple(shapes), entity=step.id)
    return True


def _deepest(snapshot: Snapshot, step_id: str) -> int:
    return min((known.value for known in queries.feelings(snapshot, step_id)), default=0)
