"""Export: what, how, a look at the sheets, then the file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QProgressBar, QVBoxLayout, QWidget

from journeymapper.app.settings import LAST_FOLDER
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.paper import paper
from journeymapper.export.files import check_place, write_all
from journeymapper.export.formats import FORMATS
from journeymapper.export.run import ExportOptions, export_map
from journeymapper.export.sheet import Sheet
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.export_preview import Preview
from journeymapper.ui.dialogs.export_wish import Wish, WishForm
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.widgets.labels import PlainLabel

_FORM = 250
_SIDE_BY_SIDE = 620
_LEAST_SHEET = 260
"""Widths of the form and of a dialog with the sheets beside it, least height of a sheet, in px."""


class ExportDialog(DialogFrame):
    """Layout and export run beside the window; both can be stopped."""

    def __init__(self, context: Context, document: Document, parent: QWidget | None) -> None:
        super().__init__(context, context.say(_("Export")), parent, QSize(940, 640), snug=False)
        self._document = document
        self._snapshot = document.snapshot
        self._counts = document.counts
        self._chooser = FileChooser(context, self)
        self._written: list[Path] = []
        self._warnings: list[Message] = []
        self._layouts = Background(self)
        self._layouts.done.connect(self._show_sheets)
        self._layouts.failed.connect(self._show_refusal)
        self._exports = Background(self)
        self._exports.done.connect(self._on_written)
        self._exports.failed.connect(self._on_failed)
        self.form = WishForm(context, self._snapshot)
        self.form.setFixedWidth(context.theme.px(_FORM))
        self.form.changed.connect(self._lay_out_sheets)
        self.preview = Preview(context)
        self.said = PlainLabel("", "body_large", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._show_work(working=False)
        self._lay_out_sheets()

    def export_to(self, out: Path) -> None:
        """Export to a file of the chosen kind; the result is told in the dialog."""
        wish = self.form.wish()
        self.context.settings.set(LAST_FOLDER, str(out.parent))
        self._warnings.clear()
        self._show_work(working=True)
        self._exports.start(lambda stop: self._export(out, wish, stop))

    @property
    def written(self) -> tuple[Path, ...]:
        """The files of the last export."""
        return tuple(self._written)

    @property
    def working(self) -> bool:
        """Say whether an export is under way."""
        return self._exports.busy

    def done(self, result: int) -> None:
        """Stop what is under way before the dialog goes."""
        self._layouts.finish()
        self._exports.finish()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has the sheets below the form, as wide as it is."""
        super().resizeEvent(event)
        wide = self.width() >= self.context.theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        self.preview.setMinimumHeight(0 if wide else _LEAST_SHEET)

    def _lay_out(self) -> None:
        say = self.context.say
        self._both.setSpacing(24)
        self._both.addWidget(self.form)
        self._both.addWidget(self.preview, 1)
        self.body.addLayout(self._both, 1)
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.progress)
        self.body.addWidget(told)
        self._open = self.add_button(say(_("Open")), "secondary", "file")
        self._open.clicked.connect(lambda: _show_outside(self._written[0]))
        self._folder = self.add_button(say(_("Show in folder")), "secondary", "folder-open")
        self._folder.clicked.connect(lambda: _show_outside(self._written[0].parent))
        self._stop = self.add_button(say(_("Stop")))
        self._stop.clicked.connect(self._on_stop)
        self._close = self.add_button(say(_("Close")))
        self._close.clicked.connect(self.reject)
        self.go = self.add_button(say(_("Export…")), "primary", "file-down")
        self.go.clicked.connect(self._choose)

    def _choose(self) -> None:
        wish = self.form.wish()
        form = FORMATS[wish.suffix]
        title = queries.project(self._snapshot).title
        out = self._chooser.to_export(self.context.say(form.name), title, wish.suffix)
        if out is not None:
            self.export_to(out)

    def _lay_out_sheets(self) -> None:
        wish = self.form.wish()
        self._tell(None)
        self.preview.say(_("Laying out the sheets…"))
        self._layouts.start(lambda stop: (wish, self._sheets(wish, stop)))

    def _sheets(self, wish: Wish, stop: Stop) -> list[Sheet]:
        """Lay out on paper; runs beside the window."""
        context = self.context
        setting = MapSetting(context.engine, context.tokens, context.catalogue, counts=self._counts)
        today = context.services.clock().astimezone().date()
        found: list[Sheet] = []
        for map_id in wish.maps:
            if not stop.is_set():
                found += sheets(
                    self._snapshot, map_id, setting, paper(wish.paper), today, wish.audience
                )
        return found

    def _show_sheets(self, result: tuple[Wish, list[Sheet]]) -> None:
        wish, found = result
        context = self.context
        theme = context.tokens.theme(wish.theme)
        ink = Ink(theme, context.icons, context.engine.fonts, self._document.blob)
        self.preview.show_sheets(found, ink)
        self.go.setEnabled(True)

    def _show_refusal(self, error: UserError) -> None:
        """The map does not fit this paper: say why, and which paper would do."""
        self.preview.say(error.message)
        self._tell(error)
        self.go.setEnabled(False)

    def _export(self, out: Path, wish: Wish, stop: Stop) -> list[Path]:
        """Make the files aside and put them in place at the end; runs beside the window."""
        context = self.context
        check_place(out)
        options = ExportOptions(
            paper=paper(wish.paper),
            today=context.services.clock().astimezone().date(),
            theme=wish.theme,
            audience=wish.audience,
        )
        services = services_for(context, self._document, self._warnings.append, self._counts)
        with tempfile.TemporaryDirectory(prefix="journeymapper-") as folder:
            aside = Path(folder) / f"map{wish.suffix}"
            made = export_map(self._snapshot, wish.maps, aside, options, services)
            contents = [path.read_bytes() for path in made]
        return [] if stop.is_set() else write_all(out, contents)

    def _on_written(self, paths: list[Path]) -> None:
        self._written = paths
        self._show_work(working=False)
        name = paths[0].name
        words = _("“{file}” is in the folder {folder}.", file=name, folder=paths[0].parent.name)
        if len(paths) > 1:
            words = _(
                "{n} pictures are in the folder {folder}.",
                n=len(paths),
                folder=paths[0].parent.name,
            )
        said = [words, *self._warnings]
        self.said.setText(" ".join(self.context.say(message) for message in said))
        self.said.show()

    def _on_failed(self, error: UserError) -> None:
        self._written = []
        self._show_work(working=False)
        self._tell(error)

    def _on_stop(self) -> None:
        self._exports.cancel()
        self._show_work(working=False)
        self.said.setText(self.context.say(_("Stopped. No file was written.")))
        self.said.show()

    def _tell(self, error: UserError | None) -> None:
        if error is not None:
            parts = [error.message] + ([error.hint] if error.hint else [])
            self.said.setText(" ".join(self.context.say(part) for part in parts))
        self.said.setVisible(error is not None)

    def _show_work(self, *, working: bool) -> None:
        finished = bool(self._written) and not working
        self.progress.setVisible(working)
        self._stop.setVisible(working)
        self.form.setEnabled(not working)
        self.go.setEnabled(not working)
        self._open.setVisible(finished)
        self._folder.setVisible(finished)
        self._close.setVisible(not working)
        if working:
            self.said.setText(self.context.say(_("Making the file…")))
            self.said.show()


def _show_outside(path: Path) -> None:
    """Open a file or folder with the program that the computer has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
