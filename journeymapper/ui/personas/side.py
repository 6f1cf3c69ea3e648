"""The side panel: what is known, the curve on the map, when to look again, what needs evidence."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import Freshness, validity
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.block import Block
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.known import HowMuch, ThirteenQuestions
from journeymapper.ui.personas.needs import NeedsEvidence
from journeymapper.ui.personas.way import OnMap
from journeymapper.ui.personas.whose_answers import WhoseAnswers
from journeymapper.ui.personas.words import checked_on, look_again
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

MONTHS = (3, 6, 12, 18, 24)
WIDTH = 296


class Review(Block):
    """Until when the card holds, when it was checked, and the button to check it."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        self.until = PlainLabel("", "subheading", wrap=True)
        self.checked = PlainLabel("", "label", "text_secondary", wrap=True)
        self.button = Button(desk.context, say(_("Review")), "secondary")
        self.button.setToolTip(say(_("The card was looked at today and still holds")))
        self.button.clicked.connect(self._review)
        self.months = Button(desk.context, "", "link")
        self.months.setMinimumHeight(24)
        self.months.setProperty("opens", True)
        self.months.setToolTip(say(_("How often to look again")))
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self.fill)
        self.months.setMenu(self.menu)
        self.heading.hide()
        self.detail.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.until)
        words.addWidget(self.checked)
        row = QHBoxLayout()
        row.setSpacing(8)
        icon = IconLabel(desk.context, "calendar", 16, "text_secondary")
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        ways = QHBoxLayout()
        ways.setContentsMargins(24, 0, 0, 0)
        ways.setSpacing(14)
        ways.addWidget(self.button)
        ways.addWidget(self.months)
        ways.addStretch(1)
        self.column.addLayout(ways)

    def refresh(self) -> None:
        desk, persona = self.desk, self.desk.persona
        valid = validity(persona, desk.today)
        self.until.setText(desk.say(look_again(valid, persona)))
        self.checked.setText(desk.say(checked_on(persona)))
        self.button.setEnabled(valid.state != Freshness.RETIRED)
        months = queries.project(desk.snapshot).review_months
        self.months.setText(desk.say(_("Every {months} months", months=months)))

    def fill(self) -> None:
        """Offer how many months a review holds."""
        self.menu.clear()
        now = queries.project(self.desk.snapshot).review_months
        for months in sorted({*MONTHS, now}):
            words: Message = _("Every {months} months", months=months)
            action = self.menu.addAction(self.desk.say(words))
            action.setCheckable(True)
            action.setChecked(months == now)
            action.triggered.connect(partial(self._set_months, months))

    def _set_months(self, months: int, _checked: bool = False) -> None:
        desk = self.desk
        desk.guarded(lambda: personas.set_review_months(desk.document, months))

    def _review(self) -> None:
        desk = self.desk
        desk.guarded(lambda: personas.review(desk.document, desk.persona_id, desk.today))


class SidePanel(QFrame):
    """All blocks below each other; beside the card it scrolls by itself."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.setObjectName("persona_side")
        self.how_much, self.questions = HowMuch(desk), ThirteenQuestions(desk)
        self.on_map, self.review = OnMap(desk), Review(desk)
        self.answers, self.evidence = WhoseAnswers(desk), NeedsEvidence(desk)
        self._blocks: tuple[Block, ...] = (
            self.how_much,
            self.questions,
            self.on_map,
            self.review,
            self.answers,
            self.evidence,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for block in self._blocks:
            column.addWidget(block)
        column.addStretch(1)
        desk.refreshed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what the document holds now."""
        if self.desk.ready:
            self.setAccessibleName(self.desk.say(_("About {name}", name=self.desk.name)))
            for block in self._blocks:
                block.refresh()

    def finish(self) -> None:
        """Write what was typed and not yet left."""
        if self.desk.ready:
            self.answers.finish()

    def set_below(self, *, below: bool) -> None:
        """Stand below the card, or beside it."""
        if self.property("below") != below:
            self.setProperty("below", below)
            self.style().unpolish(self)
            self.style().polish(self)


def scrolled(desk: CardDesk, side: QWidget) -> QScrollArea:
    """Return the place of the panel beside the card."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(desk.context.theme.px(WIDTH))
    area.setWidget(side)
    return area
