"""Portraits: readable initials in every colour, a figure for each age, never outside its square."""

import pytest

from journeymapper.app import resources
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import AgeGroup, PersonaKind
from journeymapper.drawing.display_list import Box, Drawing, Group, Picture, Text
from journeymapper.drawing.extent import extent
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.persona_card.avatar import (
    COLOURS,
    avatar,
    colours_of,
    initials,
    portrait,
)
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_initials_can_be_read_on_every_ground() -> None:
    for colours in COLOURS.values():
        light, dark = luminance(colours.ground), luminance(colours.ink)
        assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize(
    ("name", "short", "said"),
    [
        ("Anna Meier", "", "AM"),
        ("Anna, working mother", "Anna", "A"),
        ("Maria de la Cruz", "", "MC"),
        ("ראובן", "", "ר"),
        ("(new)", "", "?"),
        ("", "", "?"),
    ],
)
def test_initials_are_those_of_the_first_and_last_word(name: str, short: str, said: str) -> None:
    assert initials(Persona("p", name=name, short=short)) == said


@pytest.mark.parametrize("age", AgeGroup)
@pytest.mark.parametrize("name", ["Anna", "Bo Li", "Walter", ""])
def test_a_portrait_stays_in_its_square(pen: Pen, age: AgeGroup, name: str) -> None:
    shapes = avatar(pen, Persona("p", name=name, age_group=age), 80)
    ink = extent(Drawing(80, 80, (Group("g", Box(0, 0, 80, 80), shapes),)))
    assert ink.x >= -0.5
    assert ink.y >= -0.5
    assert ink.right <= 80.5
    assert ink.bottom <= 83  # handles of a curve reach further than the curve


def test_each_age_has_its_own_look_and_without_one_the_initials_stand(pen: Pen) -> None:
    drawn = [avatar(pen, Persona("p", name="Anna", age_group=age), 80) for age in AgeGroup]
    assert len(set(drawn)) == len(drawn)
    assert [any(isinstance(s, Text) for s in shapes) for shapes in drawn] == [True, *[False] * 4]


def test_an_organisation_has_initials_whatever_its_age(pen: Pen) -> None:
    one = Persona("p", name="Hill Clinic", kind=PersonaKind.ORGANISATION, age_group=AgeGroup.OLDER)
    said = [shape.run.text for shape in avatar(pen, one, 80) if isinstance(shape, Text)]
    assert said == ["HC"]


def test_a_colour_of_its_own_wins_over_the_place_and_an_unknown_one_does_not() -> None:
    assert colours_of(Persona("p", colour="persona_2"), 0) == COLOURS["persona_2"]
    assert colours_of(Persona("p", colour="nothing"), 1) == COLOURS["persona_2"]
    assert colours_of(Persona("p"), len(COLOURS)) == COLOURS["persona_1"]


def test_a_picture_takes_the_place_of_the_drawing(pen: Pen) -> None:
    shapes = portrait(pen, Persona("p", name="Anna", portrait="blob"), 60)
    assert shapes[0] == Picture("blob", Box(0, 0, 60, 60))
    assert not any(isinstance(shape, Text) for shape in shapes)
