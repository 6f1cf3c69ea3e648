"""SVG path data turned into four absolute verbs: M, L, C and Z.

Painters then need no SVG grammar: every horizontal line, smooth curve, quadratic curve and arc
arrives as a line or a cubic. The result of each function is a list of commands such as
``["M", 3.0, 4.0]``, ``["C", x1, y1, x2, y2, x, y]`` and ``["Z"]``.
"""

import math
import re
from collections.abc import Iterator

Command = list[str | float]
"""One verb and its absolute coordinates."""

Point = tuple[float, float]

_ARITY = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_GAP = re.compile(r"[\s,]*")


class PathSyntaxError(ValueError):
    """The path data is not valid SVG."""


def absolute_commands(data: str) -> list[Command]:
    """Return the path ``data`` with absolute coordinates and only M, L, C and Z.

    Raises:
        PathSyntaxError: the data holds something that is not SVG path data.
    """
    return list(_Walk().commands(data))


class _Walk:
    """The state of the pen while one path is read."""

    def __init__(self) -> None:
        self.pen: Point = (0.0, 0.0)
        self.start: Point = (0.0, 0.0)
        self.cubic_handle: Point | None = None
        self.quadratic_handle: Point | None = None

    def commands(self, data: str) -> Iterator[Command]:
        for letter, numbers in _segments(data):
            verb = letter.upper()
            base = self.pen if letter.islower() else (0.0, 0.0)
            cubic, quadratic = self.cubic_handle, self.quadratic_handle
            self.cubic_handle = self.quadratic_handle = None
            match verb:
                case "Z":
                    self.pen = self.start
                    yield ["Z"]
                case "M" | "L":
                    yield self._line_to(verb, (base[0] + numbers[0], base[1] + numbers[1]))
                case "H":
                    yield self._line_to("L", (base[0] + numbers[0], self.pen[1]))
                case "V":
                    yield self._line_to("L", (self.pen[0], base[1] + numbers[0]))
                case "A":
                    yield from self._arc(numbers, base)
                case _:
                    points = _pairs(numbers, base)
                    yield self._curve(verb, points, cubic, quadratic)

    def _line_to(self, verb: str, point: Point) -> Command:
        self.pen = point
        if verb == "M":
            self.start = point
        return [verb, *_rounded(point)]

    def _curve(
        self, verb: str, points: list[Point], cubic: Point | None, quadratic: Point | None
    ) -> Command:
        if verb in "CS":
            first = points[0] if verb == "C" else _mirrored(cubic, self.pen)
            second, end = points[-2], points[-1]
            self.cubic_handle = second
        else:
            handle = points[0] if verb == "Q" else _mirrored(quadratic, self.pen)
            end = points[-1]
            first, second = _towards(self.pen, handle), _towards(end, handle)
            self.quadratic_handle = handle
        self.pen = end
        return ["C", *_rounded(first, second, end)]

    def _arc(self, numbers: list[float], base: Point) -> Iterator[Command]:
        rx, ry, rotation, large, sweep = numbers[:5]
        end = (base[0] + numbers[5], base[1] + numbers[6])
        yield from arc_commands(
            self.pen, (abs(rx), abs(ry)), rotation, (bool(large), bool(sweep)), end
        )
        self.pen = end


