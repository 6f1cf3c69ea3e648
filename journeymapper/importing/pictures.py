"""Pictures from outside: looked at, turned upright, freed of where they were taken, made small.

What a file is called says nothing: only its content counts. What is kept is written anew, so
that nothing of the file but its pixels comes into the document.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from journeymapper.domain.damage import DAMAGED
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _

LARGEST_FILE = 40 * 1024 * 1024
"""Largest file of a picture that is read, in bytes."""

LARGEST = 50_000_000
"""Most pixels of a picture that is decoded."""

SIDE = 1600
"""Pixels of the longer side of a picture that is kept."""

FORMATS = ("PNG", "JPEG", "WEBP", "GIF")

_HEIF = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis")
"""Marks of what telephones write and nothing here decodes."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture as it is kept."""

    content: bytes
    media_type: str


def read_picture(data: bytes) -> PictureFile:
    """Return a picture as it may be kept; of a moving one the first image.

    Raises UserError for what is no PNG, JPEG, WebP or GIF, is damaged, or is too large.
    """
    if len(data) > LARGEST_FILE:
        raise _too_large()
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        raise UserError(
            _("This is a HEIC or AVIF picture, which cannot be read here."),
            _("Open it in your picture viewer, save it as JPEG, and choose that file."),
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is odd inside a picture is no matter for a log
        try:
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                if image.width * image.height > LARGEST:
                    raise _too_large()
                photo = image.format == "JPEG"
                plain = _plain(image)
        except Image.DecompressionBombError:
            raise _too_large() from None
        except DAMAGED:
            raise UserError(
                _("This file is no picture that can be read."),
                _("PNG, JPEG, WebP and GIF files can be used."),
            ) from None
    plain.thumbnail((SIDE, SIDE), Image.Resampling.LANCZOS)
    return _packed(plain, photo=photo and plain.mode == "RGB")


def _plain(image: Image.Image) -> Image.Image:
    """The pixels upright and nothing else: no place, no camera, no remarks."""
    upright = ImageOps.exif_transpose(image)
    alpha = "A" in upright.getbands() or "transparency" in upright.info
    found = upright.convert("RGBA" if alpha else "RGB")
    found.info.clear()
    return found


def _packed(image: Image.Image, *, photo: bool) -> PictureFile:
    file = io.BytesIO()
    if photo:
        image.save(file, "JPEG", quality=88)
        return PictureFile(file.getvalue(), "image/jpeg")
    image.save(file, "PNG", optimize=True)
    return PictureFile(file.getvalue(), "image/png")


def _too_large() -> UserError:
    return UserError(
        _("This picture is too large: {limit} million pixels at most.", limit=LARGEST // 10**6),
        _("Make the picture smaller and try again."),
    )
