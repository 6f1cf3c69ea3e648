"""A changed action list for ``import``: differences are told row by row, then taken as one step."""

from __future__ import annotations

import argparse

from journeymapper.cli.context import Context, about
from journeymapper.cli.looking import looking
from journeymapper.cli.writing import opened
from journeymapper.document.document import Document
from journeymapper.document.taking_plan_list import checked, take_list
from journeymapper.domain.changes import Initiator
from journeymapper.domain.message import _
from journeymapper.domain.plan_list import ListChanges
from journeymapper.domain.plan_list_words import NOTHING, label_of, told
from journeymapper.domain.sources import new_id
from journeymapper.importing.plan_list import read_list


def import_plan(arguments: argparse.Namespace, context: Context) -> int:
    """Take what was changed, or only say it; returns 1 where something is not taken."""
    if arguments.preview:
        with looking(context, arguments.file) as document:
            found = _look(document, arguments, context)
            context.say(_("Rows that would be taken in: {n}.", n=found.count))
        return 1 if found.refused else 0
    with opened(context, arguments.file) as document:
        found = _look(document, arguments, context)
        if found.count:
            with document.step(label_of(found), initiator=Initiator.IMPORT) as tx:
                take_list(tx, found)
            document.publish()
        context.say(_("Rows that were taken in: {n}.", n=found.count))
    return 1 if found.refused else 0


def _look(document: Document, arguments: argparse.Namespace, context: Context) -> ListChanges:
    """Read the list and say how it differs."""
    with about(arguments.data):
        read = read_list(arguments.data, document.snapshot, context.catalogue.say)
    found = checked(document.snapshot, new_id, read)
    for message in told(found):
        context.say(message)
    if not found.count and not found.refused:
        context.say(NOTHING)
    return found
