"""The corner above the row titles: it opens the list of rows."""

from __future__ import annotations

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Group, Icon, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.ui.context import Context

_HEIGHT = 60.0
_ICON = 15.0


def corner_group(context: Context) -> Group:
    """Return the word "Rows" and its icon, in the coordinates of the map."""
    tokens = context.tokens
    pen = Pen(context.engine, tokens, context.catalogue, condensed=False)
    width = tokens.size("lane_title")
    word = pen.line(context.say(_("Rows")), pen.style("label"))
    middle = _HEIGHT / 2 + 4
    shapes: tuple[Shape, ...] = (
        *placed(word, 12, middle - word.height / 2, "text_secondary"),
        Icon(tokens.icon("action", "lanes"), width - 12 - _ICON, middle - _ICON / 2, _ICON),
    )
    return Group("corner", Box(0, 0, width, _HEIGHT), shapes)
