"""Paints sheets on a printer at 1:1; made to run beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QFont, QPageLayout, QPainter, QRawFont
from PySide6.QtPrintSupport import QPrinter

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.theme import Theme
from journeymapper.export.sheet import Sheet
from journeymapper.text.fonts import FontShelf
from journeymapper.ui.background import Stop
from journeymapper.ui.paint.ink import Ink, Pictures
from journeymapper.ui.paint.painter import paint_drawing
from journeymapper.ui.printing.paper_size import page_layout_of

Progress = Callable[[int], None]
"""Told how many sheets are done."""

_POINTS_PER_INCH = 72


class ThreadFonts:
    """Fonts of the thread that asks first: Qt's cannot be handed to another one."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._raw: dict[tuple[str, float], QRawFont] = {}

    def raw_font(self, name: str, size: float) -> QRawFont:
        """Return the unhinted font for painting glyph runs at a size in pixels."""
        found = self._raw.get((name, size))
        if found is None:
            path = str(self._shelf.file(name).path)
            preference = QFont.HintingPreference.PreferNoHinting
            found = self._raw[name, size] = QRawFont(path, size, preference)
        return found


def print_sheets(
    printer: QPrinter,
    sheets: Sequence[Sheet],
    theme: Theme,
    icons: IconSet,
    shelf: FontShelf,
    pictures: Pictures,
    stop: Stop,
    progress: Progress,
) -> int:
    """Print sheets of one paper in their true size; return how many were painted.

    ``stop`` ends it before the next sheet, and the printer is told to forget the rest. Raises
    UserError when the printer does not take the sheets.
    """
    ink = Ink(theme, icons, shelf, pictures, ThreadFonts(shelf))
    _set_up(printer, sheets[0])
    painter = QPainter()
    done = 0
    for sheet in sheets:
        if stop.is_set():
            break
        printer.setPageOrientation(page_layout_of(sheet).orientation())
        started = printer.newPage() if painter.isActive() else painter.begin(printer)
        if not started:
            _end(painter)
            raise UserError(
                _("The printer did not take the sheets."),
                _("Look whether it is switched on and has paper, or make a PDF."),
            )
        _paint(painter, printer, sheet, ink)
        done += 1
        progress(done)
    if stop.is_set():
        printer.abort()
    _end(painter)
    return done


def _set_up(printer: QPrinter, sheet: Sheet) -> None:
    """Use the paper of the sheets from corner to corner; only the direction changes later."""
    layout = page_layout_of(sheet)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)


def _paint(painter: QPainter, printer: QPrinter, sheet: Sheet, ink: Ink) -> None:
    scale = printer.resolution() / _POINTS_PER_INCH
    painter.save()
    page = printer.pageLayout()
    across = page.orientation() == page.Orientation.Landscape
    if across != (sheet.width_pt > sheet.height_pt):  # a printer that cannot turn the page
        painter.translate(printer.width(), 0)
        painter.rotate(90)
    painter.scale(scale, scale)
    paint_drawing(painter, sheet.drawing, ink)
    painter.restore()


def _end(painter: QPainter) -> None:
    if painter.isActive():
        painter.end()
