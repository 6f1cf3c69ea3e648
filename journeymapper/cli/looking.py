"""Opening a file to read it: as it was last written, without a lock, without a change."""

from __future__ import annotations

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
        known = {step.id for step in document.history()}
        if any(step and step not in known for step in unfinished(context, path)):
            output.note(
                context.catalogue,
                _(
                    "{file}: newer work did not reach this file. See “journeymapper recover”.",
                    file=path.name,
                ),
            )
        yield document


def unfinished(context: Context, path: Path) -> tuple[str, ...]:
    """Return what a crash left of work on a file: the id of each last step, "" if damaged."""
    here = path.resolve()
    return tuple(
        left.head.step if left.head else ""
        for left in context.desk().unfinished()
        if left.source == here
    )
