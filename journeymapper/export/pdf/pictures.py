"""Pictures in a PDF: decoded, shrunk to what paper shows, and freed of where they were taken."""

from __future__ import annotations

import io
import math
import struct
import warnings
from collections.abc import Callable

from PIL import Image, ImageOps

from journeymapper.drawing.display_list import Box, Picture
from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile

_DOTS_PER_POINT = 300 / 72
_LARGEST = 80_000_000  # pixels; a larger picture is shown as an empty frame
_UNREADABLE = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    SyntaxError,
    EOFError,
    MemoryError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
    Image.DecompressionBombError,
)


class PictureTable:
    """The pictures of one document; each is embedded once in each class of sizes."""

    def __init__(self, pdf: PdfFile, read: Callable[[str], bytes]) -> None:
        self._pdf = pdf
        self._read = read
        self._known: dict[tuple[str, int], tuple[int, float, float] | None] = {}
        self.number = pdf.reserve()
        """The number of the dictionary of pictures, for pages to refer to."""

    def place(self, picture: Picture, box: Box) -> str:
        """Return the operators that show a picture in the middle of a box.

        A picture that cannot be read is a crossed frame: an export never fails for it.
        """
        key = picture.attachment, _size_class(box)
        if key not in self._known:
            self._known[key] = self._embed(*key)
        found = self._known[key]
        if found is None:
            return _frame(box)
        number, width, height = found
        scale = min(box.w / width, box.h / height)
        w, h = width * scale, height * scale
        x, y = box.x + (box.w - w) / 2, box.y + (box.h - h) / 2
        return f"q {syntax.numbers((w, 0, 0, -h, x, y + h))} cm /Im{number} Do Q"

    def write(self) -> None:
        """Write the dictionary of pictures."""
        numbers = [found[0] for found in self._known.values() if found is not None]
        entries = "".join(f"/Im{number} {number} 0 R" for number in numbers)
        self._pdf.put(self.number, f"<<{entries}>>")

    def _embed(self, attachment: str, side: int) -> tuple[int, float, float] | None:
        try:
            image, photo = decoded(self._read(attachment), side)
        except _UNREADABLE:
            return None
        entries = _entries(image, "DeviceRGB")
        if photo:
            packed = io.BytesIO()
            image.save(packed, "JPEG", quality=88, subsampling=0)
            number = self._pdf.stream(
                packed.getvalue(), entries + "/Filter/DCTDecode", packed=False
            )
            return number, image.width, image.height
        if image.mode == "RGBA":
            alpha = image.getchannel("A").tobytes()
            mask = self._pdf.stream(alpha, _entries(image, "DeviceGray"))
            entries += f"/SMask {mask} 0 R"
        number = self._pdf.stream(image.convert("RGB").tobytes(), entries)
        return number, image.width, image.height


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


def _size_class(box: Box) -> int:
    """Return the pixels of the longer side at 300 dpi, up to the next power of two."""
    return 1 << max(4, math.ceil(math.log2(max(box.w, box.h, 1) * _DOTS_PER_POINT)))


def _entries(image: Image.Image, space: str) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace/{space}/BitsPerComponent 8"
    )


def _frame(box: Box) -> str:
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    return (
        f"q 0.5 G 0.75 w {syntax.numbers((x, y, box.w, box.h))} re S "
        f"{syntax.numbers((x, y))} m {syntax.numbers((right, bottom))} l S "
        f"{syntax.numbers((x, bottom))} m {syntax.numbers((right, y))} l S Q"
    )
