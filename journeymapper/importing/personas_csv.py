"""Reads personas from a CSV file: a row for each statement, field or channel."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import Channel, ChannelShare, Persona, PersonaNote
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_draft import (
    COLUMNS,
    FIELD_ROWS,
    PERSONA_FIELDS,
    SHARE_ROWS,
    PersonaDraft,
    ShareDraft,
    unguarded,
)
from journeymapper.importing.csv_text import read_rows
from journeymapper.importing.personas import (
    MOST,
    MOST_STATEMENTS,
    PersonasRead,
    check_rule,
    check_size,
    told,
)

NEEDED = ("persona", "section", "text")
"""Columns that no file of personas goes without."""
_YES = {"yes", "true", "1", "x"}
_NO = {"no", "false", "0", ""}
_GERMAN_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_ODD = 10**15


def read_personas_csv(data: bytes, mapping: Mapping[str, str] | None = None) -> PersonasRead:
    """Read a file; ``mapping`` gives the column of ours for a column of the file.

    Raises UserError for a file that is no table or lacks a column.
    """
    check_size(data)
    table = read_rows(data)
    if not table.rows:
        raise UserError(_("This file is empty."))
    (_line, head), *rows = table.rows
    places = _places(head, mapping or {})
    reader = _Reader()
    if table.note is not None:
        reader.notes.append(table.note)
    reader.unknown_columns(head, places, [row for _line, row in rows])
    for line, row in rows:
        reader.row(line, {name: row[at] for name, at in places.items() if at < len(row)})
    drafts = reader.drafts()
    if len(drafts) > MOST:
        reader.problems.append(
            _("{n} personas are too many: {most} at most.", n=len(drafts), most=MOST)
        )
    if sum(len(draft.notes) for draft in drafts) > MOST_STATEMENTS:
        reader.problems.append(_("There are more than {most} statements.", most=MOST_STATEMENTS))
    if not drafts and not reader.problems:
        raise UserError(_("There is no row below the names of the columns."))
    return PersonasRead(drafts, told(reader.notes), told(reader.problems))


def _places(head: tuple[str, ...], mapping: Mapping[str, str]) -> dict[str, int]:
    """Where the columns of ours are; raises UserError without those that are needed."""
    names = {theirs.strip().casefold(): ours for theirs, ours in mapping.items()}
    found: dict[str, int] = {}
    for at, title in enumerate(head):
        key = title.strip().casefold()
        name = names.get(key, key)
        if name in COLUMNS and name not in found:
            found[name] = at
    missing = [name for name in NEEDED if name not in found]
    if missing:
        raise UserError(
            _("The table has no column “{column}”.", column=missing[0]),
            _("Its first row needs {columns}.", columns=", ".join(NEEDED)),
        )
    return found


@dataclass
class _Card:
    """What the rows of one persona have said so far."""

    line: int
    fields: dict[str, Any] = field(default_factory=dict)
    notes: list[PersonaNote] = field(default_factory=list)
    shares: list[ShareDraft] = field(default_factory=list)


class _Reader:
    def __init__(self) -> None:
        self.notes: list[Message] = []
        self.problems: list[Message] = []
        self._cards: dict[str, _Card] = {}

    def unknown_columns(
        self, head: tuple[str, ...], places: Mapping[str, int], rows: list[tuple[str, ...]]
    ) -> None:
        """Say of each column that is not ours how many rows have something in it."""
        for at, title in enumerate(head):
            if at in places.values():
                continue
            n = sum(at < len(row) and bool(row[at].strip()) for row in rows)
            if n:
                column = title.strip()[:80]
                said = _(
                    "The column “{column}” is not known: {n} cells are left out.",
                    column=column,
                    n=n,
                )
                self.notes.append(said)
        longest = max((len(row) for row in rows), default=0)
        if longest > len(head):
            self.notes.append(_("Rows longer than the first one lose their ends."))

    def row(self, line: int, cells: Mapping[str, str]) -> None:
        """Take in one row."""
        name = unguarded(cells.get("persona", "")).strip()
        if not name:
            self.problems.append(_("Line {line} does not say which persona.", line=line))
            return
        card = self._cards.setdefault(name, _Card(line))
        try:
            self._take(card, cells)
        except UserError as error:
            self.problems.append(_("Line {line}: {what}", line=line, what=error.message))

    def drafts(self) -> tuple[PersonaDraft, ...]:
        """Return the personas in the order of their first rows."""
        found: list[PersonaDraft] = []
        for name, card in self._cards.items():
            try:
                persona = cleaned(Persona("draft", **{"name": name, **card.fields}))
            except UserError as error:
                self.problems.append(_("{name}: {what}", name=name[:80], what=error.message))
                continue
            found.append(PersonaDraft(persona, tuple(card.notes), tuple(card.shares)))
        return tuple(found)

    def _take(self, card: _Card, cells: Mapping[str, str]) -> None:
        section = cells.get("section", "").strip().casefold()
        key = unguarded(cells.get("key", ""))
        text = unguarded(cells.get("text", ""))
        if section == FIELD_ROWS:
            self._field(card, key.strip().casefold(), text)
            return
        source: dict[str, Any] = {"n": _whole(cells, "n"), "date": _date(cells)}
        if cells.get("source", "").strip():
            source["source"] = cells["source"].strip().casefold()
        if section == SHARE_ROWS:
            channel = cleaned(Channel("draft", key))
            share = ChannelShare(
                "draft",
                "draft",
                "draft",
                offered=_real(cells, "offered"),
                preferred=_real(cells, "preferred"),
                **source,
            )
            card.shares.append(ShareDraft(channel, cleaned(share)))
            return
        note = PersonaNote(
            "draft",
            "draft",
            section=section,  # type: ignore[arg-type]
            key=key,
            text=text,
            intensity=_whole(cells, "intensity"),
            citation=unguarded(cells.get("citation", "")),
            hidden=_yes(cells.get("hidden", ""), "hidden"),
            **source,
        )
        card.notes.append(cleaned(note))

    def _field(self, card: _Card, name: str, text: str) -> None:
        if name not in PERSONA_FIELDS:
            raise UserError(_("“{field}” is no field of a persona.", field=name))
        value: Any = _yes(text, name) if name == "primary" else text
        if name in ("kind", "age_group", "status"):
            value = text.strip().casefold()
        if name == "answers":  # a row for each condition
            value = (*card.fields.get(name, ()), text.strip())
        check_rule(cleaned(Persona("draft", **{name: value})))
        card.fields[name] = value


def _whole(cells: Mapping[str, str], name: str) -> int | None:
    value = _real(cells, name)
    if value is not None and (value != int(value) or abs(value) >= _ODD):
        raise UserError(_("“{value}” is not a whole number.", value=cells[name].strip()))
    return None if value is None else int(value)


def _real(cells: Mapping[str, str], name: str) -> float | None:
    text = cells.get(name, "").strip()
    if not text:
        return None
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        value = float("nan")
    if not -_ODD < value < _ODD:
        raise UserError(
            _("“{value}” in the column “{column}” is not a number.", value=text[:80], column=name)
        )
    return value


def _date(cells: Mapping[str, str]) -> str:
    text = cells.get("date", "").strip()
    match = _GERMAN_DATE.fullmatch(text)
    if match is None:
        return text
    day, month, year = (int(part) for part in match.groups())
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text


def _yes(text: str, name: str) -> bool:
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise UserError(_("“{field}” takes yes or no, not “{text}”.", field=name, text=text[:80]))
    return word in _YES
