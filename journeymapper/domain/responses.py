"""The rows of an imported batch, and the comments of sheets and batches by one key.

Rows are plain tuples: there may be a hundred thousand, and they never change.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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


def keys_of(rows: Responses) -> dict[int, str]:
    """Return by what each sheet is known again, by number: by what it holds.

    Sheets that hold the same are several customers. Marks without a date or a word are known
    again with their whole file only.
    """
    said: dict[int, list[AnswerRow]] = {}
    for row in rows.answers:
        said.setdefault(row[0], []).append(row)
    contents = [_content(sheet, said.get(sheet[0], ())) for sheet in rows.sheets]
    whole = _hash(contents)
    times: Counter[str] = Counter()
    keys: dict[int, str] = {}
    for sheet, content in zip(rows.sheets, contents, strict=True):
        worded = any(text.strip() for _n, _q, _v, text in said.get(sheet[0], ()))
        base = _hash(content if sheet[1] or worded else [whole, *content])
        times[base] += 1
        keys[sheet[0]] = f"{base}.{times[base]}"
    return keys


def _content(sheet: SheetRow, answers: Iterable[AnswerRow]) -> list[object]:
    """What a row holds, without its number: in another file it may stand elsewhere."""
    marks = sorted((q, -1e9 if value is None else value, text) for _n, q, value, text in answers)
    return [sheet[1], sheet[2], marks]


def _hash(content: object) -> str:
    text = json.dumps(content, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
