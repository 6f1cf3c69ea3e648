"""What was put on paper, so that paper and screen can be compared later."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class PrintRun(Entity):
    """One printing of a map; it stays when its map goes, as the paper does.

    ``date`` is local; ``position`` grows from run to run, whatever the clock says. ``numbers``
    are the steps as they were numbered (``3.2 ID``), ``sheets`` what was printed: the key and
    fingerprint of each sheet (``KEY HASH``).
    """

    map: str = fields.name()
    preset: str = fields.name()
    date: str = fields.date()
    numbers: tuple[str, ...] = fields.words()
    sheets: tuple[str, ...] = fields.words()
    position: float = fields.real(0.0)
