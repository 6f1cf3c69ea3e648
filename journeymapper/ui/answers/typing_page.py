"""Type in: the paper pile, scores first, then comments; and the questions of the sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.answers import words
from journeymapper.ui.answers.comments_after import CommentsAfter
from journeymapper.ui.answers.defaults_row import DefaultsRow
from journeymapper.ui.answers.marks import is_open, marks_of
from journeymapper.ui.answers.pick_page import PickPage
from journeymapper.ui.answers.scores import Scores
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_WORDS_FROM = 680
"""From this width on the buttons above the pile have words."""


class TypingPage(QWidget):
    """``done`` says that the pile is done; ``new_pile`` asks for another.

    ``turned`` says that questions are in front now, not a pile.
    """

    done = Signal()
    turned = Signal()
    new_pile = Signal()
    counted = Signal()

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        say = context.say
        self.pick = PickPage(context, state)
        self.scores = Scores(context, state)
        self.comments = CommentsAfter(context, state)
        self.defaults = DefaultsRow(context, state)
        self.defaults.setVisible(False)
        self._title = ElidedLabel("", "title")
        self._lead = ElidedLabel("", "body", "text_secondary")
        parts = [("scores", say(_("1 Scores first"))), ("comments", say(_("2 Comments after")))]
        self.part = Segmented(say(_("Scores or comments")), parts, "scores")
        self.part.chosen.connect(self._on_part)
        self.more = Button(context, say(_("Date, who, channel")), "quiet", "sliders-horizontal")
        self.more.setAccessibleName(say(_("Date, who, channel")))
        self.more.setCheckable(True)
        self.more.toggled.connect(self.defaults.setVisible)
        self.choose = Button(context, say(_("Pick what your sheet asks")))
        self.choose.clicked.connect(self.show_questions)
        self.finish = Button(context, say(_("Pile is done")))
        self.finish.clicked.connect(self._on_done)
        first = _("This sheet has its questions. Begin a pile to type in what people marked.")
        self.begin = EmptyPlace(context, "inbox", say(_("No pile yet")), say(first))
        self.begin.offer(say(_("Begin a pile")), self.new_pile.emit)
        self._picking = False
        self._lay_out()
        self.pick.begun.connect(self._on_begun)
        self.pick.finished.connect(self._on_picked)
        self.pick.counted.connect(self.counted)
        state.session.flush.connect(self.keep)

    @property
    def is_picking(self) -> bool:
        """Say whether the questions are in front, not the pile."""
        return self._either.currentWidget() is self.pick

    def refresh(self) -> None:
        """Follow the document."""
        state = self._state
        if state.survey is None:
            self._picking = False  # the next sheet that there is begins with its pile
        if state.survey is None or self._picking:
            self.pick.refresh()
            self._either.setCurrentWidget(self.pick)
            self.turned.emit()
            return
        if state.round is None or not state.questions():
            self._either.setCurrentWidget(self.begin if state.questions() else self.pick)
            self.pick.refresh()
            return
        self._either.setCurrentWidget(self._scroll)
        self._title.set_whole(self._context.say(words.pile_title(state.survey, state.place)))
        self._lead.set_whole(self._context.say(self._about()))
        self.defaults.refresh()
        if state.scored():
            self.scores.refresh()
        elif self.part.value() == "scores":
            self.part.set_value("comments")
        self.part.button("scores").setEnabled(bool(state.scored()))
        wanted = self.scores if self.part.value() == "scores" else self.comments
        self._parts.setCurrentWidget(wanted)
        if wanted is self.comments:
            self.comments.refresh()
        self._hint.setText(self._context.say(self._keys()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= self._context.theme.px(_WORDS_FROM)
        words_ = self._context.say(_("Date, who, channel"))
        self.more.setText(words_ if roomy else "")
        self.more.setToolTip("" if roomy else words_)

    def take_keys(self) -> None:
        """The keys type answers now."""
        if self.is_picking:
            target: QWidget = self.pick.go if self._state.survey else self.pick.begins[0]
            for card in self.pick.begins if not self._state.survey else ():
                if card.isEnabled():
                    target = card
                    break
            target.setFocus()
        elif self._either.currentWidget() is self.begin:
            self.begin.findChildren(Button)[0].setFocus()
        elif self._parts.currentWidget() is self.comments:
            self.comments.box.setFocus()
        else:
            self.scores.setFocus()

    def keep(self) -> None:
        """Keep what is being typed: one goes elsewhere."""
        if self._either.currentWidget() is self._scroll:
            self.scores.keep_typed()
            self.comments.keep()
        elif self.is_picking:
            self.pick.flush()

    def show_questions(self) -> None:
        """Bring the questions of the sheet to the front."""
        self.keep()
        self._picking = True
        self.pick.show_sheet()
        self.refresh()
        self.take_keys()

    def begin_sheet(self) -> None:
        """Offer ways to begin another sheet of questions."""
        self.keep()
        self._picking = True
        self.pick.begin_new()
        self.refresh()

    def show_pile(self) -> None:
        """Bring the pile to the front."""
        self._picking = False
        self.refresh()

    def _about(self) -> Message:
        state = self._state
        now, earlier = state.round, state.earlier
        name = words.round_name(now) if now is not None else ""
        if earlier is None:
            n = len(state.questions())
            if n == 1:
                return _("{name}. 1 question.", name=name)
            return _("{name}. {n} questions.", name=name, n=n)
        return _(
            "{name}. Same questions as in {earlier}: before and after compare by themselves.",
            name=name,
            earlier=words.round_name(earlier),
        )

    def _keys(self) -> Message:
        if self.part.value() == "comments":
            return _("Each comment is kept when you go on.")
        asked = self._state.scored()
        tens = any(mark.key == "+" for question in asked for mark in marks_of(question))
        return words.keys(tens=tens, numbers=any(map(is_open, asked)))

    def _on_part(self, _key: str) -> None:
        self.keep()
        self.refresh()
        self.take_keys()

    def _on_begun(self) -> None:
        self._picking = True

    def _on_picked(self) -> None:
        self._picking = False
        self.pick.show_sheet()
        if self._state.round is None:
            self.new_pile.emit()
        else:
            self.refresh()
            self.take_keys()

    def _on_done(self) -> None:
        self.keep()
        self.done.emit()

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(1)
        titles.addWidget(self._title)
        titles.addWidget(self._lead)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(titles, 1)
        head.addWidget(self.more)
        head.addWidget(self.part)
        self._parts = QStackedWidget()
        self._parts.addWidget(self.scores)
        self._parts.addWidget(self.comments)
        self._hint = PlainLabel("", "body", "text_secondary", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.choose)
        foot.addWidget(self.finish)
        self._pile = QWidget()
        column = QVBoxLayout(self._pile)
        column.setContentsMargins(22, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.defaults)
        column.addWidget(self._parts, 1)
        column.addLayout(foot)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._pile.setObjectName("scrolled")
        self._scroll.setWidget(self._pile)
        self._either = QStackedWidget()
        for page in (self.pick, self.begin, self._scroll):
            self._either.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._either)
