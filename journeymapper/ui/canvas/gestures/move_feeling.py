"""Dragging a point of the curve up and down, in steps of 1."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from journeymapper.document.operations import feelings as feelings_
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.gestures.base import CarryGesture
from journeymapper.ui.canvas.targets import feeling_at
from journeymapper.ui.commands import feelings
from journeymapper.ui.commands.names import persona_name, signed


class MoveFeeling(CarryGesture):
    """The curve follows; the bubble says the value."""

    shape = Qt.CursorShape.SizeVerCursor

    def __init__(self, bench: Bench, touchpoint_id: str, persona_id: str) -> None:
        super().__init__(bench, None)
        self._id = touchpoint_id
        self._persona = persona_id
        known = queries.feeling_of(bench.snapshot, touchpoint_id, persona_id)
        self._home = known.value if known else 0
        self._value = self._home

    def move(self, at: QPointF) -> None:
        bench = self.bench
        _x, y = bench.on_map(at)
        value = feeling_at(self._base, y)
        if value is None:
            return
        self._value = value

        def verb(tx: Tx) -> None:
            feelings_.set_feeling(tx, self._id, self._persona, value)

        self.show_result(value, None if value == self._home else verb)
        words = _(
            "{persona} feels {value}",
            persona=persona_name(bench.snapshot, self._persona),
            value=signed(value),
        )
        bench.bubble.say(bench.say(words), at.toPoint())
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        self.cancel()
        if self._value != self._home:
            feelings.set_value(self.bench.document, self._id, self._persona, self._value)
