"""Puts the parts of the canvas together."""

from __future__ import annotations

from journeymapper.ui.canvas.accessible.access import MapAccess
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.bubble import Bubble
from journeymapper.ui.canvas.corner import corner_group
from journeymapper.ui.canvas.editing import Editing
from journeymapper.ui.canvas.editor import CellEditor
from journeymapper.ui.canvas.keys import Keys
from journeymapper.ui.canvas.mouse import Menus, Mouse
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.canvas.view import MapView
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.session import Session


class Canvas:
    """The view with its editor, gestures and keys; ``view`` is the widget to show."""

    def __init__(
        self, context: Context, session: Session, projection: Projection, menus: Menus
    ) -> None:
        self._session = session
        ink = Ink(context.theme.theme, context.icons, context.engine.fonts, self._picture)
        self.projection = projection
        self.view = MapView(projection, ink)
        self.view.board.corner = corner_group(context)
        self.bubble = Bubble(self.view.viewport(), ink)
        self.editor = CellEditor(self.view.viewport(), ink)
        self.bench = Bench(context, session, projection, self.view, self.bubble)
        self.editing = Editing(self.bench, self.editor)
        self.mouse = Mouse(self.bench, self.editing, menus)
        self.keys = Keys(self.bench, self.editing, self.mouse)
        self.view.mouse, self.view.keys = self.mouse, self.keys
        self.access = MapAccess(self.bench, self.editing)
        self._context = context
        self.view.set_base(context.theme.scale)
        context.theme.changed.connect(self._dress)

    def settle(self) -> None:
        """Break off a drag and keep what is being typed: the document is about to change."""
        self.mouse.cancel()
        self.editing.finish()

    def _dress(self) -> None:
        """Take the colours and the size of text of the window."""
        ink = self.view.board.ink.with_theme(self._context.theme.theme)
        self.view.set_base(self._context.theme.scale)
        self.view.set_ink(ink)
        self.bubble.set_ink(ink)
        self.editor.set_ink(ink)

    def _picture(self, attachment: str) -> bytes:
        document = self._session.document
        return document.blob(attachment) if document is not None else b""
