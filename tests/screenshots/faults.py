"""What is wrong somewhere on the screen, in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRectF

SLACK = 0.9
"""Pixels by which ink may be off before anybody sees it."""


class Kind(StrEnum):
    """The sorts of faults."""

    CUT = "cut text"
    ELIDED = "shortened text without a way to read it"
    OVERLAP = "overlap"
    SMALL = "small target"
    NAMELESS = "no name for a screen reader"
    UNREACHED = "out of reach of the keyboard"


@dataclass(frozen=True)
class Fault:
    """A fault, where it is, and what it is about."""

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what}"


def outside(inner: QRectF, outer: QRectF) -> str:
    """Say by how much an area leaves another; "" when it does not."""
    parts = (
        ("left", outer.left() - inner.left()),
        ("right", inner.right() - outer.right()),
        ("above", outer.top() - inner.top()),
        ("below", inner.bottom() - outer.bottom()),
    )
    return ", ".join(f"{by:.0f} px {side}" for side, by in parts if by > SLACK)


def meet(one: QRectF, other: QRectF) -> bool:
    """Say whether two areas share more than a hair."""
    shared = one.intersected(other)
    return shared.width() > SLACK and shared.height() > SLACK
