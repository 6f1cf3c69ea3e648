"""Answers for ``import``: a table is read apart, told what was found, taken as one step."""

from __future__ import annotations

import argparse
from pathlib import Path

from journeymapper.cli.context import Context, about
from journeymapper.cli.looking import looking
from journeymapper.cli.writing import opened
from journeymapper.document.document import Document
from journeymapper.document.taking import landing, take, taken_before
from journeymapper.document.tx import Tx
from journeymapper.domain.changes import Initiator
from journeymapper.domain.entities import Alert
from journeymapper.domain.errors import UserError
from journeymapper.domain.instants import instant_text
from journeymapper.domain.message import Message, _
from journeymapper.domain.sources import new_id
from journeymapper.importing.answers.found import found_in, problem_lines, to_look_at
from journeymapper.importing.answers.guess import guess
from journeymapper.importing.answers.kind_words import KIND_WORDS
from journeymapper.importing.answers.known_questions import known_in, like_known
from journeymapper.importing.answers.mapping import ColumnKind, Mapping, from_json
from journeymapper.importing.answers.reading import Reading, read
from journeymapper.importing.answers.remembered import fitted
from journeymapper.importing.tables.table import Table
from journeymapper.importing.tables.worker import read_apart

PROBLEMS = 20
"""So many problems are printed; the rest is counted."""

_LARGEST_MAPPING = 1 << 20


def import_answers(arguments: argparse.Namespace, context: Context) -> int:
    """Take the answers of ``data`` as one step, or say what would be taken."""
    told = None if arguments.mapping is None else _told(arguments.mapping)
    with about(arguments.data):
        table = read_apart(arguments.data, "" if told is None else told.sheet)
        told = None if told is None else _fitted(told, table)
    if arguments.preview:
        with looking(context, arguments.file) as document:
            _look(document, table, told, arguments, context)
        return 0
    with opened(context, arguments.file) as document:
        mapping, reading = _look(document, table, told, arguments, context)
        _take(document, reading, mapping, arguments, context)
        document.publish()
    return 0


def _fitted(told: Mapping, table: Table) -> Mapping:
    mapping = fitted(told, table)
    if mapping is None:
        raise UserError(
            _("Its columns are not those that the description names."),
            _("They are: {names}", names=", ".join(table.header)),
        )
    return mapping


def _told(path: Path) -> Mapping:
    with about(path):
        if path.stat().st_size > _LARGEST_MAPPING:
            raise UserError(_("The description of the columns is too large."))
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            raise UserError(_("The description of the columns is no text in UTF-8.")) from None
        return from_json(text)


def _look(
    document: Document,
    table: Table,
    told: Mapping | None,
    arguments: argparse.Namespace,
    context: Context,
) -> tuple[Mapping, Reading]:
    """Read the answers and say what was found."""
    snapshot = document.snapshot
    mapping = told or like_known(guess(table), table, snapshot)
    reading = read(table, mapping, known_in(snapshot))
    intake = reading.intake(arguments.data.name, mapping)
    place = landing(snapshot, intake)
    if arguments.preview:  # what taking them would refuse is said now
        take(Tx(snapshot, new_id), intake, context.today().isoformat())
    rows = len(table.rows)
    context.say(_("{file}: {rows} rows found.", file=arguments.data.name, rows=rows))
    for note in found_in(table, mapping, reading):
        context.say(_("  {title}. {text}", title=note.title, text=note.text))
    for column in mapping.columns:
        if column.kind != ColumnKind.LEAVE_OUT:
            context.say(
                _("  “{name}” is read as {kind}", name=column.header, kind=KIND_WORDS[column.kind])
            )
    for look in to_look_at(table, mapping, reading):
        context.say(_("Please look: {title}. {text}", title=look.title, text=look.text))
    for line in problem_lines(reading, PROBLEMS):
        context.say(line)
    if arguments.preview:
        context.say(_would(reading, place.name))
    return mapping, reading


def _would(reading: Reading, name: str) -> Message:
    return _("{count} answers would be taken into “{round}”.", count=reading.count, round=name)


def _take(
    document: Document,
    reading: Reading,
    mapping: Mapping,
    arguments: argparse.Namespace,
    context: Context,
) -> None:
    if not reading.count:
        raise UserError(
            _("There is no answer in this file that can be taken."),
            _("Say with --mapping what its columns are."),
        )
    intake = reading.intake(arguments.data.name, mapping)
    before = (
        None if arguments.again else taken_before(document.snapshot, document.responses, intake)
    )
    if before is not None:
        raise UserError(
            _("These answers were taken before, from {name}.", name=before.name),
            _("Use --again to take them once more."),
        )
    name = landing(document.snapshot, intake).name
    label = _("Take {count} answers from {file}", count=reading.count, file=intake.name)
    at = instant_text(context.services.clock())
    before_it = len(document.snapshot.table(Alert))
    with document.step(label, initiator=Initiator.IMPORT) as tx:
        take(tx, intake, context.today().isoformat(), at)
    context.say(_("{count} answers were taken into “{round}”.", count=reading.count, round=name))
    raised = len(document.snapshot.table(Alert)) - before_it
    if raised:
        context.say(_("People to call back: {count} more.", count=raised))
