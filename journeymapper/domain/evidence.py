"""How sure we are: one function from source and number of people to a grade (method C)."""

from __future__ import annotations

from enum import StrEnum

from journeymapper.domain.kinds import SourceKind

MANY = 30
SOME = 10


class Grade(StrEnum):
    """How well something is known: A many customers .. D the team's opinion, E a guess."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


def grade(source: SourceKind, n: int | None = None) -> Grade:
    """Return the grade of a statement: A from 30 answers, B from 10, C any customers.

    An interview counts as customers even without a number; staff is D, an assumption E.
    """
    if source == SourceKind.ASSUMPTION:
        return Grade.E
    if source == SourceKind.STAFF:
        return Grade.D
    people = n or 0
    if source == SourceKind.INTERVIEW or people < SOME:
        return Grade.C
    return Grade.A if people >= MANY else Grade.B


def told(source: SourceKind) -> bool:
    """Say whether a statement comes from customers, not from the team or a guess."""
    return source not in (SourceKind.STAFF, SourceKind.ASSUMPTION)
