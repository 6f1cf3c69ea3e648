"""Everything about one gap: the rule in plain words, its numbers, how sure, and what to do."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.gaps.rules import BY_CODE
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import GapDecision
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps import plan_words, words
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, dots, mark
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class GapDetail(QScrollArea):
    """Shows one gap; says what is wanted. A reason that is being typed stays with its gap."""

    show_wanted = Signal(str)
    accept_wanted = Signal(object, str)
    """Live with a gap (its key), and why."""
    reopen_wanted = Signal(object)
    plan_wanted = Signal(str)
    """Open the plan of a place, by the place's id, or make one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._gap: Gap | None = None
        self._typed: dict[tuple[str, str, str], str] = {}
        self.reason: QLineEdit | None = None
        self.accept: Button | None = None
        self.reopen: Button | None = None
        self.plan: Button | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say(_("About this gap")))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self._gap = None
        column = self._page()
        said = _("No gap fits this choice. Choose “Show all”, or other filters.")
        column.addWidget(PlainLabel(self._context.say(said), "body", "text_secondary", wrap=True))
        column.addStretch(1)

    def show_gap(self, gap: Gap, figures: GapFigures) -> None:
        """Show a gap as it is now."""
        self._gap = gap
        say, rule = self._context.say, BY_CODE[gap.rule]
        column = self._page()
        head = QHBoxLayout()
        head.setSpacing(8)
        band = say(SEVERITIES[Severity(gap.band)])
        head.addWidget(Drawn(self._context, mark(self._context, gap.band, 18), band))
        title = figures.names.title(gap.subject).whole
        head.addWidget(PlainLabel(title, "heading", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(PlainLabel(say(gap.text), "body_large", wrap=True))
        sure = QHBoxLayout()
        sure.setSpacing(8)
        if gap.evidence is not None:
            sure.addWidget(Drawn(self._context, dots(gap.evidence)))
        sure.addWidget(
            PlainLabel(say(words.who(gap, figures.names.people)), "subheading", wrap=True), 1
        )
        column.addLayout(sure)
        warning = words.chance(gap)
        if warning is not None:
            column.addWidget(PlainLabel(say(warning), "body", "text_secondary", wrap=True))
        self._part(column, _("What to do"), words.ADVICE[gap.advice])
        show = Button(self._context, say(_("Show on the map")), "secondary", "route")
        show.clicked.connect(lambda: self.show_wanted.emit(gap.subject))
        show.setVisible(bool(figures.names.stage(gap.subject)))
        column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        self._plan(column, gap, figures)
        self._part(column, _("The rule"), rule.method)
        self._numbers(column, gap)
        decision = figures.board.accepted.get(gap.key)
        if decision is None:
            self._offer_accepting(column, gap)
        else:
            self._offer_reopening(column, gap, decision)
        column.addStretch(1)

    def _plan(self, column: QVBoxLayout, gap: Gap, figures: GapFigures) -> None:
        plan = figures.board.plan_for(gap)
        said = plan_words.about(figures.snapshot, plan, figures.today)
        self._part(column, _("The plan"), said)
        does = plan_words.button(figures.snapshot, plan, figures.today)
        self.plan = Button(self._context, self._context.say(does), "secondary", "clipboard-check")
        self.plan.clicked.connect(lambda: self.plan_wanted.emit(gap.subject))
        column.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeft)

    def _page(self) -> QVBoxLayout:
        page = QFrame()
        page.setObjectName("gap_card")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        self.reason = self.accept = self.reopen = self.plan = None
        self.setWidget(page)
        return column

    def _part(self, column: QVBoxLayout, title: Message, said: Message) -> None:
        say = self._context.say
        column.addSpacing(4)
        column.addWidget(PlainLabel(say(title), "subheading"))
        column.addWidget(PlainLabel(say(said), "body", "text_secondary", wrap=True))

    def _numbers(self, column: QVBoxLayout, gap: Gap) -> None:
        say = self._context.say
        rows = list(words.inputs(gap))
        rows.append((_("How bad, 0 to 100"), words.shown(round(gap.severity, 1))))
        rows.append((_("Code of the rule"), gap.rule))
        column.addSpacing(4)
        column.addWidget(PlainLabel(say(_("Its numbers")), "subheading"))
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for i, (name, value) in enumerate(rows):
            grid.addWidget(PlainLabel(say(name), "body", "text_secondary", wrap=True), i, 0)
            grid.addWidget(PlainLabel(value, "body"), i, 1, Qt.AlignmentFlag.AlignTrailing)
        column.addWidget(inside)

    def _offer_accepting(self, column: QVBoxLayout, gap: Gap) -> None:
        say = self._context.say
        column.addSpacing(4)
        column.addWidget(PlainLabel(say(_("Live with it")), "subheading"))
        self.reason = field = QLineEdit(self._typed.get(gap.key, ""))
        field.setPlaceholderText(say(_("Why we leave it as it is")))
        field.setAccessibleName(say(_("Why we leave it as it is")))
        self.accept = Button(self._context, say(_("Live with it")))
        field.textChanged.connect(lambda text: self._on_typed(gap.key, text))
        field.returnPressed.connect(lambda: self._accept(gap, field.text()))
        self.accept.clicked.connect(lambda: self._accept(gap, field.text()))
        column.addWidget(field)
        column.addWidget(self.accept, 0, Qt.AlignmentFlag.AlignLeft)

    def _offer_reopening(self, column: QVBoxLayout, gap: Gap, decision: GapDecision) -> None:
        say = self._context.say
        said = _(
            "Since {date} we live with it: {reason}",
            date=in_words(date.fromisoformat(decision.date)),
            reason=decision.reason,
        )
        self._part(column, _("Lived with"), said)
        self.reopen = Button(self._context, say(_("Take it up again")))
        self.reopen.clicked.connect(lambda: self.reopen_wanted.emit(gap.key))
        column.addWidget(self.reopen, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_typed(self, key: tuple[str, str, str], text: str) -> None:
        if text:
            self._typed[key] = text
        else:
            self._typed.pop(key, None)

    def _accept(self, gap: Gap, reason: str) -> None:
        self.accept_wanted.emit(gap.key, reason)

    def forget(self, key: tuple[str, str, str]) -> None:
        """A reason is in the document now: it need not be kept here."""
        self._typed.pop(key, None)
