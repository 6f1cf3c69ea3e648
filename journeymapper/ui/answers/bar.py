"""The bar above Answers: the four tabs, undo, the questionnaire, and more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QWidget

from journeymapper.app.actions import BY_ID, plain
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.answers import words
from journeymapper.ui.answers.more import MORE
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

TABS = ("type", "import", "results", "comments")
_WORDS_FROM = 1000
_TITLE_FROM = 800


class AnswersBar(QWidget):
    """Shows what it is told and says what is wanted."""

    chosen = Signal(str)
    printed = Signal()
    new_pile = Signal()
    new_sheet = Signal()
    questions = Signal()
    counted = Signal()
    typed_back = Signal()
    reviewed = Signal()
    removed = Signal()
    more_wanted = Signal(str)
    """A table of `answers.more`, by its key, is wanted."""

    def __init__(self, context: Context, state: AnswersState, binding: ActionBinding) -> None:
        super().__init__()
        self._context, self._state = context, state
        say = context.say
        names = (_("Type in"), _("Import"), _("Results"), _("Comments"))
        tabs = [(key, say(name)) for key, name in zip(TABS, names, strict=True)]
        self.tabs = Segmented(say(_("Answers: type in, import, results or comments")), tabs, "type")
        self.tabs.chosen.connect(self.chosen)
        self._title = ElidedLabel("", "body", "text_secondary")
        self.print = Button(context, say(_("Print questionnaire")), icon="printer")
        self.print.setAccessibleName(say(_("Print questionnaire")))
        self.print.clicked.connect(self.printed)
        self.more = Button(context, say(_("More")), "quiet", "ellipsis")
        self.more.setAccessibleName(say(_("More")))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(10)
        row.addWidget(PlainLabel(plain(say(BY_ID["go.answers"].text)), "bar_title"))
        row.addWidget(self._title)
        divider = QFrame()
        divider.setProperty("look", "divider")
        divider.setFixedSize(1, 22)
        row.addWidget(divider)
        self._roomy: list[QWidget] = [divider]
        row.addWidget(self.tabs)
        row.addStretch(1)
        for id_, icon in (("edit.undo", "undo-2"), ("edit.redo", "redo-2")):
            action = binding.action(id_)
            button = IconButton(context, icon, action.text().replace("&", ""))
            button.follow(action)
            row.addWidget(button)
            self._roomy.append(button)
        row.addWidget(self.print)
        row.addWidget(self.more)

    def refresh(self) -> None:
        """Show which sheet of questions is in front."""
        survey = self._state.survey
        self._title.set_whole(survey.title if survey is not None else "")
        wide = self.width() >= _TITLE_FROM * self._context.theme.scale
        self._title.setVisible(survey is not None and wide)
        self.print.setEnabled(survey is not None and bool(self._state.questions()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WORDS_FROM * self._context.theme.scale
        roomy = event.size().width() >= _TITLE_FROM * self._context.theme.scale
        for part in self._roomy:
            part.setVisible(roomy)
        self._title.setVisible(roomy and self._state.survey is not None)
        self.more.setText(self._context.say(_("More")) if roomy else "")
        self.print.setText(self._context.say(_("Print questionnaire")) if wide else "")

    def _fill(self) -> None:
        """The piles to choose from, and all that is seldom wanted."""
        menu, state, say = self.menu, self._state, self._context.say
        menu.clear()
        for survey in state.surveys():
            rounds = state.rounds(survey.id)
            for place, one in enumerate(rounds, start=1):
                name = words.round_name(one)
                entry = _("{survey}, round {n}, {name}", survey=survey.title, n=place, name=name)
                action = menu.addAction(say(entry).replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(one.id == state.round_id)
                action.triggered.connect(lambda _on=False, id_=one.id: state.show_round(id_))
            if not rounds:
                action = menu.addAction(survey.title.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(survey.id == state.survey_id)
                action.triggered.connect(lambda _on=False, id_=survey.id: state.show_survey(id_))
        menu.addSeparator()
        some = state.survey is not None
        for text, signal, usable in (
            (_("A new pile…"), self.new_pile, some and bool(state.questions())),
            (_("Pick what your sheet asks"), self.questions, some),
            (_("Another sheet of questions"), self.new_sheet, state.document is not None),
        ):
            action = menu.addAction(say(text))
            action.setEnabled(usable)
            action.triggered.connect(signal)
        menu.addSeparator()
        for text, signal in (
            (_("Count it for one week…"), self.counted),
            (_("Type in a tally sheet…"), self.typed_back),
            (_("Type in online reviews…"), self.reviewed),
        ):
            menu.addAction(say(text)).triggered.connect(signal)
        menu.addSeparator()
        for key, name in MORE.items():
            action = menu.addAction(say(name))
            action.setEnabled(state.document is not None)
            action.triggered.connect(lambda _on=False, key=key: self.more_wanted.emit(key))
        menu.addSeparator()
        action = menu.addAction(say(_("Delete this sheet and its answers")))
        action.setEnabled(some)
        action.triggered.connect(self.removed)
