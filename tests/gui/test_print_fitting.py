"""What a printer cannot print is told before it prints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from journeymapper.drawing.display_list import Box, Drawing, Group, Rect
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.ui.printing.fitting import cut_of, misfit
from journeymapper.ui.printing.paper_size import page_layout_of, page_size_of


def sheet(width: float = 841.9, height: float = 595.3, margin: float = 14.2) -> Sheet:
    ink = Rect(Box(0, 0, width - 2 * margin, height - 2 * margin), "text")
    group = Group("ink", Box(margin, margin, 0, 0), (ink,))
    return Sheet(Drawing(width, height, (group,)), width, height, "Map")


def test_ink_in_the_margin_is_measured_at_the_worst_edge() -> None:
    assert cut_of(sheet(), QMarginsF(12, 12, 12, 14)) == 0
    assert round(cut_of(sheet(), QMarginsF(12, 12, 30.2, 20)), 3) == 16


def test_a_printer_that_reaches_the_edge_fits(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, QApplication)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    assert misfit(printer, (sheet(),)) is None


def test_paper_is_known_by_name_and_lies_as_the_sheet_does(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    assert page_size_of(sheet()).name() == "A4"
    assert page_layout_of(sheet()).orientation() == page_layout_of(sheet()).Orientation.Landscape
    upright = page_layout_of(sheet(595.3, 841.9))
    assert upright.orientation() == upright.Orientation.Portrait
    assert round(page_layout_of(sheet(1290, 584)).fullRect().width()) == 1290
