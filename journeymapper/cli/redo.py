"""``redo``: take back the last undo."""

from __future__ import annotations

import argparse

from journeymapper.cli import parsing
from journeymapper.cli.context import Context
from journeymapper.cli.writing import opened
from journeymapper.domain.message import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file."""
    parsing.add_file(parser, "the file whose last undo to take back")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take it back and write the file; do nothing when there is nothing."""
    with opened(context, arguments.file) as document:
        if document.next_redo is None:
            context.say(_("There is nothing to redo."))
            return 0
        made = document.redo()
        document.publish()
        if made is not None:
            context.say(_("Done again: {what}", what=made.step.label))
    return 0
