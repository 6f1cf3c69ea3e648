"""The bookmarks of a PDF: a tree of places to go to."""

from __future__ import annotations

from dataclasses import dataclass, field

from journeymapper.export.pdf import syntax
from journeymapper.export.pdf.file import PdfFile


@dataclass(slots=True)
class Place:
    """A place in the file: its title, page object, height above the page's foot, and depth."""

    title: str
    page: int
    top: float
    level: int
    number: int = 0
    kids: list[Place] = field(default_factory=list)


def write(pdf: PdfFile, places: list[Place]) -> int | None:
    """Write the bookmarks; return the number of their root, None when there are none.

    A place goes under the last one of a lower level, whatever levels lie between.
    """
    if not places:
        return None
    root = Place("", 0, 0.0, -1, pdf.reserve())
    path = [root]
    for place in places:
        place.number = pdf.reserve()
        while path[-1].level >= place.level:
            path.pop()
        path[-1].kids.append(place)
        path.append(place)
    pdf.put(root.number, f"<</Type/Outlines{_children(root)}>>")
    _write_kids(pdf, root)
    return root.number


def _write_kids(pdf: PdfFile, parent: Place) -> None:
    kids = parent.kids
    for i, place in enumerate(kids):
        before = f"/Prev {kids[i - 1].number} 0 R" if i else ""
        after = f"/Next {kids[i + 1].number} 0 R" if i + 1 < len(kids) else ""
        pdf.put(
            place.number,
            f"<</Title{syntax.text(place.title)}/Parent {parent.number} 0 R{before}{after}"
            f"/Dest[{place.page} 0 R/XYZ null {syntax.number(place.top)} null]"
            f"{_children(place)}>>",
        )
        _write_kids(pdf, place)


def _children(place: Place) -> str:
    if not place.kids:
        return ""
    first, last = place.kids[0].number, place.kids[-1].number
    return f"/First {first} 0 R/Last {last} 0 R/Count {_count(place)}"


def _count(place: Place) -> int:
    return sum(1 + _count(kid) for kid in place.kids)
