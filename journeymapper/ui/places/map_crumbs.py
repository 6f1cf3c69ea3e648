"""The way down to the own map of a step, above the canvas: a button for each map above."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_LENGTHS = (80, 60, 40, 30, 22, 16, 12, 9)
"""So many characters a part may have; the first with which all of them fit."""

_BETWEEN = "›"


@dataclass(frozen=True, slots=True)
class Crumb:
    """A map on the way: its words. ``whole`` is what a screen reader says and the hint shows."""

    words: str
    whole: str


class CrumbBar(QWidget):
    """Shows the way; the last part is the map one is on. Hidden on a map that no step has."""

    chosen = Signal(int)
    """The map at this place of the way, from 0, is wanted."""

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        self._context = context
        self._way: tuple[Crumb, ...] = ()
        self.buttons: list[Button] = []
        self.here = PlainLabel("", "subheading")
        self.setObjectName("own_map_way")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.say(_("Maps above this one")))
        self.up = IconButton(context, "chevron-up", context.say(_("Back to the map above")))
        self.up.follow(binding.action("go.map_above"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 3, 12, 3)
        self._row.setSpacing(6)
        self._row.addWidget(self.up)
        self._parts = QHBoxLayout()
        self._parts.setSpacing(4)
        self._row.addLayout(self._parts)
        self._row.addWidget(self.here)
        self._row.addStretch(1)
        self._dress()
        context.theme.changed.connect(self._dress)
        self.hide()

    def show_way(self, way: tuple[Crumb, ...]) -> None:
        """Show the maps from the top to the one that is shown; one alone is no way."""
        self.setVisible(len(way) > 1)
        if way == self._way:
            return
        self._way = way
        self._fill()

    def words(self) -> tuple[str, ...]:
        """Return what the parts say, whole."""
        return tuple(crumb.whole for crumb in self._way) if not self.isHidden() else ()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(200, super().minimumSizeHint().height())

    def _fill(self) -> None:
        """Make a button for each map above; the one that had the keyboard keeps it."""
        while self._parts.count():
            item = self._parts.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        for place, crumb in enumerate(self._way[:-1]):
            button = Button(self._context, "", "link")
            button.setAccessibleName(crumb.whole)
            button.setToolTip(crumb.whole)
            button.setMinimumHeight(self._context.theme.px(24))
            button.clicked.connect(partial(self._choose, place))
            self.buttons.append(button)
            self._parts.addWidget(button)
            self.setTabOrder(self.buttons[-2] if place else self.up, button)
            self._parts.addWidget(PlainLabel(_BETWEEN, "body", "text_tertiary"))
        self.here.setAccessibleName(self._way[-1].whole if self._way else "")
        self._fit()

    def _fit(self) -> None:
        """Shorten the parts as much as the width asks for."""
        if not self._way:
            return
        for longest in _LENGTHS:
            for button, crumb in zip(self.buttons, self._way, strict=False):
                button.setText(shortened(crumb.words, longest))
            self.here.setText(shortened(self._way[-1].words, longest))
            if self._row.sizeHint().width() <= self.width():
                return

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)

    def _dress(self) -> None:
        colour = self._context.theme.theme.colour
        self.setStyleSheet(
            f"QWidget#own_map_way {{ background: {colour('chrome')};"
            f" border-bottom: 1px solid {colour('line')}; }}"
        )
