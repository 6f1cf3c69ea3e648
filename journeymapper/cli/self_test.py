"""``self-test``: the main parts, tried on this computer in a folder of their own."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from journeymapper.app.paths import Paths
from journeymapper.cli import export, new, parsing
from journeymapper.cli.commands import Command
from journeymapper.cli.context import Context
from journeymapper.document.operations.touchpoints import rename_touchpoint
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _

_NAME = "Größe, ψυχή, مرحبا"
"""A name that needs several scripts."""


class _FailedError(Exception):
    """A part did not do what it should."""


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Try each part; print a line for each and return 1 if one failed."""
    with TemporaryDirectory(prefix="journeymapper-") as name:
        folder = Path(name)
        paths = Paths.under(folder / "home")
        paths.make()
        inside = Context(dataclasses.replace(context.services, paths=paths), context.catalogue)
        bench = _Bench(inside, folder)
        parts: tuple[tuple[Message, Callable[[], None]], ...] = (
            (_("make a file"), bench.make),
            (_("change it, undo and redo"), bench.change),
            (_("read it again"), bench.read),
            (_("make a PDF with its text"), bench.print_pdf),
        )
        return max(_try(context, what, part) for what, part in parts)


class _Bench:
    """The parts in order; each needs what those before it made."""

    def __init__(self, context: Context, folder: Path) -> None:
        self._context = context
        self._file = folder / "example.journey"
        self._pdf = folder / "example.pdf"

    def make(self) -> None:
        self._quietly(new, "new", str(self._file), "--sample")

    def change(self) -> None:
        document = self._context.desk().open(self._file)
        before = document.snapshot
        step = queries.touchpoints_of_map(before, queries.maps(before)[0].id)[0]
        with document.step(_("Rename a step")) as tx:
            rename_touchpoint(tx, step.id, _NAME)
        after = document.snapshot
        document.undo()
        _expect(document.snapshot == before)
        document.redo()
        _expect(document.snapshot == after)
        document.close()

    def read(self) -> None:
        with self._context.desk().look(self._file) as document:
            steps = queries.touchpoints_of_map(
                document.snapshot, queries.maps(document.snapshot)[0].id
            )
            _expect(steps[0].name == _NAME)
            _expect(len(document.history()) == 4)

    def print_pdf(self) -> None:
        self._quietly(export, "export", str(self._file), "-o", str(self._pdf))
        pdf = pypdfium2.PdfDocument(self._pdf)
        try:
            text = " ".join(page.get_textpage().get_text_range() for page in pdf)
        finally:
            pdf.close()
        _expect("Rebooking" in text)

    def _quietly(self, command: Command, name: str, *argv: str) -> None:
        parser = parsing.Parser(name)
        command.arguments(parser)
        silent = dataclasses.replace(self._context, silent=True)
        _expect(command.run(parser.parse_args(argv), silent) == 0)


def _expect(condition: bool) -> None:
    if not condition:
        raise _FailedError


def _try(context: Context, what: Message, part: Callable[[], None]) -> int:
    try:
        part()
    except UserError as error:
        context.say(_("failed: {what}. {why}", what=what, why=error.message))
        return 1
    except Exception as error:  # noqa: BLE001 - what fails here is what is looked for
        context.say(_("failed: {what} ({kind})", what=what, kind=type(error).__name__))
        return 1
    context.say(_("ok: {what}", what=what))
    return 0
