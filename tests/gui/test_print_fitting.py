"""What a printer cannot print is told before it prints."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from journeymapper.app import resources
from journeymapper.domain.errors import UserError
from journeymapper.drawing.display_list import Box, Drawing, Group, Rect
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.start import start
from journeymapper.ui.printing.fitting import cut_of, misfit
from journeymapper.ui.printing.painting import print_sheets
from journeymapper.ui.printing.paper_size import page_layout_of, page_size_of


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def sheet(width: float = 841.9, height: float = 595.3, margin: float = 14.2) -> Sheet:
    ink = Rect(Box(0, 0, width - 2 * margin, height - 2 * margin), "text")
    group = Group("ink", Box(margin, margin, 0, 0), (ink,))
    return Sheet(Drawing(width, height, (group,)), width, height, "Map")


def test_ink_in_the_margin_is_measured_at_the_worst_edge() -> None:
    assert cut_of(sheet(), QMarginsF(12, 12, 12, 14)) == 0
    assert round(cut_of(sheet(), QMarginsF(12, 12, 30.2, 20)), 3) == 16


def test_a_printer_that_reaches_the_edge_fits(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, QApplication)
    assert misfit(pdf_printer(tmp_path / "a.pdf"), (sheet(),)) is None


def test_paper_is_known_by_name_and_lies_as_the_sheet_does(qapp: QApplication) -> None:
    assert isinstance(qapp, QApplication)
    assert page_size_of(sheet()).name() == "A4"
    assert page_layout_of(sheet()).orientation() == page_layout_of(sheet()).Orientation.Landscape
    upright = page_layout_of(sheet(595.3, 841.9))
    assert upright.orientation() == upright.Orientation.Portrait
    assert round(page_layout_of(sheet(1290, 584)).fullRect().width()) == 1290


def test_stop_ends_before_the_next_sheet(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, QApplication)
    stop, done = Event(), []

    def progress(count: int) -> None:
        done.append(count)
        if count == 2:
            stop.set()

    found = resources.find()
    painted = print_sheets(
        pdf_printer(tmp_path / "a.pdf"),
        (sheet(), sheet(595.3, 841.9), sheet(), sheet()),
        Tokens.load(found.tokens).theme("print"),
        IconSet.load(found.icons),
        start(found.fonts).fonts,
        lambda _id: b"",
        stop,
        progress,
    )
    assert (painted, done) == (2, [1, 2])


@pytest.mark.qt_log_ignore(r"^QPainter::begin\(\): Returned false$")
def test_a_printer_that_does_not_begin_is_told(qapp: QApplication, tmp_path: Path) -> None:
    assert isinstance(qapp, QApplication)
    found = resources.find()
    nowhere = pdf_printer(tmp_path / "missing" / "a.pdf")
    with pytest.raises(UserError, match="did not take the sheets"):
        print_sheets(
            nowhere,
            (sheet(),),
            Tokens.load(found.tokens).theme("print"),
            IconSet.load(found.icons),
            start(found.fonts).fonts,
            lambda _id: b"",
            Event(),
            lambda _done: None,
        )
