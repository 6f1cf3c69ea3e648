"""The small curve of one persona: its values, its line, what a reader hears."""

from __future__ import annotations

from journeymapper.app import resources
from journeymapper.domain import queries
from journeymapper.domain.entities import Feeling, Persona
from journeymapper.drawing.display_list import Path, Rect
from journeymapper.drawing.map.small_curve import felt, small_curve
from journeymapper.drawing.tokens import Tokens
from tests.unit.drawing.world import practice

TOKENS = Tokens.load(resources.find().tokens)


def test_each_feeling_is_a_point_at_its_step() -> None:
    snapshot = practice()
    anna = snapshot.get(Persona, "anna")
    drawing = small_curve(snapshot, "map", anna, 0, "persona_1", (280, 56), TOKENS)
    assert drawing is not None
    (group,) = drawing.groups
    values = felt(snapshot, "map", "anna")
    known = [f for f in snapshot.table(Feeling).values() if f.persona == "anna"]
    assert len(values) == len(known) > 1
    points = [s for s in group.shapes if isinstance(s, Rect) and s.radius]
    assert len(points) == len(values)
    assert all(p.box.x >= 0 and p.box.right <= 280.5 for p in points)
    assert all(p.box.y >= 0 and p.box.bottom <= 56 for p in points)
    by_value = sorted(zip(values, points, strict=True), key=lambda pair: pair[0].value)
    assert by_value[0][1].box.y >= by_value[-1][1].box.y
    assert "from −5 to +5" in str(group.alt)


def test_the_second_persona_has_a_dashed_line() -> None:
    snapshot = practice()
    anna = snapshot.get(Persona, "anna")
    drawing = small_curve(snapshot, "map", anna, 1, "persona_2", (280, 56), TOKENS)
    assert drawing is not None
    (line,) = [s for s in drawing.groups[0].shapes if isinstance(s, Path)]
    assert line.dash
    assert line.stroke == "persona_2"


def test_without_feelings_there_is_no_curve() -> None:
    snapshot = practice()
    stranger = Persona("nobody", name="Nobody")
    assert small_curve(snapshot, "map", stranger, 0, "persona_1", (280, 56), TOKENS) is None
    assert queries.maps(snapshot)
