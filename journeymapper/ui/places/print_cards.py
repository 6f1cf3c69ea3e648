"""Which personas have their cards printed: all, or one of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import active_personas
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.told_apart import told_apart
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel


class CardsChoice(QWidget):
    """Tells ``chosen`` when others are wanted."""

    chosen = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        title = context.say(_("Whose card"))
        column.addWidget(PlainLabel(title, "subheading"))
        self.personas = Choice(context, title)
        self.personas.activated.connect(lambda _index: self.chosen.emit())
        column.addWidget(self.personas)

    @property
    def wanted(self) -> tuple[str, ...]:
        """The ids of the personas that are wanted, () for all."""
        found = str(self.personas.currentData() or "")
        return (found,) if found else ()

    def show_personas(self, snapshot: Snapshot, wanted: str = "") -> None:
        """Offer the personas in use and choose one by id; else the choice stays where it can."""
        before = wanted or self.personas.currentData()
        known = active_personas(snapshot)
        self.personas.clear()
        self.personas.addItem(self._context.say(_("All of them")), "")
        for persona_id, name in told_apart(known).items():
            self.personas.addItem(name or self._context.say(_("No name yet")), persona_id)
        self.personas.setCurrentIndex(max(0, self.personas.findData(before)))
