"""``info``: what is in a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from journeymapper.cli import facts, output, parsing
from journeymapper.cli.context import Context
from journeymapper.cli.looking import looking
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.message import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and perhaps ``--json``."""
    parsing.add_file(parser, "the file to look into")
    parsing.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the counts of a file."""
    path = arguments.file
    with looking(context, path) as document:
        if arguments.json:
            output.say_json(as_json(document, format_of(path)))
        else:
            _tell(context, document)
    return 0


def format_of(path: Path) -> int:
    """Return the number of the format of a file that was read already."""
    with path.open("rb") as file:
        return int.from_bytes(file.read(64)[60:], "big")


def as_json(document: Document, number: int) -> dict[str, object]:
    """Return what ``--json`` prints; the names are documented and stay."""
    snapshot = document.snapshot
    return {
        "title": queries.project(snapshot).title,
        "doc_id": document.doc_id,
        "format": number,
        "maps": [
            {"title": m.title, "state": m.state.value, **facts.counts_of_map(snapshot, m)}
            for m in queries.maps(snapshot)
        ],
        **facts.counts_of_document(snapshot, document.counts.total),
        "steps": len(document.history()),
    }


def _tell(context: Context, document: Document) -> None:
    snapshot = document.snapshot
    project = queries.project(snapshot)
    title = _("{title}", title=project.title)
    if project.organisation:
        title = _("{title}, {place}", title=project.title, place=project.organisation)
    context.say(_("EXAMPLE: {title}", title=title) if project.example else title)
    for journey in queries.maps(snapshot):
        counts = facts.in_short(facts.counts_of_map(snapshot, journey))
        context.say(_("Map “{title}”: {counts}", title=journey.title, counts=counts))
    all_counts = facts.counts_of_document(snapshot, document.counts.total)
    context.say(
        _(
            "Personas: {personas}, cards: {cards}, feelings: {feelings}, ratings: {ratings}, "
            "answers: {responses}",
            **{n: all_counts[n] for n in ("personas", "cards", "feelings", "ratings", "responses")},
        )
    )
    context.say(_("Changes in the history: {count}", count=len(document.history())))
