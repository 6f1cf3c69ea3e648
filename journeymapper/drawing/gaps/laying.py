"""The gap analysis of one map from a document and its answers."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.gaps.board import make_board
from journeymapper.analysis.gaps.pictures import make_pictures
from journeymapper.analysis.gaps.types import GapSettings
from journeymapper.domain.counts import Counts
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.gaps.report import GapReportSetting, report_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright


def gap_sheets(
    snapshot: Snapshot,
    map_id: str,
    setting: MapSetting,
    counts: Counts,
    today: date,
    audience: str,
    on: Upright = A4,
) -> tuple[Sheet, ...]:
    """Find the gaps of a map and return the report on a paper, in points."""
    only = GapSettings(maps=(map_id,))
    board = make_board(snapshot, counts, today, only)
    pictures = make_pictures(snapshot, counts, today, board.report.gaps, only)
    pen = Pen(setting.engine, setting.tokens, setting.catalogue, whole=True)
    wish = GapReportSetting(audience=audience, on=on)
    return report_sheets(snapshot, board, pictures, pen, today, wish)
