"""The sheets as they will come out of the printer, small, one beside the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.export.sheet import Sheet
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.widgets.labels import PlainLabel

MOST = 12
"""Sheets that are drawn; a count tells of the others."""

_EDGE = 16
_GAP = 12
_LEAST = 230
"""Around the sheets, between them, and the least width of one, in px."""


class SheetsView(QScrollArea):
    """Shows the first sheets, or a sentence. ``hung`` sheets touch, as on the wall."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("print_sheets")
        self.setAccessibleName(context.say(_("The sheets as they will be printed")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.desk = _Desk(context)
        self._words = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        column.addWidget(self._words, 1)
        column.addStretch(1)
        self.setWidget(inside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.desk.set_room(self.width() - self.verticalScrollBar().sizeHint().width())

    def show_sheets(self, sheets: Sequence[Sheet], ink: Ink, *, hung: bool) -> None:
        """Show sheets; they are drawn one by one when the window is idle."""
        self._words.hide()
        self.desk.show()
        self.desk.put(sheets[:MOST], ink, hung=hung)

    def say(self, message: Message) -> None:
        """Show no sheet, but a sentence."""
        self.desk.put((), None, hung=False)
        self.desk.hide()
        self._words.setText(self._context.say(message))
        self._words.show()


class _Desk(QWidget):
    """Places sheets in rows and keeps their pictures."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheets: Sequence[Sheet] = ()
        self._ink: Ink | None = None
        self._hung = False
        self._room = 0
        self._boxes: list[QRectF] = []
        self._pictures: dict[int, QPixmap] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_next)
        context.theme.changed.connect(self.update)

    @property
    def drawn(self) -> int:
        """How many sheets have their picture."""
        return len(self._pictures)

    def put(self, sheets: Sequence[Sheet], ink: Ink | None, *, hung: bool) -> None:
        """Show other sheets."""
        self._sheets, self._ink, self._hung = sheets, ink, hung
        self._place()

    def set_room(self, width: int) -> None:
        """Fill this width: as much as there is beside a scroll bar, whether it is shown or not.

        The width the desk has would not do: with a scroll bar less high sheets need none, and
        without one the higher sheets need it again.
        """
        if width != self._room:
            self._room = width
            self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._context.theme.colour
        for i, box in enumerate(self._boxes):
            picture = self._pictures.get(i)
            if picture is None:
                painter.fillRect(box, Qt.GlobalColor.white)
            else:
                painter.drawPixmap(box.topLeft(), picture)
            painter.setPen(colour("line_strong"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.end()

    def _place(self) -> None:
        """Rows of sheets of one height each; the widths of a row share the room."""
        self._pictures.clear()
        self._boxes = []
        room = float(self._room - 2 * _EDGE)
        gap = 0.0 if self._hung else float(_GAP)
        y = float(_EDGE)
        for row in _rows(self._sheets, self._across(room)):
            scale = self._scale(room, gap)
            x, high = float(_EDGE), 0.0
            for sheet in row:
                width, height = sheet.width_pt * scale, sheet.height_pt * scale
                self._boxes.append(QRectF(round(x), round(y), round(width), round(height)))
                x += round(width) + gap
                high = max(high, height)
            y += round(high) + _GAP
        self.setFixedHeight(round(y) + _EDGE - _GAP if self._boxes else 0)
        self.update()
        self._timer.start()

    def _across(self, room: float) -> int:
        """How many sheets of the usual width stand in a row."""
        most = max(1, int(room // self._context.theme.px(_LEAST)))
        if len(self._sheets) <= 2:
            return min(most, max(1, len(self._sheets)))
        return min(most, 3)

    def _scale(self, room: float, gap: float) -> float:
        """One scale for all, so that sheets are as large against each other as on paper."""
        across = self._across(room)
        widest = max(sheet.width_pt for sheet in self._sheets)
        fitting = (room - (across - 1) * gap) / across / widest
        tallest = max(sheet.height_pt for sheet in self._sheets)
        if len(self._sheets) == 1:  # seen as a whole
            high = max(240.0, float(self.window().height() - 200))
            fitting = min(fitting, high / tallest)
        return fitting

    def _draw_next(self) -> None:
        for i, sheet in enumerate(self._sheets):
            if i not in self._pictures and self._ink is not None:
                self._pictures[i] = self._picture(sheet, self._boxes[i].size().toSize(), self._ink)
                self.update(self._boxes[i].toAlignedRect())
                return
        self._timer.stop()

    def _picture(self, sheet: Sheet, size: QSize, ink: Ink) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.white)
        painter = QPainter(pixmap)
        paint_drawing(painter, sheet.drawing, ink, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return pixmap


def _rows(sheets: Sequence[Sheet], across: int) -> list[list[Sheet]]:
    """Sheets of one direction stand together; another direction begins a row."""
    found: list[list[Sheet]] = []
    for sheet in sheets:
        lies = sheet.width_pt > sheet.height_pt
        last = found[-1] if found else []
        same = bool(last) and (last[-1].width_pt > last[-1].height_pt) == lies
        if same and len(last) < across:
            last.append(sheet)
        else:
            found.append([sheet])
    return found
