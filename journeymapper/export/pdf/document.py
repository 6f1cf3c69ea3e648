"""Writes sheets as one tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import BinaryIO

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.theme import Theme
from journeymapper.export.pdf import bookmarks, metadata, syntax
from journeymapper.export.pdf.content import PageContent
from journeymapper.export.pdf.file import PdfFile
from journeymapper.export.pdf.fonts import FontTable
from journeymapper.export.pdf.pictures import PictureTable
from journeymapper.export.pdf.tags import DECORATION, Structure
from journeymapper.export.sheet import Sheet
from journeymapper.text.catalogue import Catalogue

LONGEST_SIDE = 14_400.0
"""Points: programs that show PDF refuse longer pages, or show them empty."""

NO_DAY = date(2000, 1, 1)
"""The day that a file was made on when nobody says which."""


def write_pdf(
    sheets: Sequence[Sheet],
    target: Path | BinaryIO,
    *,
    theme: Theme,
    icons: IconSet,
    fonts_dir: Path,
    pictures: Callable[[str], bytes],
    catalogue: Catalogue,
    title: str,
    language: str,
    day: date = NO_DAY,
) -> None:
    """Write sheets, in points, as a PDF of so many pages.

    ``pictures`` gives the bytes of an attachment by its id; ``language`` is that of the words
    on the sheets. Equal arguments give equal bytes. Raises UserError for a page longer than
    14,400 points and for no page at all; OSError when the target cannot be written.
    """
    data = _Writer(theme, icons, fonts_dir, pictures, catalogue).file(
        sheets, metadata.plain_title(title), language, day
    )
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


class _Writer:
    def __init__(
        self,
        theme: Theme,
        icons: IconSet,
        fonts_dir: Path,
        pictures: Callable[[str], bytes],
        catalogue: Catalogue,
    ) -> None:
        self._pdf = PdfFile()
        self._theme = theme
        self._icons = icons
        self._fonts = FontTable(self._pdf, fonts_dir)
        self._pictures = PictureTable(self._pdf, pictures)
        self._structure = Structure(self._pdf, catalogue)
        self._tree = self._pdf.reserve()
        self._pages: list[int] = []
        self._places: list[bookmarks.Place] = []

    def file(self, sheets: Sequence[Sheet], title: str, language: str, day: date) -> bytes:
        if not sheets:
            raise UserError(_("There is nothing to print."), _("Add a step to the map first."))
        for sheet in sheets:
            _check_size(sheet)
        for sheet in sheets:
            self._page(sheet)
        pdf = self._pdf
        pdf.put(self._tree, f"<</Type/Pages/Count {len(sheets)}/Kids{syntax.refs(self._pages)}>>")
        self._fonts.write()
        self._pictures.write()
        packet = metadata.packet(title, language, day)
        # not packed: programs that only look for the packet have to find it
        facts = pdf.stream(packet, "/Type/Metadata/Subtype/XML", packed=False)
        outline = bookmarks.write(pdf, self._places)
        more = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
        catalog = (
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{syntax.text(language)}"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {self._structure.write()} 0 R"
            f"/Metadata {facts} 0 R/ViewerPreferences<</DisplayDocTitle true>>{more}>>"
        )
        return pdf.finished(catalog, metadata.info(title, day))

    def _page(self, sheet: Sheet) -> None:
        pdf, height = self._pdf, sheet.height_pt
        page = pdf.reserve()
        marks = self._structure.page(page, height, sheet.title, sheet.drawing.groups)
        content = PageContent(height, self._theme, self._icons, self._fonts, self._pictures.place)
        for group in sheet.drawing.painted():
            content.group(group, marks.get(group.key, DECORATION))
        stream = pdf.stream(content.bytes())
        size = syntax.numbers((sheet.width_pt, height))
        pdf.put(
            page,
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {size}]/Contents {stream} 0 R"
            f"/Resources<</Font {self._fonts.number} 0 R/XObject {self._pictures.number} 0 R>>"
            f"/StructParents {len(self._pages)}/Tabs/S>>",
        )
        self._pages.append(page)
        self._places += [
            bookmarks.Place(mark.title, page, height - mark.y, mark.level)
            for mark in sheet.bookmarks
        ]


def _check_size(sheet: Sheet) -> None:
    if max(sheet.width_pt, sheet.height_pt) > LONGEST_SIDE:
        raise UserError(
            _(
                "The page would be {width} x {height} mm. A PDF page can be 5080 mm long at most.",
                width=round(sheet.width_pt / 72 * 25.4),
                height=round(sheet.height_pt / 72 * 25.4),
            ),
            _("Choose a paper such as a0: the map then goes on over several pages."),
        )
