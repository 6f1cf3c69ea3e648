"""The place Print: what it shows, what goes to the printer, what is printed again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import PrintRun, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.export.presets import Preset
from journeymapper.export.sheet import Sheet
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.print import PrintPlace

OpenExample = Callable[[MainWindow], Path]


class FilePrinter:
    """A printer whose paper is a PDF, one for each printing; ``names`` counts them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.made: list[Path] = []
        self.pages = (0, 0)

    def choose(self, _sheets: Sequence[Sheet], title: str) -> QPrinter | None:
        path = self._folder / f"printed-{len(self.made)}.pdf"
        self.made.append(path)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setDocName(title)
        if self.pages != (0, 0):
            printer.setFromTo(*self.pages)
        return printer


class NoPrinter:
    """A computer without any printer."""

    def choose(self, _sheets: Sequence[Sheet], _title: str) -> QPrinter | None:
        raise UserError(_("No printer is set up."), _("Make a PDF."))


@pytest.fixture
def printer(tmp_path: Path) -> FilePrinter:
    return FilePrinter(tmp_path)


@pytest.fixture
def place(
    window: MainWindow, open_example: OpenExample, printer: FilePrinter, qtbot: QtBot
) -> Iterator[PrintPlace]:
    open_example(window)
    window.show_place("print")
    shown = window.places.current()
    assert isinstance(shown, PrintPlace)
    shown.printing.chooser = printer
    qtbot.waitUntil(lambda: shown.is_shown)
    yield shown
    shown.printing.wait()


