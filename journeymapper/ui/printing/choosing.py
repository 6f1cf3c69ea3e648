"""Asks on which printer, with the computer's own dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.export.sheet import Sheet
from journeymapper.ui.printing.paper_size import page_size_of


class PrinterChooser:
    """The printers of this computer."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    def choose(self, sheets: Sequence[Sheet], title: str) -> QPrinter | None:
        """Return the printer that was chosen, None when the user changed their mind.

        Raises UserError when there is no printer at all.
        """
        if not QPrinterInfo.availablePrinterNames():
            raise UserError(
                _("No printer is set up on this computer."),
                _("Make a PDF and print it where there is one, at 100 %."),
            )
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setPageSize(page_size_of(sheets[0]))
        dialog = QPrintDialog(printer, self._parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, len(sheets))
        accepted = dialog.exec()
        dialog.deleteLater()
        return printer if accepted else None
