"""Personas from a JSON or CSV file, in one step that can be taken back."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from journeymapper.cli import output
from journeymapper.cli.context import Context, about
from journeymapper.cli.writing import opened
from journeymapper.document.bringing_personas import bring_in_personas
from journeymapper.domain.changes import Initiator
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.formats import read_personas
from journeymapper.importing.personas import PersonasRead

_MAPPING_FORM = '{"Name": "persona"}'


def import_personas(arguments: argparse.Namespace, context: Context) -> int:
    """Read the data, and write it unless it is only looked at; all of it or nothing."""
    mapping = _mapping(arguments.mapping)
    with about(arguments.data):
        found = read_personas(arguments.data, mapping)
    if arguments.preview:
        for message in (*found.notes, *found.problems):
            context.say(message)
        _tell(context, found)
        return 1 if found.problems else 0
    with about(arguments.data):
        drafts = found.checked()
    with opened(context, arguments.file) as document:
        n = len(found.drafts)
        label = _("Bring in 1 persona") if n == 1 else _("Bring in {n} personas", n=n)
        with document.step(label, initiator=Initiator.IMPORT) as tx:
            bring_in_personas(tx, drafts)
    for note in found.notes:
        output.note(context.catalogue, note)
    _tell(context, found)
    return 0


def _tell(context: Context, found: PersonasRead) -> None:
    count, statements = len(found.drafts), found.statements
    context.say(_("personas: {n}, statements: {statements}", n=count, statements=statements))


def _mapping(path: Path | None) -> dict[str, str]:
    if path is None:
        return {}
    with about(path):
        try:
            plain = json.loads(path.read_text("utf-8"))
        except (ValueError, RecursionError):
            plain = None
        if not isinstance(plain, dict) or not all(isinstance(v, str) for v in plain.values()):
            raise UserError(
                _("This is no list of columns."), _("Write it as {form}.", form=_MAPPING_FORM)
            )
    return plain
