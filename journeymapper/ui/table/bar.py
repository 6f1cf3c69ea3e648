"""The line above the table: quick filters, how many steps are shown, back to the journey."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.table.filters import QUICK, Quick
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel


class FilterChip(QPushButton):
    """A filter that is on or off, with its words."""

    def __init__(self, context: Context, words: str) -> None:
        super().__init__(words)
        self._context = context
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self._dress()
        context.theme.changed.connect(self._dress)

    def _dress(self) -> None:
        theme = self._context.theme
        colour, tall = theme.theme.colour, theme.px(24)
        self.setStyleSheet(
            f"QPushButton {{ border: 1px solid {colour('control_border')};"
            f" border-radius: {tall // 2 + 1}px; min-height: {tall}px; padding: 0 12px;"
            f" background: {colour('surface')}; color: {colour('text')}; }}"
            f"QPushButton:checked {{ border-color: {colour('accent')}; font-weight: 600;"
            f" background: {colour('accent_soft')}; color: {colour('accent')}; }}"
            f"QPushButton:focus {{ border-color: {colour('focus')}; }}"
        )


class FilterBar(QWidget):
    """Says what is wanted."""

    changed = Signal()
    journey_wanted = Signal()
    """Order the rows as the journey goes."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.setObjectName("filter_bar")
        self.chips = {quick: FilterChip(context, say(words)) for quick, words in QUICK.items()}
        self.count = ElidedLabel("", "body", "text_secondary")
        self.journey = Button(context, say(_("Order of the journey")), "quiet", "rotate-ccw")
        self.journey.clicked.connect(self.journey_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        for chip in self.chips.values():
            chip.clicked.connect(self.changed)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self.journey)
        row.addWidget(self.count)

    def quick(self) -> frozenset[Quick]:
        """Return the filters that are on."""
        return frozenset(quick for quick, chip in self.chips.items() if chip.isChecked())

    def set_quick(self, quick: frozenset[Quick]) -> None:
        """Show which filters are on."""
        for one, chip in self.chips.items():
            chip.setChecked(one in quick)

    def tell(self, shown: int, count: int, *, sorted_: bool) -> None:
        """Say how many of all steps are shown."""
        words = _("1 step") if count == 1 else _("{n} steps", n=count)
        if shown != count:
            words = _("{n} of {total} steps", n=shown, total=count)
        self.count.set_whole(self._context.say(words))
        self.journey.setVisible(sorted_)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colour = self._context.theme.colour
        painter.fillRect(self.rect(), colour("chrome"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("line"))
        painter.end()
