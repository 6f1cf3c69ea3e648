"""Everything a user can ask for, in one table: menus, shortcuts and help derive from it.

Nothing here is a bare letter: like in a spreadsheet, letters write into the selected cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeymapper.domain.message import Message, _


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


_FILE = (
    Action(
        "file.new",
        _("&New map…"),
        Menu.FILE,
        1,
        _("Start a map, blank or with the steps of a template."),
        ("Ctrl+N",),
        "file-plus",
    ),
    Action(
        "file.open",
        _("&Open…"),
        Menu.FILE,
        1,
        _("Open a file from this computer, a cloud folder or a stick."),
        ("Ctrl+O",),
        "folder-open",
    ),
    Action(
        "file.example",
        _("&Look at an example"),
        Menu.FILE,
        1,
        _("Open the finished map of an invented practice."),
        (),
        "eye",
    ),
    Action(
        "file.save",
        _("&Save"),
        Menu.FILE,
        2,
        _("Write all changes to your file now."),
        ("Ctrl+S",),
        "save",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "file.save_as",
        _("Save &as…"),
        Menu.FILE,
        2,
        _("Keep this map in another place and go on there."),
        ("Ctrl+Shift+S",),
        "",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "file.save_copy",
        _("Save a co&py…"),
        Menu.FILE,
        2,
        _("Put a copy elsewhere and go on in this file."),
        (),
        "copy",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "file.export",
        _("&Export…"),
        Menu.FILE,
        3,
        _("Make a PDF or a picture of the map."),
        ("Ctrl+E",),
        "file-down",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "file.close",
        _("&Close"),
        Menu.FILE,
        4,
        _("Close this map. Nothing is lost."),
        ("Ctrl+W",),
        "",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "file.quit",
        _("&Quit"),
        Menu.FILE,
        4,
        _("Close Journey Mapper. Nothing is lost."),
        ("Ctrl+Q",),
    ),
)

_EDIT = (
    Action(
        "edit.undo",
        _("&Undo"),
        Menu.EDIT,
        1,
        _("Take back the last change."),
        ("Ctrl+Z",),
        "undo-2",
        When.CAN_UNDO,
    ),
    Action(
        "edit.redo",
        _("&Redo"),
        Menu.EDIT,
        1,
        _("Bring back what was taken back."),
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo-2",
        When.CAN_REDO,
    ),
    Action(
        "edit.edit",
        _("&Edit"),
        Menu.EDIT,
        2,
        _("Write in the selected cell."),
        ("F2",),
        "pencil",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "edit.delete",
        _("&Delete"),
        Menu.EDIT,
        2,
        _("Delete what is selected."),
        ("Del",),
        "trash-2",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "map.find",
        _("&Find"),
        Menu.EDIT,
        2,
        _("Find a word, a step by its number, or a file."),
        ("Ctrl+F",),
        "search",
        When.CAN_FIND,
    ),
    Action(
        "step.add_after",
        _("New &step after this one"),
        Menu.EDIT,
        3,
        _("Add a step after the selected one."),
        ("Ctrl+Enter", "Ctrl+Return"),
        "plus",
        When.MAP_SHOWN,
    ),
    Action(
        "stage.add",
        _("New s&tage"),
        Menu.EDIT,
        3,
        _("Add a stage after the selected one."),
        ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"),
        "plus",
        When.MAP_SHOWN,
    ),
    Action(
        "step.moment_of_truth",
        _("&Moment of truth"),
        Menu.EDIT,
        3,
        _("Mark the step as a make-or-break moment, or take the mark away."),
        ("Ctrl+M",),
        "",
        When.SOMETHING_SELECTED,
        True,
    ),
    Action(
        "move.left",
        _("Move &left"),
        Menu.EDIT,
        4,
        _("Move the selected step or stage towards the start."),
        ("Alt+Left",),
        "arrow-left",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "move.right",
        _("Move ri&ght"),
        Menu.EDIT,
        4,
        _("Move the selected step or stage towards the end."),
        ("Alt+Right",),
        "arrow-right",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "move.up",
        _("Move u&p"),
        Menu.EDIT,
        4,
        _("Move the selected card or row up."),
        ("Alt+Up",),
        "chevron-up",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "move.down",
        _("Move do&wn"),
        Menu.EDIT,
        4,
        _("Move the selected card or row down."),
        ("Alt+Down",),
        "chevron-down",
        When.SOMETHING_SELECTED,
    ),
)

_VIEW = (
    Action(
        "rows.more",
        _("&More rows"),
        Menu.VIEW,
        1,
        _("Show all rows, or only the first five."),
        (),
        "layers",
        When.MAP_SHOWN,
        True,
    ),
    Action(
        "view.details",
        _("&Details"),
        Menu.VIEW,
        1,
        _("Show or hide the details of the selected step."),
        ("Ctrl+I",),
        "panel-right",
        When.MAP_SHOWN,
        True,
    ),
    Action(
        "view.fit_width",
        _("Fit &width"),
        Menu.VIEW,
        2,
        _("Show the whole map in the width of the window."),
        ("Ctrl+0",),
        "scan",
        When.MAP_SHOWN,
    ),
    Action(
        "view.zoom_in",
        _("Zoom &in"),
        Menu.VIEW,
        2,
        _("Show the map larger."),
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
        When.MAP_SHOWN,
    ),
    Action(
        "view.zoom_out",
        _("Zoom &out"),
        Menu.VIEW,
        2,
        _("Show the map smaller."),
        ("Ctrl+-",),
        "zoom-out",
        When.MAP_SHOWN,
    ),
    Action(
        "view.actual_size",
        _("&Actual size"),
        Menu.VIEW,
        2,
        _("Show the map at 100 %."),
        (),
        "",
        When.MAP_SHOWN,
    ),
    Action(
        "view.theme_light",
        _("&Light"),
        Menu.VIEW,
        3,
        _("Dark text on white."),
        (),
        "sun",
        When.ALWAYS,
        True,
    ),
    Action(
        "view.theme_dark",
        _("Dar&k"),
        Menu.VIEW,
        3,
        _("Light text on dark."),
        (),
        "moon",
        When.ALWAYS,
        True,
    ),
    Action(
        "view.theme_contrast",
        _("&High contrast"),
        Menu.VIEW,
        3,
        _("The strongest difference between text and ground."),
        (),
        "contrast",
        When.ALWAYS,
        True,
    ),
    Action(
        "view.settings",
        _("&Settings…"),
        Menu.VIEW,
        4,
        _("Colours, size of text, small pictures."),
        ("Ctrl+,",),
        "settings",
    ),
    Action(
        "view.menu",
        _("Open the men&u"),
        Menu.VIEW,
        5,
        _("Open the menu with the keyboard."),
        ("F10",),
    ),
    Action(
        "view.next_area",
        _("&Next area"),
        Menu.VIEW,
        5,
        _("Go to the next part of the window: bar, work area, details, status."),
        ("F6",),
    ),
    Action(
        "view.previous_area",
        _("&Previous area"),
        Menu.VIEW,
        5,
        _("Go back to the part of the window before."),
        ("Shift+F6",),
    ),
)

_GO = (
    Action(
        "go.home", _("&Home"), Menu.GO, 1, _("Recent files and templates."), ("Ctrl+1",), "house"
    ),
    Action(
        "go.map",
        _("&Map"),
        Menu.GO,
        1,
        _("The journey, step by step."),
        ("Ctrl+2",),
        "route",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.personas",
        _("&Personas"),
        Menu.GO,
        1,
        _("Whom the journey is about."),
        ("Ctrl+3",),
        "users",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.answers",
        _("&Answers"),
        Menu.GO,
        1,
        _("What the people you serve say."),
        ("Ctrl+4",),
        "message-square-quote",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.gaps",
        _("&Gaps"),
        Menu.GO,
        1,
        _("Where the journey falls short."),
        ("Ctrl+5",),
        "triangle-alert",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.plan",
        _("P&lan"),
        Menu.GO,
        1,
        _("Who mends what by when."),
        ("Ctrl+6",),
        "clipboard-check",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.workshop",
        _("&Workshop"),
        Menu.GO,
        1,
        _("Work on the map together."),
        ("Ctrl+7",),
        "presentation",
        When.DOCUMENT_OPEN,
    ),
    Action(
        "go.print",
        _("P&rint"),
        Menu.GO,
        1,
        _("The map on paper."),
        ("Ctrl+8", "Ctrl+P"),
        "printer",
        When.DOCUMENT_OPEN,
    ),
)

_HELP = (
    Action(
        "help.shortcuts",
        _("&Keys"),
        Menu.HELP,
        1,
        _("Show all keys on one page."),
        ("F1",),
        "keyboard",
    ),
    Action(
        "help.about",
        _("&About Journey Mapper"),
        Menu.HELP,
        2,
        _("Version, licences, where your files are."),
        (),
        "info",
    ),
)

ACTIONS: tuple[Action, ...] = (*_FILE, *_EDIT, *_VIEW, *_GO, *_HELP)
"""Every action, in the order of the menus."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}

PLACES: tuple[str, ...] = tuple(a.id.removeprefix("go.") for a in _GO)
"""The keys of the places, in the order of the activity bar."""


def in_menu(menu: Menu) -> tuple[tuple[Action, ...], ...]:
    """Return the actions of a menu, one tuple for each section."""
    found = [action for action in ACTIONS if action.menu == menu]
    numbers = sorted({action.section for action in found})
    return tuple(tuple(a for a in found if a.section == number) for number in numbers)


def plain(text: str) -> str:
    """Return an action's text without the mark of its menu letter and without dots."""
    return text.replace("&", "").removesuffix("…")
