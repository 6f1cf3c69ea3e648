"""Dragging a way from the handle of a step to another step or to an end."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, Qt

from journeymapper.domain.entities import EndState
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.connector import handle_of, pills_of, target_at
from journeymapper.ui.canvas.gestures.base import Gesture
from journeymapper.ui.canvas.targets import step_group
from journeymapper.ui.commands import ways

_BELOW = QPointF(14, 10).toPoint()


class Connect(Gesture):
    """A wire follows the pointer; the bubble says what dropping it would do, or why not."""

    shape = Qt.CursorShape.CrossCursor

    def __init__(self, bench: Bench, touchpoint_id: str) -> None:
        super().__init__(bench)
        self._source = touchpoint_id
        self._target = ""
        group = step_group(bench.board, touchpoint_id)
        self._from = handle_of(group) if group is not None else (0.0, 0.0)
        self._pills = pills_of(bench)

    def start(self, at: QPointF) -> None:
        self.bench.marks.pills = self._pills
        self.move(at)

    def move(self, at: QPointF) -> None:
        bench, marks = self.bench, self.bench.marks
        over = next((pill.end for pill in self._pills if pill.rect.contains(at)), "")
        target = over or target_at(bench, at)
        why, words = self._judge(target)
        self._target = target if why is None else ""
        x, y = self._from
        marks.handle = None
        marks.wire = (bench.board.to_view(Box(x, y, 0, 0)).topLeft(), at)
        marks.pills = tuple(replace(p, hot=p.end == over and why is None) for p in self._pills)
        group = step_group(bench.board, self._target) if self._target and not over else None
        marks.target = group.box if group is not None else None
        bench.bubble.say(bench.say(words), at.toPoint() + _BELOW)
        bench.repaint()

    def release(self, at: QPointF) -> None:
        self.move(at)
        target, self._target = self._target, ""
        self.cancel()
        if not target:
            return
        if self.bench.snapshot.find(EndState, target) is not None:
            ways.lead(self.bench.document, self._source, end=target)
        else:
            ways.lead(self.bench.document, self._source, target=target)

    def _judge(self, target: str) -> tuple[Message | None, Message]:
        """Return why nothing can be dropped here, if so, and what to say."""
        if not target:
            hint = (
                _("Drop it on another step, or on an end below")
                if self._pills
                else _("Drop it on another step")
            )
            return hint, hint
        why = ways.why_not(self.bench.snapshot, self._source, target)
        if why is not None:
            return why, why
        return None, ways.would_lead(self.bench.snapshot, self._source, target)
