"""The bar above Print: the place, and which map when there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.app.actions import BY_ID, plain
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel


class PrintBar(QWidget):
    """Tells ``map_chosen`` with the id of a map."""

    map_chosen = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(16)
        name = plain(context.say(BY_ID["go.print"].text))
        row.addWidget(PlainLabel(name, "bar_title"))
        self.maps = Choice(context, context.say(_("Which map")))
        self.maps.activated.connect(lambda _i: self.map_chosen.emit(self.maps.currentData()))
        row.addWidget(self.maps)
        row.addStretch(1)

    def show_maps(self, maps: Sequence[JourneyMap], chosen: str) -> None:
        """Offer these maps; one alone needs no choice."""
        self.maps.clear()
        for journey in maps:
            self.maps.addItem(journey.title, journey.id)
        self.maps.setCurrentIndex(max(0, self.maps.findData(chosen)))
        self.maps.setVisible(len(maps) > 1)
