"""Whether the history stands beside the place: remembered, and made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from journeymapper.app.settings import HISTORY_SHOWN
from journeymapper.ui.context import Context
from journeymapper.ui.late import late
from journeymapper.ui.session import Session

if TYPE_CHECKING:
    from journeymapper.ui.history.panel import HistoryPanel

_panel: Callable[..., HistoryPanel] = late("history.panel", "HistoryPanel")


class HistorySide(QObject):
    """Puts the panel at the end of a row of the window and takes it away again."""

    left = Signal()
    """The keyboard should go back to the place."""
    shown = Signal()
    """The panel came up and takes room."""
    changed = Signal()

    def __init__(self, context: Context, session: Session, row: QBoxLayout, owner: QObject) -> None:
        super().__init__(owner)
        self._context = context
        self._session = session
        self._row = row
        self._wanted = context.settings.get(HISTORY_SHOWN)
        self._fits = False
        self.panel: HistoryPanel | None = None

    @property
    def is_shown(self) -> bool:
        """Say whether the panel can be seen."""
        return self.panel is not None and not self.panel.isHidden()

    def areas(self) -> tuple[QWidget, ...]:
        """Return what F6 steps through here."""
        return (self.panel,) if self.panel is not None and self.is_shown else ()

    def arrange(self, *, fits: bool) -> None:
        """Show the panel if it is wanted and the place in front has a history."""
        self._fits = fits
        self._show()

    def toggle(self) -> None:
        """Show the panel with the keyboard in it, or hide it."""
        self.set_wanted(not self.is_shown)
        if self.panel is not None and self.is_shown:
            self.panel.take_focus()

    def set_wanted(self, wanted: bool) -> None:
        """Show or hide the panel from now on."""
        self._wanted = wanted
        self._context.settings.set(HISTORY_SHOWN, wanted)
        self._show()

    def hide_for_now(self) -> None:
        """Make room for something else."""
        self._wanted = False
        self._show()

    def _show(self) -> None:
        show = self._wanted and self._fits and self._session.document is not None
        if show == self.is_shown:
            return
        if self.panel is None:
            self.panel = self._made()
        focused: QWidget | None = self.panel.window().focusWidget()
        had_focus = focused is not None and self.panel.isAncestorOf(focused)
        self.panel.setVisible(show)
        self.panel.refresh()
        if show:
            self.shown.emit()
        elif had_focus:
            self.left.emit()
        self.changed.emit()

    def _made(self) -> HistoryPanel:
        panel = _panel(self._context, self._session)
        panel.closed.connect(lambda: self.set_wanted(False))
        panel.left.connect(self.left)
        self._row.addWidget(panel)
        return panel
