"""Attached pictures, decoded: upright, no larger than needed, freed of where they were taken."""

from __future__ import annotations

import io
import math
import warnings

from PIL import Image, ImageOps

from journeymapper.domain.damage import DAMAGED
from journeymapper.drawing.display_list import Box, Segment

_DOTS_PER_POINT = 300 / 72
_LARGEST = 80_000_000  # pixels; a larger picture is shown as an empty frame
UNREADABLE: tuple[type[Exception], ...] = (*DAMAGED, Image.DecompressionBombError)
"""What damaged files make the decoders raise."""


def decoded(data: bytes, side: int) -> tuple[Image.Image, bool]:
    """Return a picture upright, and whether it is a photo without transparent parts.

    It is RGB or RGBA and at most ``side`` pixels wide and high. Raises OSError, ValueError or
    another of the errors of damaged files for what is no picture or far too large.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is odd inside a picture is no matter for a log
        with Image.open(io.BytesIO(data)) as image:
            if image.width * image.height > _LARGEST:
                raise ValueError("picture too large")
            photo = image.format == "JPEG"
            upright = ImageOps.exif_transpose(image)
            alpha = "A" in upright.getbands() or "transparency" in upright.info
            plain = upright.convert("RGBA" if alpha else "RGB")
    plain.thumbnail((side, side), Image.Resampling.LANCZOS)
    return plain, photo and not alpha


def fitted(box: Box, width: float, height: float) -> Box:
    """Return the largest box of these proportions in the middle of a box."""
    scale = min(box.w / width, box.h / height)
    w, h = width * scale, height * scale
    return Box(box.x + (box.w - w) / 2, box.y + (box.h - h) / 2, w, h)


def crossed_frame(box: Box) -> tuple[Segment, ...]:
    """Return the outline that stands for a picture that cannot be read."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        ("M", x, y),
        ("L", right, y),
        ("L", right, bottom),
        ("L", x, bottom),
        ("Z",),
        ("M", x, y),
        ("L", right, bottom),
        ("M", x, bottom),
        ("L", right, y),
    )


def size_class(box: Box) -> int:
    """Return the pixels of the longer side at 300 dpi, up to the next power of two."""
    return 1 << max(4, math.ceil(math.log2(max(box.w, box.h, 1) * _DOTS_PER_POINT)))


def packed(image: Image.Image, *, photo: bool) -> bytes:
    """Return a picture as JPEG when it is a photo, else as PNG."""
    file = io.BytesIO()
    if photo:
        image.save(file, "JPEG", quality=88, subsampling=0)
    else:
        image.save(file, "PNG")
    return file.getvalue()
