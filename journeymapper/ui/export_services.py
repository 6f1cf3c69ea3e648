"""What an export needs of the window and of its document."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.document.document import Document
from journeymapper.domain.counts import Counts
from journeymapper.domain.message import Message
from journeymapper.export.run import ExportServices
from journeymapper.ui.context import Context


def services_for(
    context: Context,
    document: Document,
    warn: Callable[[Message], None] = lambda _message: None,
    counts: Counts | None = None,
) -> ExportServices:
    """Return it; ``warn`` and ``counts``: see ExportServices."""
    return ExportServices(
        engine=context.engine,
        tokens=context.tokens,
        icons=context.icons,
        fonts_dir=context.services.resources.fonts,
        catalogue=context.catalogue,
        pictures=document.blob,
        warn=warn,
        counts=counts,
    )
