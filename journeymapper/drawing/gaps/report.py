"""The gap analysis on paper: summary, worst places, a page for each family, method at the back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.gaps.board import GapBoard
from journeymapper.analysis.gaps.pictures import GapPictures
from journeymapper.analysis.gaps.rules import BY_CODE, Family
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Reading
from journeymapper.drawing.flowing import INNER, SECTION, SHRINK, SMALL, Flow
from journeymapper.drawing.gaps import first_page, method, rows, words
from journeymapper.drawing.gaps.charts import ChartMaker
from journeymapper.drawing.gaps.trademark import TRADEMARK
from journeymapper.drawing.gaps.words import Names
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map import words as map_words
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright


@dataclass(frozen=True, slots=True)
class GapReportSetting:
    """``summary`` takes the place of the sentence it would begin with; ``audience`` as for maps.

    ``on`` is the paper.
    """

    summary: str = ""
    audience: str = "internal"
    on: Upright = A4


def report_sheets(
    snapshot: Snapshot,
    board: GapBoard,
    pictures: GapPictures,
    pen: Pen,
    today: date,
    setting: GapReportSetting | None = None,
) -> tuple[Sheet, ...]:
    """Return the pages, all lengths in points."""
    wish = setting or GapReportSetting()
    names = Names(snapshot)
    maker = ChartMaker(snapshot, board, pictures, names, pen)
    day = pen.say(in_words(today))
    about, bottom = _about(snapshot, pen), _bottom(snapshot, pen, day)
    flow = Flow(pen, pen.say(TITLE), about, bottom, size=wish.on)
    summary = wish.summary or " ".join(pen.say(one) for one in board.sentences)
    page = first_page.FirstPage(flow, snapshot, board, names, maker)
    page.head(pen.say(TITLE), day, _facts(snapshot, board, pen))
    page.summary(summary)
    page.counts()
    page.sure()
    page.worst()
    page.main_chart(pictures)
    for family in Family:
        found = [gap for gap in board.open_gaps if BY_CODE[gap.rule].family == family]
        if found:
            _family(flow, family, found, maker, names)
    if board.accepted and wish.audience == "internal":
        _accepted(flow, board, names)
    _method(flow, board)
    return flow.sheets()


TITLE = _("Gap analysis")


def _about(snapshot: Snapshot, pen: Pen) -> str:
    maps = queries.maps(snapshot)
    project = queries.project(snapshot)
    title = maps[0].title if maps else project.title
    said: Message = _("{title}", title=title)
    if project.organisation:
        said = _("{title}. {organisation}", title=title, organisation=project.organisation)
    return pen.say(said)


def _bottom(snapshot: Snapshot, pen: Pen, day: str) -> str:
    if queries.project(snapshot).example:
        return pen.say(_("EXAMPLE. Printed {date}", date=day))
    return pen.say(_("Printed {date}", date=day))


def _facts(snapshot: Snapshot, board: GapBoard, pen: Pen) -> tuple[str, ...]:
    """What stands at the end side of the head: for whom, how many steps, who was asked."""
    steps = [snapshot.get(Touchpoint, step) for step in board.steps]
    moments = sum(step.moment_of_truth != MomentOfTruth.NONE for step in steps)
    told = len(steps) - len(board.silent)
    people = queries.project(snapshot).people
    said: list[Message] = []
    names = [p.short or p.name for p in queries.personas(snapshot)][:3]
    if names:
        said.append(_("For {names}", names=", ".join(names)))
    said.append(_("{n} steps, {moments} moments of truth", n=len(steps), moments=moments))
    said.append(map_words.asked(people, told, len(steps)))
    return tuple(pen.say(one) for one in said)


def _family(
    flow: Flow, family: Family, found: Sequence[Gap], maker: ChartMaker, names: Names
) -> None:
    pen = flow.pen
    flow.page()
    title = pen.say(words.FAMILIES[family])
    flow.write(f"family:{family}", title, SECTION, reading=Reading.STAGE, mark=0, after=4)
    said = _("1 gap") if len(found) == 1 else _("{n} gaps", n=len(found))
    flow.write(f"count:{family}", pen.say(said), SMALL, "text_secondary", after=4)
    for i, make in enumerate(maker.of_family(family)):
        flow.chart(make(INNER / SHRINK), f"{family}:{i}")
        flow.space(6)
    flow.heading(f"table:{family}", pen.say(_("All of them")))
    flow.table(rows.head(pen, str(family)), [rows.gap_row(pen, gap, names) for gap in found])


def _accepted(flow: Flow, board: GapBoard, names: Names) -> None:
    pen = flow.pen
    flow.page()
    flow.write("accepted", pen.say(_("What we live with")), SECTION, reading=Reading.STAGE, mark=0)
    known = [gap for gap in board.report.gaps if gap.key in board.accepted]
    made = [rows.gap_row(pen, gap, names, board.accepted[gap.key]) for gap in known]
    if made:
        flow.table(rows.head(pen, "accepted"), made)
    else:
        none = pen.say(_("None of these gaps is there any more."))
        flow.write("accepted:none", none)


def _method(flow: Flow, board: GapBoard) -> None:
    pen, say = flow.pen, flow.pen.say
    flow.page()
    flow.write("method", say(_("Method")), SECTION, reading=Reading.STAGE, mark=0)
    flow.heading("caveats", say(_("Before you act")))
    for i, caveat in enumerate(method.CAVEATS):
        flow.write(f"caveat:{i}", say(caveat), after=4)
    found = method.unjudged(board.report)
    if found:
        hint = say(_("That is no proof that all is well there."))
        flow.heading("unjudged", say(_("What could not be judged")), hint)
        for one in found:
            flow.write(f"unjudged:{one.rule.code}", say(method.unjudged_words(one)), after=2)
    flow.heading("rules", say(_("The rules")))
    for family in Family:
        for rule in method.rules_of(family):
            flow.add(rows.rule_row(pen, rule))
    flow.space(8)
    flow.write("trademark", say(TRADEMARK), SMALL, "text_secondary")
