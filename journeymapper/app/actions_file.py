"""Actions of the menus File and Help."""

from __future__ import annotations

from journeymapper.app.action_kinds import Action, Menu, When
from journeymapper.domain.message import _

FILE: tuple[Action, ...] = (
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

HELP: tuple[Action, ...] = (
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
