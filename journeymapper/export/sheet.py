"""What the writers need of a sheet, whatever it shows: a map, a persona, a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from journeymapper.drawing.display_list import Drawing


class Bookmark(Protocol):
    """A place to go to."""

    @property
    def title(self) -> str:
        """What it is called, on one line."""

    @property
    def level(self) -> int:
        """Its depth; 0 is the top."""

    @property
    def y(self) -> float:
        """Its distance from the upper edge of the sheet, in points."""


class Sheet(Protocol):
    """A drawing on a sheet of paper."""

    @property
    def drawing(self) -> Drawing:
        """What is on it, in points."""

    @property
    def width_pt(self) -> float:
        """Its width in points."""

    @property
    def height_pt(self) -> float:
        """Its height in points."""

    @property
    def title(self) -> str:
        """What it belongs to; sheets of one title are one section."""

    @property
    def bookmarks(self) -> Sequence[Bookmark]:
        """The places on it."""
