"""The mouse on steps that have a map of their own: a double click opens it, resting tells of it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from journeymapper.domain.message import _
from journeymapper.drawing.map.own_map import mark_area
from journeymapper.drawing.map.steps import pad_of
from journeymapper.ui.canvas import own_words
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.targets import step_group

_LEAST = 24.0
"""Height of the mark as a target, in px of the screen; never more than half of the card."""


class OwnMapPointer(QObject):
    """Looks at what comes to the viewport before the view does; takes nothing else away."""

    opened = Signal(str)
    """The mark of this step was double clicked."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench.view)
        self._bench = bench
        bench.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            step = self.marked_at(event.position())
            if step and event.button() == Qt.MouseButton.LeftButton:
                self.opened.emit(step)
                return True
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.hint_at(QPointF(event.pos()))
            if words:
                lines = "<br>".join(escape(line) for line in words.splitlines())
                QToolTip.showText(event.globalPos(), f"<p>{lines}</p>", self._bench.view)
            else:
                QToolTip.hideText()
            return True
        return super().eventFilter(watched, event)

    def marked_at(self, at: QPointF) -> str:
        """Return the step whose mark is at a point of the viewport, or ""."""
        step = self._step_at(at)
        if not step:
            return ""
        bench = self._bench
        group = step_group(bench.board, step)
        if group is None:
            return ""
        frame = bench.layout.frame
        area = mark_area(frame, frame.own[step], group.box, pad_of(frame))
        height = min(max(area.h, _LEAST / bench.board.zoom), group.box.h / 2)
        _x, y = bench.on_map(at)
        return step if y >= group.box.bottom - height else ""

    def hint_at(self, at: QPointF) -> str:
        """Return what the own map of the step at a point comes to, or ""."""
        bench, step = self._bench, self._step_at(at)
        if not step:
            return self._hollow_at(at)
        said = [own_words.COUNTED, *own_words.lines(bench, bench.layout.frame.own[step])]
        said.append(_("Double click on its lowest line opens the map."))
        return "\n".join(bench.say(line) for line in said)

    def _hollow_at(self, at: QPointF) -> str:
        """What the hollow mark beside the curve says, or ""."""
        bench = self._bench
        if not bench.ready or bench.board.part_at(at.x(), at.y()) is not Part.CELLS:
            return ""
        x, y = bench.on_map(at)
        column = bench.layout.column_at(x)
        if column is None or not column.touchpoint:
            return ""
        group = bench.board.scenes[Part.CELLS].find(f"own_feeling:{column.touchpoint}")
        if group is None or group.alt is None or not group.box.contains(x, y):
            return ""
        return bench.say(group.alt)

    def _step_at(self, at: QPointF) -> str:
        """The step with an own map whose card is at a point."""
        bench = self._bench
        if not bench.ready or not bench.layout.frame.own:
            return ""
        if bench.board.part_at(at.x(), at.y()) is not Part.CELLS:
            return ""
        x, y = bench.on_map(at)
        column = bench.layout.column_at(x)
        if column is None or column.touchpoint not in bench.layout.frame.own:
            return ""
        group = step_group(bench.board, column.touchpoint)
        return column.touchpoint if group is not None and group.box.contains(x, y) else ""
