"""The letter about a plan: written for you, yours to change; printed, copied, kept as a PDF."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from journeymapper.app.usual_paper import settings_of, usual_paper
from journeymapper.domain import queries
from journeymapper.domain.entities import Communication
from journeymapper.domain.message import _
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper, upright
from journeymapper.drawing.plans.audience_words import told_words
from journeymapper.drawing.plans.letter import letter_sheets, letter_text
from journeymapper.export.formats import FORMATS
from journeymapper.export.presets import PAPERS, Preset
from journeymapper.export.sheets import export_sheets
from journeymapper.ui.background import Background
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.printing.choosing import PrinterChooser
from journeymapper.ui.printing.printing import Printing
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.labels import PlainLabel

_SIZE = QSize(680, 600)
_PDF = ".pdf"


class LetterDialog(DialogFrame):
    """What is changed is kept with those who are told, however the dialog is left."""

    def __init__(
        self, context: Context, session: Session, told_id: str, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("The letter")), parent, _SIZE, snug=False)
        self.session = session
        self._told = told_id
        self._work = Background(self)
        self._work.done.connect(self._on_written)
        self._work.failed.connect(self._on_failed)
        one = self._one()
        people = queries.project(self.session.open_document.snapshot).people
        who = told_words(one, people)
        to = _("To: {who}", who=who)
        self.body.addWidget(PlainLabel(say(to), "subheading", wrap=True))
        self.field = QPlainTextEdit(one.text or self.proposed())
        self.field.setAccessibleName(say(_("The letter")))
        self.field.setTabChangesFocus(True)
        self.body.addWidget(self.field, 1)
        hint = say(
            _("Read it once more: it may hold words that only the team understands, and names.")
        )
        self.body.addWidget(PlainLabel(hint, "label", "text_secondary", wrap=True))
        self.sent = Tick(context, say(_("It is sent today: note them as told")))
        self.sent.setChecked(bool(one.date))
        self.sent.setVisible(not one.date)
        self.paper = Choice(context, say(_("Paper")))
        for name in PAPERS[Preset.PLANS]:
            self.paper.addItem(say(_("{paper}", paper=paper(name).label)), name)
        usual = usual_paper(settings_of(os.environ))
        self.paper.setCurrentIndex(max(0, self.paper.findData(usual)))
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.sent)
        last.addStretch(1)
        last.addWidget(PlainLabel(say(_("Paper")), "body", "text_secondary"))
        last.addWidget(self.paper)
        self.body.addLayout(last)
        self.notice = PlainLabel("", "label", wrap=True)
        self.notice.hide()
        self.body.addWidget(self.notice)
        self._printing = Printing(context, self, PrinterChooser(self))
        self._printing.refused.connect(self._on_failed)
        self._offer()
        session.flush.connect(self._keep_words)
        self.field.setFocus()

    def proposed(self) -> str:
        """Return the letter as it is written from the plan."""
        document = self.session.open_document
        one = self._one()
        text = letter_text(
            document.snapshot, document.counts, one.plan, one.audience, today_of(self.context)
        )
        return "\n\n".join(self.context.say(paragraph) for paragraph in text)

    def begin_anew(self) -> None:
        """Write the letter from the plan again; Ctrl+Z brings back what stood there."""
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self.proposed())

    def copy(self) -> None:
        """Put the letter on the clipboard."""
        QGuiApplication.clipboard().setText(self.text())
        self._notify(_("The letter is on the clipboard."))

    def print_(self) -> None:
        """Print the letter."""
        document = self.session.open_document
        self._printing.begin(self.sheets(), self.context.say(_("The letter")), document.blob)

    def write(self, out: Path) -> None:
        """Write the letter as a PDF."""
        context, document = self.context, self.session.open_document
        sheets = self.sheets()
        title, today = context.say(_("The letter")), today_of(context)
        language = queries.project(document.snapshot).language
        services = services_for(context, document)
        self._work.start(
            lambda _stop: export_sheets(
                sheets, out, services, title=title, language=language, today=today
            )
        )

    def sheets(self) -> tuple[Sheet, ...]:
        """Return the pages of the letter as it stands."""
        context = self.context
        project = queries.project(self.session.open_document.snapshot)
        pen = Pen(context.engine, context.tokens, context.catalogue, whole=True)
        writer = project.organisation or project.title or context.say(_("Letter"))
        on = upright(paper(str(self.paper.currentData())))
        return letter_sheets(self.text(), pen, writer, today_of(context), on)

    def text(self) -> str:
        """Return the letter as it stands."""
        return self.field.toPlainText().strip()

    def done(self, result: int) -> None:
        self._work.finish()
        self._printing.wait()
        self.session.flush.disconnect(self._keep_words)
        with self.session.guard():
            one = self._one()
            if self.sent.isChecked() and not one.date:
                channel = one.channel or self.context.say(_("letter"))
                self._keep(date=today_of(self.context).isoformat(), channel=channel)
            else:
                self._keep()
        super().done(result)

    def _keep_words(self) -> None:
        """Keep what was changed while the letter is still open."""
        self._keep()

    def _keep(self, **sent: str) -> None:
        """Keep the words; what is as the plan writes it is not, unless it was sent like that."""
        text, one = self.text(), self._one()
        if text == self.proposed() and not sent and not (one.date and one.text):
            text = ""
        commands.keep_letter(self.session.open_document, self._told, text, **sent)

    def _offer(self) -> None:
        say = self.context.say
        anew = self.add_button(say(_("Write it anew")), "quiet", "rotate-ccw")
        anew.clicked.connect(lambda _on=False: self.begin_anew())
        self.add_at_start(anew)
        copy = self.add_button(say(_("Copy")), "secondary", "copy")
        copy.clicked.connect(lambda _on=False: self.copy())
        keep = self.add_button(say(_("PDF…")), "secondary", "file-down")
        keep.clicked.connect(lambda _on=False: self._choose())
        printing = self.add_button(say(_("Print")), "secondary", "printer")
        printing.clicked.connect(lambda _on=False: self.print_())
        self.add_button(say(_("Done")), "primary").clicked.connect(self.accept)

    def _choose(self) -> None:
        kind = self.context.say(FORMATS[_PDF].name)
        out = FileChooser(self.context, self).to_export(
            kind, self.context.say(_("The letter")), _PDF
        )
        if out is not None:
            self.write(out)

    def _on_written(self, paths: list[Path]) -> None:
        path = paths[0]
        self._notify(
            _("“{file}” is in the folder {folder}.", file=path.name, folder=path.parent.name)
        )

    def _on_failed(self, error: object) -> None:
        self._notify(getattr(error, "message", _("The letter could not be written.")))

    def _notify(self, message: object) -> None:
        self.notice.setText(self.context.say(message))  # type: ignore[arg-type]
        self.notice.show()

    def _one(self) -> Communication:
        return self.session.open_document.snapshot.get(Communication, self._told)
