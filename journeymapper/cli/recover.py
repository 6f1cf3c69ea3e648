"""``recover``: bring back work that a crash kept from its file."""

from __future__ import annotations

import argparse
import itertools
from collections.abc import Iterator
from pathlib import Path

from journeymapper.cli import parsing
from journeymapper.cli.context import Context
from journeymapper.document.desk import Desk
from journeymapper.document.document import SaveState
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.storage.working import Leftover


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take perhaps ``--list``."""
    parsing.add(parser, "--list", action="store_true", help="only show what there is")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Bring each piece of work into its file, or beside it; return 1 if one cannot be read."""
    desk = context.desk()
    unfinished, untitled = desk.unfinished(), desk.untitled()
    if not unfinished and not untitled:
        context.say(_("There is nothing to recover."))
        return 0
    said = [_listed(left) if arguments.list else _recovered(desk, left) for left in unfinished]
    for line in [*said, *map(_waiting, untitled)]:
        context.say(line)
    return 1 if any(left.damaged for left in unfinished) else 0


def _listed(left: Leftover) -> Message:
    if left.damaged:
        return _("{file}: damaged work, kept as {copy}", file=str(left.source), copy=str(left.path))
    return _("{file}: work on “{title}”", file=str(left.source), title=left.title)


def _waiting(left: Leftover) -> Message:
    return _("“{title}” has no file yet; open Journey Mapper to go on with it.", title=left.title)


def _recovered(desk: Desk, left: Leftover) -> Message:
    if left.damaged or left.source is None:
        return _listed(left)
    try:
        return _put_back(desk, left.source)
    except UserError:
        return _put_beside(desk, left, left.source)


def _put_back(desk: Desk, source: Path) -> Message:
    """Open the file as a window would: what goes on where it ends is taken up."""
    document = desk.open(source)
    was_older = document.save_state is SaveState.KEPT
    document.close()
    if was_older:
        return _("{file}: the work is in the file again.", file=str(source))
    return _("{file}: nothing was missing.", file=str(source))


def _put_beside(desk: Desk, left: Leftover, source: Path) -> Message:
    """The file is gone, or was changed meanwhile: keep both."""
    target = next(path for path in _free_names(source) if not path.exists())
    document = desk.resume(left)
    document.save_as(target)
    document.close()
    return _("{file}: the work is in {target}.", file=str(source), target=str(target))


def _free_names(source: Path) -> Iterator[Path]:
    yield source.with_name(f"{source.stem} (recovered){source.suffix}")
    for number in itertools.count(2):
        yield source.with_name(f"{source.stem} (recovered {number}){source.suffix}")
