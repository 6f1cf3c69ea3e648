"""Renders the pages of a PDF as PNG pictures."""

from __future__ import annotations

import io
import math
from pathlib import Path

import pypdfium2

from journeymapper.export import files as named
from journeymapper.export.job import Job
from journeymapper.export.pdf import document

MOST_PIXELS = 60_000_000
"""Pixels of one picture; larger pages are rendered coarser."""


def write_png(pdf: bytes, out: Path, scale: float = 2.0) -> list[Path]:
    """Write every page of a PDF as a picture, ``scale`` pixels per point; return the paths.

    One page goes to ``out``, several to NAME-1.png, NAME-2.png and so on beside it.
    """
    return named.write_all(out, pictures(pdf, scale))


def files(job: Job) -> list[bytes]:
    """Return a picture of each sheet of a job."""
    (pdf,) = document.files(job)
    return pictures(pdf, job.scale)


def pictures(pdf: bytes, scale: float) -> list[bytes]:
    """Return every page of a PDF as the bytes of a PNG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_picture(document[i], scale) for i in range(len(document))]
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    width, height = page.get_size()
    fitting = min(scale, math.sqrt(MOST_PIXELS / (width * height)))
    image = page.render(scale=fitting).to_pil().convert("RGB")
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(72 * fitting, 72 * fitting))
    page.close()
    return file.getvalue()
