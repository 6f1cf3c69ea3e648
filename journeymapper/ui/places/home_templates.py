"""The templates on Home, each with its own steps drawn small."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.flows import Flows
from journeymapper.ui.template_cards import TemplateCards
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.labels import PlainLabel

_LEAST = 196


class TemplatesSection(QWidget):
    """A card for each template; a click starts a map with its steps."""

    def __init__(self, context: Context, flows: Flows) -> None:
        super().__init__()
        self._context = context
        self._made = TemplateCards(context)
        self.grid = FlowGrid(_LEAST, 4)
        for info, card in zip(self._made.infos, self._made.cards, strict=True):
            card.clicked.connect(lambda _on=False, key=info.key: flows.new(key))
        self.grid.set_widgets(self._made.cards)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(PlainLabel(context.say(_("Templates")), "section"))
        hint = context.say(_("Steps only. Feelings and pains are yours to enter."))
        head.addWidget(PlainLabel(hint, "body", "text_secondary", wrap=True), 1)
        column.addLayout(head)
        column.addWidget(self.grid)
        self._made.draw_when_idle(self)
