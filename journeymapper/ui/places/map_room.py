"""How the map uses its room: height shared among the rows, width among the columns."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from journeymapper.domain import queries
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.context import Context

_WIDEST = 1.4
"""Columns grow so far, as a multiple of the usual width, where there is room."""

_REST_MS = 40
"""While a window is being resized the map is laid out so long after the last change."""


class MapRoom(QObject):
    """Keeps the layout in step with the size of the view."""

    def __init__(self, context: Context, canvas: Canvas) -> None:
        super().__init__(canvas.view)
        self._context, self._canvas = context, canvas
        self._fits = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(lambda: self.use(zoom=True))
        canvas.view.resized.connect(self._on_resize)

    def toggle_fit(self) -> None:
        """Show all columns in the width of the window, or give them their usual width again."""
        self._fits = not self._fits
        if not self._fits:
            self._canvas.view.set_zoom(1.0)
        self.use(zoom=True)

    def reset(self) -> None:
        """Show the map at 100 %, with columns of the usual width."""
        self._fits = False
        self._canvas.view.set_zoom(1.0)
        self.use()

    def use(self, *, zoom: bool = False) -> None:
        """Lay out for the room there is now; ``zoom`` out where even the narrowest is too wide."""
        view, projection = self._canvas.view, self._canvas.projection
        room = view.room()
        projection.change_setting(
            fill_height=float(room.height()),
            fit_width=float(room.width()) if self._fits else None,
            column_width=self._column_width(float(room.width())),
        )
        layout = projection.layout
        if zoom and self._fits and layout is not None and layout.width > 0:
            view.set_zoom(min(1.0, room.width() / layout.width))

    def _column_width(self, room: float) -> float:
        """The usual width, more where all columns are seen and leave room."""
        tokens, projection = self._context.tokens, self._canvas.projection
        usual = tokens.size("touchpoint_default_width")
        document = projection.document
        if document is None:
            return usual
        room -= tokens.size("lane_title")
        count = 0
        for stage in queries.stages(document.snapshot, projection.map_id):
            count += max(1, len(queries.touchpoints(document.snapshot, stage.id)))
            if count * usual > room:
                return usual
        spare = room / max(1, count)
        return max(usual, min(float(int(spare)), _WIDEST * usual))

    def _on_resize(self) -> None:
        if self._canvas.projection.layout is None or not self._canvas.view.isVisible():
            self.use()
        else:
            self._timer.start()
