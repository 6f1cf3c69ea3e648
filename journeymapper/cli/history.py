"""``history``: the steps in which a file was made."""

from __future__ import annotations

import argparse

from journeymapper.cli import output, parsing
from journeymapper.cli.context import Context
from journeymapper.cli.looking import looking
from journeymapper.domain.changes import Step
from journeymapper.domain.message import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and perhaps ``--json``."""
    parsing.add_file(parser, "the file whose history to list")
    parsing.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the steps, oldest first."""
    with looking(context, arguments.file) as document:
        steps = document.history()
    if arguments.json:
        output.say_json([as_json(context, step) for step in steps])
        return 0
    for step in steps:
        context.say(_("{place}  {at}  {what}", place=step.seq, at=step.at, what=step.label))
    return 0


def as_json(context: Context, step: Step) -> dict[str, object]:
    """Return what ``--json`` prints for a step; the names are documented and stay."""
    return {
        "seq": step.seq,
        "id": step.id,
        "at": step.at,
        "label": context.catalogue.say(step.label),
        "kind": step.kind.value,
        "initiator": step.initiator.value,
        "inverse_of": step.inverse_of,
    }
