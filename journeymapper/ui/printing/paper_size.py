"""The paper a sheet needs, as Qt names it."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from journeymapper.export.sheet import Sheet


def page_size_of(sheet: Sheet) -> QPageSize:
    """Return the paper of a sheet, upright; a known paper where there is one of this size."""
    short, long = sorted((sheet.width_pt, sheet.height_pt))
    size = QSizeF(short, long)
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    found = QPageSize.id(size, QPageSize.Unit.Point, match)
    if found != QPageSize.PageSizeId.Custom:
        return QPageSize(found)
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)


def page_layout_of(sheet: Sheet) -> QPageLayout:
    """Return paper and direction of a sheet; the sheet has its margins in itself."""
    across = sheet.width_pt > sheet.height_pt
    orientation = QPageLayout.Orientation
    return QPageLayout(
        page_size_of(sheet),
        orientation.Landscape if across else orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Point,
    )
