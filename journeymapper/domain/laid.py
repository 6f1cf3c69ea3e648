"""Rows of a batch that lie on the disk already: they count as soon as a step brings their batch."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.counts import Cell, Histogram
from journeymapper.domain.records import dataclass
from journeymapper.domain.responses import Responses


@dataclass(frozen=True, slots=True)
class Laid:
    """How many sheets lie there, and their answers counted; the cells have no round."""

    sheets: int
    cells: Mapping[Cell, Histogram]


Brought = Responses | Laid
"""What a step brings with a batch: its rows, or word that they are there."""
