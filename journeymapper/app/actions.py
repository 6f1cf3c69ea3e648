"""Everything a user can ask for, in one table: menus, shortcuts and help derive from it.

Nothing here is a bare letter: like in a spreadsheet, letters write into the selected cell.
"""

from __future__ import annotations

from journeymapper.app.action_kinds import MENU_TITLES, Action, Menu, When
from journeymapper.app.actions_edit import EDIT
from journeymapper.app.actions_file import FILE, HELP
from journeymapper.app.actions_maps import MAPS
from journeymapper.app.actions_own_map import OWN_MAP
from journeymapper.app.actions_view import FIND, GO, VIEW

__all__ = [
    "ACTIONS",
    "BY_ID",
    "MENU_TITLES",
    "PLACES",
    "Action",
    "Menu",
    "When",
    "in_menu",
    "plain",
]

ACTIONS: tuple[Action, ...] = (*FILE, *MAPS, *EDIT, *OWN_MAP, *VIEW, *GO, *FIND, *HELP)
"""Every action, in the order of the menus."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

PLACES: tuple[str, ...] = tuple(a.id.removeprefix("go.") for a in GO)
"""The keys of the places, in the order of the activity bar."""


def in_menu(menu: Menu) -> tuple[tuple[Action, ...], ...]:
    """Return the actions of a menu, one tuple for each section."""
    found = [action for action in ACTIONS if action.menu == menu]
    numbers = sorted({action.section for action in found})
    return tuple(tuple(a for a in found if a.section == number) for number in numbers)


def plain(text: str) -> str:
    """Return an action's text without the mark of its menu letter and without dots."""
    return text.replace("&", "").removesuffix("…")
