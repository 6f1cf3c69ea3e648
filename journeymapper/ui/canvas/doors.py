"""Widgets outside of the map that stand for other maps: something can be dropped on them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

Find = Callable[[QPoint], tuple[tuple[str, str], ...]]
"""Returns id and title of the maps at a point of the screen."""


class Doors:
    """Finds the maps under the pointer, and asks which one when there are several."""

    def __init__(self) -> None:
        self._finds: list[Find] = []

    def add(self, find: Find) -> None:
        """Ask this, too."""
        self._finds.append(find)

    def at(self, point: QPoint) -> tuple[tuple[str, str], ...]:
        """Return id and title of the maps at a point of the screen."""
        return next((found for find in self._finds if (found := find(point))), ())

    def choose(
        self,
        owner: QWidget,
        maps: tuple[tuple[str, str], ...],
        at: QPoint,
        do: Callable[[str], object],
    ) -> None:
        """Call ``do`` with the id of the one map, or with the one that the user chooses."""
        if len(maps) == 1:
            do(maps[0][0])
            return
        menu = QMenu(owner)
        for id_, title in maps:
            menu.addAction(title.replace("&", "&&")).triggered.connect(partial(_call, do, id_))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _call(do: Callable[[str], object], id_: str, _checked: bool = False) -> None:
    do(id_)
