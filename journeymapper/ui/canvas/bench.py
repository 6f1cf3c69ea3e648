"""What gestures, keys and the editor work with."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from journeymapper.document.document import Document
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout
from journeymapper.ui.canvas.board import Board
from journeymapper.ui.canvas.bubble import Bubble
from journeymapper.ui.canvas.cursor import Cursor
from journeymapper.ui.canvas.doors import Doors
from journeymapper.ui.canvas.overlays import Marks
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.canvas.spots import Spot, lane_of_kind
from journeymapper.ui.canvas.view import MapView
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session


@dataclass(frozen=True)
class Bench:
    """The view and everything around it that somebody who edits needs."""

    context: Context
    session: Session
    projection: Projection
    view: MapView
    bubble: Bubble
    doors: Doors = field(default_factory=Doors)

    @property
    def document(self) -> Document:
        """The open document; nothing here is used without one."""
        document = self.projection.document
        if document is None:
            raise RuntimeError("no document is open")
        return document

    @property
    def snapshot(self) -> Snapshot:
        """What is shown."""
        return self.projection.snapshot

    @property
    def layout(self) -> MapLayout:
        """The layout that is shown; nothing here is used without one."""
        layout = self.projection.layout
        if layout is None:
            raise RuntimeError("no map is shown")
        return layout

    @property
    def ready(self) -> bool:
        """Say whether a map is shown."""
        return self.projection.document is not None and self.projection.layout is not None

    @property
    def cursor(self) -> Cursor:
        """The cell cursor."""
        return self.view.cell_cursor

    @property
    def board(self) -> Board:
        """What the view shows and where."""
        return self.view.board

    @property
    def marks(self) -> Marks:
        """What lies over the map."""
        return self.view.marks

    @property
    def persona(self) -> str:
        """The id of the persona whose feelings are typed and dragged, or ""."""
        personas = self.layout.frame.personas
        return personas[0].id if personas else ""

    def on_map(self, at: QPointF) -> tuple[float, float]:
        """Return a point of the viewport in the map's coordinates."""
        return self.board.to_map(at.x(), at.y())

    def select_steps(self, ids: tuple[str, ...]) -> None:
        """Select the cards of steps that the map shows."""
        lane = lane_of_kind(self.layout, LaneKind.TOUCHPOINT)
        found = (self.snapshot.find(Touchpoint, id_) for id_ in ids)
        self.cursor.select(tuple(Spot(lane, step.stage, step.id) for step in found if step))

    def say(self, message: Message) -> str:
        """Return a message in the language of the window."""
        return self.context.say(message)

    def repaint(self) -> None:
        """Paint what lies over the map anew."""
        self.view.update_marks()
