"""Cells as text with tabs, as spreadsheets copy them. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence


def to_text(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as text: tabs between cells; cells of several lines in quotes."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue().removesuffix("\n")


def from_text(text: str) -> list[list[str]]:
    """Read what a spreadsheet copied; the last line end belongs to no row."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    return [row or [""] for row in csv.reader(io.StringIO(whole), delimiter="\t")]
