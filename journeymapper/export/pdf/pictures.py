"""The pictures of a PDF."""

from __future__ import annotations

from collections.abc import Callable

from PIL import Image

from journeymapper.drawing.display_list import Box, Picture
from journeymapper.export import images
from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile


class PictureTable:
    """The pictures of one document; each is embedded once in each class of sizes."""

    def __init__(self, pdf: PdfFile, read: Callable[[str], bytes]) -> None:
        self._pdf = pdf
        self._read = read
        self._known: dict[tuple[str, int], tuple[int, float, float] | None] = {}
        self.number = pdf.reserve()
        """The number of the dictionary of pictures, for pages to refer to."""

    def place(self, picture: Picture, box: Box) -> str | None:
        """Return the operators that show a picture in the middle of a box; None if unreadable."""
        key = picture.attachment, images.size_class(box)
        if key not in self._known:
            self._known[key] = self._embed(*key)
        found = self._known[key]
        if found is None:
            return None
        number, width, height = found
        place = images.fitted(box, width, height)
        matrix = syntax.numbers((place.w, 0, 0, -place.h, place.x, place.bottom))
        return f"q {matrix} cm /Im{number} Do Q"

    def write(self) -> None:
        """Write the dictionary of pictures."""
        numbers = [found[0] for found in self._known.values() if found is not None]
        entries = "".join(f"/Im{number} {number} 0 R" for number in numbers)
        self._pdf.put(self.number, f"<<{entries}>>")

    def _embed(self, attachment: str, side: int) -> tuple[int, float, float] | None:
        try:
            image, photo = images.decoded(self._read(attachment), side)
        except images.UNREADABLE:
            return None
        entries = _entries(image, "DeviceRGB")
        if photo:
            content = images.packed(image, photo=True)
            number = self._pdf.stream(content, entries + "/Filter/DCTDecode", packed=False)
            return number, image.width, image.height
        if image.mode == "RGBA":
            alpha = image.getchannel("A").tobytes()
            mask = self._pdf.stream(alpha, _entries(image, "DeviceGray"))
            entries += f"/SMask {mask} 0 R"
        number = self._pdf.stream(image.convert("RGB").tobytes(), entries)
        return number, image.width, image.height


def _entries(image: Image.Image, space: str) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {image.width}/Height {image.height}"
        f"/ColorSpace/{space}/BitsPerComponent 8"
    )
