"""One sitting at the window: who sits there, what they see, what they expect to come up."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.canvas.spots import Spot, box_of, lane_of_kind
from journeymapper.ui.places.map import MapPlace
from tests.screenshots.hands import Keyboard, Meanwhile, Mouse, give_back
from tests.screenshots.rig import Rig


class Sitting:
    """One sitting at the window."""

    def __init__(self, here: Rig, qtbot: QtBot) -> None:
        self.rig = here
        self.window = here.window
        self.qtbot = qtbot
        self.mouse = Mouse()
        self.keyboard = Keyboard()
        self.meanwhile = Meanwhile()
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def document(self) -> Document:
        """The open document."""
        document = self.window.session.document
        assert document is not None
        return document

    @property
    def map(self) -> MapPlace:
        """The map, which is in front."""
        place = self.window.places.current()
        assert isinstance(place, MapPlace)
        return place

    def step(self, name: str) -> Touchpoint:
        """Return the step of a name."""
        found = self.document.snapshot.table(Touchpoint).values()
        return next(step for step in found if step.name == name)

    def stage_of(self, name: str) -> str:
        """Return the name of the stage that a step stands in."""
        return self.document.snapshot.get(Stage, self.step(name).stage).name

    def at(self, name: str, row: LaneKind, down: float = 0.5) -> QPointF:
        """Return a point of the viewport inside the cell of a step in a row, in view."""
        place = self.map
        layout = place.projection.layout
        assert layout is not None
        step = self.step(name)
        spot = Spot(lane_of_kind(layout, row), step.stage, step.id)
        box = box_of(layout, spot)
        assert box is not None
        view = place.canvas.view
        rect = view.board.to_view(box)
        point = QPointF(rect.center().x(), rect.top() + rect.height() * down)
        assert view.viewport().rect().contains(point.toPoint())
        return point

    def settled(self) -> None:
        """Wait until every dialog that was expected has come and gone."""
        self.qtbot.waitUntil(lambda: self.meanwhile.done or self.meanwhile.failed is not None)
        if self.meanwhile.failed is not None:
            raise self.meanwhile.failed
        give_back()

    def steps_of(self, stage: str) -> list[str]:
        """Return the names of the steps of a stage, in order."""
        snapshot = self.document.snapshot
        found = next(s for s in snapshot.table(Stage).values() if s.name == stage)
        return [step.name for step in queries.touchpoints(snapshot, found.id)]

    def texts(self) -> set[str]:
        """Return the texts of all cards."""
        return {card.text for card in self.document.snapshot.table(Card).values()}

    def shown(self) -> set[str]:
        """Return the names of steps and the texts of cards that have a place on the map."""
        layout = self.map.projection.layout
        assert layout is not None
        on_map = {group.entity for group in layout.cells}
        snapshot = self.document.snapshot
        names = {s.name for s in snapshot.table(Touchpoint).values() if s.id in on_map}
        return names | {c.text for c in snapshot.table(Card).values() if c.id in on_map}


def words_of(pdf: Path) -> str:
    """Return the words of a PDF, each followed by one space."""
    document = pypdfium2.PdfDocument(str(pdf))
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
