"""How values are written in a PDF."""

from __future__ import annotations

from datetime import date


def text(value: str) -> str:
    """Return a text string; halves of surrogate pairs become the replacement character."""
    return f"<FEFF{units(value)}>"


def units(value: str) -> str:
    """Return UTF-16 code units in hexadecimal digits, as character maps want them."""
    fit = value.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return fit.encode("utf-16-be").hex().upper()


def number(value: float) -> str:
    """Return a number with two digits after the point, without idle zeros."""
    written = f"{value:.2f}"
    if written.endswith("00"):
        written = written[:-3]
    return "0" if written in {"-0", "-0.00"} else written


def numbers(values: tuple[float, ...]) -> str:
    """Return numbers with spaces between them."""
    return " ".join(number(value) for value in values)


def refs(objects: list[int]) -> str:
    """Return an array of references to objects."""
    return "[" + " ".join(f"{number} 0 R" for number in objects) + "]"


def moment(day: date) -> str:
    """Return the first moment of a day as a PDF date."""
    return f"(D:{day:%Y%m%d}000000Z)"
