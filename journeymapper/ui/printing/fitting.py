"""Whether sheets fit a printer: its papers, and the edge it cannot print on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from journeymapper.domain.message import Message, _
from journeymapper.drawing.extent import extent
from journeymapper.drawing.paper import POINTS_PER_MM
from journeymapper.export.sheet import Sheet
from journeymapper.ui.printing.paper_size import page_layout_of, page_size_of

_TOLERANCE = 0.5
"""Points that nobody misses."""


def misfit(printer: QPrinter, sheets: Sequence[Sheet]) -> Message | None:
    """Return what a printer would do wrong with these sheets, None when all is well."""
    for sheet in sheets:
        size = page_size_of(sheet)
        known = QPrinterInfo(printer).supportedPageSizes()
        if known and not any(_same(size, one) for one in known):
            return _(
                "The printer {printer} has no paper of {width} x {height} mm.",
                printer=printer.printerName(),
                width=round(sheet.width_pt / POINTS_PER_MM),
                height=round(sheet.height_pt / POINTS_PER_MM),
            )
    most = max((cut_of(sheet, _least_margins(printer, sheet)) for sheet in sheets), default=0.0)
    if most <= _TOLERANCE:
        return None
    return _(
        "This printer leaves the edge of the paper free: {mm} mm of the sheets would be "
        "missing there.",
        mm=f"{most / POINTS_PER_MM:.1f}",
    )


def cut_of(sheet: Sheet, margins: QMarginsF) -> float:
    """Return how much of a sheet lies in these margins, at the worst edge; all in points."""
    box = extent(sheet.drawing)
    return max(
        0.0,
        margins.left() - box.x,
        margins.top() - box.y,
        box.right - (sheet.width_pt - margins.right()),
        box.bottom - (sheet.height_pt - margins.bottom()),
    )


def _least_margins(printer: QPrinter, sheet: Sheet) -> QMarginsF:
    """What the printer cannot print on, seen from the sheet as it lies."""
    wanted = page_layout_of(sheet)
    printer.setPageSize(wanted.pageSize())
    printer.setPageOrientation(wanted.orientation())
    layout = QPageLayout(printer.pageLayout())
    layout.setUnits(QPageLayout.Unit.Point)
    return layout.minimumMargins()


def _same(one: QPageSize, other: QPageSize) -> bool:
    points = QPageSize.Unit.Point
    a, b = one.size(points), other.size(points)
    return abs(a.width() - b.width()) <= 4 and abs(a.height() - b.height()) <= 4
