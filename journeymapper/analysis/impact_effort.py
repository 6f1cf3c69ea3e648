"""What an idea brings against what it costs: two by two, with the middle at 3 (method B12)."""

from __future__ import annotations

MIDDLE = 3


def is_quick_win(impact: int | None, effort: int | None) -> bool:
    """Say whether an idea brings much (3 or more of 5) for little work (less than 3)."""
    return impact is not None and effort is not None and impact >= MIDDLE and effort < MIDDLE
