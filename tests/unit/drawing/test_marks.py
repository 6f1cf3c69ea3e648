"""The small marks say the same by shape, letter and colour."""

import pytest

from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import Severity
from journeymapper.drawing import marks
from journeymapper.drawing.display_list import Path, Rect, Shape
from journeymapper.drawing.lettering import Pen
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import fill_of, runs_of, setting


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    found = setting(engine)
    return Pen(engine, found.tokens, ENGLISH)


def test_each_severity_has_its_own_letter_shape_and_colour(pen: Pen) -> None:
    rated = [one for one in Severity if one != Severity.UNRATED]
    drawn = [marks.severity_mark(pen, one, 0, 0, 13) for one in rated]
    assert [runs_of(shapes)[0].text for shapes in drawn] == ["C", "H", "M", "L"]
    assert len({fill_of(shapes[0]) for shapes in drawn}) == 4
    assert len({_outline(shapes[0]) for shapes in drawn}) == 4


def _outline(shape: Shape) -> tuple[object, ...]:
    if isinstance(shape, Rect):
        return ("rect", shape.radius > 5)
    assert isinstance(shape, Path)
    return ("path", len(shape.segments))


@pytest.mark.parametrize(
    ("grade", "filled"), [(Grade.A, 4), (Grade.B, 3), (Grade.C, 2), (Grade.D, 1), (Grade.E, 0)]
)
def test_evidence_has_four_dots(grade: Grade, filled: int) -> None:
    dots = marks.evidence_dots(grade, 0, 0)
    assert len(dots) == 4
    assert sum(bool(fill_of(dot)) for dot in dots) == filled


def test_points_of_the_curve_differ_by_persona(pen: Pen) -> None:
    first, second, third = (marks.feeling_point(pen, rank, -3, 12, 12) for rank in range(3))
    assert [run.text for run in runs_of(first)] == ["−3"]
    square, triangle = second[0], third[0]
    assert isinstance(square, Rect)
    assert isinstance(triangle, Path)
    assert (square.stroke, triangle.stroke) == ("persona_2", "persona_3")


def test_faces_differ() -> None:
    faces = [marks.face(value, 20, 20, 20) for value in marks.FACES]
    assert len({str(face) for face in faces}) == 5
    assert [fill_of(face[0]) for face in faces] == [
        "emotion.m4.fill", "emotion.m2.fill", "emotion.z0.fill", "emotion.p2.fill",
        "emotion.p4.fill",
    ]  # fmt: skip
