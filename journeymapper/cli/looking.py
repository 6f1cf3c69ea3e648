"""Opening a file to read it: as it was last written, without a lock, without a change."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from journeymapper.cli import output
from journeymapper.cli.context import Context, about
from journeymapper.document.document import Document
from journeymapper.domain.message import _


@contextmanager
def looking(context: Context, path: Path) -> Iterator[Document]:
    """Give the document in a file; says on stderr when newer work waits for ``recover``."""
    desk = context.desk()
    with ExitStack() as stack:
        with about(path):
            document = stack.enter_context(desk.look(path))
        if unfinished_work(context, path):
            text = context.catalogue.say(
                _(
                    "{file}: newer work did not reach this file. See “journeymapper recover”.",
                    file=path.name,
                )
            )
            output.write(sys.stderr, f"{output.NAME}: {text}")
        yield document


def unfinished_work(context: Context, path: Path) -> bool:
    """Say whether a crash left work on a file that has not reached it."""
    here = path.resolve()
    return any(left.source == here for left in context.desk().unfinished())
