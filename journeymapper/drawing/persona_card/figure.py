"""A friendly figure: head and shoulders, hair and face by age, a little varied by the initials."""

from __future__ import annotations

from journeymapper.domain.kinds import AgeGroup
from journeymapper.drawing.display_list import Path, Segment, Shape
from journeymapper.drawing.outlines import circle

_SKIN = ("#EFC7A4", "#D9A47C", "#B97F57", "#8A5A3B")
_HAIR = ("#4A3428", "#2B2420", "#7A5230", "#A2763F")
_GREY = ("#C9CCD1", "#E3E5E8")
_LINE = "#2A1F1A"


def figure(age: AgeGroup, initials: str, size: float, ink: str) -> tuple[Shape, ...]:
    """Return a figure in a circle of diameter ``size``; ``ink`` is the colour of its clothes."""
    draw = _Figure(size, sum(map(ord, initials)))
    head = {AgeGroup.CHILD: 0.19, AgeGroup.YOUNG: 0.175}.get(age, 0.17)
    middle = 0.47 if age == AgeGroup.CHILD else 0.43
    older = age == AgeGroup.OLDER
    hair = _GREY[draw.turn % 2] if older else _HAIR[draw.turn // 3 % 4]
    skin = _SKIN[draw.turn % 4]
    shapes = draw.behind(age, head, middle, hair)
    shapes += draw.shoulders(age, skin, ink, middle + head)
    shapes += [
        draw.round(-head, middle + 0.01, 0.034, skin),
        draw.round(head, middle + 0.01, 0.034, skin),
        draw.round(0, middle, head, skin),
    ]
    shapes += draw.hair(age, head, middle, hair)
    shapes += draw.face(head, middle, glasses=older)
    return tuple(shapes)


class _Figure:
    """Draws in shares of the size, across from the middle, down from the top."""

    def __init__(self, size: float, turn: int) -> None:
        self.size = size
        self.turn = turn

    def round(self, x: float, y: float, radius: float, fill: str) -> Shape:
        return circle((0.5 + x) * self.size, y * self.size, radius * self.size, fill)

    def path(self, *parts: tuple[str | float, ...], fill: str = "", line: float = 0) -> Path:
        size = self.size
        segments: list[Segment] = []
        for kind, *numbers in parts:
            at = [float(number) for number in numbers]
            places = [(value if i % 2 else 0.5 + value) * size for i, value in enumerate(at)]
            segments.append((kind, *places))
        stroke = _LINE if line else ""
        return Path(tuple(segments), fill, stroke, line * size, round_ends=bool(line))

    def behind(self, age: AgeGroup, head: float, middle: float, hair: str) -> list[Shape]:
        """Longer hair behind the head, for every other pair of initials."""
        if age in (AgeGroup.OLDER, AgeGroup.CHILD) or self.turn % 2:
            return []
        wide, top, low = head * 1.2, middle - head * 1.15, middle + head * 1.05
        return [
            self.path(
                ("M", -wide, low),
                ("C", -wide * 1.02, top, -wide * 0.7, top, 0, top),
                ("C", wide * 0.7, top, wide * 1.02, top, wide, low),
                ("Z",),
                fill=hair,
            )
        ]

    def shoulders(self, age: AgeGroup, skin: str, ink: str, chin: float) -> list[Shape]:
        """Clothes that end at the circle's lower edge, and the neck."""
        wide = 0.27 if age == AgeGroup.CHILD else 0.33
        low = 0.5 + (0.25 - wide * wide) ** 0.5
        top = chin + 0.045
        body = self.path(
            ("M", -wide, low),
            ("C", -wide, top + 0.04, -wide * 0.55, top, -0.08, top),
            ("L", 0.08, top),
            ("C", wide * 0.55, top, wide, top + 0.04, wide, low),
            ("C", wide * 0.5, 1.035, -wide * 0.5, 1.035, -wide, low),
            ("Z",),
            fill=ink,
        )
        neck = self.path(
            ("M", -0.065, chin - 0.04),
            ("L", -0.065, top),
            ("C", -0.06, top + 0.07, 0.06, top + 0.07, 0.065, top),
            ("L", 0.065, chin - 0.04),
            ("Z",),
            fill=skin,
        )
        return [body, neck]

    def hair(self, age: AgeGroup, head: float, middle: float, hair: str) -> list[Shape]:
        wide, top = head * 1.06, middle - head * 1.14
        if age == AgeGroup.OLDER:
            return [self._side(side, wide, middle, head, hair) for side in (-1, 1)]
        fringe = middle - head * (0.42 if age == AgeGroup.CHILD else 0.5)
        part = head * (0.5 if age == AgeGroup.YOUNG else 0.15)
        ear = middle - head * 0.02
        return [
            self.path(
                ("M", -wide, ear),
                ("C", -wide * 1.08, top, -wide * 0.5, top, 0, top),
                ("C", wide * 0.5, top, wide * 1.08, top, wide, ear),
                ("C", wide * 0.86, fringe, part + head * 0.3, fringe, part, fringe - head * 0.16),
                ("C", part - head * 0.3, fringe, -wide * 0.86, fringe, -wide, ear),
                ("Z",),
                fill=hair,
            )
        ]

    def _side(self, side: int, wide: float, middle: float, head: float, hair: str) -> Shape:
        """The hair that is left above an ear."""
        return self.path(
            ("M", side * wide * 1.02, middle + head * 0.05),
            (
                "C",
                side * wide * 1.12,
                middle - head * 0.5,
                side * wide * 0.9,
                middle - head * 1.02,
                side * wide * 0.42,
                middle - head * 1.0,
            ),
            (
                "C",
                side * wide * 0.74,
                middle - head * 0.72,
                side * wide * 0.8,
                middle - head * 0.3,
                side * wide * 0.86,
                middle,
            ),
            ("Z",),
            fill=hair,
        )

    def face(self, head: float, middle: float, *, glasses: bool) -> list[Shape]:
        eye, down = head * 0.4, middle + head * 0.06
        shapes: list[Shape] = [self.round(side * eye, down, 0.016, _LINE) for side in (-1, 1)]
        smile, low = head * 0.34, middle + head * 0.44
        shapes.append(
            self.path(
                ("M", -smile, low),
                ("C", -smile * 0.5, low + head * 0.22, smile * 0.5, low + head * 0.22, smile, low),
                line=0.013,
            )
        )
        if glasses:
            radius = head * 0.3 * self.size
            for side in (-1, 1):
                x, y = (0.5 + side * eye) * self.size, down * self.size
                shapes.append(circle(x, y, radius, "", _LINE, 0.011 * self.size))
            bridge = head * 0.1
            shapes.append(self.path(("M", -bridge, down), ("L", bridge, down), line=0.011))
        return shapes
