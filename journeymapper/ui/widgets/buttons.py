"""Buttons: primary, secondary, quiet, link, and small ones with an icon alone."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton

from journeymapper.ui.context import Context

Look = Literal["primary", "secondary", "quiet", "link"]

ICON_SIDE = 18
_BESIDE, _GAP = 16, 4
"""Side of an icon beside words, and the room between them that Qt does not leave by itself."""


class Button(QPushButton):
    """A button with words; ``icon`` is a name of the icon set and follows the theme."""

    def __init__(
        self,
        context: Context,
        text: str,
        look: Look = "secondary",
        icon: str = "",
        *,
        large: bool = False,
    ) -> None:
        super().__init__(text)
        self._context = context
        self._icon = icon
        self._look = look
        self.setProperty("look", look)
        if large:
            self.setProperty("scale", "large")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if icon:
            self._tint()
            context.theme.changed.connect(self._tint)

    def set_icon(self, icon: str) -> None:
        """Show another icon of the icon set."""
        if icon != self._icon:
            self._icon = icon
            self._tint()

    def setText(self, text: str) -> None:
        changed = bool(text) != bool(self.text())
        super().setText(text)
        if changed and self._icon:
            self._tint()

    def _tint(self) -> None:
        role = "on_accent" if self._look == "primary" else "text_secondary"
        gap = _GAP if self.text() else 0
        self.setIconSize(QSize(_BESIDE + gap, _BESIDE))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setIcon(self._context.painter.beside(self._icon, role, _BESIDE, gap, mirrored))


class IconButton(QToolButton):
    """A button of 28 px with an icon alone; ``text`` is its name and tooltip."""

    def __init__(self, context: Context, icon: str, text: str) -> None:
        super().__init__()
        self._context = context
        self._icon = icon
        self.setProperty("look", "icon")
        self.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tint()
        context.theme.changed.connect(self._tint)

    def follow(self, action: QAction) -> None:
        """Trigger an action, and be enabled and checked as it is."""
        self.setCheckable(action.isCheckable())
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        name = self.accessibleName()
        self.setToolTip(f"{name} ({keys})" if keys else name)
        self.clicked.connect(action.trigger)

        def mirror() -> None:
            self.setEnabled(action.isEnabled())
            self.setChecked(action.isChecked())

        action.changed.connect(mirror)
        mirror()

    def _tint(self) -> None:
        self.setIcon(self._context.icon(self._icon))
