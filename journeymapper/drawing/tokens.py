"""The token file: colours, type, lengths and names of icons, read once and handed down."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from journeymapper.drawing.theme import Theme
from journeymapper.text.runs import Family, TextStyle


class Tokens:
    """The figures of ``tokens.toml``. Lengths are in px at 100 %, print sizes in points.

    Every look-up raises KeyError for a name that the file does not have.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._table = table
        self._themes = {name: Theme(name, colours) for name, colours in table["color"].items()}
        self._styles = {name: _style(*row) for name, row in table["type"]["scale"].items()}

    @staticmethod
    def load(path: Path) -> Tokens:
        """Read a token file; raises OSError or tomllib.TOMLDecodeError.

        As long as the file stays as it is, a process parses it once.
        """
        return _read(path, path.stat().st_mtime_ns)

    def theme(self, name: str) -> Theme:
        """Return the theme ``light``, ``dark``, ``high_contrast`` or ``print``."""
        return self._themes[name]

    def themes(self) -> tuple[str, ...]:
        """Return the names of the themes."""
        return tuple(self._themes)

    def style(self, name: str, family: Family = "sans") -> TextStyle:
        """Return a text style of the type scale, such as ``body``."""
        style = self._styles[name]
        return (
            style
            if family == style.family
            else _style(style.size, style.line, style.weight, family)
        )

    def styles(self) -> tuple[str, ...]:
        """Return the names of the text styles on screen."""
        return tuple(self._styles)

    def projector_style(self, name: str) -> TextStyle:
        """Return a text style for the projector, at a window of 1366 x 768."""
        return _style(*self._table["type"]["projector"][name])

    def print_size(self, name: str) -> float:
        """Return a size of text on paper in points: title, heading, body or minimum."""
        return float(self._table["type"]["print"][name])

    def wall_size(self, name: str) -> float:
        """Return a size of text for pages on a wall in points."""
        return float(self._table["type"]["wall"][name])

    def size(self, name: str) -> float:
        """Return a length of the table of sizes."""
        return float(self._table["size"][name])

    def space(self, steps: int) -> float:
        """Return a distance of so many steps of the grid."""
        return float(self._table["space"][f"x{steps}"])

    def stroke(self, name: str) -> float:
        """Return the width of a line."""
        return float(self._table["stroke"][name])

    def dash(self, name: str) -> tuple[float, ...]:
        """Return the dashes of a line; () for a line without any."""
        return tuple(float(part) for part in self._table["dash"].get(name, ()))

    def radius(self, name: str) -> float:
        """Return the radius of a corner."""
        return float(self._table["radius"][name])

    def lane_height(self, kind: str) -> float:
        """Return the least height of a kind of row."""
        return float(self._table["lane_height"][kind])

    def lane_label(self, kind: str) -> str:
        """Return the English label of a kind of row, the key of its Message."""
        return str(self._table["lane_label"][kind])

    def severity(self, kind: str) -> tuple[str, str]:
        """Return the letter and the shape that mark a severity."""
        row = self._table["severity"][kind]
        return row["letter"], row["shape"]

    def lane_icon(self, kind: str) -> str:
        """Return the icon of a kind of row."""
        return self.icon("lane", kind)

    def channel_icon(self, key: str) -> str:
        """Return the icon of a channel by the name of its icon or its kind."""
        channels = self._table["icon"]["channel"]
        return str(channels.get(key, channels["person"]))

    def icons(self, table: str) -> tuple[str, ...]:
        """Return all icons of a table: place, lane, channel, storage or action."""
        return tuple(self._table["icon"][table].values())

    def icon(self, table: str, name: str) -> str:
        """Return the icon of a place, row, storage or action."""
        return str(self._table["icon"][table][name])


def _style(size: float, line: float, weight: int, family: Family = "sans") -> TextStyle:
    return TextStyle(float(size), float(line), int(weight), family)


@cache
def _read(path: Path, _written: int) -> Tokens:
    with path.open("rb") as file:
        return Tokens(tomllib.load(file))
