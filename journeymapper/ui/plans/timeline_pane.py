"""The timeline on screen: the axis stays above and the names beside what scrolls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from journeymapper.analysis.plans.calendar import Bar
from journeymapper.drawing.display_list import Box, Group
from journeymapper.drawing.plans.timeline import NAMES, Timeline
from journeymapper.drawing.plans.timeline_axis import HEAD
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import ink_of
from journeymapper.ui.paint.painter import paint_group
from journeymapper.ui.plans.spot import Spot

_REACH = 5
"""So far a bar can be taken beside itself, in px."""
_LEAST = 24
"""Nothing that can be taken is smaller, in px."""


class TimelinePane(QAbstractScrollArea):
    """Shows one timeline; each bar has a spot by which it is reached."""

    spot_made = Signal(object)
    resized = Signal()

    def __init__(self, context: Context, name_of: Callable[[Bar], str]) -> None:
        super().__init__()
        self._context, self._name_of = context, name_of
        self._ink = ink_of(context)
        self.line: Timeline | None = None
        self.spots: dict[str, Spot] = {}
        self.field = QWidget(self.viewport())
        self.field.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as every axis
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(20)
            bar.valueChanged.connect(self._scrolled)
        context.theme.changed.connect(self._dress)

    def show_line(self, line: Timeline) -> None:
        """Show another timeline; spots stay while their bars stay."""
        self.line = line
        known = {row.bar.id for row in line.rows}
        for id_ in set(self.spots) - known:
            gone = self.spots.pop(id_)
            gone.hide()
            gone.deleteLater()
        before: Spot | None = None
        for row in line.rows:
            spot = self.spots.get(row.bar.id) or self._made(row.bar.id)
            spot.setAccessibleName(self._name_of(row.bar))
            spot.setToolTip(self._name_of(row.bar))
            if before is not None:
                QWidget.setTabOrder(before, spot)
            before = spot
        self._fit()
        self._scrolled()

    def reveal(self, id_: str) -> None:
        """Scroll so that a bar is seen."""
        if self.line is None or id_ not in self.line.bars:
            return
        box = self._scaled(self.line.bars[id_])
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        row = next(row for row in self.line.rows if row.bar.id == id_)
        top, bottom = self._px(row.top), self._px(row.top + row.height)
        if top < down.value():
            down.setValue(round(top))
        elif bottom > down.value() + self.field.height():
            down.setValue(round(bottom - self.field.height()))
        if box.left() < across.value() or box.left() > across.value() + self.field.width() - 60:
            across.setValue(round(box.left()) - 60)

    def show_today(self, x: float) -> None:
        """Put a place of the field at a third of the width."""
        self.horizontalScrollBar().setValue(round(self._px(x) - self.field.width() / 3))

    def days_of(self, pixels: int) -> int:
        """Return how many days a way on the screen is."""
        return 0 if self.line is None else self.line.days_in(pixels / self._context.theme.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()
        self._fit()
        self._scrolled()

    def paintEvent(self, _event: QPaintEvent) -> None:
        line = self.line
        if line is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._context.theme
        painter.fillRect(self.viewport().rect(), theme.colour("surface"))
        names, head = self._px(NAMES), self._px(HEAD)
        x, y = -self.horizontalScrollBar().value(), -self.verticalScrollBar().value()
        room = self.viewport().rect()
        self._paint(painter, line.head, QRect(round(names), 0, room.width(), round(head)), x, 0)
        wide = QRect(round(names), round(head), room.width(), room.height())
        self._paint(painter, line.field, wide, x, y)
        left = QRect(0, round(head), round(names), room.height())
        self._paint(painter, line.names, left, 0, y)
        painter.setPen(theme.colour("line_strong"))
        painter.drawLine(round(names), 0, round(names), room.height())
        painter.end()

    def _made(self, id_: str) -> Spot:
        spot = self.spots[id_] = Spot(self._context, id_, self.field)
        spot.focused.connect(lambda: self.reveal(id_))
        spot.show()
        self.spot_made.emit(spot)
        return spot

    def _paint(
        self, painter: QPainter, groups: tuple[Group, ...], clip: QRect, dx: int, dy: int
    ) -> None:
        painter.save()
        painter.setClipRect(clip)
        painter.translate(clip.left() + dx, clip.top() + dy)
        painter.scale(self._context.theme.scale, self._context.theme.scale)
        for group in groups:
            paint_group(painter, group, self._ink)
        painter.restore()

    def _fit(self) -> None:
        if self.line is None:
            return
        names, head = round(self._px(NAMES)), round(self._px(HEAD))
        room = self.viewport().size()
        self.field.setGeometry(
            names, head, max(0, room.width() - names), max(0, room.height() - head)
        )
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(self._px(self.line.width)) - self.field.width()))
        across.setPageStep(self.field.width())
        down.setRange(0, max(0, round(self._px(self.line.height)) - self.field.height()))
        down.setPageStep(self.field.height())

    def _scrolled(self) -> None:
        if self.line is None:
            return
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for id_, spot in self.spots.items():
            box = self._scaled(self.line.bars[id_])
            high = max(0.0, _LEAST - box.height()) / 2
            wide = max(_REACH, (_LEAST - box.width()) / 2)
            around = box.adjusted(-wide, -high, wide, high)
            spot.setGeometry(around.toRect().translated(-shift))
        self.viewport().update()

    def _scaled(self, box: Box) -> QRectF:
        return QRectF(self._px(box.x), self._px(box.y), self._px(box.w), self._px(box.h))

    def _px(self, length: float) -> float:
        return length * self._context.theme.scale

    def _dress(self) -> None:
        self._ink = ink_of(self._context)
        self._fit()
        self._scrolled()
