"""Portraits: a picture cut round, or a figure drawn from initials, age group and colour."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import AgeGroup, PersonaKind
from journeymapper.drawing.display_list import Box, Path, Picture, Rect, Segment, Shape
from journeymapper.drawing.lettering import Pen, centred
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.persona_card.figure import figure
from journeymapper.text.runs import TextStyle


@dataclass(frozen=True, slots=True)
class PortraitColours:
    """The colours of a drawn portrait; the same in every theme, as those of a photo are."""

    ground: str
    ink: str


COLOURS: dict[str, PortraitColours] = {
    "persona_1": PortraitColours("#F3D9E8", "#8C2867"),
    "persona_2": PortraitColours("#D6E6F1", "#1B6089"),
    "persona_3": PortraitColours("#F0E9CF", "#5E4F0F"),
    "owner.0": PortraitColours("#E2E0F5", "#4F4A9C"),
    "owner.1": PortraitColours("#F6E0D3", "#8A4420"),
    "owner.2": PortraitColours("#DCEEE0", "#256338"),
    "owner.3": PortraitColours("#D3ECEC", "#04605F"),
}
"""By the name of the colour that a persona has; in the order of their places."""

_ROUND = 0.5523


def colours_of(persona: Persona, place: int = 0) -> PortraitColours:
    """Return the colours of a persona, by its place where it has none of its own."""
    names = list(COLOURS)
    return COLOURS.get(persona.colour) or COLOURS[names[place % len(names)]]


def initials(persona: Persona) -> str:
    """Return one or two capitals: those of the first and last word of the short name, or name."""
    words = [word for word in (persona.short or persona.name).split() if word[0].isalnum()]
    letters = [word[0] for word in words]
    return "".join([letters[0], *letters[1:][-1:]]).upper() if letters else "?"


def avatar(pen: Pen, persona: Persona, size: float, place: int = 0) -> tuple[Shape, ...]:
    """Return a drawn portrait in a square of ``size`` at the origin.

    ``place`` is that among all personas, for the colour of those that have none. A person of a
    known age group is a figure, anybody else the initials; an organisation's corners are square.
    """
    colours = colours_of(persona, place)
    if persona.kind == PersonaKind.ORGANISATION:
        box = Box(0, 0, size, size)
        ground: Shape = Rect(box, colours.ground, radius=size * 0.16)
        return (ground, *_letters(pen, persona, size, colours.ink))
    ground = circle(size / 2, size / 2, size / 2, colours.ground)
    if persona.age_group == AgeGroup.UNKNOWN:
        return (ground, *_letters(pen, persona, size, colours.ink))
    return (ground, *figure(persona.age_group, initials(persona), size, colours.ink))


def portrait(
    pen: Pen, persona: Persona, size: float, place: int = 0, ground: str = "surface"
) -> tuple[Shape, ...]:
    """Return the picture of a persona cut round on a ``ground``, or what `avatar` draws."""
    if persona.portrait is None:
        return avatar(pen, persona, size, place)
    picture = Picture(persona.portrait, Box(0, 0, size, size))
    return (picture, Path(_corners(size), ground))


def _letters(pen: Pen, persona: Persona, size: float, ink: str) -> tuple[Shape, ...]:
    said = initials(persona)
    style = TextStyle(size * (0.36 if len(said) > 1 else 0.44), size * 0.5, 600)
    return centred(pen.line(said, style), size / 2, size / 2, ink)


def _corners(size: float) -> tuple[Segment, ...]:
    """The four corners that a circle leaves of a square, a hair over its edges."""
    half, over = size / 2, 0.4
    reach = half * _ROUND
    found: list[Segment] = []
    for across, down in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
        corner = half + across * (half + over), half + down * (half + over)
        side = half + across * half, half
        foot = half, half + down * half
        found += [
            ("M", *corner),
            ("L", corner[0], half),
            ("L", *side),
            (
                "C",
                side[0],
                half + down * reach,
                half + across * reach,
                foot[1],
                *foot,
            ),
            ("L", half, corner[1]),
            ("Z",),
        ]
    return tuple(found)
