"""What a group of shapes says to somebody who does not see it."""

from __future__ import annotations

from journeymapper.drawing.display_list import Group, Reading, Text


def is_read(group: Group) -> bool:
    """Say whether a group has something to say: a text, or words that stand for it."""
    if group.reading == Reading.DECORATION:
        return False
    return group.alt is not None or any(
        isinstance(shape, Text) and not shape.run.text.isspace() for shape in group.shapes
    )


def spoken(group: Group) -> str:
    """Return the text of a group in the order of its shapes, with spaces between its lines."""
    words = ""
    base: float | None = None
    for shape in group.shapes:
        if isinstance(shape, Text) and shape.run.glyphs:
            below = shape.y + shape.run.ys[0]
            if base is not None and below != base and not words.endswith(" "):
                words += " "
            words += shape.run.text
            base = below
    return " ".join(words.split())
