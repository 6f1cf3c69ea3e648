"""Another map in the file: with the steps of a template, like the one shown, or empty."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from journeymapper.document.document import Document
from journeymapper.document.templates import templates
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import Message, _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.commands import map_set
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.template_cards import how_much
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

TEMPLATE, LIKE, EMPTY = "template", "like", "empty"
"""What the map begins with."""

_WORDS: dict[str, Message] = {
    TEMPLATE: _("A template"),
    LIKE: _("Like this map"),
    EMPTY: _("Empty"),
}
_ABOUT: dict[str, Message] = {
    TEMPLATE: _("A template brings steps only. You can rename, move and remove every one of them."),
    LIKE: _(
        "All rows, stages and steps of this map, with who does them and how; without waits, ways,"
        " cards, feelings and scores."
    ),
    EMPTY: _("A map without stages; you begin with the first one."),
}


class AnotherMapDialog(DialogFrame):
    """Gathers how the map begins and what it is called; ``make`` adds it beside ``map_id``."""

    def __init__(
        self, context: Context, document: Document, map_id: str, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("Another map in this file")), parent, QSize(460, 330))
        self._document, self._map = document, map_id
        options = [(key, say(words)) for key, words in _WORDS.items()]
        self.begin = Segmented(say(_("Begin with")), options, TEMPLATE)
        self._infos = templates(context.services.resources.templates)
        self.template = Choice(context, say(_("Template")))
        for info in self._infos:
            size = say(how_much(info))
            self.template.addItem(say(_("{title}: {size}", title=info.title, size=size)))
        self._about = PlainLabel("", "body", "text_secondary", wrap=True)
        self.field = QLineEdit()
        self.field.setMaxLength(NAME_LIMIT)
        self.field.setPlaceholderText(say(_("For example: Making a complaint")))
        self.field.setAccessibleName(say(_("Title of the map")))
        self._lay_out()
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Begin this map")), "primary")
        self.agree.clicked.connect(self.accept)
        self._suggested = ""
        self.begin.chosen.connect(self._follow)
        self.template.currentIndexChanged.connect(self._follow)
        self.field.textChanged.connect(self._judge)
        self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """The first question has the keyboard: arrow keys choose, Enter begins."""
        super().showEvent(event)
        self.begin.button(self.begin.value()).setFocus()

    def make(self) -> str:
        """Add the map as one step; returns its id."""
        title, begin = self.field.text(), self.begin.value()
        if begin == LIKE:
            return map_set.add_like(self._document, self._map, title)
        if begin == EMPTY:
            return map_set.add_empty(self._document, self._map, title)
        outline = self._infos[self.template.currentIndex()].outline
        return map_set.add_from_template(self._document, self._map, title, outline)

    def _lay_out(self) -> None:
        say = self.context.say
        for words, widget in (
            (_("Begin with"), self.begin),
            (None, self.template),
            (None, self._about),
            (_("Title of the map"), self.field),
        ):
            if words is not None:
                label = PlainLabel(say(words), "subheading")
                label.setBuddy(widget)
                self.body.addWidget(label)
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def _follow(self) -> None:
        """Say what the choice brings, and suggest a title unless one was typed."""
        begin = self.begin.value()
        self.template.setEnabled(begin == TEMPLATE)
        self._about.setText(self.context.say(_ABOUT[begin]))
        if self.field.text() == self._suggested:
            self._suggested = self._suggestion(begin)
            self.field.setText(self._suggested)
        self._judge()

    def _suggestion(self, begin: str) -> str:
        snapshot = self._document.snapshot
        titles = {
            TEMPLATE: self._infos[self.template.currentIndex()].outline.map_title,
            LIKE: snapshot.get(JourneyMap, self._map).title or self.context.say(_("Map")),
            EMPTY: self.context.say(_("New map")),
        }
        return map_set.unused_title(snapshot, titles[begin])

    def _judge(self) -> None:
        self.agree.setEnabled(bool(self.field.text().strip()))
