"""Forget a person: who it is, everything that was found, and one button that cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QListView, QPlainTextEdit, QWidget

from journeymapper.domain.entities import Answer
from journeymapper.domain.errors import UserError
from journeymapper.domain.forgetting import Person, person_called
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import Comment
from journeymapper.ui.answers.forgetting import find, sheets_of, words_for
from journeymapper.ui.busy import busy
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel

_REST = 250
"""Milliseconds without a key after which is looked again."""

_SHOWN = 200


class ForgetDialog(DialogFrame):
    """Begun from comments it takes their whole sheets out too."""

    def __init__(
        self,
        context: Context,
        session: Session,
        comments: Sequence[Comment],
        parent: QWidget | None,
    ) -> None:
        say = context.say
        title, size = _("Forget a person"), QSize(640, 660)
        super().__init__(context, say(title), parent, size, snug=False)
        self._session = session
        document = session.document
        self._sheets = sheets_of(document, comments) if document is not None else Person()
        self.names = QPlainTextEdit()
        self.names.setAccessibleName(say(_("Spellings of the name, one a line")))
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(context.theme.px(62))
        self.inside = Tick(
            context, say(_("Also inside longer words, such as “Meiers” for “Meier”"))
        )
        self.sheets = Tick(context, say(self._sheet_words()))
        self.sheets.setChecked(True)
        self.sheets.setVisible(self._count() > 0)
        self.found = QListView()
        self.found.setAccessibleName(say(_("What was found")))
        self.found.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setMinimumHeight(context.theme.px(84))
        self._lines = QStringListModel(self)
        self.found.setModel(self._lines)
        self.summary = PlainLabel("", "body", "text", wrap=True)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_REST)
        self._wait.timeout.connect(self.look)
        self._lay_out()
        self.names.textChanged.connect(self._wait.start)
        self.inside.toggled.connect(lambda _on: self.look())
        self.sheets.toggled.connect(lambda _on: self.look())
        self.look()
        self.names.setFocus()

    def _lay_out(self) -> None:
        say, add = self.context.say, self.body.addWidget
        what = _(
            "The name is taken out of all texts of this map, of its history and of the earlier "
            "states that Journey Mapper keeps. Nothing brings it back, not even Undo."
        )
        add(PlainLabel(say(what), "body_large", wrap=True))
        add(PlainLabel(say(_("Spellings of the name, one a line")), "label", "text_secondary"))
        for widget in (self.names, self.inside, self.sheets):
            add(widget)
        add(PlainLabel(say(_("What was found")), "label", "text_secondary"))
        self.body.addWidget(self.found, 1)
        add(self.summary)
        limits = _(
            "Not reached: pictures, copies that you saved elsewhere, sent or printed, and older "
            "versions that a cloud folder keeps."
        )
        add(PlainLabel(say(limits), "body", "text_secondary", wrap=True))
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.go = self.add_button(say(_("Forget for good…")), "primary")
        self.go.clicked.connect(self._confirm)

    def person(self) -> Person:
        """Return who is to be forgotten; raises UserError for a name that is too short."""
        names = self.names.toPlainText().splitlines()
        called = person_called(names, inside=self.inside.isChecked())
        if not self.sheets.isChecked():
            return called
        sheets, rows = self._sheets.sheets, self._sheets.rows
        return Person(called.names, called.inside, sheets, rows)

    def look(self) -> None:
        """Show what would go."""
        self._wait.stop()
        document, say = self._session.document, self.context.say
        if document is None:
            return
        try:
            person = self.person()
        except UserError as error:
            self._show([], error.message, ready=False)
            return
        if not (person.names or person.sheets or person.rows):
            self._show([], _("Write the name as it stands in the map."), ready=False)
            return
        found = find(document, person)
        lines = [say(words_for(document, one)) for one in found[:_SHOWN]]
        self._show(lines, self._summary(person, len(found)), ready=True)

    def forget(self) -> None:
        """Do it, and close; what cannot be written is said by the window."""
        person = self.person()
        self.accept()
        with self._session.guard(), busy():
            self._session.forget(person)

    def _confirm(self) -> None:
        self.look()
        if self.go.isEnabled() and ask(
            self.context,
            self,
            _("Forget this person for good?"),
            _("It cannot be undone. Changes made before it cannot be undone any more either."),
            yes=_("Forget for good"),
            no=_("Cancel"),
        ):
            self.forget()

    def _show(self, lines: list[str], summary: Message, *, ready: bool) -> None:
        self._lines.setStringList(lines)
        self.summary.setText(self.context.say(summary))
        self.go.setEnabled(ready)

    def _summary(self, person: Person, texts: int) -> Message:
        document = self._session.document
        if document is None:
            return _("Nothing was found.")
        history = document.mentions(person)
        states = len(self._session.desk.backups(document.doc_id))
        if not texts and not history and not person.sheets and not person.rows:
            return _("Nothing was found here. Earlier states are searched all the same.")
        return _(
            "Texts: {texts}. Entries of the history and of imported files: {history}. Earlier "
            "states, searched too: {states}.",
            texts=texts,
            history=history,
            states=states,
        )

    def _count(self) -> int:
        return len(self._sheets.sheets) + len(self._sheets.rows)

    def _sheet_words(self) -> Message:
        count, document = self._count(), self._session.document
        answers = document.snapshot.table(Answer).values() if document is not None else ()
        typed = sum(answer.sheet in self._sheets.sheets for answer in answers)
        if count == 1 and typed:
            return _("Take the whole sheet out: its {n} answers do not count any more", n=typed)
        if count == 1:
            return _("Take the whole sheet out: its answers do not count any more")
        return _("Take {n} whole sheets out: their answers do not count any more", n=count)
