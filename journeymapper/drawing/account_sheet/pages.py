"""The sheets of accounts: each begins a page; long texts go on over further ones."""

from __future__ import annotations

from datetime import date

from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Account
from journeymapper.domain.errors import UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.parts import LABEL, AccountContent, parts_of
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading, Shape, moved
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.persona_card.flow import Flow
from journeymapper.drawing.persona_card.words import EXAMPLE

_FOOT = 20.0


def account_sheets(
    snapshot: Snapshot, setting: MapSetting, on: Paper, today: date
) -> tuple[Sheet, ...]:
    """Return the sheet of each account in order, lengths in points; raises UserError without any.

    They say why an account has its tier and what is known of its people: for one's own team.
    """
    accounts = sorted(snapshot.table(Account).values(), key=sort_key)
    if not accounts:
        raise UserError(
            _("There is no account to print yet."),
            _("Add one in the place Personas, under Accounts."),
        )
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    project = queries.project(snapshot)
    contents = (AccountContent(snapshot, pen, one, project, today) for one in accounts)
    return tuple(sheet for content in contents for sheet in _sheets(content, on))


def _sheets(content: AccountContent, on: Paper) -> list[Sheet]:
    across, along = sorted((on.width, on.height))  # upright on any paper
    wide, high = across - 2 * on.margin, along - 2 * on.margin
    flow = Flow(wide, high - _FOOT)
    flow.full(parts_of(content, wide))
    found: list[Sheet] = []
    for number, groups in enumerate(flow.pages, start=1):
        whole = [*groups, _foot(content, wide, high, number, len(flow.pages))]
        drawn = tuple(moved(group, on.margin, on.margin) for group in whole)
        marks = (Bookmark(content.title, 0, on.margin),) if number == 1 else ()
        key = f"account:{content.account.id}" + (f":{number}" if number > 1 else "")
        drawing = Drawing(across, along, drawn)
        found.append(Sheet(drawing, across, along, content.title, marks, key))
    return found


def _foot(content: AccountContent, width: float, height: float, number: int, total: int) -> Group:
    pen, project = content.pen, content.project
    day = in_words(content.today)
    words = _("Printed {date}", date=day)
    if total > 1:
        words = _("Sheet {number} of {total}, printed {date}", number=number, total=total, date=day)
    said = pen.line(pen.say(words), LABEL)
    whose = project.organisation or project.title
    if project.example:
        whose = pen.say(_("{example}, {whose}", example=EXAMPLE, whose=whose))
    shapes: list[Shape] = [*placed(said, width - said.width, 0, "text_secondary")]
    block = pen.line(whose, LABEL)
    if whose and block.width < width - said.width - 16:
        shapes += placed(block, 0, 0, "text_secondary")
    box = Box(0, height - LABEL.line, width, LABEL.line)
    return Group("foot", box, tuple(shapes), reading=Reading.TEXT)
