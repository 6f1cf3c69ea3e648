"""One column of the board: its name, how many, its cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.plans.standing import Stage
from journeymapper.domain.message import Message, _
from journeymapper.drawing.plans.view_words import STAGES
from journeymapper.ui.context import Context
from journeymapper.ui.plans.card import PlanCard
from journeymapper.ui.widgets.labels import PlainLabel

_EMPTY: dict[Stage, Message] = {
    "draft": _("Nothing is being prepared."),
    "running": _("Drag a draft here to start it."),
    "checking": _("Plans come here when their date has come, or with a proof."),
    "closed": _("Drag a plan here once it is proved and told."),
}


class BoardColumn(QFrame):
    """Holds the cards of one stage; ``set_target`` says whether the held card may land here."""

    def __init__(self, context: Context, stage: Stage) -> None:
        super().__init__()
        self.setObjectName("board_column")
        self.stage = stage
        self.cards: list[PlanCard] = []
        self._context = context
        say = context.say
        name = say(STAGES[stage])
        self.setAccessibleName(name)
        self.count = PlainLabel("", "body", "text_secondary")
        self.empty = PlainLabel(say(_EMPTY[stage]), "body", "text_tertiary", wrap=True)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 4, 0)
        head.addWidget(PlainLabel(name, "heading"))
        head.addWidget(self.count)
        head.addStretch(1)
        page = QWidget()
        page.setObjectName("scrolled")
        page.setMinimumWidth(1)  # never wider than the column: long words are parted
        self._list = QVBoxLayout(page)
        self._list.setContentsMargins(2, 2, 2, 2)
        self._list.setSpacing(8)
        self._list.addWidget(self.empty)
        self._list.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def fill(self, cards: Sequence[PlanCard]) -> None:
        """Show these cards; those that were here before stay as they are."""
        for card in self.cards:
            if card not in cards:
                self._list.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = list(cards)
        for place, card in enumerate(self.cards):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
            card.show()  # at once: it may be given the keyboard
        self.count.setText(str(len(self.cards)))
        self.empty.setVisible(not self.cards)

    def show_card(self, card: PlanCard) -> None:
        """Bring a card into view."""
        self._scroll.ensureWidgetVisible(card, 0, 8)

    def set_target(self, target: str) -> None:
        """Mark the column: "yes", "no", or "" for no longer."""
        if self.property("target") != target:
            self.setProperty("target", target)
            self.style().unpolish(self)
            self.style().polish(self)
