"""The structure of a PDF: what is read, in which order, and as what."""

from __future__ import annotations

from collections.abc import Iterable

from journeymapper.drawing.display_list import Box, Group, Reading
from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile
from journeymapper.export.reading import is_read, spoken
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.plain import has_rtl, one_line

DECORATION = "/Artifact BMC"
"""Begins content that is not read."""


class Structure:
    """Collects the elements of all pages: a section for each title, in it the groups."""

    def __init__(self, pdf: PdfFile, catalogue: Catalogue) -> None:
        self._pdf = pdf
        self._catalogue = catalogue
        self._root = pdf.reserve()
        self._document = pdf.reserve()
        self._sections: list[tuple[int, str, list[int]]] = []
        self._parents: list[list[int]] = []

    def page(self, page: int, height: float, title: str, groups: Iterable[Group]) -> dict[int, str]:
        """Add the groups of a page in reading order; return by ``id(group)`` what begins it."""
        if not self._sections or self._sections[-1][1] != title:
            self._sections.append((self._pdf.reserve(), title, []))
        section, _title, kids = self._sections[-1]
        marks: dict[int, str] = {}
        parents: list[int] = []
        for group in groups:
            if is_read(group):
                number = len(parents)
                marks[id(group)] = f"/{group.reading} <</MCID {number}>>BDC"
                parents.append(self._element(group, section, page, height, number))
        kids += parents
        self._parents.append(parents)
        return marks

    def write(self) -> int:
        """Write the tree; return the number of its root."""
        pdf = self._pdf
        for number, title, kids in self._sections:
            pdf.put(
                number,
                f"<</S/Sect/P {self._document} 0 R/T{syntax.text(one_line(title))}"
                f"/K{syntax.refs(kids)}>>",
            )
        sections = syntax.refs([number for number, _title, _kids in self._sections])
        pdf.put(self._document, f"<</S/Document/P {self._root} 0 R/K{sections}>>")
        pages = "".join(
            f"{page} {pdf.add(syntax.refs(elements))} 0 R "
            for page, elements in enumerate(self._parents)
        )
        parents = pdf.add(f"<</Nums[{pages}]>>")
        return pdf.put(
            self._root,
            f"<</Type/StructTreeRoot/K {self._document} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {len(self._parents)}>>",
        )

    def _element(self, group: Group, section: int, page: int, height: float, mark: int) -> int:
        more = ""
        if group.alt is not None:
            more = f"/Alt{syntax.text(one_line(self._catalogue.say(group.alt)))}"
        elif (words := _words(group)) is not None:
            more = f"/ActualText{syntax.text(words)}"
        if group.reading == Reading.FIGURE:
            more += f"/A<</O/Layout/Placement/Block/BBox[{_corners(_seen(group), height)}]>>"
        return self._pdf.add(f"<</S/{group.reading}/P {section} 0 R/Pg {page} 0 R/K {mark}{more}>>")


def _words(group: Group) -> str | None:
    """Return the text of a group with right-to-left words, which are drawn from left to right.

    None for a group that is read as it is drawn.
    """
    words = spoken(group)
    return words if has_rtl(words) else None


def _seen(group: Group) -> Box:
    """Return how much of the box of a group is not cut off."""
    if group.clip is None:
        return group.box
    return group.box.common(group.clip.moved(group.box.x, group.box.y))


def _corners(box: Box, height: float) -> str:
    return syntax.numbers((box.x, height - box.bottom, box.right, height - box.y))
