"""Path data of every kind arrives as absolute lines and cubics."""

import math

import pytest

from icon_outlines import outline
from svg_path import Command, PathSyntaxError, absolute_commands


def test_relative_commands_and_repeats_become_absolute_lines() -> None:
    assert absolute_commands("m3 4 2-1-.5.5h1V9v1z") == [
        ["M", 3, 4],
        ["L", 5, 3],
        ["L", 4.5, 3.5],
        ["L", 5.5, 3.5],
        ["L", 5.5, 9],
        ["L", 5.5, 10],
        ["Z"],
    ]


def test_a_new_subpath_after_closing_starts_where_the_closed_one_did() -> None:
    assert absolute_commands("M1 1h4v4zm1 1h1")[4:] == [["M", 2, 2], ["L", 3, 2]]


def test_a_smooth_curve_mirrors_the_handle_before_it() -> None:
    assert absolute_commands("M0 0C0 1 1 2 2 2S4 3 4 4")[-1] == ["C", 3, 2, 4, 3, 4, 4]


def test_a_smooth_curve_after_a_line_starts_at_the_pen() -> None:
    assert absolute_commands("M0 0H2S4 3 4 4")[-1] == ["C", 2, 0, 4, 3, 4, 4]


def test_a_quadratic_curve_keeps_its_middle() -> None:
    commands = absolute_commands("M0 0Q3 6 6 0T12 0")
    assert _at(0.5, (0, 0), commands[1]) == pytest.approx((3, 3))
    assert _at(0.5, (6, 0), commands[2]) == pytest.approx((9, -3))


@pytest.mark.parametrize("data", ["M2 12a10 10 0 1 0 20 0", "M2 12a10 10 0 10 20 0"])
def test_an_arc_stays_on_its_circle(data: str) -> None:
    commands = absolute_commands(data)
    assert commands[-1][-2:] == [22, 12]
    for point in _sampled(commands):
        assert math.dist(point, (12, 12)) == pytest.approx(10, abs=0.003)
    assert max(y for _, y in _sampled(commands)) == pytest.approx(22, abs=0.003)


def test_an_arc_too_small_to_reach_its_end_is_made_larger() -> None:
    commands = absolute_commands("M0 0A1 1 0 0 1 10 0")
    assert min(y for _, y in _sampled(commands)) == pytest.approx(-5, abs=0.003)


@pytest.mark.parametrize("data", ["M1 1 K2", "M1", "M0 0a1 1 0 2 0 1 1"])
def test_what_is_not_path_data_is_refused(data: str) -> None:
    with pytest.raises(PathSyntaxError):
        absolute_commands(data)


def test_a_circle_and_a_rounded_rectangle_touch_their_edges() -> None:
    circle = _extent(outline(_drawing('<circle cx="12" cy="10" r="4"/>')))
    assert circle == pytest.approx((8, 6, 16, 14), abs=0.003)
    box = _extent(outline(_drawing('<rect x="2" y="3" width="20" height="10" rx="2"/>')))
    assert box == pytest.approx((2, 3, 22, 13), abs=0.003)


def test_lines_and_polygons_become_commands() -> None:
    lines = outline(_drawing('<line x1="1" x2="2" y1="3" y2="4"/><polygon points="0 0 5,0 5 5"/>'))
    assert lines == [["M", 1, 3], ["L", 2, 4], ["M", 0, 0], ["L", 5, 0], ["L", 5, 5], ["Z"]]


@pytest.mark.parametrize(
    "shape",
    ['<text x="1">a</text>', '<circle r="1" fill="currentColor"/>', '<path transform="scale(2)"/>'],
)
def test_a_shape_that_painters_cannot_show_is_refused(shape: str) -> None:
    with pytest.raises(ValueError, match="shape"):
        outline(_drawing(shape))


def _drawing(shapes: str) -> str:
    return f'<svg viewBox="0 0 24 24" fill="none">{shapes}</svg>'


def _at(t: float, start: tuple[float, float], command: Command) -> tuple[float, float]:
    x1, y1, x2, y2, x, y = (float(value) for value in command[1:])

    def blend(a: float, b: float, c: float, d: float) -> float:
        return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d

    return (blend(start[0], x1, x2, x), blend(start[1], y1, y2, y))


def _sampled(commands: list[Command]) -> list[tuple[float, float]]:
    points, pen = [], (0.0, 0.0)
    for command in commands:
        if command[0] == "C":
            points += [_at(step / 8, pen, command) for step in range(9)]
        if command[0] != "Z":
            pen = (float(command[-2]), float(command[-1]))
            points.append(pen)
    return points


def _extent(commands: list[Command]) -> tuple[float, float, float, float]:
    points = _sampled(commands)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs), min(ys), max(xs), max(ys))