def pages(path: Path) -> list[tuple[int, int]]:
    """The sizes of the pages of a PDF, in whole points."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [(round(page.get_width()), round(page.get_height())) for page in document]
    finally:
        document.close()


def picture(path: Path, page: int) -> Image.Image:
    """A page of a PDF in grey, two pixels a point."""
    document = pypdfium2.PdfDocument(path)
    try:
        return document[page].render(scale=2).to_pil().convert("L")
    finally:
        document.close()


def check_line(path: Path) -> float:
    """The length of the longest dark line at the foot of the first page, in mm."""
    image = picture(path, 0)
    width, height = image.size
    rows = (
        image.crop((0, y, width, y + 1)).tobytes() for y in range(height * 15 // 16, height - 20)
    )
    runs = (len(run) for row in rows for run in re.findall(rb"[\x00-\x60]+", row))
    return max(runs) / 2 / 72 * 25.4


def difference(one: Path, other: Path, page: int) -> float:
    """How different two pages look, from 0 (alike) to 255."""
    small = [picture(path, page).resize((120, 120)).tobytes() for path in (one, other)]
    return sum(abs(a - b) for a, b in zip(*small, strict=True)) / len(small[0])


def document_of(place: PrintPlace) -> Document:
    assert place.session.document is not None
    return place.session.document


def print_and_wait(place: PrintPlace, qtbot: QtBot, press: Callable[[], None]) -> None:
    with qtbot.waitSignal(place.printing.printed):
        press()


def rename(place: PrintPlace, old: str, new: str, qtbot: QtBot) -> None:
    document = document_of(place)
    step = next(t for t in document.snapshot.table(Touchpoint).values() if t.name == old)
    with document.step(_("Rename")) as tx:
        operations.rename_touchpoint(tx, step.id, new)
    if place.isVisible():
        qtbot.waitUntil(lambda: place.is_shown)


def test_what_is_shown_and_what_is_said_where_nothing_can_be_printed(
    place: PrintPlace, qtbot: QtBot
) -> None:
    form = place.form
    assert (form.preset, form.count.text()) == (Preset.WALL, "8 sheets of A4")
    qtbot.waitUntil(lambda: place.sheets.desk.drawn == 8)
    assert form.again.isHidden()
    assert form.since.isHidden()
    form.cards[Preset.REPORT].click()
    qtbot.waitUntil(lambda: place.is_shown)
    assert (form.paper_name, form.count.text()) == ("a3", "1 sheet of A3")
    form.cards[Preset.POSTER].click()
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.paper_name == "single"
    assert form.count.text().endswith(" mm")
    form.cards[Preset.BLANK].click()
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.count.text() == "8 sheets of A4"
    assert form.cards_of.isHidden()

    document = document_of(place)
    place.printing.chooser = NoPrinter()
    place.form.go.click()
    assert place.form.said.text() == "No printer is set up. Make a PDF."
    assert QApplication.focusWidget() is place.form.pdf
    assert place.form.pdf.isEnabled()
    assert not document.snapshot.table(PrintRun)
    (journey,) = queries.maps(document.snapshot)
    with document.step(_("Delete all")) as tx:
        for stage in queries.stages(document.snapshot, journey.id):
            operations.delete_stage(tx, stage.id)
    qtbot.waitUntil(lambda: place.is_shown)
    assert place.form.count.text() == "Add a stage and a step to the map first."
    assert not place.form.go.isEnabled()


def test_printing_is_in_true_size_is_remembered_and_changes_are_printed_again(
    place: PrintPlace, printer: FilePrinter, tmp_path: Path, qtbot: QtBot
) -> None:
    form = place.form
    print_and_wait(place, qtbot, form.go.click)
    (path,) = printer.made
    assert pages(path) == [(842, 595)] * 7 + [(595, 842)]
    assert check_line(path) == pytest.approx(100, abs=0.6)
    out = tmp_path / "wall.pdf"
    with qtbot.waitSignal(place.file_written):
        place.write_pdf(out)
    assert pages(out) == pages(path)
    assert check_line(out) == pytest.approx(100, abs=0.6)
    assert difference(path, out, 0) < 3
    assert difference(path, out, 7) < 3

    document = document_of(place)
    (run,) = document.snapshot.table(PrintRun).values()
    assert (run.preset, run.date, len(run.sheets)) == ("wall", "2026-05-15", 8)
    assert form.since.text() == "Printed on 15 May 2026. Nothing on the sheets has changed since."

    rename(place, "Waiting room", "Waiting area", qtbot)
    assert form.again.text() == "Reprint changed sheets (1)"
    print_and_wait(place, qtbot, form.again.click)
    assert len(pages(printer.made[-1])) == 1
    assert form.again.isHidden()
    assert len(document.snapshot.table(PrintRun)) == 2


def test_ctrl_p_prints_from_any_place_and_undo_concerns_the_edit_before(
    place: PrintPlace, window: MainWindow, printer: FilePrinter, qtbot: QtBot
) -> None:
    document = document_of(place)
    window.show_place("map")
    rename(place, "Waiting room", "Waiting area", qtbot)
    printer.pages = (2, 3)
    assert window.binding.action("file.print").shortcut().toString() == "Ctrl+P"
    print_and_wait(place, qtbot, lambda: window.binding.run("file.print"))
    assert window.places.current() is place
    assert len(pages(printer.made[0])) == 2
    assert place.form.again.text() == "Reprint changed sheets (6)"  # the range left out six
    window.binding.run("edit.undo")
    assert "Waiting room" in {t.name for t in document.snapshot.table(Touchpoint).values()}
    assert len(document.snapshot.table(PrintRun)) == 1


def test_a_poster_in_tiles_is_shown_as_it_hangs_printed_and_noted_by_itself(
    place: PrintPlace, printer: FilePrinter, tmp_path: Path, qtbot: QtBot
) -> None:
    form = place.form
    assert form.tile.isHidden()
    form.cards[Preset.POSTER].click()
    form.tile.setCurrentIndex(form.tile.findData("a4"))
    form.tile.activated.emit(form.tile.currentIndex())
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.count.text() == "4 sheets of A4: a plan and 3 x 1 tiles"
    qtbot.waitUntil(lambda: place.sheets.desk.drawn == 4)
    out = tmp_path / "tiles.pdf"
    with qtbot.waitSignal(place.file_written):
        place.write_pdf(out)
    print_and_wait(place, qtbot, form.go.click)
    (path,) = printer.made
    assert pages(path) == [(595, 842)] * 4
    assert difference(path, out, 1) < 3
    assert difference(path, out, 2) < 3
    (run,) = document_of(place).snapshot.table(PrintRun).values()
    assert (run.preset, len(run.sheets)) == ("poster:single:a4", 4)
    rename(place, "Arrival on the wrong day", "Waiting area", qtbot)
    assert form.again.text() == "Reprint changed sheets (2)"  # it stands on the seam
    form.tile.setCurrentIndex(0)
    form.tile.activated.emit(0)
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.since.isHidden()


def test_accounts_where_there_are_and_cards_of_all_or_one_as_they_are_shown(
    place: PrintPlace, printer: FilePrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    form, accounts = place.form, place.form.cards[Preset.ACCOUNTS]
    assert accounts.isHidden()
    with document_of(place).step(_("Add")) as tx:
        operations.add_account(tx, "City hospital")
    qtbot.waitUntil(lambda: not accounts.isHidden())
    accounts.click()
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.count.text() == "1 sheet of A4"
    document_of(place).undo()
    qtbot.waitUntil(accounts.isHidden)
    assert form.preset == Preset.CARDS
    qtbot.waitUntil(lambda: place.is_shown)
    assert (form.paper_name, form.count.text()) == ("a4", "2 sheets of A4")
    qtbot.waitUntil(lambda: place.sheets.desk.drawn == 2)
    choice = form.cards_of.personas
    assert not form.cards_of.isHidden()
    assert [choice.itemText(i) for i in range(choice.count())] == [
        "All of them",
        "Anna, working mother",
        "Walter, 71, anxious patient",
    ]
    choice.setCurrentIndex(2)
    form.cards_of.chosen.emit()
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.count.text() == "1 sheet of A4"
    with qtbot.waitSignal(place.printing.printed):
        form.go.click()
    assert len(pages(printer.made[0])) == 1
    qtbot.waitUntil(lambda: not form.since.isHidden())

    out = tmp_path / "cards.pdf"
    with qtbot.waitSignal(place.file_written):
        place.write_pdf(out)
    pdf = pypdfium2.PdfDocument(out)
    assert pdf.get_metadata_value("Title") == "Your typical patients"
    assert len(pdf) == 1
    pdf.close()

    form.cards[Preset.BLANK].click()
    qtbot.waitUntil(lambda: place.is_shown)
    assert form.cards_of.isHidden()
    assert form.count.text() == "8 sheets of A4"
