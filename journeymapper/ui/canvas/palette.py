"""The palette: new things to drag onto the map, or to add with a click where the cursor is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QMouseEvent, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.gestures.palette_drop import NewThing, PaletteDrop
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.context import Context

_SIDE = 16
Add = Callable[[NewThing], object]
"""Adds a new thing where the cursor is."""

WORDS: dict[NewThing, tuple[str, Message, Message]] = {
    NewThing.STEP: ("plus", _("Step"), _("Drag a new step onto the map, or click to add one")),
    NewThing.STAGE: ("plus", _("Stage"), _("Drag a new stage onto the map, or click to add one")),
    NewThing.MOMENT: (
        "",
        _("Moment of truth"),
        _("Drag onto a step, or click: the selected step is a make-or-break moment"),
    ),
    NewThing.PAIN: (
        "triangle-alert",
        _("Pain"),
        _("Drag onto a step, or click: what goes wrong at the selected step"),
    ),
    NewThing.IDEA: (
        "lightbulb",
        _("Idea"),
        _("Drag onto the map, or click: what could be better at the selected step"),
    ),
}
"""Icon ("" for the diamond), label and help of each thing."""


class DragButton(QPushButton):
    """A button that is also the beginning of a drag onto the canvas."""

    def __init__(
        self,
        context: Context,
        canvas: Canvas,
        thing: NewThing,
        add: Add,
        made: Callable[[Spot], object],
    ) -> None:
        icon, words, help_ = WORDS[thing]
        super().__init__(context.say(words))
        self._context, self._canvas, self._thing = context, canvas, thing
        self._icon, self._made = icon, made
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setProperty("look", "quiet")
        self.setToolTip(context.say(help_))
        self.setAccessibleName(context.say(words))
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(_SIDE + 6, _SIDE))  # a gap before the words
        self.clicked.connect(lambda: add(thing))
        self._tint()
        context.theme.changed.connect(self._tint)

    def set_words(self, shown: bool) -> None:
        """Show the words beside the icon, or the icon alone where there is little room."""
        _icon, words, _help = WORDS[self._thing]
        self.setText(self._context.say(words) if shown else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._canvas.mouse.drag_to(self._on_canvas(event))
        elif self._pressed is not None:
            way = (event.position() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance() and self._canvas.bench.ready:
                self._dragging = True
                self.setDown(False)
                gesture = PaletteDrop(self._canvas.bench, self._thing, self._made)
                self._canvas.mouse.begin(gesture, self._on_canvas(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._canvas.mouse.drop(self._on_canvas(event))
        else:
            super().mouseReleaseEvent(event)

    def _on_canvas(self, event: QMouseEvent) -> QPointF:
        return self._canvas.view.viewport().mapFromGlobal(event.globalPosition())

    def _tint(self) -> None:
        if self._icon:
            self.setIcon(self._context.icon(self._icon))
        else:
            self.setIcon(_diamond(self._context, self.devicePixelRatioF()))


class Palette(QWidget):
    """A row of quiet buttons."""

    def __init__(
        self, context: Context, canvas: Canvas, add: Add, made: Callable[[Spot], object]
    ) -> None:
        super().__init__()
        self.setAccessibleName(context.say(_("New on the map")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.buttons = {thing: DragButton(context, canvas, thing, add, made) for thing in NewThing}
        for button in self.buttons.values():
            row.addWidget(button)

    def set_words(self, shown: bool) -> None:
        """Show words and icons; or icons alone, where they differ."""
        for thing, button in self.buttons.items():
            button.set_words(shown or thing in (NewThing.STEP, NewThing.STAGE))


def _diamond(context: Context, ratio: float) -> QIcon:
    """The mark of a moment of truth, as a picture for a button."""
    pixmap = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(context.theme.colour("text"))
    half, reach = _SIDE / 2, 6.0
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(half, half - reach),
                QPointF(half + reach, half),
                QPointF(half, half + reach),
                QPointF(half - reach, half),
            ]
        )
    )
    painter.end()
    return QIcon(pixmap)
