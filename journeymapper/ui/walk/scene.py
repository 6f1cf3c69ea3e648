"""Paints the step in play for a room: large, with the question and its answers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSysInfo, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.growing import GrowingMap, growing
from journeymapper.drawing.marks import FACES
from journeymapper.text.runs import TextStyle
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.theme.sheet import FAMILIES
from journeymapper.ui.walk import words
from journeymapper.ui.walk.facts import StepFacts, face_of, worst
from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.widgets.faces import paint_face

WIDTH, HEIGHT = 1366.0, 768.0
"""The size that all numbers here are meant for; the screen is larger or smaller as a whole."""

MARGIN = 64.0
_ANSWERS = 320.0
_GAP = 16.0
_FACE = 62.0
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_WRAP = Qt.TextFlag.TextWordWrap
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop


def _share(count: int) -> float:
    """Return the width of each of so many answers side by side."""
    return (WIDTH - 2 * MARGIN - (count - 1) * _GAP) / count


class Scene:
    """What is to be seen now; ``paint`` draws it."""

    def __init__(self, context: Context, looks: ThemeHolder) -> None:
        self._context, self._looks = context, looks
        self._guide: Guide | None = None
        self._own = ""
        self.alone = False
        """Whether this is the only screen: then it says how to have two."""

    def show_step(self, guide: Guide, own: str) -> None:
        """Show where the guide stands; ``own`` is the step's own first question, or ""."""
        self._guide, self._own = guide, own

    def paint(self, painter: QPainter, room: QRectF) -> None:
        """Paint everything into a room of WIDTH by at least HEIGHT."""
        guide = self._guide
        if guide is None or not guide.active or not guide.order:
            return
        if guide.at_end:
            self._paint_end(painter, guide, room)
            return
        facts = guide.facts()
        self._paint_head(painter, facts)
        self._paint_question(painter, guide)
        match guide.question:
            case Question.HAVE:
                self._paint_have(painter)
            case Question.FEEL:
                self._paint_faces(painter, facts)
            case Question.WRONG:
                self._paint_often(painter, guide, facts)
        self._paint_progress(painter, guide, room)

    def _paint_head(self, painter: QPainter, facts: StepFacts) -> None:
        number, name = self._style("item_number"), self._style("step_name")
        ink = f"stage.{facts.stage_number}.ink"
        self._text(painter, QRectF(MARGIN, 52, 130, 70), facts.number, number, ink)
        end = 150.0 if facts.feeling is not None else 0.0
        box = QRectF(MARGIN + 130, 54, WIDTH - 2 * MARGIN - 130 - end, 110)
        self._text(painter, box, facts.step.name or self._say(words.NAMELESS), name, "text")
        if facts.feeling is not None:
            centre = QPointF(WIDTH - MARGIN - 42, 92)
            paint_face(painter, self._looks, centre, 42, face_of(facts.feeling))

    def _paint_question(self, painter: QPainter, guide: Guide) -> None:
        people = queries.project(guide.snapshot).people
        asked = {
            Question.HAVE: self._own or self._say(words.HAVE),
            Question.FEEL: self._say(words.feel(people)),
            Question.WRONG: self._say(words.WRONG),
        }[guide.question]
        box = QRectF(MARGIN, 196, WIDTH - 2 * MARGIN, 116)
        self._text(painter, box, asked, self._style("question"), "text")

    def _paint_have(self, painter: QPainter) -> None:
        answers = ((_("Yes"), "Enter"), (_("No, skip it"), "Del"), (_("Another name"), "F2"))
        self._boxes(painter, [(self._say(a), key, False) for a, key in answers])

    def _paint_faces(self, painter: QPainter, facts: StepFacts) -> None:
        chosen = face_of(facts.feeling) if facts.feeling is not None else None
        width = _share(len(FACES))
        for i, (value, name) in enumerate(zip(FACES, words.FACE_WORDS, strict=True)):
            box = QRectF(MARGIN + i * (width + _GAP), _ANSWERS, width, 252)
            self._frame(painter, box, chosen=value == chosen)
            centre = QPointF(box.center().x(), box.top() + 22 + _FACE)
            paint_face(painter, self._looks, centre, _FACE, value)
            line = QRectF(box.x(), box.top() + 150, box.width(), 40)
            self._text(painter, line, self._say(name), self._style("small"), "text", _CENTRE)
            line.moveTop(line.top() + 46)
            key = self._style("small")
            self._text(painter, line, str(i + 1), key, "text_secondary", _CENTRE)

    def _paint_often(self, painter: QPainter, guide: Guide, facts: StepFacts) -> None:
        pain = facts.pain
        answers: list[tuple[str, str, bool]] = []
        for i, (frequency, name) in enumerate(words.OFTEN, start=1):
            said = guide.unharmed() if pain is None else pain.frequency == frequency
            if pain is None and frequency is not None:
                said = False
            answers.append((self._say(name), str(i), said))
        self._boxes(painter, answers)

    def _boxes(self, painter: QPainter, answers: list[tuple[str, str, bool]]) -> None:
        width = _share(len(answers))
        for i, (said, key, chosen) in enumerate(answers):
            box = QRectF(MARGIN + i * (width + _GAP), _ANSWERS, width, 150)
            self._frame(painter, box, chosen=chosen)
            line = QRectF(box.x(), box.top() + 26, box.width(), 56)
            self._text(painter, line, said, self._style("item"), "text", _CENTRE)
            line.moveTop(line.top() + 64)
            self._text(painter, line, key, self._style("small"), "text_secondary", _CENTRE)

    def _paint_progress(self, painter: QPainter, guide: Guide, room: QRectF) -> None:
        n, total = guide.place + 1, len(guide.order)
        box = QRectF(MARGIN, room.height() - 84, WIDTH - 2 * MARGIN, 40)
        said = self._say(_("Step {n} of {total}", n=n, total=total))
        self._text(painter, box, said, self._style("small"), "text_secondary")
        if self.alone:
            box.setLeft(box.left() + 300)
            hint = self._say(words.one_screen(QSysInfo.kernelType()))
            self._text(painter, box, hint, self._style("small"), "text_secondary", _RIGHT)
        width = WIDTH - 2 * MARGIN
        bar = QRectF(MARGIN, room.height() - 36, width, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._looks.colour("line_strong"))
        painter.drawRoundedRect(bar, 5, 5)
        painter.setBrush(self._looks.colour("accent"))
        bar.setWidth(width * n / total)
        painter.drawRoundedRect(bar, 5, 5)

    def _paint_end(self, painter: QPainter, guide: Guide, room: QRectF) -> None:
        width = WIDTH - 2 * MARGIN
        head = QRectF(MARGIN, 48, width, 64)
        self._text(painter, head, self._say(words.FIRST), self._style("question"), "text")
        bad = worst([guide.facts(step) for step in guide.order])
        if bad:
            numbers = words.names(tuple(one.number for one in bad))
            said = self._say(_("Worst so far: {numbers}.", numbers=numbers))
            line = QRectF(MARGIN, 118, width, 44)
            self._text(painter, line, said, self._style("small"), "text_secondary")
        context = self._context
        pen = Pen(context.engine, context.tokens, context.catalogue)
        what = GrowingMap(guide.map_id, pains=True)
        drawing = growing(guide.snapshot, what, pen, width, room.height() - 230)
        ink = Ink(self._looks.theme, context.icons, context.engine.fonts, lambda _id: b"")
        target = QRectF(MARGIN, 186, width, room.height() - 220)
        paint_drawing(painter, drawing, ink, target)

    def _frame(self, painter: QPainter, box: QRectF, *, chosen: bool) -> None:
        colour = self._looks.colour
        painter.setPen(QPen(colour("accent" if chosen else "control_border"), 4 if chosen else 1.5))
        painter.setBrush(colour("accent_soft" if chosen else "surface"))
        painter.drawRoundedRect(box, 14, 14)

    def _text(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        style: TextStyle,
        role: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> None:
        """Write a text into a box, smaller where it would not fit."""
        font = QFont()
        font.setFamilies([name.strip('"') for name in FAMILIES.split(", ")])
        font.setWeight(QFont.Weight(style.weight))
        size = round(style.size)
        flags = int(align) | int(_WRAP)
        while True:
            font.setPixelSize(size)
            painter.setFont(font)
            needed = painter.boundingRect(box, flags, text)
            if size <= 14 or (needed.height() <= box.height() and needed.width() <= box.width()):
                break
            size -= 2
        painter.setPen(self._looks.colour(role))
        painter.drawText(box, flags, text)

    def _style(self, name: str) -> TextStyle:
        return self._context.tokens.projector_style(name)

    def _say(self, message: Message) -> str:
        return self._context.say(message)
