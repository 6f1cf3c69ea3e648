"""The first look at the sheets before they are exported."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.export.sheet import Sheet
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.labels import PlainLabel


class SheetView(QWidget):
    """One sheet, fitted and centred on a desk."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheet: Sheet | None = None
        self._ink: Ink | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(520, 380)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def show_sheet(self, sheet: Sheet | None, ink: Ink | None) -> None:
        """Show a sheet in the colours it will have, or none."""
        self._sheet, self._ink = sheet, ink
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._context.theme.colour
        painter.fillRect(self.rect(), colour("sunken"))
        if self._sheet is not None and self._ink is not None:
            box = self._box(self._sheet)
            painter.setPen(colour("line_strong"))
            painter.setBrush(self._ink.colour("surface"))
            painter.drawRect(box)
            painter.setClipRect(box)
            paint_drawing(painter, self._sheet.drawing, self._ink, box)
        painter.end()

    def _box(self, sheet: Sheet) -> QRectF:
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        scale = min(room.width() / sheet.width_pt, room.height() / sheet.height_pt)
        width, height = sheet.width_pt * scale, sheet.height_pt * scale
        left = room.x() + (room.width() - width) / 2
        return QRectF(left, room.y() + (room.height() - height) / 2, width, height)


class Preview(QWidget):
    """The sheets one by one, and how many there are."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sheets: Sequence[Sheet] = ()
        self._ink: Ink | None = None
        self._at = 0
        self._view = SheetView(context)
        self._words = PlainLabel("", "body", "text_secondary", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._back = IconButton(context, "chevron-left", context.say(_("Sheet before")))
        self._next = IconButton(context, "chevron-right", context.say(_("Next sheet")))
        self._back.clicked.connect(lambda: self._go(-1))
        self._next.clicked.connect(lambda: self._go(1))
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addWidget(self._words, 1)
        row.addWidget(self._next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._view, 1)
        column.addLayout(row)
        self.say(_("Laying out the sheets…"))

    @property
    def sheets(self) -> Sequence[Sheet]:
        """The sheets shown."""
        return self._sheets

    def show_sheets(self, sheets: Sequence[Sheet], ink: Ink) -> None:
        """Show these sheets, beginning with the first."""
        self._sheets, self._ink, self._at = sheets, ink, 0
        self._go(0)

    def say(self, message: Message) -> None:
        """Show no sheet, but a sentence."""
        self._sheets = ()
        self._go(0)
        self._words.setText(self._context.say(message))

    def text(self) -> str:
        """Return the line under the sheet."""
        return self._words.text()

    def _go(self, by: int) -> None:
        count = len(self._sheets)
        self._at = max(0, min(self._at + by, count - 1))
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(self._at + 1 < count)
        self._back.setVisible(count > 1)
        self._next.setVisible(count > 1)
        if count:
            self._view.show_sheet(self._sheets[self._at], self._ink)
            words = _("Sheet {at} of {count}", at=self._at + 1, count=count)
            self._words.setText(self._context.say(words))
        else:
            self._view.show_sheet(None, None)
