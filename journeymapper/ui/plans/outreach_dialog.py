"""Who else may have had the same trouble: a list by pseudonym, typed, pasted or from a file."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymapper.document.document import Document
from journeymapper.domain import indexes
from journeymapper.domain.entities import Outreach
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.importing.csv_text import decoded
from journeymapper.importing.outreach import OutreachLine, read_outreach
from journeymapper.ui.answers.date_field import date_text
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Column, Line, Lines, needed
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import past_day
from journeymapper.ui.plans.form_dialog import FormDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LARGEST = 8_000_000
"""A list is never so long, in bytes."""
_HEIGHT = 200


class OutreachLines(Lines):
    """One line for each of them; without a day they are still to be reached."""

    title = _("Who else had this trouble")
    about = _("Reach out before they write to us. Use a number or initials, never the name.")
    empty = _("Nobody is on this list yet. Type somebody below, or paste a list.")
    columns = (
        Column("who", _("Whom"), 150),
        Column("message", _("What we tell them"), 280),
        Column("date", _("Told on"), 110),
        Column("response", _("What they said"), 250),
    )
    first = ("who", "message")

    def __init__(self, context: Context, plan_id: str) -> None:
        self._context, self._plan = context, plan_id

    def read(self, snapshot: Snapshot) -> list[Line]:
        found = sorted(snapshot.select(indexes.OUTREACH_OF_PLAN, self._plan), key=sort_key)
        return [
            Line(
                one.id,
                {
                    "who": one.who,
                    "message": one.message,
                    "date": date_text(one.date, self._context),
                    "response": one.response,
                },
            )
            for one in found
        ]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        document.snapshot.get(Outreach, line_id)
        value = text.strip()
        if key == "date":
            value = past_day(text, self._context, today_of(self._context))
        elif key == "who":
            value = needed(text)
        commands.change_outreach(document, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        line = OutreachLine(needed(cells["who"]), cells["message"].strip())
        if not commands.add_outreach(document, self._plan, [line]):
            raise RefusedError(_("{who} is on this list already.", who=line.who))

    def delete(self, document: Document, line_id: str) -> None:
        commands.delete_outreach(document, line_id)

    def note(self, snapshot: Snapshot) -> Message | None:
        found = snapshot.select(indexes.OUTREACH_OF_PLAN, self._plan)
        if not found:
            return None
        reached = sum(bool(one.date) for one in found)
        return _("{reached} of {n} were reached.", reached=reached, n=len(found))


class OutreachDialog(MoreDialog):
    """The table with a way to paste a whole list."""

    def __init__(
        self, context: Context, session: Session, plan_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, OutreachLines(context, plan_id), parent)
        self._plan = plan_id
        paste = Button(context, context.say(_("Paste a list…")), "quiet")
        paste.clicked.connect(lambda _on=False: self.paste())
        self.add_at_start(paste)

    def paste(self) -> None:
        """Ask for a list and take it in."""
        dialog = PasteDialog(self.context, self._session, self._plan, self)
        dialog.exec()
        dialog.deleteLater()


class PasteDialog(FormDialog):
    """A list as text: one on each line, or rows copied from a table; or a CSV file."""

    def __init__(
        self, context: Context, session: Session, plan_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, _("Paste a list"), parent)
        say = context.say
        self.resize(QSize(560, 440))
        self._plan = plan_id
        about = _(
            "One on each line. Further columns are what we tell them, the day, and what they"
            " said. Numbers or initials are enough; names are not needed."
        )
        self.body.insertWidget(1, PlainLabel(say(about), "body", "text_secondary", wrap=True))
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(say(_("The list")))
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(context.theme.px(_HEIGHT))
        self.body.insertWidget(2, self.field, 1)
        read = Button(context, say(_("From a file…")), "quiet", "folder-open")
        read.clicked.connect(lambda _on=False: self._read_file())
        self.add_at_start(read)
        self.offer(_("Take it in"))
        self.field.setFocus()

    def keep(self, document: Document) -> None:
        lines = read_outreach(self.field.toPlainText().encode())
        n = commands.add_outreach(document, self._plan, lines)
        self.session.report(_("{n} are new on the list.", n=n))

    def _read_file(self) -> None:
        path = FileChooser(self.context, self).to_table()
        if path is None:
            return
        try:
            self.take(path.read_bytes()[:_LARGEST])
        except UserError as error:
            self.tell(error)
        except OSError:
            self.tell(UserError(_("“{file}” cannot be read.", file=path.name)))

    def take(self, data: bytes) -> None:
        """Show a file as text, to be looked at before it goes in; raises UserError for no text."""
        text, _note = decoded(data)
        if "\0" in text:
            raise UserError(
                _("This file is no list of text."),
                _("Open it in its program, copy the rows, and paste them here."),
            )
        self.field.setPlainText(text)
