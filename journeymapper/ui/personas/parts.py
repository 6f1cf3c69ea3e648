"""The parts of a card in the order in which one reads them, and when each is shown."""

from __future__ import annotations

from journeymapper.domain.kinds import NoteSection, PersonaKind
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.add_row import STORY
from journeymapper.ui.personas.buyer import BuyerSection
from journeymapper.ui.personas.channels import ChannelSection
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.head import HeadSection
from journeymapper.ui.personas.keyed import KeyedSection
from journeymapper.ui.personas.lists import StatementList
from journeymapper.ui.personas.mind import MindSection
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.story import StorySection

Part = NoteSection | str
"""A section, `HEAD` or `STORY`."""

HEAD = ""

BESIDE = (
    NoteSection.CHANNEL,
    NoteSection.HELP,
    NoteSection.GOAL,
    NoteSection.FRUSTRATION,
    NoteSection.NEED,
    NoteSection.ACCESS,
    NoteSection.BRAND,
)
"""Lists that stand beside each other in two columns."""

ORDER: tuple[Part, ...] = (
    HEAD,
    NoteSection.EMOTION,
    NoteSection.ORGANISATION,
    NoteSection.BUYER,
    *BESIDE,
    NoteSection.CHARACTER,
    STORY,
    NoteSection.QUESTION,
)

MORE = (
    NoteSection.QUESTION,
    NoteSection.BUYER,
    NoteSection.CHARACTER,
    NoteSection.BRAND,
    NoteSection.ORGANISATION,
)
"""Sections that are shown when they hold something, or when the menu More says so."""


def part_of(section: str) -> Part:
    """Return the part of the card that shows a section; facts and traits are in the head."""
    if section in (NoteSection.DEMOGRAPHIC, NoteSection.TRAIT):
        return HEAD
    return section if section in (HEAD, STORY) else NoteSection(section)


def is_needed(desk: CardDesk, part: Part) -> bool:
    """Say whether a part is shown although nobody has opened it."""
    if part == STORY:
        return bool(desk.persona.story.strip())
    if not isinstance(part, NoteSection) or part == NoteSection.EMOTION:
        return True
    if desk.holds(part) or any(section == part for section, _key in desk.asks):
        return True
    if part == NoteSection.ORGANISATION and desk.persona.kind == PersonaKind.ORGANISATION:
        return True
    return part in MORE and personas.is_wanted(desk.snapshot, part)


def make(desk: CardDesk, part: Part) -> Section:
    """Return a new part for the persona that the desk shows."""
    match part:
        case "":
            return HeadSection(desk)
        case "story":
            return StorySection(desk)
        case NoteSection.EMOTION:
            return MindSection(desk)
        case NoteSection.BUYER:
            return BuyerSection(desk)
        case NoteSection.CHANNEL:
            return ChannelSection(desk)
        case NoteSection.QUESTION | NoteSection.CHARACTER | NoteSection.ORGANISATION:
            return KeyedSection(desk, NoteSection(part))
        case _:
            return StatementList(desk, NoteSection(part))
