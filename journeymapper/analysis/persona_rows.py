"""Cards of personas row by row: where they differ, and what becomes of two that are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from journeymapper.domain.entities import Persona, PersonaNote
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import AgeGroup, NoteSection
from journeymapper.domain.persona_card import FIXED_KEYS, filled, notes_in
from journeymapper.domain.snapshot import Snapshot

HEAD = ""
"""The section of what the personas themselves say: name, about, quote, story and so on."""

HEAD_KEYS = ("name", "about", "quote", "story", "portrait", "age_group", "country", "language")
CHOSEN = ("name", "portrait", "age_group", "country", "language")
"""Parts of the head of which one has to be chosen: they cannot be joined."""

_ORDER: tuple[NoteSection, ...] = (
    NoteSection.DEMOGRAPHIC,
    NoteSection.TRAIT,
    NoteSection.EMOTION,
    NoteSection.GOAL,
    NoteSection.NEED,
    NoteSection.FRUSTRATION,
    NoteSection.HELP,
    NoteSection.ACCESS,
    NoteSection.CHANNEL,
    NoteSection.BUYER,
    NoteSection.QUESTION,
    NoteSection.CHARACTER,
    NoteSection.BRAND,
    NoteSection.ORGANISATION,
)


class Likeness(StrEnum):
    """How what cards say in a row compares."""

    SAME = "same"
    DIFFERENT = "different"
    MISSING = "missing"


class Side(StrEnum):
    """Which of two is kept."""

    LEFT = "left"
    BOTH = "both"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class CardRow:
    """What each card says in a row: lines of text, and the statements they come from.

    A section with keys has a row for each key, a list one row with the key "".
    """

    section: str
    key: str
    texts: tuple[tuple[str, ...], ...]
    notes: tuple[tuple[PersonaNote, ...], ...]

    @property
    def likeness(self) -> Likeness:
        """Whether all say the same, something else, or some nothing; order does not count."""
        said = [sorted(text.strip().casefold() for text in cell) for cell in self.texts]
        if any(not cell for cell in said):
            return Likeness.MISSING
        return Likeness.SAME if all(cell == said[0] for cell in said) else Likeness.DIFFERENT

    @property
    def joins(self) -> bool:
        """Whether the statements of two cards can both be kept."""
        return self.section != NoteSection.TRAIT and self.key not in CHOSEN

    @property
    def is_list(self) -> bool:
        """Whether the row holds any number of statements."""
        return self.section != HEAD and not self.key


def card_rows(snapshot: Snapshot, persona_ids: Sequence[str]) -> tuple[CardRow, ...]:
    """Return the rows of some cards in reading order; a row in which nobody says anything goes."""
    people = [snapshot.get(Persona, id_) for id_ in persona_ids]
    rows = [_head_row(people, key) for key in HEAD_KEYS]
    for section in _ORDER:
        held = [[n for n in notes_in(snapshot, p.id, section) if filled(n)] for p in people]
        for key in _keys(section, held):
            cells = tuple(tuple(n for n in notes if key is None or n.key == key) for notes in held)
            texts = tuple(tuple(map(said_of, cell)) for cell in cells)
            rows.append(CardRow(section.value, key or "", texts, cells))
    return tuple(row for row in rows if any(row.texts))


def said_of(note: PersonaNote) -> str:
    """Return what a statement says; a trait without words says its dots."""
    return note.text if note.text.strip() else f"{note.intensity}/5"


def usual_side(row: CardRow) -> Side:
    """Return what is kept of two cards unless somebody says otherwise: nothing is lost."""
    left, right = row.texts
    if not left or not right:
        return Side.LEFT if left else Side.RIGHT
    if row.likeness == Likeness.SAME or not row.joins:
        return Side.LEFT
    return Side.BOTH


def kept_texts(row: CardRow, side: Side) -> tuple[str, ...]:
    """Return the lines that a row of two cards has after they are joined."""
    left, right = row.texts
    if side == Side.LEFT:
        return left
    if side == Side.RIGHT:
        return right
    found: dict[str, str] = {}
    for text in (*left, *right):
        found.setdefault(text.strip().casefold(), text)
    return tuple(found.values())


def joined(notes: Sequence[PersonaNote]) -> dict[str, Any]:
    """Return the fields of one statement that says what several said.

    It is as sure as the least sure of them.
    """
    order = list(Grade)
    weakest = max(notes, key=lambda note: order.index(grade(note.source, note.n)))
    strengths = [note.intensity for note in notes if note.intensity is not None]
    return {
        "text": "\n".join(dict.fromkeys(n.text for n in notes if n.text.strip())),
        "source": weakest.source,
        "n": weakest.n,
        "date": weakest.date,
        "citation": "; ".join(dict.fromkeys(n.citation for n in notes if n.citation)),
        "intensity": strengths[0] if strengths else None,
        "hidden": any(note.hidden for note in notes),
    }


def _head_row(people: Sequence[Persona], key: str) -> CardRow:
    values = [getattr(persona, key) for persona in people]
    texts = tuple((str(value),) if value and value != AgeGroup.UNKNOWN else () for value in values)
    return CardRow(HEAD, key, texts, tuple(() for _person in people))


def _keys(section: NoteSection, held: Sequence[Sequence[PersonaNote]]) -> list[str | None]:
    """The keys of a section's rows; None for a list."""
    if section == NoteSection.DEMOGRAPHIC:
        return list(dict.fromkeys(note.key for notes in held for note in notes))
    fixed = FIXED_KEYS.get(section)
    return [None] if fixed is None else list(fixed)
