"""What the place writes beside the document: a questionnaire, the report, a table of all gaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps.report import GapReportSetting, report_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.sheets.questionnaire import questionnaire
from journeymapper.export.formats import FORMATS
from journeymapper.export.gaps import SUFFIXES, gaps_table
from journeymapper.export.run import ExportServices
from journeymapper.export.sheets import export_sheets
from journeymapper.ui.background import Background
from journeymapper.ui.context import Context
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.gaps.report_dialog import ReportDialog
from journeymapper.ui.session import Session

_PDF = ".pdf"


class GapPaper(QObject):
    """Asks for a place and writes there, beside the window."""

    def __init__(self, context: Context, session: Session, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._session, self._owner = context, session, owner
        self._chooser = FileChooser(context, owner)
        self._work = Background(self)
        self._work.done.connect(self._on_written)
        self._work.failed.connect(session.failed)
        session.leaving.connect(self._work.finish)

    @property
    def busy(self) -> bool:
        """Say whether something is being written."""
        return self._work.busy

    def questionnaire(self, figures: GapFigures | None) -> None:
        """Ask about the steps of which nobody said anything."""
        if figures is None or not figures.board.silent:
            return
        out = self._place(_("Questionnaire"))
        if out is not None:
            self.write_questionnaire(figures, out)

    def write_questionnaire(self, figures: GapFigures, out: Path) -> None:
        """Write the questionnaire to a place."""
        snapshot, silent = figures.snapshot, figures.board.silent
        map_id = queries.map_of(snapshot, silent[0])
        pen, today = self._pen(), figures.today
        self._write(
            lambda services, language: export_sheets(
                [questionnaire(snapshot, map_id, silent, pen, today)],
                out,
                services,
                title=self._context.say(_("Questionnaire")),
                language=language,
                today=today,
            )
        )

    def report(self, figures: GapFigures | None) -> None:
        """Ask how the report should begin and for whom it is, then write it."""
        if figures is None:
            return
        dialog = ReportDialog(self._context, figures, self._owner)
        accepted, wish = dialog.exec(), dialog.wish()
        dialog.deleteLater()
        if accepted:
            out = self._place(_("Gap analysis"))
            if out is not None:
                self.write_report(figures, out, wish)

    def write_report(self, figures: GapFigures, out: Path, wish: GapReportSetting) -> None:
        """Write the report to a place."""
        pen = self._pen()
        title = self._context.say(_("Gap analysis"))

        def write(services: ExportServices, language: str) -> list[Path]:
            sheets = report_sheets(
                figures.snapshot, figures.board, figures.pictures, pen, figures.today, wish
            )
            return export_sheets(
                sheets, out, services, title=title, language=language, today=figures.today
            )

        self._write(write)

    def table(self, figures: GapFigures | None) -> None:
        """Write all gaps with their numbers as a table."""
        if figures is None:
            return
        name = self._context.say(_("All gaps"))
        suffix = SUFFIXES[0]
        out = self._chooser.to_export(self._context.say(_("Excel workbook")), name, suffix)
        if out is not None:
            self.write_table(figures, out)

    def write_table(self, figures: GapFigures, out: Path) -> None:
        """Write the table as the suffix says."""
        catalogue = self._context.catalogue
        self._work.start(
            lambda _stop: gaps_table(figures.snapshot, figures.board, out, catalogue, figures.today)
        )

    def _place(self, name: Message) -> Path | None:
        kind = self._context.say(FORMATS[_PDF].name)
        return self._chooser.to_export(kind, self._context.say(name), _PDF)

    def _pen(self) -> Pen:
        context = self._context
        return Pen(context.engine, context.tokens, context.catalogue, whole=True)

    def _write(self, write: Callable[[ExportServices, str], list[Path]]) -> None:
        document = self._session.document
        if document is None:
            return
        context = self._context
        language = queries.project(document.snapshot).language
        services = services_for(context, document)
        self._work.start(lambda _stop: write(services, language))

    def _on_written(self, paths: list[Path]) -> None:
        path = paths[0]
        self._session.report(
            _("“{file}” is in the folder {folder}.", file=path.name, folder=path.parent.name)
        )
