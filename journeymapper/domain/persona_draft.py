"""Personas on their way between documents and files, and the names that files have for things."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.entities import Channel, ChannelShare, Persona, PersonaNote

MARK = "journey-mapper"
KIND = "personas"
VERSION = 1
"""A JSON file of personas begins with ``{"journey-mapper": "personas", "version": 1``."""

PERSONA_FIELDS = (
    "name",
    "short",
    "kind",
    "primary",
    "age_group",
    "colour",
    "quote",
    "about",
    "story",
    "country",
    "language",
    "answers",
    "reviewed_at",
    "valid_until",
    "status",
)
NOTE_FIELDS = (
    "section",
    "key",
    "text",
    "intensity",
    "source",
    "n",
    "date",
    "citation",
    "hidden",
)
SHARE_FIELDS = ("offered", "preferred", "source", "n", "date")

COLUMNS = (
    "persona",
    "section",
    "key",
    "text",
    "intensity",
    "source",
    "n",
    "date",
    "citation",
    "hidden",
    "offered",
    "preferred",
)
"""The columns of a CSV file of personas: a row for each statement."""

FIELD_ROWS = "persona"
SHARE_ROWS = "share"
"""Sections of rows that are no statement: a field of the persona, a channel with its shares."""

_BEGINS_FORMULA = "=+-@\t\r＝＋－＠"


@dataclass(frozen=True, slots=True)
class ShareDraft:
    """What is offered and preferred on a channel that is known by its name."""

    channel: Channel
    share: ChannelShare


@dataclass(frozen=True, slots=True)
class PersonaDraft:
    """A persona with its card; the ids in it mean nothing. ``portrait``: bytes and media type."""

    persona: Persona
    notes: tuple[PersonaNote, ...] = ()
    shares: tuple[ShareDraft, ...] = ()
    portrait: tuple[bytes, str] | None = None


def guarded(text: str) -> str:
    """Return a text with an apostrophe before it where a spreadsheet would take it for a formula.

    ``unguarded`` gives back the same text, whatever it was.
    """
    return f"'{text}" if _is_formula(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """Return a text without the apostrophe that ``guarded`` put before it."""
    guards = text.startswith("'") and _is_formula(text.lstrip("'"))
    return text[1:] if guards else text


def _is_formula(text: str) -> bool:
    return text.lstrip(" \n").startswith(tuple(_BEGINS_FORMULA))
