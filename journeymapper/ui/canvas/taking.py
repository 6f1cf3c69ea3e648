"""What of the map is selected, as it goes onto the clipboard."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Channel, Lane, Stage, Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message
from journeymapper.domain.parcel import (
    Block,
    Item,
    Line,
    Parcel,
    item_of,
    pack_stages,
    pack_steps,
    pictures_of,
)
from journeymapper.domain.records import dataclass
from journeymapper.drawing.map.places import Column, Row
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot, cards_of, covers, spot_in
from journeymapper.ui.commands.clipboard.tables import rows_of, table_text
from journeymapper.ui.commands.names import stage_name


@dataclass(frozen=True, slots=True)
class Taken:
    """The selection, and the same as a table of text."""

    content: Parcel | Block
    text: str


def selected_stages(bench: Bench) -> tuple[str, ...]:
    """Return the stages that are selected by their headers, in order; () when cells are too."""
    selected = bench.cursor.selected
    if not selected or any(spot.lane for spot in selected):
        return ()
    chosen = {spot.stage for spot in selected}
    order = queries.stages(bench.snapshot, bench.projection.map_id)
    return tuple(stage.id for stage in order if stage.id in chosen)


def selected_steps(bench: Bench) -> tuple[str, ...]:
    """Return the steps that are selected by their cards, in order; () when other cells are too."""
    selected = bench.cursor.selected
    lanes = {row.lane for row in bench.layout.rows if row.kind == LaneKind.TOUCHPOINT}
    if not selected or any(spot.lane not in lanes for spot in selected):
        return ()
    chosen = {spot.touchpoint for spot in selected}
    columns = bench.layout.columns
    return tuple(c.touchpoint for c in columns if c.touchpoint and c.touchpoint in chosen)


def selected_cards(bench: Bench) -> tuple[str, ...]:
    """Return the cards that are selected, alone or with their cell, row by row."""
    found: dict[str, None] = {}
    for spot in bench.cursor.selected:
        if spot.card:
            found[spot.card] = None
        else:
            found |= dict.fromkeys(c.id for c in cards_of(bench.snapshot, bench.layout, spot))
    return tuple(found)


def take(bench: Bench) -> Taken | None:
    """Return what is selected; None for nothing."""
    stages, steps = selected_stages(bench), selected_steps(bench)
    if stages:
        return taken_stages(bench, stages)
    if steps:
        return taken_steps(bench, steps)
    block = _block(bench)
    return Taken(block, table_text(rows_of(block))) if block is not None and block.items else None


def taken_stages(bench: Bench, ids: tuple[str, ...]) -> Taken:
    """Return stages with all their steps."""
    document = bench.document
    parcel = pack_stages(bench.snapshot, document.doc_id, ids, document.blob)
    return Taken(parcel, table_text(_stage_rows(bench, ids)))


def taken_steps(bench: Bench, ids: tuple[str, ...]) -> Taken:
    """Return steps with all that belongs to them."""
    document = bench.document
    parcel = pack_steps(bench.snapshot, document.doc_id, ids, document.blob)
    names = [bench.snapshot.get(Touchpoint, id_).name for id_ in ids]
    return Taken(parcel, table_text([names]))


def taken_cards(bench: Bench, ids: tuple[str, ...]) -> Taken:
    """Return cards, one below the other, wherever they stand."""
    document = bench.document
    cards = [bench.snapshot.get(Card, id_) for id_ in ids]
    lines = tuple(
        Line(((item_of(card),),), bench.snapshot.get(Lane, card.lane).kind) for card in cards
    )
    pictures = pictures_of(bench.snapshot, [card.image for card in cards], document.blob)
    block = Block(lines, document.doc_id, pictures)
    return Taken(block, table_text(rows_of(block)))


def table_of_map(bench: Bench) -> str:
    """Return the selected columns, or with one cell selected all of them, as a table with titles.

    Its first rows are the stages, its first column the rows' names.
    """
    columns = columns_selected(bench)
    stages = [_text(bench, stage_name(bench.snapshot, c.stage)) for c in columns]
    rows = [["", *stages]]
    for row in bench.layout.rows:
        title = _text(bench, row_label(bench.snapshot, bench.context.tokens, row.lane))
        done: set[Spot] = set()
        cells = []
        for column in columns:
            texts: list[str] = []
            for spot in (
                Spot(row.lane, column.stage),
                Spot(row.lane, column.stage, column.touchpoint),
            ):
                if spot not in done:
                    done.add(spot)
                    texts += [item.text for item in _items(bench, row, spot)]
            cells.append("\n".join(texts))
        rows.append([title, *cells])
    return table_text(rows)


def columns_selected(bench: Bench) -> tuple[Column, ...]:
    """Return the columns that the selection covers; all of them when it is one cell or none."""
    columns = bench.layout.columns
    if len(bench.cursor.selected) < 2:
        return columns
    places = {spot.place for spot in bench.cursor.selected}
    return tuple(c for c in columns if c.touchpoint in places or c.stage in places)


def _block(bench: Bench) -> Block | None:
    """The cells that are selected, as a block without gaps between its rows and columns."""
    selected = bench.cursor.selected
    rows = [row for row in bench.layout.rows if any(s.lane == row.lane for s in selected)]
    if not rows or any(not spot.lane for spot in selected):
        return None
    columns = _columns(bench, selected, rows)
    by_cell: dict[Spot, list[Item]] = {}
    row_of = {row.lane: row for row in rows}
    for spot in selected:
        by_cell.setdefault(spot.bare, []).extend(_items(bench, row_of[spot.lane], spot))
    lines = [_line(bench, row, columns, by_cell) for row in rows]
    document = bench.document
    images = [item.fields.get("image") for line in lines for cell in line.cells for item in cell]
    pictures = pictures_of(bench.snapshot, images, document.blob)
    return Block(tuple(lines), document.doc_id, pictures)


def _columns(bench: Bench, selected: tuple[Spot, ...], rows: list[Row]) -> list[Column]:
    """One column for each cell of a single row; else all from the first to the last."""
    columns = bench.layout.columns
    if len(rows) == 1:
        firsts = {
            next((i for i in range(len(columns)) if covers(bench.layout, spot, i)), 0)
            for spot in selected
        }
        return [columns[i] for i in sorted(firsts)]
    fine = [spot for spot in selected if spot.touchpoint] or list(selected)
    covered = [i for i in range(len(columns)) if any(covers(bench.layout, s, i) for s in fine)]
    return list(columns[covered[0] : covered[-1] + 1]) if covered else []


def _line(bench: Bench, row: Row, columns: list[Column], by_cell: dict[Spot, list[Item]]) -> Line:
    left = {spot: items for spot, items in by_cell.items() if spot.lane == row.lane}
    cells: list[tuple[Item, ...]] = []
    for column in columns:
        step = Spot(row.lane, column.stage, column.touchpoint)
        spot = step if step in left else spot_in(bench.snapshot, bench.layout, row.lane, column)
        cells.append(tuple(left.pop(spot, ())))
    return Line(tuple(cells), row.kind)


def _items(bench: Bench, row: Row, spot: Spot) -> list[Item]:
    """What stands in a cell; of rows made from the steps it is words only."""
    snapshot = bench.snapshot
    step = snapshot.find(Touchpoint, spot.touchpoint)
    match row.kind:
        case LaneKind.TOUCHPOINT:
            return [Item(step.name)] if step is not None and step.name else []
        case LaneKind.FEELING:
            known = queries.feeling_of(snapshot, spot.touchpoint, bench.persona)
            return [Item(f"{known.value:+d}" if known.value else "0")] if known else []
        case LaneKind.CHANNEL:
            names = [snapshot.get(Channel, id_).name for id_ in step.channels] if step else []
            return [Item(", ".join(names))] if names else []
    cards = cards_of(snapshot, bench.layout, spot)
    return [item_of(card) for card in cards if not spot.card or card.id == spot.card]


def _stage_rows(bench: Bench, stages: tuple[str, ...]) -> list[list[str]]:
    rows = []
    for id_ in stages:
        steps = queries.touchpoints(bench.snapshot, id_)
        rows.append([bench.snapshot.get(Stage, id_).name, *(step.name for step in steps)])
    return rows


def _text(bench: Bench, name: str | Message) -> str:
    return name if isinstance(name, str) else bench.say(name)
