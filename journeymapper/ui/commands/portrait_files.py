"""Reads photos for portraits. Loads what decodes pictures: import it when one is wanted."""

from __future__ import annotations

from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.pictures import LARGEST_FILE, PictureFile, read_picture


def load_photo(source: Path | bytes) -> PictureFile:
    """Return a photo upright and freed of where it was taken; raises UserError."""
    if isinstance(source, bytes):
        return read_picture(source)
    try:
        with source.open("rb") as file:
            return read_picture(file.read(LARGEST_FILE + 1))
    except OSError:
        raise UserError(_("{file} cannot be read.", file=source.name)) from None
