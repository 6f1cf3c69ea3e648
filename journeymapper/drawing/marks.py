"""The small marks: severity, moment of truth, evidence dots, points of the curve, faces."""

from __future__ import annotations

import math

from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Severity
from journeymapper.drawing.display_list import Box, Path, Rect, Segment, Shape
from journeymapper.drawing.lettering import Pen, centred, signed
from journeymapper.drawing.outlines import circle, polygon, regular
from journeymapper.drawing.theme import feeling_role
from journeymapper.text.runs import TextStyle

DOTS = {Grade.A: 4, Grade.B: 3, Grade.C: 2, Grade.D: 1, Grade.E: 0}
"""How many of the four evidence dots are filled."""

FACES = (-4, -2, 0, 2, 4)
"""The feelings that have a face, from awful to great."""

LETTER_SHARE = 0.62
"""Size of the letter in a severity mark, as a share of the mark."""


def severity_mark(
    pen: Pen, severity: Severity, x: float, y: float, size: float
) -> tuple[Shape, ...]:
    """Return the mark of a severity in a square at (x, y): shape, letter and colour."""
    letter, shape = pen.tokens.severity(severity.value)
    fill = f"severity.{severity.value}.fill"
    ink = f"severity.{severity.value}.letter"
    cx, cy, half = x + size / 2, y + size / 2, size / 2
    down = 0.0
    outline: Shape
    match shape:
        case "octagon":
            outline = Path(regular(cx, cy, half / math.cos(math.pi / 8), 8, 22.5), fill)
        case "triangle":
            outline = Path(
                polygon(
                    [
                        (cx, y - 0.04 * size),
                        (x + size * 1.06, y + size),
                        (x - size * 0.06, y + size),
                    ]
                ),
                fill,
            )
            down = 0.17 * size
        case "square":
            outline = Rect(Box(x, y, size, size), fill, radius=0.12 * size)
        case _:
            outline = circle(cx, cy, half, fill)
    style = TextStyle(size * LETTER_SHARE, size * LETTER_SHARE * 1.3, 700)
    return (outline, *centred(pen.line(letter, style), cx, cy + down, ink))


def diamond(x: float, y: float, size: float, colour: str = "text") -> Path:
    """Return the mark of a moment of truth around (x, y); ``size`` from corner to corner."""
    return Path(regular(x, y, size / 2, 4, 0), colour)


def evidence_dots(grade: Grade, x: float, y: float, size: float = 8.0) -> tuple[Shape, ...]:
    """Return four dots in a row from (x, y) on, filled from the start; 3 apart."""
    line = 1.25
    dots: list[Shape] = []
    for i in range(4):
        cx = x + size / 2 + i * (size + 3)
        if i < DOTS[grade]:
            dots.append(circle(cx, y + size / 2, size / 2, "text_secondary"))
        else:
            dots.append(circle(cx, y + size / 2, (size - line) / 2, "", "text_secondary", line))
    return tuple(dots)


def feeling_point(pen: Pen, rank: int, value: int, x: float, y: float) -> tuple[Shape, ...]:
    """Return a point of the curve at (x, y).

    ``rank`` is the place of the persona: 0 a round marker with its number, 1 a square, 2 a
    triangle.
    """
    ink = persona_role(rank)
    if rank == 0:
        radius = pen.tokens.size("marker_diameter") / 2
        number = pen.line(signed(value), TextStyle(11, 14, 700))
        return (
            circle(x, y, radius, "surface"),
            circle(x, y, radius - 1.5, feeling_role(value)),
            *centred(number, x, y, feeling_role(value, "number")),
        )
    if rank == 1:
        return (Rect(Box(x - 4, y - 4, 8, 8), "surface", ink, 1.75, radius=1.5),)
    return (Path(regular(x, y + 0.8, 5.6, 3, -90), "surface", ink, 1.75),)


def persona_role(rank: int) -> str:
    """Return the colour of the first, second or third persona."""
    return f"persona_{rank + 1}"


def face(value: int, x: float, y: float, radius: float) -> tuple[Shape, ...]:
    """Return a face around (x, y) for a feeling: -4 awful, -2, 0, +2 or +4 great."""
    ink = feeling_role(value, "number")
    line = max(1.25, radius * 0.13)
    shapes: list[Shape] = [circle(x, y, radius, feeling_role(value))]
    for side in (-1, 1):
        shapes.append(circle(x + side * 0.36 * radius, y - 0.2 * radius, 0.11 * radius, ink))
        if value <= FACES[0]:
            brow: tuple[Segment, ...] = (
                ("M", x + side * 0.56 * radius, y - 0.52 * radius),
                ("L", x + side * 0.2 * radius, y - 0.34 * radius),
            )
            shapes.append(Path(brow, "", ink, line, round_ends=True))
    shapes.append(_mouth(value, x, y, radius, ink, line))
    return tuple(shapes)


def _mouth(value: int, x: float, y: float, radius: float, ink: str, line: float) -> Path:
    reach = 0.44 * radius
    if value >= FACES[-1]:
        open_mouth: tuple[Segment, ...] = (
            ("M", x - reach, y + 0.16 * radius),
            (
                "C",
                x - reach,
                y + 0.8 * radius,
                x + reach,
                y + 0.8 * radius,
                x + reach,
                y + 0.16 * radius,
            ),
            ("Z",),
        )
        return Path(open_mouth, ink)
    bend = 0.14 * radius * (value / 2 if value > FACES[0] else -1.5)
    base = y + 0.36 * radius - bend / 2
    smile: tuple[Segment, ...] = (
        ("M", x - reach, base),
        ("C", x - reach / 2, base + bend * 1.6, x + reach / 2, base + bend * 1.6, x + reach, base),
    )
    return Path(smile, "", ink, line, round_ends=True)
