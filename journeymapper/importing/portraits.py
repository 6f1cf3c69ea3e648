"""A square part of a picture, as a portrait is kept. Loads what decodes pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass

from PIL import Image

from journeymapper.importing.pictures import PictureFile

SIDE = 640
"""Pixels of the side of a portrait that is kept."""

LEAST = 0.15
"""The smallest square, as a part of the shorter side of the picture."""


@dataclass(frozen=True, slots=True)
class Square:
    """A square part: left and top as parts of the picture's width and height, 0 to 1.

    ``side`` is a part of its shorter side, `LEAST` to 1.
    """

    left: float
    top: float
    side: float


def middle(width: float, height: float, side: float = 1.0) -> Square:
    """Return the square in the middle; of an upright picture a little higher, where faces are."""
    shorter = min(width, height) * side
    rest = max(height - shorter, 0.0)
    return Square((width - shorter) / 2 / width, rest * (0.5 if side < 1 else 0.35) / height, side)


def fitted(square: Square, width: float, height: float) -> Square:
    """Return a square that lies inside a picture of this size."""
    side = min(max(square.side, LEAST), 1.0)
    shorter = min(width, height) * side
    left = min(max(square.left, 0.0), (width - shorter) / width)
    top = min(max(square.top, 0.0), (height - shorter) / height)
    return Square(left, top, side)


def cut_square(picture: PictureFile, square: Square) -> PictureFile:
    """Return the square part of a picture that `read_picture` gave, in the same format."""
    with Image.open(io.BytesIO(picture.content)) as image:
        kept = fitted(square, image.width, image.height)
        side = max(1, round(min(image.width, image.height) * kept.side))
        left = min(round(kept.left * image.width), image.width - side)
        top = min(round(kept.top * image.height), image.height - side)
        part = image.crop((left, top, left + side, top + side))
    part.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if picture.media_type == "image/jpeg":
        part.save(file, "JPEG", quality=88)
    else:
        part.save(file, "PNG", optimize=True)
    return PictureFile(file.getvalue(), picture.media_type)
