"""Actions on the maps of a file: one more of them, or one less."""

from __future__ import annotations

from journeymapper.app.action_kinds import Action, Menu, When
from journeymapper.domain.message import _

MAPS: tuple[Action, ...] = (
    Action(
        "map.another",
        _("Another &map in this file…"),
        Menu.FILE,
        4,
        _("Begin one more map in this file: with the steps of a template, like this one, empty."),
        (),
        "plus",
        When.MAP_SHOWN,
    ),
    Action(
        "map.delete",
        _("&Delete this map…"),
        Menu.FILE,
        4,
        _("Take the map that is shown out of the file; the other maps stay."),
        (),
        "trash-2",
        When.MAP_SHOWN,
    ),
)
"""They stand in the menu File."""
