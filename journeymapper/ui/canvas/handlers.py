"""What the view tells about mouse and keyboard, and to whom."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent


class MouseHandler(Protocol):
    """Decides what the mouse does; positions are those of the viewport."""

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves, with or without a button."""

    def release(self, event: QMouseEvent) -> None:
        """A button comes up."""

    def double_click(self, event: QMouseEvent) -> None:
        """A button goes down the second time."""

    def context_menu(self, event: QContextMenuEvent) -> None:
        """A menu is asked for, by mouse or key."""

    def leave(self) -> None:
        """The pointer leaves the view."""


class KeyHandler(Protocol):
    """Decides what the keys do."""

    def press(self, event: QKeyEvent) -> bool:
        """Handle a key; False lets it go on to the window."""

    def release(self, event: QKeyEvent) -> bool:
        """Handle the end of a key; False lets it go on."""

    def write(self, text: str) -> None:
        """Write text that an input method gave."""
