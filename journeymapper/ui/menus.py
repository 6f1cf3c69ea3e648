"""Menus made from the table of actions: the bar of the first start, and the one menu later."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from journeymapper.app.actions import MENU_TITLES, Menu, in_menu
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context

FIRST_START = (Menu.FILE, Menu.VIEW, Menu.HELP)
"""The menus that make sense before there is anything to edit."""


def fill_menu(menu: QMenu, which: Menu, binding: ActionBinding) -> None:
    """Put the actions of a menu into a QMenu, a line between sections."""
    for i, section in enumerate(in_menu(which)):
        if i:
            menu.addSeparator()
        for action in section:
            menu.addAction(binding.action(action.id))


def fill_bar(bar: QMenuBar, context: Context, binding: ActionBinding) -> dict[Menu, QMenu]:
    """Fill a menu bar with all menus; returns them so that some can be hidden."""
    made: dict[Menu, QMenu] = {}
    for which, title in MENU_TITLES.items():
        made[which] = bar.addMenu(context.say(title))
        fill_menu(made[which], which, binding)
    return made


def main_menu(parent: QWidget, context: Context, binding: ActionBinding) -> QMenu:
    """Return one menu that holds all menus, for the sign of the app and for F10."""
    menu = QMenu(parent)
    for which, title in MENU_TITLES.items():
        fill_menu(menu.addMenu(context.say(title)), which, binding)
    return menu
