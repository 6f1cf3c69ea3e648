"""Writes sheets that are not maps, such as a questionnaire, and puts the file in its place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from journeymapper.export.files import check_place, write_all
from journeymapper.export.formats import format_of
from journeymapper.export.job import Job
from journeymapper.export.run import ExportServices
from journeymapper.export.sheet import Sheet


def export_sheets(
    pages: Sequence[Sheet],
    out: Path,
    services: ExportServices,
    *,
    title: str,
    language: str,
    today: date,
) -> list[Path]:
    """Write sheets as the suffix of ``out`` tells, in the colours for paper; return the paths.

    ``language`` is that of the words on the sheets. Raises UserError for an unknown suffix and
    for a place that cannot be written; an old file is as it was then.
    """
    form = format_of(out)
    check_place(out)
    job = Job(
        sheets=tuple(pages),
        theme=services.tokens.theme("print"),
        icons=services.icons,
        fonts_dir=services.fonts_dir,
        pictures=services.pictures,
        catalogue=services.catalogue,
        title=title,
        language=language,
        day=today,
    )
    return write_all(out, form.files(job))
