"""What rows of lists share: the ground that says which one is selected and has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from journeymapper.ui.theme.holder import ThemeHolder

_BAR = 3


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, theme: ThemeHolder) -> None:
    """Tint the selected row, and the one under the pointer; a bar says that keys go here."""
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if selected or hovered:
        painter.fillRect(option.rect, theme.colour("accent_soft" if selected else "sunken"))
    if selected and option.state & QStyle.StateFlag.State_HasFocus:
        bar = QRect(option.rect.left(), option.rect.top(), _BAR, option.rect.height())
        mirrored = QStyle.visualRect(option.direction, option.rect, bar)
        painter.fillRect(mirrored, theme.colour("accent"))
