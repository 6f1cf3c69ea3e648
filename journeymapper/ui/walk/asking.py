"""The sheets to ask and to count with: made, saved where the user wants, and opened."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.sheets.questionnaire import questionnaire, steps_to_ask
from journeymapper.drawing.sheets.tally import tally
from journeymapper.export.formats import FORMATS
from journeymapper.export.run import ExportServices
from journeymapper.export.sheet import Sheet
from journeymapper.export.sheets import export_sheets
from journeymapper.ui.background import Background
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.session import Session
from journeymapper.ui.walk.guide import Guide

_SUFFIX = ".pdf"


class Asking(QObject):
    """Asks for a place, writes a PDF beside the window and opens it."""

    def __init__(self, context: Context, session: Session, guide: Guide, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._session, self._guide = context, session, guide
        self._chooser = FileChooser(context, window)
        self._work = Background(self)
        self._work.done.connect(self._on_written)
        self._work.failed.connect(session.failed)
        session.leaving.connect(self._work.finish)

    @property
    def busy(self) -> bool:
        """Say whether a sheet is being written."""
        return self._work.busy

    def questions(self) -> None:
        """Make the questionnaire for the steps that matter."""
        guide = self._guide
        snapshot, map_id = guide.snapshot, guide.map_id
        steps = steps_to_ask(snapshot, map_id)
        self._make(
            _("Questionnaire"),
            lambda pen: questionnaire(snapshot, map_id, steps, pen, self._today()),
        )

    def count(self, step_id: str) -> None:
        """Make the tally sheet for a step."""
        guide = self._guide
        snapshot, map_id = guide.snapshot, guide.map_id
        self._make(
            _("Tally sheet"), lambda pen: tally(snapshot, map_id, step_id, pen, self._today())
        )

    def _make(self, name: Message, draw: Callable[[Pen], Sheet]) -> None:
        context = self._context
        title = context.say(name)
        out = self._chooser.to_export(context.say(FORMATS[_SUFFIX].name), title, _SUFFIX)
        if out is None:
            return
        document, today = self._guide.document, self._today()
        language = queries.project(document.snapshot).language
        services = ExportServices(
            engine=context.engine,
            tokens=context.tokens,
            icons=context.icons,
            fonts_dir=context.services.resources.fonts,
            catalogue=context.catalogue,
            pictures=document.blob,
            warn=lambda _message: None,
        )
        pen = Pen(context.engine, context.tokens, context.catalogue, whole=True)
        self._work.start(
            lambda _stop: export_sheets(
                [draw(pen)], out, services, title=title, language=language, today=today
            )
        )

    def _today(self) -> datetime.date:
        return self._context.services.clock().astimezone().date()

    def _on_written(self, paths: list[Path]) -> None:
        path = paths[0]
        self._session.report(
            _("“{file}” is in the folder {folder}.", file=path.name, folder=path.parent.name)
        )
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
