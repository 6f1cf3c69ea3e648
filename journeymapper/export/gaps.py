"""Exports gaps: the report on paper, and all gaps with their numbers as XLSX or CSV."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

from journeymapper.analysis.gaps.board import GapBoard, make_board
from journeymapper.analysis.gaps.pictures import make_pictures
from journeymapper.analysis.gaps.rules import BY_CODE
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.gaps import plan_words, words
from journeymapper.drawing.gaps.report import TITLE, GapReportSetting, report_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.drawing.paper import upright
from journeymapper.export.files import check_place, write_all
from journeymapper.export.formats import FORMATS
from journeymapper.export.run import (
    ExportOptions,
    ExportServices,
    warn_of_missing,
    write_sheets,
)
from journeymapper.export.table import Cell, csv_file
from journeymapper.text.catalogue import Catalogue

SUFFIXES = (".xlsx", ".csv")
"""What all gaps can be written to as a table."""

HEAD: tuple[Message, ...] = (
    _("Number"),
    _("Place"),
    _("Code"),
    _("What is wrong"),
    _("In words"),
    _("How bad"),
    _("How bad, 0 to 100"),
    _("How sure"),
    _("Could be chance"),
    _("What to do"),
    _("Value"),
    _("Numbers"),
    _("Lived with since"),
    _("Why we live with it"),
    _("Plan"),
    _("How far the plan is"),
)
"""The columns of the table."""

_WIDTHS = (8, 28, 7, 26, 60, 10, 10, 16, 10, 30, 9, 60, 14, 30, 28, 16)


def export_gaps(
    snapshot: Snapshot,
    counts: Counts,
    out: Path,
    options: ExportOptions,
    services: ExportServices,
    summary: str = "",
) -> list[Path]:
    """Write the report, or the table of all gaps for .xlsx and .csv; return the paths.

    ``summary`` takes the place of the sentence that the report begins with. Raises UserError for
    an unknown suffix and for a place that cannot be written.
    """
    suffix = out.suffix.lower()
    if suffix not in (*FORMATS, *SUFFIXES):
        raise UserError(
            _("“{name}” is not a kind of file this can be exported to.", name=out.name),
            _("End the name with one of {suffixes}.", suffixes=", ".join((*FORMATS, *SUFFIXES))),
        )
    check_place(out)
    board = make_board(snapshot, counts, options.today)
    if suffix in SUFFIXES:
        return gaps_table(snapshot, board, out, services.catalogue, options.today)
    pictures = make_pictures(snapshot, counts, options.today, board.report.gaps)
    pen = Pen(services.engine, services.tokens, services.catalogue, whole=True)
    setting = GapReportSetting(summary.strip(), options.audience, upright(options.paper))
    sheets = report_sheets(snapshot, board, pictures, pen, options.today, setting)
    warn_of_missing(sheets, services)
    return write_sheets(snapshot, sheets, out, options, services, services.catalogue.say(TITLE))


def gaps_table(
    snapshot: Snapshot, board: GapBoard, out: Path, catalogue: Catalogue, today: datetime.date
) -> list[Path]:
    """Write all gaps with their numbers as the suffix says: .csv, otherwise .xlsx."""
    check_place(out)
    names = words.Names(snapshot)
    table: list[Sequence[Cell]] = [[catalogue.say(head) for head in HEAD]]
    table += [_row(gap, board, names, catalogue, today) for gap in board.report.gaps]
    if out.suffix.lower() == ".csv":
        return write_all(out, [csv_file(table)])
    return write_all(out, [_workbook(table, catalogue.say(_("Gaps")), today)])


def _row(
    gap: Gap, board: GapBoard, names: words.Names, catalogue: Catalogue, today: datetime.date
) -> list[Cell]:
    say = catalogue.say
    title = names.title(gap.subject)
    numbers = "; ".join(f"{say(name)}: {value}" for name, value in words.inputs(gap))
    decision = board.accepted.get(gap.key)
    plan = board.plan_for(gap)
    return [
        title.number,
        title.name,
        gap.rule,
        say(BY_CODE[gap.rule].title),
        say(gap.text),
        say(SEVERITIES[Severity(gap.band)]),
        round(gap.severity, 1),
        say(words.who(gap, names.people)),
        "" if gap.certain else say(_("yes")),
        say(words.ADVICE[gap.advice]),
        "" if gap.value is None else round(gap.value, 3),
        numbers,
        decision.date if decision is not None else "",
        decision.reason if decision is not None else "",
        plan.title if plan is not None else "",
        say(plan_words.state(names.snapshot, plan, today)),
    ]


def _workbook(table: Sequence[Sequence[Cell]], name: str, today: datetime.date) -> bytes:
    """Return a workbook with one sheet; texts are written as texts, never as formulas."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True})
    book.set_properties(
        {"created": datetime.datetime(today.year, today.month, today.day, tzinfo=datetime.UTC)}
    )
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    for y, row in enumerate(table):
        for x, cell in enumerate(row):
            look = bold if y == 0 else plain
            if isinstance(cell, str):
                sheet.write_string(y, x, cell, look)
            else:
                sheet.write_number(y, x, cell, look)
    for x, width in enumerate(_WIDTHS):
        sheet.set_column(x, x, width)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, len(table) - 1, len(HEAD) - 1)
    book.close()
    return made.getvalue()
