"""What the map offers about ways: show them, say where people go next, try other shares."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from journeymapper.domain import indexes, queries
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.commands import ways
from journeymapper.ui.late import late
from journeymapper.ui.panels.inspector import Inspector

if TYPE_CHECKING:
    from journeymapper.ui.dialogs.what_if import WhatIfDialog

_what_if: Callable[..., WhatIfDialog] = late("dialogs.what_if", "WhatIfDialog")


class MapWays:
    """Handles the actions about ways; ``open_details`` shows the details panel."""

    def __init__(
        self, canvas: Canvas, inspector: Inspector, open_details: Callable[[], None]
    ) -> None:
        self._canvas, self._inspector = canvas, inspector
        self._bench = canvas.bench
        self._open_details = open_details

    def bind(self, binding: ActionBinding) -> None:
        """Handle the actions."""
        binding.bind("view.ways", self.toggle, self.are_shown)
        binding.bind("step.ways", self.show_next)
        binding.bind("ways.what_if", self.what_if)

    def are_shown(self) -> bool:
        """Say whether the map shows ways."""
        return self._bench.ready and ways.are_shown(self._bench.snapshot)

    def toggle(self) -> None:
        """Show the ways of the map, or hide them."""
        if self._settled():
            with self._bench.session.guard():
                ways.show(self._bench.document, shown=not self.are_shown())

    def show_next(self) -> None:
        """Open the details where they say where people go from the selected step."""
        bench = self._bench
        if not self._settled():
            return
        if len(bench.cursor.steps) != 1:
            bench.session.report(_("Select a step first."))
            return
        with bench.session.guard():
            if not self.are_shown():
                ways.show(bench.document, shown=True)
        self._open_details()
        self._inspector.refresh()
        QTimer.singleShot(0, self._focus)

    def what_if(self) -> None:
        """Try other shares; what is kept becomes one step."""
        bench = self._bench
        if not self._settled():
            return
        map_id = bench.projection.map_id
        snapshot = bench.snapshot
        steps = queries.touchpoints_of_map(snapshot, map_id)
        if not any(snapshot.select(indexes.CONNECTIONS_FROM, step.id) for step in steps):
            bench.session.report(
                _("No step leads anywhere but to the next one: there is no share to try yet.")
            )
            return
        dialog = _what_if(bench.context, snapshot, map_id, bench.view.window())
        if dialog.exec():
            with bench.session.guard():
                ways.keep_shares(bench.document, dialog.shares())
        dialog.deleteLater()

    def _settled(self) -> bool:
        if not self._bench.ready:
            return False
        self._canvas.mouse.cancel()
        return self._canvas.editing.finish()

    def _focus(self) -> None:
        panel = self._inspector.step.ways
        if panel.isVisible():
            panel.add.setFocus()
            area = _scroll_area(panel)
            if area is not None:
                area.ensureWidgetVisible(panel, 0, 8)
                area.ensureWidgetVisible(panel.add, 0, 40)


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
