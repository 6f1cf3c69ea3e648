"""The field of impact and effort on screen, with a spot for each plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from journeymapper.drawing.plans.impact import ImpactField, Rated, impact_field
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import ink_of, pen_of
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.plans.spot import Spot

_REACH = 3


class FieldWidget(QWidget):
    """Draws plans as large as it is itself."""

    spot_made = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._ink = ink_of(context)
        self._plans: tuple[Rated, ...] = ()
        self.field: ImpactField | None = None
        self.spots: dict[str, Spot] = {}
        self.setMinimumSize(context.theme.px(420), context.theme.px(360))
        context.theme.changed.connect(self._dress)

    def show_plans(self, plans: Sequence[Rated]) -> None:
        """Show other plans; spots stay while their plans stay."""
        self._plans = tuple(plans)
        for id_ in set(self.spots) - {plan.id for plan in plans}:
            gone = self.spots.pop(id_)
            gone.hide()
            gone.deleteLater()
        before: Spot | None = None
        for plan in plans:
            spot = self.spots.get(plan.id) or self._made(plan.id)
            if before is not None:
                QWidget.setTabOrder(before, spot)
            before = spot
        self._draw()

    def rating_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return impact and effort at a place of this widget, None outside of the field."""
        scale = self._context.theme.scale
        if self.field is None:
            return None
        return self.field.rating_at(point.x() / scale, point.y() / scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.field is None:
            return
        painter = QPainter(self)
        scale = self._context.theme.scale
        painter.scale(scale, scale)
        paint_drawing(painter, self.field.chart.drawing, self._ink)
        painter.end()

    def _made(self, id_: str) -> Spot:
        spot = self.spots[id_] = Spot(self._context, id_, self)
        spot.show()
        self.spot_made.emit(spot)
        return spot

    def _draw(self) -> None:
        scale = self._context.theme.scale
        size = (self.width() / scale, self.height() / scale)
        self.field = impact_field(pen_of(self._context), self._plans, *size)
        self.setAccessibleName(self._context.say(self.field.chart.alt))
        for id_, spot in self.spots.items():
            box = self.field.chips[id_].inset(-_REACH)
            place = QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale)
            spot.setGeometry(place.toRect())
        self.update()

    def _dress(self) -> None:
        self._ink = ink_of(self._context)
        self._draw()