def arc_commands(
    start: Point, radii: Point, rotation: float, flags: tuple[bool, bool], end: Point
) -> list[Command]:
    """Return the elliptical arc from ``start`` to ``end`` as cubics of at most 90 degrees.

    ``rotation`` is in degrees; ``flags`` are SVG's (large arc, sweep).
    """
    rx, ry = radii
    if start == end:
        return []
    if rx == 0 or ry == 0:
        return [["L", *_rounded(end)]]
    cos_r, sin_r = math.cos(math.radians(rotation)), math.sin(math.radians(rotation))
    half = ((start[0] - end[0]) / 2, (start[1] - end[1]) / 2)
    x = cos_r * half[0] + sin_r * half[1]
    y = -sin_r * half[0] + cos_r * half[1]
    too_small = (x / rx) ** 2 + (y / ry) ** 2
    if too_small > 1:
        rx, ry = rx * math.sqrt(too_small), ry * math.sqrt(too_small)
    reach = (rx * y) ** 2 + (ry * x) ** 2
    factor = math.sqrt(max(0.0, (rx * ry) ** 2 / reach - 1))
    if flags[0] == flags[1]:
        factor = -factor
    centre = (factor * rx * y / ry, -factor * ry * x / rx)
    first = math.atan2((y - centre[1]) / ry, (x - centre[0]) / rx)
    last = math.atan2((-y - centre[1]) / ry, (-x - centre[0]) / rx)
    turn = last - first
    if flags[1] and turn < 0:
        turn += math.tau
    elif not flags[1] and turn > 0:
        turn -= math.tau
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)

    def placed(point: Point) -> Point:
        u, v = (point[0] + centre[0], point[1] + centre[1])
        return (middle[0] + cos_r * u - sin_r * v, middle[1] + sin_r * u + cos_r * v)

    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    pull = 4 / 3 * math.tan(step / 4)
    commands: list[Command] = []
    for index in range(pieces):
        a, b = first + index * step, first + (index + 1) * step
        one = (rx * (math.cos(a) - pull * math.sin(a)), ry * (math.sin(a) + pull * math.cos(a)))
        two = (rx * (math.cos(b) + pull * math.sin(b)), ry * (math.sin(b) - pull * math.cos(b)))
        three = (rx * math.cos(b), ry * math.sin(b))
        stop = end if index == pieces - 1 else placed(three)
        commands.append(["C", *_rounded(placed(one), placed(two), stop)])
    return commands


def _segments(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command letter with one full set of its numbers; repeats are written out."""
    position = _skip(data, 0)
    while position < len(data):
        letter = data[position]
        arity = _ARITY.get(letter.upper())
        if arity is None:
            raise PathSyntaxError(f"{letter!r} at {position} in {data!r}")
        position = _skip(data, position + 1)
        if arity == 0:
            yield letter, []
            continue
        while True:
            numbers, position = _numbers(data, position, letter, arity)
            yield letter, numbers
            if position >= len(data) or data[position].isalpha():
                break
            letter = {"M": "L", "m": "l"}.get(letter, letter)


def _numbers(data: str, position: int, letter: str, arity: int) -> tuple[list[float], int]:
    numbers: list[float] = []
    for index in range(arity):
        if letter in "aA" and index in (3, 4):  # flags may stand without a gap: "0 012 3"
            if data[position : position + 1] not in ("0", "1"):
                raise PathSyntaxError(f"arc flag expected at {position} in {data!r}")
            numbers.append(float(data[position]))
            position = _skip(data, position + 1)
            continue
        match = _NUMBER.match(data, position)
        if match is None:
            raise PathSyntaxError(f"number expected at {position} in {data!r}")
        numbers.append(float(match.group()))
        position = _skip(data, match.end())
    return numbers, position


def _skip(data: str, position: int) -> int:
    match = _GAP.match(data, position)
    return match.end() if match else position


def _pairs(numbers: list[float], base: Point) -> list[Point]:
    return [(base[0] + x, base[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _mirrored(handle: Point | None, pen: Point) -> Point:
    return pen if handle is None else (2 * pen[0] - handle[0], 2 * pen[1] - handle[1])


def _towards(end: Point, handle: Point) -> Point:
    """Return the cubic handle that equals a quadratic one, seen from ``end``."""
    return (end[0] + 2 / 3 * (handle[0] - end[0]), end[1] + 2 / 3 * (handle[1] - end[1]))


def _rounded(*points: Point) -> list[float]:
    return [round(value, 4) + 0.0 for point in points for value in point]
