"""The rows of an imported batch, and the comments of sheets and batches by one key.

Rows are plain tuples: there may be a hundred thousand, and they never change.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.domain.records import dataclass

SheetRow = tuple[int, str, str, str, str, str, str]
"""Number from 1, local date or "", respondent, persona id, channel id, country, tier."""

AnswerRow = tuple[int, str, float | None, str]
"""Number of the sheet, question id, value as marked or None, text."""


@dataclass(frozen=True, slots=True)
class Responses:
    """What a batch brings: its sheets, and their answers; both in the order of sheets."""

    sheets: Sequence[SheetRow] = ()
    answers: Sequence[AnswerRow] = ()


@dataclass(frozen=True, slots=True)
class Comment:
    """Words that somebody wrote: where, when, and to which question.

    ``key`` is the id of a typed answer, or ``batch:number:question`` for an imported one.
    """

    key: str
    round: str
    question: str
    text: str
    date: str = ""
    respondent: str = "customer"


def batch_key(batch: str, number: int, question: str) -> str:
    """Return the key of an imported comment."""
    return f"{batch}:{number}:{question}"
