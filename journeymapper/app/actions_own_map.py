"""Actions of steps that have a map of their own: give it, go down, come back."""

from __future__ import annotations

from journeymapper.app.action_kinds import Action, Menu, When
from journeymapper.domain.message import _

OWN_MAP: tuple[Action, ...] = (
    Action(
        "step.own_map",
        _("A map of its ow&n…"),
        Menu.EDIT,
        4,
        _("Show the selected step in more detail on a map of its own, or choose another one."),
        (),
        "route",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "go.own_map",
        _("Open its &own map"),
        Menu.GO,
        3,
        _("Go down to the own map of the selected step."),
        ("Ctrl+Alt+Down",),
        "route",
        When.SOMETHING_SELECTED,
    ),
    Action(
        "go.map_above",
        _("&Back to the map above"),
        Menu.GO,
        3,
        _("Come back from the own map of a step to the map on which the step stands."),
        ("Ctrl+Alt+Up",),
        "chevron-up",
        When.MAP_SHOWN,
    ),
)
"""They stand in the menus Edit and Go."""
