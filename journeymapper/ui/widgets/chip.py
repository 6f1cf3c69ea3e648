"""A rounded button that can be on or off."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


class Chip(QPushButton):
    """A small choice; ``checkable`` chips stay on."""

    def __init__(self, text: str, *, checkable: bool = False) -> None:
        super().__init__(text)
        self.setProperty("look", "chip")
        self.setAccessibleName(text)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
