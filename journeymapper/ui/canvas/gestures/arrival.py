"""What is dragged in from another window: the map shows it where it would land."""

from __future__ import annotations

import dataclasses
from abc import ABC, abstractmethod
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt

from journeymapper.document.operations.parcels import unknown_personas
from journeymapper.domain.message import Message, _
from journeymapper.domain.parcel import Block, Parcel
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.telling import tell_last
from journeymapper.ui.commands.clipboard.arriving import name_of
from journeymapper.ui.commands.names import map_title


class Arrival(CarryGesture, ABC):
    """One drag from outside; it is always a copy. Subclasses aim, and put it down."""

    shape = Qt.CursorShape.DragCopyCursor

    def __init__(self, bench: Bench, content: Parcel | Block) -> None:
        super().__init__(bench, None)
        self.by_system = True
        self.content = content
        self.doc_id = bench.document.doc_id
        self.light: Any = dataclasses.replace(content, pictures={})
        """The same without its pictures: quick enough for a preview."""
        self.target: Any = None

    @property
    def fits(self) -> bool:
        """Say whether releasing here does anything."""
        return self.target is not None or bool(self._maps)

    def move(self, at: QPointF) -> None:
        self.target = None
        if self.over_door(at, self._at_door):
            return
        bench = self.bench
        bench.marks.allowed = True
        bench.marks.slot = bench.marks.bar = None
        if not bench.view.viewport().rect().contains(at.toPoint()):
            self.forbid(at, _("Drop it on the map"))
            return
        self.target = self.aim(at)
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        target = self.target
        if self.through_door(at, self.send):
            return
        self.cancel()
        if target is None:
            return
        unknown = self._left_out()
        self.put(target)
        if unknown:
            self.bench.session.report(
                _(
                    "Copied without the feelings of {names}: no persona here has that name.",
                    names=", ".join(unknown),
                )
            )
        else:
            tell_last(self.bench)

    @abstractmethod
    def aim(self, at: QPointF) -> object:
        """Show what releasing here would do; returns where it goes, or None."""

    @abstractmethod
    def put(self, target: Any) -> None:
        """Put it there, as one step, and select it."""

    def send(self, map_id: str) -> object:  # noqa: ARG002
        """Put it on another map, as one step; what goes to no other map stays."""
        return None

    def say_below(self, box: Box | None, at: QPointF, words: Message) -> None:
        """Say what releasing does: below a box of the cells, else below what is carried."""
        under = self.below_lifted(at)
        if box is not None:
            corner = self.bench.board.to_view(box).bottomLeft()
            under = QPoint(max(round(corner.x()), 0), round(corner.y()) - 8)
        self.bench.bubble.say(self.bench.say(words), under)

    def _at_door(self, map_id: str) -> Message:
        title = map_title(self.bench.document.snapshot, map_id)
        return _("Copy {name} to {map}", name=name_of(self.content), map=title)

    def _left_out(self) -> tuple[str, ...]:
        content, document = self.content, self.bench.document
        if isinstance(content, Block):
            return ()
        same = content.doc_id == document.doc_id
        return unknown_personas(document.snapshot, content, same_document=same)
