"""Where on the map pasted cells would go: along the row, or a table into the rows below."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import STEP_ONLY_ROWS, LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Item, Line
from journeymapper.drawing.map.places import Row
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import (
    Spot,
    cards_of,
    column_of,
    covers,
    kind_of_row,
    spots_of_row,
)
from journeymapper.ui.canvas.targets import NEEDS_STEP, NO_CARDS_HERE
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.plan import Kind, Plan, Write

_NOT_HERE = (LaneKind.CHANNEL, LaneKind.EVIDENCE)


def line_of(block: Block) -> tuple[tuple[Item, ...], ...] | None:
    """Return the cells of a block that is one line, upright or not; None for a table.

    Lines of text one below the other go along the row. A column of cells of a map is a table:
    its rows are known.
    """
    if len(block.lines) == 1:
        return block.lines[0].cells
    if block.width == 1 and all(line.kind is None for line in block.lines):
        return tuple(line.cells[0] for line in block.lines)
    return None


def planned(bench: Bench, spot: Spot, block: Block) -> Plan:
    """Return what pasting cells at a spot would write; raises RefusedError where it cannot."""
    kind = kind_of_row(bench.layout, spot.lane)
    if kind is None:
        raise RefusedError(_("Select a cell of the map first; a table goes into its rows."))
    line = line_of(block)
    if line is None:
        return _table(bench, spot, block)
    if kind in _NOT_HERE:
        raise RefusedError(NO_CARDS_HERE)
    if kind == LaneKind.TOUCHPOINT:
        return _new_steps(bench, spot, line)
    if kind == LaneKind.FEELING and not bench.persona:
        raise RefusedError(_("Add a persona first: whose feelings are these?"))
    return _along(bench, spot, kind, line, block)


def _along(
    bench: Bench, spot: Spot, kind: LaneKind, line: tuple[tuple[Item, ...], ...], block: Block
) -> Plan:
    """One cell after the other, from the selected one to the end of the row."""
    layout, snapshot = bench.layout, bench.snapshot
    row = spots_of_row(snapshot, layout, spot.lane)
    if kind in (*STEP_ONLY_ROWS, LaneKind.FEELING):
        row = [one for one in row if one.touchpoint]
    start = column_of(layout, spot)
    known = spot.bare in row
    first = row.index(spot.bare) if known else _first_from(bench, row, start)
    if spot.touchpoint and not known:  # a step of its own in a row of stages
        row[first:first] = [spot.bare]
    free = row[first:]
    if not free and not layout.columns:
        raise RefusedError(NEEDS_STEP)
    what = Kind.FEELING if kind == LaneKind.FEELING else Kind.CARD
    writes: list[Write] = []
    replaced = 0
    for place, cell in enumerate(line):
        new = place - len(free) if place >= len(free) else None
        target = Cell(spot.lane) if new is not None else free[place].cell
        writes += [Write(what, item, target, new) for item in cell if item.text or item.fields]
        if what is Kind.FEELING and new is None and cell:
            replaced += _changes_feeling(bench, target.touchpoint, cell[0].text)
    return Plan(
        tuple(writes),
        new_steps=max(0, len(line) - len(free)),
        stage=layout.columns[-1].stage,
        replaces=replaced if len(line) > 1 else 0,
        grows=True,
        pictures=block.pictures,
        doc_id=block.doc_id,
    )


def _new_steps(bench: Bench, spot: Spot, line: tuple[tuple[Item, ...], ...]) -> Plan:
    """In the row of the steps each text is a new step; one without a name takes the first."""
    items = [item for cell in line for item in cell if item.text.strip()]
    step = bench.snapshot.find(Touchpoint, spot.touchpoint)
    writes: list[Write] = []
    index = 0
    if step is not None:
        siblings = [t.id for t in queries.touchpoints(bench.snapshot, step.stage)]
        index = siblings.index(step.id) + 1
        if not step.name.strip() and items:
            writes.append(Write(Kind.NAME, items.pop(0), spot.cell))
    writes += [Write(Kind.NAME, item, Cell(spot.lane), new) for new, item in enumerate(items)]
    return Plan(tuple(writes), new_steps=len(items), stage=spot.stage, index=index)


def _table(bench: Bench, spot: Spot, block: Block) -> Plan:
    """Columns go along the steps, rows into the rows of the map from the selected one down."""
    layout = bench.layout
    rows = _rows_for(bench, spot, block.lines)
    first = column_of(layout, spot)
    columns = layout.columns[first:]
    writes: list[Write] = []
    homeless: list[Item] = []
    replaced = 0
    for line, row in zip(block.lines, rows, strict=True):
        for place, cell in enumerate(line.cells):
            items = [item for item in cell if item.text.strip() or item.fields.get("image")]
            if row is None or row.kind in _NOT_HERE:
                homeless += items
                continue
            new = place - len(columns) if place >= len(columns) else None
            target = Cell(row.lane)
            if new is None:
                column = columns[place]
                step_only = row.kind in (*STEP_ONLY_ROWS, LaneKind.TOUCHPOINT, LaneKind.FEELING)
                if step_only and not column.touchpoint:
                    homeless += items
                    continue
                target = _cell_in(bench, row, place + first)
            what = _KINDS.get(row.kind, Kind.CARD)
            if what is not Kind.CARD:
                items = items[:1]
            writes += [Write(what, item, target, new) for item in items]
            if new is None and items:
                replaced += _replaces(bench, what, target.touchpoint, items[0].text)
    if not writes:
        raise RefusedError(_("There is no row here for what was copied."))
    widest = max((write.new + 1 for write in writes if write.new is not None), default=0)
    return Plan(
        tuple(writes),
        new_steps=widest,
        stage=layout.columns[-1].stage,
        homeless=tuple(homeless),
        replaces=replaced,
        grows=True,
        pictures=block.pictures,
        doc_id=block.doc_id,
    )


_KINDS = {LaneKind.TOUCHPOINT: Kind.NAME, LaneKind.FEELING: Kind.FEELING}


def _rows_for(bench: Bench, spot: Spot, lines: tuple[Line, ...]) -> list[Row | None]:
    """The row for each line: those of the same kind where the first is, else downwards."""
    rows = list(bench.layout.rows)
    start = next(i for i, row in enumerate(rows) if row.lane == spot.lane)
    kinds = {row.kind: row for row in reversed(rows)}
    if lines[0].kind is not None and lines[0].kind == rows[start].kind:
        kinds[rows[start].kind] = rows[start]
        return [kinds.get(line.kind) if line.kind is not None else None for line in lines]
    below: list[Row | None] = [*rows[start : start + len(lines)]]
    return [*below, *[None] * (len(lines) - len(below))]


def _cell_in(bench: Bench, row: Row, place: int) -> Cell:
    """A text across a stage that is there already is joined, else the step has its own."""
    column = bench.layout.columns[place]
    across = Spot(row.lane, column.stage)
    if row.kind not in STEP_ONLY_ROWS and cards_of(bench.snapshot, bench.layout, across):
        return across.cell
    return Spot(row.lane, column.stage, column.touchpoint).cell


def _first_from(bench: Bench, row: list[Spot], column: int) -> int:
    layout = bench.layout
    found = (i for i, one in enumerate(row) if column_of(layout, one) >= column)
    here = (i for i, one in enumerate(row) if covers(layout, one, column))
    return next(here, next(found, len(row)))


def _replaces(bench: Bench, kind: Kind, step: str, text: str) -> int:
    if kind is Kind.NAME:
        name = bench.snapshot.get(Touchpoint, step).name
        return int(bool(name.strip()) and name.strip() != text.strip())
    return _changes_feeling(bench, step, text) if kind is Kind.FEELING else 0


def _changes_feeling(bench: Bench, step: str, text: str) -> int:
    known = queries.feeling_of(bench.snapshot, step, bench.persona)
    return int(known is not None and text.strip().replace("−", "-").lstrip("+") != str(known.value))
