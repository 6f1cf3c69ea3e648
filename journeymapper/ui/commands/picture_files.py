"""Reads a picture from a file. Loads what decodes pictures: import it when one is wanted."""

from __future__ import annotations

from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.pictures import LARGEST_FILE, read_picture
from journeymapper.ui.commands.pictures import Picture


def load(path: Path) -> Picture:
    """Return the picture of a file as it may be kept; raises UserError where that cannot be."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        raise UserError(_("{file} cannot be read.", file=path.name)) from None
    found = read_picture(data)
    return found.content, found.media_type
