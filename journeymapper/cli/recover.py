"""``recover``: bring back work that a crash kept from its file."""

from __future__ import annotations

import argparse
import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journeymapper.cli import parsing
from journeymapper.cli.context import Context
from journeymapper.document.desk import Desk
from journeymapper.document.document import SaveState
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.storage.lock import LockedError
from journeymapper.storage.working import Leftover


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a piece of work."""

    said: Message
    safe: bool = True


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take perhaps ``--list``."""
    parsing.add(parser, "--list", action="store_true", help="only show what there is")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Bring each piece of work into its file, or beside it; return 1 if one stays where it is."""
    desk = context.desk()
    unfinished, untitled = desk.unfinished(), desk.untitled()
    if not unfinished and not untitled:
        context.say(_("There is nothing to recover."))
    outcomes = [
        _listed(left, left.source) if arguments.list else _recovered(desk, left, left.source)
        for left in unfinished
        if left.source is not None
    ]
    for outcome in outcomes:
        context.say(outcome.said)
    for left in untitled:
        context.say(_waiting(left))
    return 0 if all(outcome.safe for outcome in outcomes) else 1


def _listed(left: Leftover, source: Path) -> _Outcome:
    if left.damaged:
        kept = _("{file}: damaged work, kept as {copy}", file=str(source), copy=str(left.path))
        return _Outcome(kept, safe=False)
    return _Outcome(_("{file}: work on “{title}”", file=str(source), title=left.title))


def _waiting(left: Leftover) -> Message:
    return _("“{title}” has no file yet; open Journey Mapper to go on with it.", title=left.title)


def _recovered(desk: Desk, left: Leftover, source: Path) -> _Outcome:
    if left.damaged:
        return _listed(left, source)
    try:
        if os.access(source, os.W_OK):
            try:
                return _put_back(desk, source)
            except LockedError:
                raise
            except UserError:
                return _put_beside(desk, left, source)
        return _put_beside(desk, left, source)
    except UserError as error:
        said = _("{file}: still waiting. {why}", file=str(source), why=error.message)
        return _Outcome(said, safe=False)


def _put_back(desk: Desk, source: Path) -> _Outcome:
    """Open the file as a window would: work that goes on where it ends is taken up."""
    document = desk.open(source)
    was_older = document.save_state is SaveState.KEPT
    document.close()
    if was_older:
        return _Outcome(_("{file}: the work is in the file again.", file=str(source)))
    return _Outcome(_("{file}: nothing was missing.", file=str(source)))


def _put_beside(desk: Desk, left: Leftover, source: Path) -> _Outcome:
    """The file is gone, cannot be written or was changed meanwhile: keep both."""
    target = next(path for path in _free_names(source) if not path.exists())
    document = desk.resume(left)
    try:
        document.save_as(target)
    finally:
        document.close()
    return _Outcome(_("{file}: the work is in {target}.", file=str(source), target=str(target)))


def _free_names(source: Path) -> Iterator[Path]:
    yield source.with_name(f"{source.stem} (recovered){source.suffix}")
    for number in itertools.count(2):
        yield source.with_name(f"{source.stem} (recovered {number}){source.suffix}")
