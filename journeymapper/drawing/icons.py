"""The line icons, as outlines on a grid of 24."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from journeymapper.drawing.display_list import Segment

GRID = 24.0
"""The side of the square that outlines are drawn in."""

LINE = 1.75
"""The width of an icon's line on the grid."""


class IconSet:
    """Icons by name. A name that is missing is drawn as an empty square, never an error."""

    def __init__(self, outlines: Mapping[str, tuple[Segment, ...]]) -> None:
        self._outlines = outlines

    @staticmethod
    def load(path: Path) -> IconSet:
        """Read ``icons.json``: name -> list of moves, lines, curves and closings.

        As long as the file stays as it is, a process parses it once.
        """
        return _read(path, path.stat().st_mtime_ns)

    def __contains__(self, name: str) -> bool:
        return name in self._outlines

    def names(self) -> tuple[str, ...]:
        """Return the names of all icons."""
        return tuple(self._outlines)

    def segments(self, name: str) -> tuple[Segment, ...]:
        """Return the outline of an icon on the 24 grid, to be drawn as a line 1.75 wide."""
        return self._outlines.get(name, _MISSING)


_MISSING: tuple[Segment, ...] = (
    ("M", 4.0, 4.0),
    ("L", 20.0, 4.0),
    ("L", 20.0, 20.0),
    ("L", 4.0, 20.0),
    ("Z",),
)


@cache
def _read(path: Path, _written: int) -> IconSet:
    table = json.loads(path.read_text(encoding="utf-8"))
    return IconSet(
        {name: tuple(tuple(segment) for segment in segments) for name, segments in table.items()}
    )
