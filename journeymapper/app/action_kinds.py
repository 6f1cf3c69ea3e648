"""What an action is: its menu, the condition under which it can be used, its keys."""

from __future__ import annotations

from enum import StrEnum

from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass


class When(StrEnum):
    """The condition under which an action can be used; the window knows how to tell."""

    ALWAYS = "always"
    DOCUMENT_OPEN = "a document is open"
    CAN_UNDO = "something can be undone"
    CAN_REDO = "something can be redone"
    MAP_SHOWN = "the map is shown"
    SOMETHING_SELECTED = "something on the map is selected"
    CAN_FIND = "the place shown can be searched"


class Menu(StrEnum):
    """The menus, in the order of the menu bar."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    GO = "go"
    HELP = "help"


MENU_TITLES: dict[Menu, Message] = {
    Menu.FILE: _("&File"),
    Menu.EDIT: _("&Edit"),
    Menu.VIEW: _("&View"),
    Menu.GO: _("&Go"),
    Menu.HELP: _("&Help"),
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to ask for.

    ``section`` counts groups inside a menu; a line is drawn between sections. ``shortcuts`` are
    Qt key texts, the first is shown. ``icon`` is a name of the icon set or "". ``help`` is one
    sentence. ``checkable`` actions show whether they are on.
    """

    id: str
    text: Message
    menu: Menu
    section: int
    help: Message
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS
    checkable: bool = False
