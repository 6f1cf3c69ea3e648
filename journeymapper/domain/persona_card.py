"""What stands on a persona's card: its sections with their keys and words, in reading order.

One table for the screen, the paper, the exports and the checks. The eight of ``EMOTIONS`` keep
their order (R083); the thirteen of ``QUESTIONS`` and the grid of ``BUYER`` are under More.
"""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain import indexes
from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

EMOTIONS: Mapping[str, Message] = {
    "thinking": _("Thinking"),
    "feeling": _("Feeling"),
    "wanting": _("Wanting"),
    "concerned_about": _("Concerned about"),
    "frustrated_about": _("Frustrated about"),
    "expecting": _("Expecting"),
    "planning": _("Planning"),
    "hoping": _("Hoping"),
}
"""The eight emotional fields, in their order."""

BUYER_STAGES: Mapping[str, Message] = {
    "awareness": _("Becoming aware"),
    "consideration": _("Considering"),
    "decision": _("Deciding"),
}
"""The columns of the buyer's journey."""


def questions(name: str) -> Mapping[str, Message]:
    """Return the thirteen questions by key; ``name`` is what the persona is called."""
    return {
        "career_aims": _("Career aims"),
        "problems_we_solve": _("Problems we can solve"),
        "objections": _("Objections"),
        "keeps_from_repeat": _("What stops a return"),
        "time": _("Where time goes"),
        "free_time": _("Free time"),
        "trusted_sources": _("Trusted sources"),
        "online_places": _("Places online"),
        "content": _("How {name} takes in content", name=name),
        "wants_to_know": _("What {name} wants to know of us", name=name),
        "splurge": _("Where {name} would splurge", name=name),
        "found_late": _("Why {name} found us late", name=name),
        "day_in_life": _("A day in {name}’s life", name=name),
    }


def buyer_prompts(name: str) -> Mapping[str, Message]:
    """Return the rows of the buyer's journey by key."""
    return {
        "move_on": _("What moves {name} on", name=name),
        "hesitation": _("What makes {name} hesitate", name=name),
        "barrier": _("What stands in the way"),
    }


DEMOGRAPHICS: Mapping[str, Message] = {
    "age": _("Age"),
    "household": _("Household"),
    "lives": _("Lives"),
    "work": _("Work"),
    "income": _("Income"),
    "habits": _("Buying habits"),
    "customer_since": _("With us since"),
    "reached_by": _("Best reached by"),
}
"""Facts that are offered; any other label may be written too."""

TRAITS: Mapping[str, Message] = {
    "technology": _("Ease with technology"),
    "price": _("Price matters"),
}
"""What has one to five dots."""

CHARACTER: Mapping[str, Message] = {
    "archetype": _("Type of person"),
    "motivation": _("What drives them"),
}

ORGANISATION: Mapping[str, Message] = {
    "role": _("Role"),
    "reports_to": _("Reports to"),
    "decision_power": _("Say in the decision"),
    "success_factors": _("What counts as success"),
    "barriers": _("What is seen as in the way"),
    "kpis": _("Figures that are watched"),
}
"""What a card about an organisation, or somebody in one, has besides."""

LISTS = (
    NoteSection.GOAL,
    NoteSection.FRUSTRATION,
    NoteSection.NEED,
    NoteSection.HELP,
    NoteSection.ACCESS,
    NoteSection.CHANNEL,
    NoteSection.BRAND,
)
"""Sections that are lists of lines without keys."""

BUYER_KEYS = tuple(
    f"{stage}.{prompt}" for prompt in ("move_on", "hesitation", "barrier") for stage in BUYER_STAGES
)
"""The nine cells of the buyer's journey, row by row."""

QUESTION_KEYS = tuple(questions(""))
"""The thirteen keys, in their order."""

FIXED_KEYS: Mapping[NoteSection, tuple[str, ...]] = {
    NoteSection.EMOTION: tuple(EMOTIONS),
    NoteSection.QUESTION: QUESTION_KEYS,
    NoteSection.BUYER: BUYER_KEYS,
    NoteSection.TRAIT: tuple(TRAITS),
    NoteSection.CHARACTER: tuple(CHARACTER),
    NoteSection.ORGANISATION: tuple(ORGANISATION),
}
"""Sections with one note for each key, in this order."""


def section_title(section: NoteSection, name: str) -> Message:
    """Return the heading of a section; ``name`` is what the persona is called."""
    titles = {
        NoteSection.EMOTION: _("What is on {name}’s mind", name=name),
        NoteSection.QUESTION: _("Thirteen questions"),
        NoteSection.BUYER: _("On the way to choosing us"),
        NoteSection.DEMOGRAPHIC: _("Facts"),
        NoteSection.TRAIT: _("Ease and price"),
        NoteSection.GOAL: _("What {name} wants to reach", name=name),
        NoteSection.FRUSTRATION: _("What annoys {name}", name=name),
        NoteSection.NEED: _("What {name} needs", name=name),
        NoteSection.HELP: _("What makes it easier for {name}", name=name),
        NoteSection.ACCESS: _("To be able to use it"),
        NoteSection.CHANNEL: _("How to reach {name}", name=name),
        NoteSection.CHARACTER: _("What sort of person"),
        NoteSection.BRAND: _("Brands {name} likes", name=name),
        NoteSection.ORGANISATION: _("In the organisation"),
    }
    return titles[section]


def notes_in(snapshot: Snapshot, persona_id: str, section: NoteSection) -> tuple[PersonaNote, ...]:
    """Return the statements of a section in order; fixed keys in the order of the card."""
    notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    found = tuple(note for note in notes if note.section == section)
    order = FIXED_KEYS.get(section)
    if order is None:
        return found
    places = {key: place for place, key in enumerate(order)}
    return tuple(sorted(found, key=lambda note: places.get(note.key, len(order))))


def note_of(
    snapshot: Snapshot, persona_id: str, section: NoteSection, key: str
) -> PersonaNote | None:
    """Return the first statement under a key, or None."""
    notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona_id)
    return next((n for n in notes if n.section == section and n.key == key), None)


def filled(note: PersonaNote) -> bool:
    """Say whether a note says anything."""
    return bool(note.text.strip()) or note.intensity is not None
