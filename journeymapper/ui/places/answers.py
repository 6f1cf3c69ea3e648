"""Answers: what people say. Typing comes first; import, results and comments are tabs beside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.answers import words
from journeymapper.ui.answers.bar import AnswersBar
from journeymapper.ui.answers.doings import Doings
from journeymapper.ui.answers.more import open_more
from journeymapper.ui.answers.raised import RaisedWatch
from journeymapper.ui.answers.result_panel import ResultPanel
from journeymapper.ui.answers.results_page import ResultsPage
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.answers.typing_page import TypingPage
from journeymapper.ui.areas import step_area
from journeymapper.ui.context import Context
from journeymapper.ui.late import late, load
from journeymapper.ui.places.base import Place
from journeymapper.ui.session import Session

_import: Callable[..., QWidget] = late("answers.import_tab", "ImportTab")
_comments: Callable[..., QWidget] = late("answers.comments_tab", "CommentsTab")

_PANEL_FROM = 900
_SOON_MS = 300
"""So long after one came here the tab of comments is loaded, so that it opens at once."""


class AnswersPlace(Place):
    """Four tabs over one state; each is built when it is first shown."""

    key: ClassVar[str] = "answers"

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__(context, session, binding)
        self.state = AnswersState(context, session)
        self.tab = "type"
        self.bar = AnswersBar(context, self.state, binding)
        self.typing = TypingPage(context, self.state)
        self.results = ResultsPage(context, self.state)
        self.side = ResultPanel(context, self.state)
        self.doings = Doings(context, self.state, self)
        self._raised = RaisedWatch(session, self)
        self._others: dict[str, QWidget] = {}
        self.tabs = QStackedWidget()
        self.tabs.addWidget(self.typing)
        self.tabs.addWidget(self.results)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.side)
        self._connect()
        self.refresh()

    def top_bar(self) -> QWidget:
        return self.bar

    def activate(self) -> None:
        self.refresh()
        if self.tab == "type":
            self.typing.take_keys()
        else:
            self._turn_to()
        if not self._others:
            QTimer.singleShot(_SOON_MS, self, lambda: load("answers.comments_tab"))

    def _bar_has_keys(self) -> bool:
        """Say whether one is choosing tabs with the keyboard, and goes on doing so."""
        focused = QApplication.focusWidget()
        return focused is not None and self.bar.tabs.isAncestorOf(focused)

    def _turn_to(self) -> None:
        """The tab in front gets the keyboard."""
        page = self.tabs.currentWidget()
        if page is not None:
            page.setFocus()
            if not page.hasFocus():
                step_area((page,), None, 1)

    def deactivate(self) -> None:
        self.typing.keep()

    def fact(self) -> Message | None:
        if self.state.document is None:
            return None
        if self.state.round is None or self.tab != "type":
            total = self.state.document.counts.total
            if total == 0:
                return _("No answers yet")
            if total == 1:
                return _("1 answer is counted")
            return _("{n} answers are counted", n=grouped(total))
        return _("Each sheet is kept as soon as it is typed")

    def areas(self) -> tuple[QWidget, ...]:
        return (self.tabs, self.side)

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.typing.keep()
        self.tab = key
        self.bar.tabs.set_value(key)
        self.refresh()
        if self.isVisible() and key == "type":
            self.typing.take_keys()
        elif self.isVisible() and not self._bar_has_keys():
            self._turn_to()
        self.fact_changed.emit()

    def refresh(self) -> None:
        """Show what is in the document now."""
        self.bar.refresh()
        if self.tab == "type":
            self.typing.refresh()
            self.tabs.setCurrentWidget(self.typing)
        elif self.tab == "results":
            self.results.refresh()
            self.tabs.setCurrentWidget(self.results)
        else:
            self.tabs.setCurrentWidget(self._other(self.tab))
        self._arrange()
        if not self.side.isHidden():
            self.side.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The result so far stands beside the pile, where there is room."""
        typing = self.tab == "type" and self.state.round is not None
        wide = self.width() >= self.context.theme.px(_PANEL_FROM)
        wanted = typing and not self.typing.is_picking and wide
        if wanted and self.side.isHidden():
            self.side.refresh()
        self.side.setVisible(wanted)

    def _on_change(self) -> None:
        if self.isVisible():
            self.refresh()
        self.fact_changed.emit()

    def _other(self, key: str) -> QWidget:
        """Return a tab that is made when it is first shown."""
        if key not in self._others:
            made = self._make(key)
            self._others[key] = made
            self.tabs.addWidget(made)
        return self._others[key]

    def _make(self, key: str) -> QWidget:
        if key == "comments":
            return _comments(self.context, self.session, self.binding)
        tab: Any = _import(self.context, self.session, self.binding)
        tab.taken.connect(self.state.show_round)
        return tab

    def can_find(self) -> bool:
        return self.state.document is not None

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        """Search is for comments."""
        self.show_tab("comments")
        comments: Any = self._other("comments")
        comments.find()

    def _connect(self) -> None:
        bar, typing, doings = self.bar, self.typing, self.doings
        self.state.changed.connect(self._on_change)
        bar.chosen.connect(self.show_tab)
        bar.printed.connect(doings.print_questionnaire)
        bar.new_pile.connect(doings.new_pile)
        bar.questions.connect(self._show_questions)
        bar.new_sheet.connect(self._new_sheet)
        bar.removed.connect(doings.remove_sheet)
        bar.reviewed.connect(doings.type_reviews)
        for part in (bar, self.side):
            part.counted.connect(doings.print_tally)
            part.typed_back.connect(doings.type_tally)
        typing.turned.connect(self._arrange)
        typing.counted.connect(doings.print_tally)
        typing.new_pile.connect(doings.new_pile)
        typing.done.connect(self._on_done)
        self.results.new_pile.connect(doings.new_pile)
        self.results.typed.connect(lambda: self.show_tab("type"))
        doings.shown.connect(self._show_pile)
        bar.more_wanted.connect(self._open_more)

    def _show_pile(self) -> None:
        self.typing.show_pile()
        self.show_tab("type")

    def _open_more(self, key: str) -> None:
        open_more(self.context, self.session, key, self)

    def _show_questions(self) -> None:
        self.show_tab("type")
        self.typing.show_questions()
        self._arrange()

    def _new_sheet(self) -> None:
        self.show_tab("type")
        self.typing.begin_sheet()
        self._arrange()
        self.typing.take_keys()

    def _on_done(self) -> None:
        one = self.state.round
        if one is not None:
            name = words.round_name(one)
            self.session.report(_("The pile {name} is kept. A new pile asks the same.", name=name))
        self.show_tab("results")
