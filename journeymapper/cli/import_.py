"""``import``: take what a file of another kind holds into a document."""

from __future__ import annotations

import argparse

from journeymapper.cli import parsing
from journeymapper.cli.context import Context, about
from journeymapper.cli.import_answers import import_answers
from journeymapper.cli.import_personas import import_personas
from journeymapper.cli.import_plan import import_plan
from journeymapper.importing.formats import holds_personas


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file, what comes in, and what is told about its columns."""
    parsing.add_file(parser, "the file to change")
    parsing.add(
        parser,
        "data",
        metavar="DATA",
        type=parsing.a_path,
        help="answers as CSV, XLS, XLSX or ODS; personas as JSON or CSV; an action list as XLSX",
    )
    parsing.add(
        parser,
        "--what",
        choices=("personas", "answers", "plan"),
        help="what DATA holds; personas and answers are told from its columns if not given",
    )
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
    """Take it; what the file holds says its content, unless it was told."""
    what = arguments.what
    if what is None:
        with about(arguments.data):
            what = "personas" if holds_personas(arguments.data) else "answers"
    return _READERS[what](arguments, context)


_READERS = {"personas": import_personas, "answers": import_answers, "plan": import_plan}
