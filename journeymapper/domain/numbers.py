"""Numbers as they are printed in sentences: a real minus, thousands apart by a thin space."""

from __future__ import annotations


def fixed(value: float, digits: int) -> str:
    """Return a number with so many digits after the point."""
    text = f"{abs(value):,.{digits}f}".replace(",", "\u202f")
    return f"−{text}" if value < 0 and text.strip("0.") else text


def grouped(n: int) -> str:
    """Return a whole number: 4 200."""
    return fixed(n, 0)
