"""Sheets to ask and to count with: saved where the user wants, written beside, and opened."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.lettering import Pen
from journeymapper.export.formats import FORMATS
from journeymapper.export.sheet import Sheet
from journeymapper.export.sheets import export_sheets
from journeymapper.ui.background import Background
from journeymapper.ui.context import Context
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.session import Session

_SUFFIX = ".pdf"

Draw = Callable[[Pen], Sheet]
"""Draws one sheet; it runs in another thread and reads nothing that changes."""


class SheetFiles(QObject):
    """Asks for a place, writes a PDF and opens it."""

    def __init__(self, context: Context, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session = context, session
        self._chooser = FileChooser(context, window)
        self._work = Background(self)
        self._work.done.connect(self._on_written)
        self._work.failed.connect(session.failed)
        session.leaving.connect(self._work.finish)

    @property
    def busy(self) -> bool:
        """Say whether a sheet is being written."""
        return self._work.busy

    def today(self) -> datetime.date:
        """Return the local date."""
        return self._context.services.clock().astimezone().date()

    def make(self, name: Message, draw: Draw) -> None:
        """Make a PDF of one sheet, called ``name``, where the user wants it."""
        self.make_all(name, lambda pen: (draw(pen),))

    def make_all(self, name: Message, draw: Callable[[Pen], Sequence[Sheet]]) -> None:
        """Make a PDF of several sheets."""
        context, document = self._context, self._session.document
        if document is None:
            return
        title = context.say(name)
        out = self._chooser.to_export(context.say(FORMATS[_SUFFIX].name), title, _SUFFIX)
        if out is None:
            return
        today = self.today()
        language = queries.project(document.snapshot).language
        services = services_for(context, document)
        pen = Pen(context.engine, context.tokens, context.catalogue, whole=True)
        self._work.start(
            lambda _stop: export_sheets(
                draw(pen),
                out,
                services,
                title=title,
                language=language,
                today=today,
            )
        )

    def _on_written(self, paths: list[Path]) -> None:
        path = paths[0]
        self._session.report(
            _("“{file}” is in the folder {folder}.", file=path.name, folder=path.parent.name)
        )
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
