"""Lucide icons as path commands on a grid of 24 by 24.

An icon is one list of commands (see ``svg_path``) that painters stroke with round caps and
joins; nothing is filled. Circles, rectangles and lines become path commands too.
"""

import io
import json
import xml.etree.ElementTree as ET
import zipfile
from importlib import resources
from pathlib import Path

import svg_path
from svg_path import Command

GRID = 24
STROKE_WIDTH = 1.75

_RENAMED = {"circle-help": "circle-question-mark", "filter": "funnel"}  # our name: Lucide's today


class MissingIconError(LookupError):
    """The icon package has no drawing of this name."""


def wanted_names(list_file: Path) -> list[str]:
    """Return the icon names in ``list_file``: one a line, blank lines and # lines ignored."""
    lines = (line.strip() for line in list_file.read_text(encoding="utf-8").splitlines())
    return sorted({line for line in lines if line and not line.startswith("#")})


def outlines(names: list[str]) -> dict[str, list[Command]]:
    """Return the commands of each icon.

    Raises:
        MissingIconError: a name is unknown to the installed icon package.
    """
    with zipfile.ZipFile(io.BytesIO(_package_file("icons.zip"))) as drawings:
        known = set(drawings.namelist())
        missing = [name for name in names if _file_name(name) not in known]
        if missing:
            raise MissingIconError(
                f"Lucide has no icon named {', '.join(missing)}. If it was renamed, add today's "
                "name to _RENAMED in packaging/icon_outlines.py."
            )
        return {name: outline(drawings.read(_file_name(name)).decode()) for name in names}


def outline(svg: str) -> list[Command]:
    """Return the commands of one SVG drawing made of Lucide's seven shapes.

    Raises:
        ValueError: the drawing holds a shape or a fill that painters could not show.
    """
    root = ET.fromstring(svg)  # noqa: S314 - the drawings come from the locked icon package
    if root.get("viewBox") != f"0 0 {GRID} {GRID}":
        raise ValueError(f"unexpected viewBox {root.get('viewBox')}")
    commands: list[Command] = []
    for shape in root:
        if shape.get("fill", "none") != "none" or shape.get("transform"):
            raise ValueError(f"filled or transformed shape: {ET.tostring(shape, 'unicode')}")
        commands += _shape(shape.tag.rpartition("}")[2], shape)
    return commands


def package_version() -> str:
    """Return the version of the icon set."""
    manifest = json.loads(_package_file("pack_manifest.json"))
    return str(manifest["pack"]["version"])


def _shape(kind: str, shape: ET.Element) -> list[Command]:
    def number(name: str) -> float:
        return float(shape.get(name, "0"))

    match kind:
        case "path":
            return svg_path.absolute_commands(shape.get("d", ""))
        case "line":
            return [["M", number("x1"), number("y1")], ["L", number("x2"), number("y2")]]
        case "circle":
            return _ellipse(number("cx"), number("cy"), number("r"), number("r"))
        case "ellipse":
            return _ellipse(number("cx"), number("cy"), number("rx"), number("ry"))
        case "rect":
            corner = number("rx") or number("ry")
            return _rect(number("x"), number("y"), number("width"), number("height"), corner)
        case "polyline" | "polygon":
            closing = "Z" if kind == "polygon" else ""
            return svg_path.absolute_commands(f"M{shape.get('points', '')}{closing}")
        case _:
            raise ValueError(f"unknown shape {kind}")


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> list[Command]:
    return svg_path.absolute_commands(
        f"M{cx - rx} {cy}A{rx} {ry} 0 0 1 {cx + rx} {cy}A{rx} {ry} 0 0 1 {cx - rx} {cy}Z"
    )


def _rect(x: float, y: float, width: float, height: float, corner: float) -> list[Command]:
    r = min(corner, width / 2, height / 2)
    if r == 0:
        return svg_path.absolute_commands(f"M{x} {y}h{width}v{height}h{-width}Z")
    across, down = width - 2 * r, height - 2 * r
    turn = f"a{r} {r} 0 0 1"
    return svg_path.absolute_commands(
        f"M{x + r} {y}h{across}{turn} {r} {r}v{down}{turn} {-r} {r}"
        f"h{-across}{turn} {-r} {-r}v{-down}{turn} {r} {-r}Z"
    )


def _file_name(name: str) -> str:
    return f"{_RENAMED.get(name, name)}.svg"


def _package_file(name: str) -> bytes:
    return (resources.files("justmyresource_lucide") / name).read_bytes()
