"""Works out everything about gaps at once; runs in a thread, loaded there when first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.gaps.board import GapBoard, make_board
from journeymapper.analysis.gaps.pictures import GapPictures, make_pictures
from journeymapper.domain.counts import Counts
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.gaps.words import Names


@dataclass(frozen=True, slots=True)
class GapFigures:
    """All that the place shows of one state of the document."""

    snapshot: Snapshot
    board: GapBoard
    pictures: GapPictures
    names: Names
    today: date

    @property
    def critical(self) -> int:
        """How many places are critical."""
        return self.board.count("critical")


def figure(snapshot: Snapshot, counts: Counts, today: date) -> GapFigures:
    """Return the figures; ``today`` is a local date."""
    board = make_board(snapshot, counts, today)
    pictures = make_pictures(snapshot, counts, today, board.report.gaps)
    return GapFigures(snapshot, board, pictures, Names(snapshot), today)
