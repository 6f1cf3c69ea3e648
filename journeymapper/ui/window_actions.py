"""Binds the actions that the window itself handles; the map binds its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from journeymapper.app.actions import PLACES
from journeymapper.ui.late import late

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from journeymapper.ui.dialogs.settings import SettingsDialog
    from journeymapper.ui.main_window import MainWindow
    from journeymapper.ui.places.plan import PlanPlace
    from journeymapper.ui.places.print import PrintPlace

_about: Callable[..., QDialog] = late("dialogs.about", "AboutDialog")
_keys: Callable[..., QDialog] = late("dialogs.shortcuts", "ShortcutsDialog")
_choose: Callable[..., SettingsDialog] = late("dialogs.settings", "SettingsDialog")
_find: Callable[[MainWindow], None] = late("finder.find", "find_anything")

_THEMES = {
    "view.theme_light": "light",
    "view.theme_dark": "dark",
    "view.theme_contrast": "high_contrast",
}


def bind_window_actions(window: MainWindow) -> None:
    """Bind files, undo, themes, places and help."""
    bind, flows = window.binding.bind, window.flows
    bind("file.new", flows.new)
    bind("file.open", flows.open)
    bind("file.example", flows.example)
    bind("file.save", flows.save)
    bind("file.save_as", flows.save_as)
    bind("file.save_copy", flows.save_copy)
    bind("file.restore", flows.restore)
    bind("file.export", flows.export)
    bind("file.print", lambda: _print(window))
    bind("file.close", flows.close)
    bind("file.quit", window.close)
    bind("edit.undo", flows.undo)
    bind("edit.redo", flows.redo)
    bind("map.find", lambda: window.places.current().find())
    bind("view.menu", window.open_menu)
    bind("view.history", window.history.toggle, lambda: window.history.is_shown)
    bind("view.next_area", lambda: window.step_area(1))
    bind("view.previous_area", lambda: window.step_area(-1))
    bind("view.settings", lambda: _settings(window))
    for id_, theme in _THEMES.items():
        bind(id_, partial(window.looks.choose, theme), partial(_has_theme, window, theme))
    for key in PLACES:
        bind(f"go.{key}", partial(window.show_place, key))
    bind("go.anything", lambda: _find(window))
    bind("help.shortcuts", lambda: _show(_keys(window.context, window)))
    bind("help.about", lambda: _show(_about(window.context, window)))


def _print(window: MainWindow) -> None:
    """Print what the place Print shows; it comes to the front, so that one sees what.

    From the place Plan that is the action list.
    """
    before = window.places.current()
    if before.key == "plan":
        cast("PlanPlace", before).print_list()
    window.show_place("print")
    place = cast("PrintPlace", window.places.current())
    place.print_now()


def _has_theme(window: MainWindow, theme: str) -> bool:
    return window.context.theme.name == theme


def _settings(window: MainWindow) -> None:
    dialog = _choose(window.context, window)
    dialog.changed.connect(window.looks.apply)
    dialog.changed.connect(window.memory.apply_settings)
    _show(dialog)


def _show(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
