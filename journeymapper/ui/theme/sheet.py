"""The one style sheet of the window, made from the tokens of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template
from typing import Final

from journeymapper.drawing.theme import Theme
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.fonts import CHAINS
from journeymapper.ui.theme.rules_controls import CONTROLS
from journeymapper.ui.theme.rules_frame import FRAME
from journeymapper.ui.theme.rules_personas import PERSONAS
from journeymapper.ui.theme.rules_plan_views import PLAN_VIEWS
from journeymapper.ui.theme.rules_plans import PLANS
from journeymapper.ui.theme.rules_proof import PROOF

FAMILIES: Final = ", ".join(f'"{name}"' for name in CHAINS["sans"])

_TYPES = (
    "display",
    "title",
    "heading",
    "subheading",
    "body",
    "body_large",
    "label",
    "value",
    "question",
    "place_name",
)
_OWN_TYPES: Mapping[str, tuple[float, int]] = {
    "greeting": (38, 600),
    "lead": (17, 400),
    "note": (14, 400),
    "card_title": (13, 600),
    "small": (11, 400),
    "tag": (11, 600),
    "welcome": (22, 600),
    "section": (14, 600),
    "bar_title": (14, 600),
}
"""Sizes of Home that the type scale of the map does not have: size and weight."""

_TEXT_ROLES = (
    "surface",
    "text",
    "text_secondary",
    "text_tertiary",
    "accent",
    "on_accent",
    "good",
    "warn",
)


class _Names(dict[str, str]):
    """Colours by role, and ``px12``: a length of text that grows with the size of text."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__(family=FAMILIES)
        self._theme = theme
        self._scale = scale

    def __missing__(self, name: str) -> str:
        if name.startswith("px") and name[2:].isdecimal():
            return f"{round(int(name[2:]) * self._scale)}px"
        return self._theme.colour(name)


def style_sheet(tokens: Tokens, theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet for a theme; ``scale`` is 1.0 to 1.5, the size of text."""
    names = _Names(theme, scale)
    rules = FRAME + CONTROLS + PERSONAS + PLANS + PROOF + PLAN_VIEWS + _types(tokens) + _roles()
    return Template(rules).substitute(names)


def _types(tokens: Tokens) -> str:
    """One rule for each text style of the type scale."""
    styles: Mapping[str, tuple[float, int]] = {
        name: (tokens.style(name).size, tokens.style(name).weight) for name in _TYPES
    } | dict(_OWN_TYPES)
    return "".join(
        f'PlainLabel[type="{name}"] {{ font-size: ${{px{size:.0f}}}; font-weight: {weight}; }}\n'
        for name, (size, weight) in styles.items()
    )


def _roles() -> str:
    return "".join(f'PlainLabel[role="{role}"] {{ color: ${role}; }}\n' for role in _TEXT_ROLES)
