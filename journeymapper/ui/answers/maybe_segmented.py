"""A choice of few where nothing may be chosen: several things that differ."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeymapper.ui.widgets.segmented import Segmented


class MaybeSegmented(Segmented):
    """Like ``Segmented``; ``show_value(None)`` shows that nothing is chosen."""

    def show_value(self, value: str | None) -> None:
        """Show a value, or none, without telling anybody."""
        if value is not None:
            self.set_value(value)
            return
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)
        next(iter(self._buttons.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def value(self) -> str:
        """Return the chosen value, the first one while none is."""
        chosen = (key for key, button in self._buttons.items() if button.isChecked())
        return next(chosen, next(iter(self._buttons)))
