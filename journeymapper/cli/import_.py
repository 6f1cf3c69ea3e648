"""``import``: take what a file of another kind holds into a document."""

from __future__ import annotations

import argparse

from journeymapper.cli import parsing
from journeymapper.cli.context import Context
from journeymapper.cli.import_answers import import_answers


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file, a table, and what is told about its columns."""
    parsing.add_file(parser, "the file that takes the answers")
    parsing.add(parser, "data", metavar="DATA", type=parsing.a_path, help="CSV, XLS, XLSX or ODS")
    parsing.add(
        parser,
        "--mapping",
        metavar="MAP",
        type=parsing.a_path,
        help="a JSON file that says what the columns are; without it they are guessed",
    )
    parsing.add(parser, "--preview", action="store_true", help="only say what would be taken")
    parsing.add(parser, "--again", action="store_true", help="take answers that were taken before")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Take it; what the file holds says its content."""
    return import_answers(arguments, context)
