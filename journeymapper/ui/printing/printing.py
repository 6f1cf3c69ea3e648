"""From "Print" to paper: which printer, does it fit, the work beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.printing.fitting import misfit
from journeymapper.ui.printing.painting import print_sheets

Pictures = Callable[[str], bytes]


class Chooser(Protocol):
    """Whoever knows the printers."""

    def choose(self, sheets: Sequence[Sheet], title: str) -> QPrinter | None:
        """Return a printer, or None; raises UserError when there is none."""


class Printing(QObject):
    """Prints one set of sheets at a time. All signals come in the window's thread."""

    progressed = Signal(int)
    """So many sheets are painted."""
    printed = Signal(object)
    """The sheets that went to the printer."""
    refused = Signal(object)
    """A UserError: nothing is printed; it says why, and what to do."""

    def __init__(self, context: Context, parent: QWidget, chooser: Chooser) -> None:
        super().__init__(parent)
        self._context = context
        self._window = parent
        self.chooser = chooser
        self._work = Background(self)
        self._work.done.connect(self.printed)
        self._work.failed.connect(self.refused)

    @property
    def busy(self) -> bool:
        """Whether sheets are on their way to the printer."""
        return self._work.busy

    def begin(self, sheets: Sequence[Sheet], title: str, pictures: Pictures) -> bool:
        """Ask for a printer and print in true size; False when nothing was begun.

        Where the printer would cut the sheets, that is said before and asked about.
        """
        try:
            printer = self.chooser.choose(sheets, title)
        except UserError as error:
            self.refused.emit(error)
            return False
        if printer is None:
            return False
        first, last = printer.fromPage() or 1, printer.toPage() or len(sheets)
        chosen = tuple(sheets[first - 1 : last])
        wrong = misfit(printer, chosen)
        if wrong is not None and not self._anyway(wrong):
            hint = _("Choose another printer, or make a PDF.")
            self.refused.emit(UserError(wrong, hint))
            return False
        self._start(printer, chosen, pictures)
        return True

    def stop(self) -> None:
        """Print no further sheet."""
        self._work.cancel()

    def wait(self) -> None:
        """Wait until the sheets are at the printer; before the document goes."""
        self._work.wait()

    def _start(self, printer: QPrinter, sheets: tuple[Sheet, ...], pictures: Pictures) -> None:
        context = self._context
        theme = context.tokens.theme("print")
        shelf, icons = context.engine.fonts, context.icons
        copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
        progress = self.progressed.emit

        def work(stop: Stop) -> tuple[Sheet, ...]:
            print_sheets(printer, sheets * copies, theme, icons, shelf, pictures, stop, progress)
            return sheets

        self._work.start(work)

    def _anyway(self, words: Message) -> bool:
        return ask(
            self._context,
            self._window,
            _("Print all the same?"),
            words,
            yes=_("Print"),
            no=_("Do not print"),
        )
