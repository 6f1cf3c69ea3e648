"""Forgetting a person in one database: as if the sheets had never been, and the name neither.

Everything is rewritten in place: rows, the images of the history, the labels of steps, imported
rows. The steps stay, so that the history still tells what was done and when.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import bindparam, select

from journeymapper.domain.entities import (
    BY_NAME,
    ENTITIES,
    Alert,
    AlertEvent,
    AlertTick,
    Answer,
    CommentMark,
    FollowUp,
    ImportBatch,
    Recovery,
    Sheet,
    replaced,
)
from journeymapper.domain.forgetting import Person, PersonMask, masked, masked_value
from journeymapper.domain.message import Message
from journeymapper.domain.responses import keys_of
from journeymapper.storage import statements
from journeymapper.storage.images import Image, image_from_text, row_values
from journeymapper.storage.responses import read_responses
from journeymapper.storage.rows import all_rows
from journeymapper.storage.statements import sql
from journeymapper.storage.tables import CHANGE, RESPONSE, RESPONSE_SHEET, STEP, TABLES

_SELECT_LOG = sql(
    select(CHANGE.c.seq, CHANGE.c.place, CHANGE.c.entity, CHANGE.c.id).add_columns(
        CHANGE.c.before, CHANGE.c.after
    )
)
_UPDATE_CHANGE = sql(
    CHANGE.update()
    .where(CHANGE.c.seq == bindparam("seq_"), CHANGE.c.place == bindparam("place_"))
    .values(before=bindparam("new_before"), after=bindparam("new_after"))
)
_DELETE_CHANGE = sql(
    CHANGE.delete().where(CHANGE.c.entity == bindparam("entity_"), CHANGE.c.id == bindparam("id_"))
)
_SELECT_LABELS = sql(select(STEP.c.seq, STEP.c.label))
_UPDATE_LABEL = sql(
    STEP.update().where(STEP.c.seq == bindparam("seq_")).values(label=bindparam("new_label"))
)
_SELECT_TEXTS = sql(
    select(RESPONSE.c.batch, RESPONSE.c.number, RESPONSE.c.question, RESPONSE.c.text)
)
_UPDATE_TEXT = sql(
    RESPONSE.update()
    .where(
        RESPONSE.c.batch == bindparam("batch_"),
        RESPONSE.c.number == bindparam("number_"),
        RESPONSE.c.question == bindparam("question_"),
    )
    .values(text=bindparam("new_text"))
)
_DELETE_ROW = sql(
    RESPONSE.delete().where(
        RESPONSE.c.batch == bindparam("batch_"), RESPONSE.c.number == bindparam("number_")
    )
)
_DELETE_SHEET = sql(
    RESPONSE_SHEET.delete().where(
        RESPONSE_SHEET.c.batch == bindparam("batch_"),
        RESPONSE_SHEET.c.number == bindparam("number_"),
    )
)
_Key = tuple[str, str]


def with_phrases(raw: sqlite3.Connection, person: Person) -> Person:
    """Return a person with all that the sheets to be taken out say, and ever said."""
    answers = {id_ for kind, id_ in _own(raw, person) if kind == Answer.__name__}
    rows = set(person.rows)
    texts = [
        str(image["text"])
        for id_, image in _images(raw, Answer.__name__, answers)
        if id_ in answers and image.get("text")
    ]
    texts += [
        text
        for batch, number, _question, text in raw.execute(_SELECT_TEXTS)
        if (batch, number) in rows and text
    ]
    return replace(person, phrases=tuple(dict.fromkeys((*person.phrases, *texts))))


def mentions(raw: sqlite3.Connection, person: Person) -> int:
    """Return how many entries of the history and of imported rows hold the person."""
    own, mask = _own(raw, person), PersonMask(person)
    found = 0
    for _seq, _place, entity, id_, before, after in raw.execute(_SELECT_LOG):
        found += (entity, id_) in own or any(
            _rewritten(entity, text, mask) != text for text in (before, after)
        )
    return found + sum(mask.words.finds(text) for *_key, text in raw.execute(_SELECT_TEXTS))


def erase(raw: sqlite3.Connection, person: Person) -> None:
    """Forget a person, inside a transaction; a second time it changes nothing."""
    mask = PersonMask(person)
    _erase_sheets(raw, person)
    gone = _erase_rows(raw, person)
    _rewrite_entities(raw, mask, gone)
    _rewrite_log(raw, mask, gone)
    _rewrite_labels(raw, mask)
    texts = [
        (mask.words.on(text), batch, number, question)
        for batch, number, question, text in raw.execute(_SELECT_TEXTS)
        if mask.words.finds(text)
    ]
    raw.executemany(_UPDATE_TEXT, texts)


def _erase_sheets(raw: sqlite3.Connection, person: Person) -> None:
    """Take the sheets out of the tables and out of all that was ever done."""
    own = _own(raw, person)
    for kind in (FollowUp, Recovery, AlertTick, AlertEvent, Alert, CommentMark, Answer, Sheet):
        ids = [(id_,) for name, id_ in own if name == kind.__name__]
        raw.executemany(statements.delete(TABLES[kind]), ids)
    raw.executemany(_DELETE_CHANGE, sorted(own))


def _erase_rows(raw: sqlite3.Connection, person: Person) -> Counter[str]:
    """Take imported sheets out; returns how many each batch lost."""
    gone: Counter[str] = Counter()
    for batch, number in person.rows:
        raw.execute(_DELETE_ROW, (batch, number))
        gone[batch] += raw.execute(_DELETE_SHEET, (batch, number)).rowcount
    return gone


def _rewrite_entities(raw: sqlite3.Connection, mask: PersonMask, gone: Counter[str]) -> None:
    tables = all_rows(raw)
    for kind in ENTITIES:
        for entity in tables[kind].values():
            fields: dict[str, Any] = dict(masked(entity, mask))
            if isinstance(entity, ImportBatch) and gone[entity.id]:
                fields["rows"] = max(0, entity.rows - gone[entity.id])
            if fields:
                names = tuple(name for name in TABLES[kind].c.keys() if name in fields)  # noqa: SIM118
                values = row_values(replaced(entity, fields), names)
                raw.execute(statements.update(TABLES[kind], names), [*values, entity.id])


def _rewrite_log(raw: sqlite3.Connection, mask: PersonMask, gone: Counter[str]) -> None:
    changed = []
    for seq, place, entity, id_, before, after in raw.execute(_SELECT_LOG):
        lost = gone[id_] if entity == ImportBatch.__name__ else 0
        new = [_rewritten(entity, text, mask, lost) for text in (before, after)]
        if new != [before, after]:
            changed.append((*new, seq, place))
    raw.executemany(_UPDATE_CHANGE, changed)


def _rewrite_labels(raw: sqlite3.Connection, mask: PersonMask) -> None:
    changed = []
    for seq, label in raw.execute(_SELECT_LABELS):
        new = _spoken(Message.from_json(label), mask).to_json()
        if new != Message.from_json(label).to_json():
            changed.append((new, seq))
    raw.executemany(_UPDATE_LABEL, changed)


def _spoken(message: Message, mask: PersonMask) -> Message:
    """Return a sentence without the name in its places."""
    args: dict[str, str | int | float | Message] = {}
    for name, value in message.args:
        if isinstance(value, Message):
            args[name] = _spoken(value, mask)
        else:
            args[name] = mask.on("", value) if isinstance(value, str) else value
    return Message(message.key, **args)


def _rewritten(entity: str, text: str | None, mask: PersonMask, lost: int = 0) -> str | None:
    """Return an image of the history as it shall read."""
    image = image_from_text(text)
    if image is None:
        return None
    kind = BY_NAME.get(entity)
    new = {name: masked_value(kind, name, value, mask) for name, value in image.items()}
    if lost and isinstance(rows := image.get("rows"), int):
        new["rows"] = max(0, rows - lost)
    if new == image:
        return text
    return json.dumps(new, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _own(raw: sqlite3.Connection, person: Person) -> set[_Key]:
    """Return the sheets of a person with their answers and what was noted about them.

    Those that were taken out before are among them: the history knows them.
    """
    sheets, begins = set(person.sheets), tuple(f"{b}:{n}:" for b, n in person.rows)
    own: set[_Key] = {(Sheet.__name__, id_) for id_ in sheets}
    if not sheets and not begins:
        return own
    answers = {id_ for id_, image in _images(raw, Answer.__name__) if image.get("sheet") in sheets}
    own |= {(Answer.__name__, id_) for id_ in answers}
    own |= _alerts_of(raw, sheets, person.rows)
    for id_, image in _images(raw, CommentMark.__name__):
        comment = str(image.get("comment", ""))
        if comment in answers or (begins and comment.startswith(begins)):
            own.add((CommentMark.__name__, id_))
    return own


def _alerts_of(
    raw: sqlite3.Connection, sheets: set[str], rows: Collection[tuple[str, int]]
) -> set[_Key]:
    """Return the alerts that sheets and imported rows raised, with all that was noted of them."""
    own: set[_Key] = set()
    alerts = list(_images(raw, Alert.__name__))
    raising = sheets | (_keys_of(raw, rows) if alerts else set())
    found = {id_ for id_, image in alerts if image.get("source") in raising}
    for kind, field in ((Alert, ""), (AlertEvent, "alert"), (AlertTick, "alert"),
                        (Recovery, "alert"), (FollowUp, "recovery")):  # fmt: skip
        if field:
            of = {id_ for _kind, id_ in own}
            found = {id_ for id_, image in _images(raw, kind.__name__) if image.get(field) in of}
        own |= {(kind.__name__, id_) for id_ in found}
    return own


def _keys_of(raw: sqlite3.Connection, rows: Collection[tuple[str, int]]) -> set[str]:
    """Return what alerts have as the source of imported rows."""
    batches = {batch: keys_of(read_responses(raw, batch)) for batch in {row[0] for row in rows}}
    return {key for batch, number in rows if (key := batches[batch].get(number))}


def _images(
    raw: sqlite3.Connection, name: str, wanted: set[str] | None = None
) -> Iterator[tuple[str, Image]]:
    """Yield all states of entities of a kind, of today and of the history; parts of some."""
    kind = BY_NAME[name]
    columns = TABLES[kind].c.keys()
    for row in raw.execute(statements.select_all(kind)).fetchall():
        yield row[0], dict(zip(columns, row, strict=True))
    for _seq, _place, entity, id_, before, after in raw.execute(_SELECT_LOG).fetchall():
        if entity == name and (wanted is None or id_ in wanted):
            for text in (before, after):
                image = image_from_text(text)
                if image is not None:
                    yield id_, image
