"""Method: the rules in plain words, what could not be judged and why, what to bear in mind."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.gaps.rules import Family
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps import method, words
from journeymapper.drawing.gaps.trademark import TRADEMARK
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.widgets.labels import PlainLabel

_WIDE = 860


class MethodTab(QScrollArea):
    """A page to read."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say(_("Method")))

    def show_figures(self, figures: GapFigures) -> None:
        """Show the rules, and what they could not judge in this document."""
        say = self._context.say
        page = QWidget()
        page.setObjectName("scrolled")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(24, 18, 24, 24)
        page.setMaximumWidth(self._context.theme.px(_WIDE) + 48)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(say(_("How gaps are found")), "welcome"))
        for caveat in method.CAVEATS:
            self._line(column, caveat)
        found = method.unjudged(figures.board.report)
        if found:
            self._head(column, _("What could not be judged"))
            self._line(column, _("That is no proof that all is well there."))
            for one in found:
                self._line(column, method.unjudged_words(one))
        for family in Family:
            self._head(column, words.FAMILIES[family])
            self._rules(column, family)
        self._head(column, _("Trademarks"))
        self._line(column, TRADEMARK)
        outer.addLayout(column)
        outer.addStretch(1)
        self.setWidget(page)

    def _rules(self, column: QVBoxLayout, family: Family) -> None:
        say = self._context.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        for i, rule in enumerate(method.rules_of(family)):
            grid.addWidget(PlainLabel(rule.code, "body", "text_secondary"), i, 0, top)
            title = PlainLabel(say(rule.title), "subheading", wrap=True)
            title.setFixedWidth(self._context.theme.px(230))
            grid.addWidget(title, i, 1, top)
            said = PlainLabel(say(rule.method), "body", "text_secondary", wrap=True)
            said.setContentsMargins(0, 0, 0, 2)  # the grid rounds heights of wrapped lines down
            grid.addWidget(said, i, 2, top)
        column.addLayout(grid)

    def _head(self, column: QVBoxLayout, title: Message) -> None:
        column.addSpacing(12)
        column.addWidget(PlainLabel(self._context.say(title), "heading", wrap=True))

    def _line(self, column: QVBoxLayout, said: Message) -> None:
        column.addWidget(PlainLabel(self._context.say(said), "body", "text_secondary", wrap=True))
