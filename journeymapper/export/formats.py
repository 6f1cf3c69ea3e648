"""The one table of what can be exported: by suffix, with its name and its writer."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.export.job import Job


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    ``what`` lists what can be exported to it; ``several`` tells whether each sheet becomes a
    file of its own. ``module`` has a function ``files(job)``.
    """

    suffix: str
    name: Message
    what: tuple[str, ...]
    several: bool
    module: str

    def files(self, job: Job) -> list[bytes]:
        """Return the finished files of a job.

        The writer is loaded now: its packages would slow down every start of the app.
        """
        writer = importlib.import_module(self.module)
        return cast(list[bytes], writer.files(job))


FORMATS: dict[str, Format] = {
    form.suffix: form
    for form in (
        Format(".pdf", _("PDF document"), ("map",), False, "journeymapper.export.pdf.document"),
        Format(".png", _("PNG picture"), ("map",), True, "journeymapper.export.png"),
        Format(".svg", _("SVG drawing"), ("map",), True, "journeymapper.export.svg"),
    )
}
"""Format by suffix, in the order of menus."""


def format_of(out: Path, what: str = "map") -> Format:
    """Return the format of a file by its suffix; raises UserError naming the known ones."""
    known = [form for form in FORMATS.values() if what in form.what]
    found = FORMATS.get(out.suffix.lower())
    if found is None or found not in known:
        suffixes = ", ".join(form.suffix for form in known)
        raise UserError(
            _("“{name}” is not a kind of file this can be exported to.", name=out.name),
            _("End the name with one of {suffixes}.", suffixes=suffixes),
        )
    return found
