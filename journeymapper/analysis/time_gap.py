"""How much longer something took than was promised (method B19)."""

from __future__ import annotations


def time_ratio(actual: float | None, promised: float | None) -> float | None:
    """Return actual over promised, both in the same unit; None where that says nothing."""
    if promised is None or actual is None or promised <= 0:
        return None
    return actual / promised
