"""The first page of the report: what a reader with one minute should know."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.board import GapBoard
from journeymapper.analysis.gaps.pictures import GapPictures
from journeymapper.analysis.gaps.places import Place
from journeymapper.domain import queries
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Box, Reading, Rect, Shape
from journeymapper.drawing.flowing import BODY, HEAD, INNER, SHRINK, SMALL, STRONG, Block, Flow
from journeymapper.drawing.gaps import words
from journeymapper.drawing.gaps.charts import ChartMaker
from journeymapper.drawing.gaps.words import Names
from journeymapper.drawing.lettering import centred, placed
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.marks import evidence_dots, severity_mark
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.transform import scaled
from journeymapper.text.runs import TextStyle

_TITLE = TextStyle(22, 28, 600)
_LEAD = TextStyle(12, 17, 400)
_COUNT = TextStyle(18, 24, 700)
_GAP = 7.0
_CARD = 54.0
_MARK = 19.0
_WORST = {
    1: _("The worst place"),
    2: _("The two worst places"),
    3: _("The three worst places"),
}
_SIDE = 156.0
"""Width of the notes beside the chart."""


class FirstPage:
    """Adds the parts of the first page to a flow, one after the other."""

    def __init__(
        self, flow: Flow, snapshot: Snapshot, board: GapBoard, names: Names, maker: ChartMaker
    ) -> None:
        self._flow, self._pen = flow, flow.pen
        self._snapshot, self._board, self._names, self._maker = snapshot, board, names, maker

    def head(self, title: str, day: str, facts: Sequence[str]) -> None:
        """Add the title, what it is about, and the facts at the end side."""
        pen = self._pen
        project = queries.project(self._snapshot)
        maps = queries.maps(self._snapshot)
        about: Message = _(
            "{title}, {date}", title=maps[0].title if maps else project.title, date=day
        )
        if project.organisation:
            about = _(
                "{title}. {organisation}, {date}",
                title=maps[0].title if maps else project.title,
                organisation=project.organisation,
                date=day,
            )
        room = INNER * 0.62
        first = pen.block(title, _TITLE, room)
        second = pen.block(pen.say(about), BODY, room)
        shapes: list[Shape] = [
            *placed(first, 0, 0),
            *placed(second, 0, first.height, "text_secondary"),
        ]
        if project.example:
            tag = pen.line(pen.say(_("EXAMPLE")), STRONG)
            box = Box(first.width + 12, 7, tag.width + 12, 17)
            shapes.append(Rect(box, "surface", "text_secondary", 1.0, radius=3))
            shapes += centred(tag, box.x + box.w / 2, box.y + 8.5, "text_secondary")
        y = 4.0
        for fact in facts:
            block = pen.block(fact, SMALL, INNER - room - 8, "end")
            shapes += placed(block, room + 8, y, "text_secondary")
            y += block.height
        height = max(first.height + second.height, y) + 12
        self._flow.add(Block("title", height, tuple(shapes), Reading.TITLE, mark=(title, 0)))

    def summary(self, text: str) -> None:
        """Add the sentence that everything is about."""
        block = self._pen.block(text, _LEAD, INNER - 14)
        shapes = (
            Rect(Box(0, 0, 2.5, block.height), "text"),
            *placed(block, 12, 0),
        )
        self._flow.add(Block("summary", block.height + 8, shapes))

    def counts(self) -> None:
        """Add how many places there are by how bad they are, and where we cannot tell."""
        pen, board = self._pen, self._board
        said = words.counted(len(board.places), board.reasons)
        if not board.places:
            said = _("No place to mend was found")
        self._flow.heading("counts", pen.say(said))
        wide = (INNER - 4 * _GAP) / 5
        shapes: list[Shape] = []
        spoken: list[str] = []
        for i, band in enumerate((*words.BANDS, None)):
            x = i * (wide + _GAP)
            shapes.append(Rect(Box(x, 0, wide, _CARD), "surface", "line_strong", 0.75, radius=4))
            if band is None:
                n, name = len(board.silent), pen.say(_("Cannot tell yet"))
                shapes.append(circle(x + 8 + _MARK / 2, 9 + _MARK / 2, _MARK / 2 - 1, "surface",
                                     "text_secondary"))  # fmt: skip
                shapes += centred(pen.line("?", STRONG), x + 8 + _MARK / 2, 9 + _MARK / 2)
            else:
                n, name = board.count(str(band)), pen.say(SEVERITIES[band])
                shapes += severity_mark(pen, band, x + 8, 9, _MARK)
            shapes += placed(pen.line(str(n), _COUNT), x + 16 + _MARK, 6)
            shapes += placed(pen.block(name, STRONG, wide - 12), x + 8, 34)
            spoken.append(f"{name}: {n}")
        alt = _("{counts}", counts=", ".join(spoken))
        self._flow.add(Block("counts:cards", _CARD + 6, tuple(shapes), Reading.FIGURE, alt))

    def sure(self) -> None:
        """Add how many places rest on what."""
        if not self._board.places:
            return
        hint = self._pen.say(_("A place never looks smaller because we know less about it."))
        self._flow.heading("sure", self._pen.say(_("How sure we are")), hint)
        chart = self._maker.sure(INNER / SHRINK)
        for group in chart.drawing.groups:
            small = scaled(group, SHRINK)
            self._flow.add(
                Block("sure:strip", small.box.h + 4, small.shapes, Reading.FIGURE, group.alt)
            )

    def worst(self) -> None:
        """Add the three worst places in sentences."""
        worst = self._board.first
        if not worst:
            return
        title = _WORST[len(worst)]
        self._flow.heading("worst", self._pen.say(title))
        for rank, place in enumerate(worst, start=1):
            self._flow.add(self._place(rank, place))

    def main_chart(self, pictures: GapPictures) -> None:
        """Add what matters and how we do, where there are figures for it, with its reading.

        Without them the curve takes its place.
        """
        if not pictures.standings:
            if self._board.steps:
                self._flow.chart(self._maker.feelings(INNER / SHRINK), "first")
            return
        width = (INNER - _SIDE - 14) / SHRINK
        flow, pen = self._flow, self._pen
        room = flow.room - 36
        high = min(width * 0.85, max(width * 0.48, room / SHRINK))
        chart = self._maker.importance(width, high)
        hint = pen.say(_("The bar shows how far chance could move the average."))
        flow.heading("importance", pen.say(chart.title), hint)
        group = scaled(chart.drawing.groups[0], SHRINK)
        notes = self._notes(pictures)
        shapes = list(group.shapes)
        y = 2.0
        for head, said in notes:
            top = pen.block(pen.say(head), STRONG, _SIDE)
            block = pen.block(pen.say(said), SMALL, _SIDE)
            shapes += placed(top, INNER - _SIDE, y)
            shapes += placed(block, INNER - _SIDE, y + top.height, "text_secondary")
            y += top.height + block.height + 7
        alt = _(
            "{chart} {notes}",
            chart=chart.alt,
            notes=" ".join(f"{pen.say(head)}: {pen.say(said)}" for head, said in notes),
        )
        flow.add(
            Block("importance:chart", max(group.box.h, y) + 4, tuple(shapes), Reading.FIGURE, alt)
        )

    def _place(self, rank: int, place: Place) -> Block:
        pen, names = self._pen, self._names
        left, sure_at = 46.0, INNER - 130
        title = _(
            "{place}: {reasons}",
            place=names.title(place.subject).whole,
            reasons=words.reasons_of(place),
        )
        top = pen.block(pen.say(title), HEAD, sure_at - left - 12)
        sentence = " ".join(pen.say(one) for one in telling.sentences(place))
        said = pen.block(sentence, BODY, sure_at - left - 12)
        height = top.height + said.height + 12
        middle = height / 2
        shapes: list[Shape] = [
            *placed(pen.line(str(rank), BODY), 2, middle - 7),
            *severity_mark(pen, Severity(place.band), 18, middle - 8, 15.0),
            *placed(top, left, 5),
            *placed(said, left, 5 + top.height, "text_secondary"),
        ]
        y = 10.0
        evidence = telling.backing(place).evidence
        if evidence is not None:
            shapes += evidence_dots(evidence, sure_at, y, 7)
            y += 11
        who = pen.block(pen.say(words.how_sure(place, names.people)), SMALL, INNER - sure_at)
        shapes += placed(who, sure_at, y)
        height = max(height, y + who.height + 6)
        shapes.append(Rect(Box(0, height - 0.75, INNER, 0.5), "line"))
        return Block(f"worst:{place.subject}", height, tuple(shapes), entity=place.subject)

    def _notes(self, pictures: GapPictures) -> list[tuple[Message, Message]]:
        """What the chart says, in words: what to fix, to keep, to read with care, who said so."""
        chart, title = pictures.chart, self._names.title
        found: list[tuple[Message, Message]] = []
        for quadrant, head, said in (
            ("Q1", _("Fix first"), _("{steps}. They matter much and are done badly.")),
            ("Q2", _("Keep it up"), _("{steps}. They matter much and are done well.")),
        ):
            steps = [title(id_).whole for id_, q in chart.quadrants.items() if q == quadrant]
            if steps:
                found.append((head, Message(said.key, steps=", ".join(steps))))
        unsure = [title(id_).whole for id_ in chart.quadrants if id_ in chart.uncertain]
        if unsure:
            said = _(
                "{steps}. With other answers they could change field.", steps=", ".join(unsure)
            )
            found.append((_("Read with care"), said))
        if pictures.importance_sure in (Grade.D, Grade.E):
            said = _("The team said how much each step matters. Nobody else was asked yet.")
            found.append((_("Importance is an opinion"), said))
        return found
