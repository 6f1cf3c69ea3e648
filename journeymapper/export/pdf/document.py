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
from journeymapper.export.job import NO_DAY, Job
from journeymapper.export.pdf import bookmarks, metadata, syntax
from journeymapper.export.pdf.content import PageContent
from journeymapper.export.pdf.file import PdfFile
from journeymapper.export.pdf.fonts import FontTable
from journeymapper.export.pdf.pictures import PictureTable
from journeymapper.export.pdf.tags import DECORATION, Structure
from journeymapper.export.sheet import Sheet
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.plain import one_line

LONGEST_SIDE = 14_400.0
"""Points: programs that show PDF refuse longer pages, or show them empty."""


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
    job = Job(tuple(sheets), theme, icons, fonts_dir, pictures, catalogue, title, language, day)
    (data,) = files(job)
    if isinstance(target, Path):
        target.write_bytes(data)
    else:
        target.write(data)


def files(job: Job) -> list[bytes]:
    """Return the one file of a job; raises UserError as ``write_pdf`` does."""
    if not job.sheets:
        raise UserError(_("There is nothing to print."), _("Add a step to the map first."))
    for sheet in job.sheets:
        _check_size(sheet)
    return [_Writer(job).file()]


class _Writer:
    def __init__(self, job: Job) -> None:
        self._job = job
        self._pdf = PdfFile()
        self._fonts = FontTable(self._pdf, job.fonts_dir)
        self._pictures = PictureTable(self._pdf, job.pictures)
        self._structure = Structure(self._pdf, job.catalogue)
        self._tree = self._pdf.reserve()
        self._pages: list[int] = []
        self._places: list[bookmarks.Place] = []

    def file(self) -> bytes:
        job = self._job
        for sheet in job.sheets:
            self._page(sheet)
        title, language = one_line(job.title), one_line(job.language)
        pdf = self._pdf
        pdf.put(
            self._tree, f"<</Type/Pages/Count {len(self._pages)}/Kids{syntax.refs(self._pages)}>>"
        )
        self._fonts.write()
        self._pictures.write()
        packet = metadata.packet(title, language, job.day)
        # not packed: programs that only look for the packet have to find it
        facts = pdf.stream(packet, "/Type/Metadata/Subtype/XML", packed=False)
        outline = bookmarks.write(pdf, self._places)
        more = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
        catalog = (
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{syntax.text(language)}"
            f"/MarkInfo<</Marked true>>/StructTreeRoot {self._structure.write()} 0 R"
            f"/Metadata {facts} 0 R/ViewerPreferences<</DisplayDocTitle true>>{more}>>"
        )
        return pdf.finished(catalog, metadata.info(title, job.day))

    def _page(self, sheet: Sheet) -> None:
        pdf, height = self._pdf, sheet.height_pt
        page = pdf.reserve()
        marks = self._structure.page(page, height, sheet.title, sheet.drawing.groups)
        content = PageContent(
            height, self._job.theme, self._job.icons, self._fonts, self._pictures.place
        )
        for group in sheet.drawing.painted():
            content.group(group, marks.get(id(group), DECORATION))
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
            bookmarks.Place(one_line(mark.title), page, height - mark.y, mark.level)
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
