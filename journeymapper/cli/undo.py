"""``undo``: take back the last step."""

from __future__ import annotations

import argparse

from journeymapper.cli import parsing
from journeymapper.cli.context import Context
from journeymapper.cli.writing import opened
from journeymapper.domain.message import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file."""
    parsing.add_file(parser, "the file whose last step to take back")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take it back and write the file; do nothing when there is nothing."""
    with opened(context, arguments.file) as document:
        step = document.next_undo
        if step is None:
            context.say(_("There is nothing to undo."))
        else:
            document.undo()
            document.publish()
            context.say(_("Undone: {what}", what=step.label))
    return 0
