"""Beginning a document with the worked example."""

from __future__ import annotations

from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session


def begin_example(context: Context, session: Session) -> None:
    """Open the worked example as it was delivered, as a document without a file."""
    resources = context.services.resources
    example = read_example(resources.examples, resources.templates)
    today = context.services.clock().astimezone().date().isoformat()

    def fill(tx: Tx) -> None:
        fill_from_example(tx, example, created=today)

    session.new(fill, _("Open the example"))
