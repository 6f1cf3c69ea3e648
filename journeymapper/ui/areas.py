"""F6: from one part of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus


def step_area(areas: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget | None:
    """Give the focus to the next area (``step`` 1) or the one before (-1).

    Areas that are hidden or have nothing to focus are passed over. Returns what has the focus
    now, None when no area can take it.
    """
    current = _area_of(areas, focused)
    start = current if current is not None else (-1 if step > 0 else 0)
    for distance in range(1, len(areas) + 1):
        area = areas[(start + distance * step) % len(areas)]
        target = _first_stop(area)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return target
    return None


def _area_of(areas: Sequence[QWidget], focused: QWidget | None) -> int | None:
    if focused is None:
        return None
    found = [i for i, area in enumerate(areas) if area is focused or area.isAncestorOf(focused)]
    return found[-1] if found else None


def _first_stop(area: QWidget) -> QWidget | None:
    """Return the first widget in the area that the Tab key would stop at."""
    if not area.isVisible():
        return None
    wanted = area.focusProxy()
    if wanted is not None and wanted.isVisible() and wanted.isEnabled():
        return wanted
    if area.focusPolicy() & _TAB and area.isEnabled():
        return area
    part = area.nextInFocusChain()
    while part is not None and part is not area:
        usable = part.isVisible() and part.isEnabled() and bool(part.focusPolicy() & _TAB)
        if usable and area.isAncestorOf(part):
            return part
        part = part.nextInFocusChain()
    return None
