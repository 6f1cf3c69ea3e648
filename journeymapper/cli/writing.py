"""Opening a file to change it: one writer, and nothing of a crash is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journeymapper.cli.context import Context, about
from journeymapper.cli.looking import unfinished
from journeymapper.document.document import Document, SaveState
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _


@contextmanager
def opened(context: Context, path: Path) -> Iterator[Document]:
    """Give the document of a file that can be changed; it is written and closed at the end.

    Raises UserError when the file is open elsewhere, cannot be written, or when a crash left
    work that has to be recovered first.
    """
    with about(path):
        refuse_unfinished(context, path)
        document = context.desk().open(path)
        try:
            if document.save_state is SaveState.READ_ONLY:
                raise UserError(_("There is no permission to change this file."))
            yield document
        finally:
            document.close()


def refuse_unfinished(context: Context, path: Path) -> None:
    """Raise UserError when a crash left work on a file that has not reached it."""
    if unfinished(context, path):
        raise UserError(
            _("Work on this file did not reach it."), _("Run “journeymapper recover” first.")
        )
