"""Answers typed in sheet by sheet, imported batches, and what is noted about comments.

The rows of an imported batch are no entities: there may be a hundred thousand (domain.responses).
"""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Collected, CommentKind, Respondent, Tier
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Sheet(Entity):
    """One sheet of a pile, or one review: who answered, when, by which channel.

    ``number`` is the one written on the sheet, from 1. ``country`` is an ISO 3166 code.
    """

    round: str = fields.parent("Round")
    number: int = fields.required_whole(1, 1_000_000)
    date: str = fields.date()
    respondent: Respondent = fields.choice(Respondent, Respondent.CUSTOMER)
    collected: Collected = fields.choice(Collected, Collected.PAPER)
    persona: str | None = fields.link("Persona")
    channel: str | None = fields.link("Channel")
    country: str = fields.name()
    tier: Tier = fields.choice(Tier, Tier.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Answer(Entity):
    """One answer on a sheet: ``value`` as marked (a count: 1 yes, 0 no; a choice: its number)."""

    sheet: str = fields.parent("Sheet")
    question: str = fields.parent("Question")
    value: float | None = fields.real(None)
    text: str = fields.text()


@dataclass(frozen=True, slots=True)
class ImportBatch(Entity):
    """Answers taken from a file in one go; while it is here its rows count.

    ``name`` is that of the file, ``taken`` the local date, ``rows`` the number of sheets,
    ``questions`` those that they answer.
    """

    round: str = fields.parent("Round")
    name: str = fields.name()
    taken: str = fields.date()
    rows: int = fields.whole(0, 0)
    questions: tuple[str, ...] = fields.links("Question")
    collected: Collected = fields.choice(Collected, Collected.ONLINE)


@dataclass(frozen=True, slots=True)
class Theme(Entity):
    """What comments are about; ``keywords`` find them."""

    name: str = fields.name()
    keywords: tuple[str, ...] = fields.words()
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class CommentMark(Entity):
    """What was noted about a comment; one for each.

    ``comment`` is the key of the comment (domain.responses), ``mood`` -1 bad, 0 mixed, 1 good,
    None not judged. ``about`` is a pseudonym of the member of staff it praises or coaches.
    ``wow`` marks a moment worth telling, ``consent`` that it may be told outside.
    """

    comment: str = fields.name()
    touchpoint: str | None = fields.link("Touchpoint")
    themes: tuple[str, ...] = fields.links("Theme")
    mood: int | None = fields.whole(None, -1, 1)
    kind: CommentKind = fields.choice(CommentKind, CommentKind.PLAIN)
    about: str = fields.name()
    wow: bool = fields.flag(default=False)
    consent: bool = fields.flag(default=False)
