"""Where the ways of a map run: a slim band at the lower edge of the Steps row.

From the top: marks between neighbouring steps, then the ways that skip or go back, one above
the other, then what is noted at each step: ends, dead ends, what is not passed on.
"""

from __future__ import annotations

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_flow import MAP_END, JourneyFlow, Sum, flow_of
from journeymapper.domain import queries
from journeymapper.domain.entities import EndState, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import EndKind, LaneKind
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import ways_words
from journeymapper.drawing.map.places import TITLE_LEFT, Column
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.ways_arcs import arcs_of, crossings_of
from journeymapper.drawing.map.ways_parts import CROSSING, TRACK, Band, Note, NoteKind, Places
from journeymapper.text.runs import TextBlock

SHOW_WAYS = "ways"
"""The entry of `Project.more` that shows the band."""

_BELOW = 5.0
_ICON_ROOM = 15.0
_TITLE_TOP = 24.0


def is_wanted(frame: Frame) -> bool:
    """Say whether the band is to be shown."""
    shown = any(lane.kind == LaneKind.TOUCHPOINT for lane in frame.lanes)
    return shown and SHOW_WAYS in frame.project.more


def band_of(
    snapshot: Snapshot,
    map_id: str,
    frame: Frame,
    columns: tuple[Column, ...],
    kept: Band | None = None,
) -> Band | None:
    """Return the band of a map, or None where it is not shown; ``kept`` is that of before."""
    if not is_wanted(frame) or not any(column.touchpoint for column in columns):
        return None
    net = flow_of(snapshot, map_id)
    if not net.drawn and frame.setting.paper:
        return None
    names = names_of(snapshot, map_id, net)
    if kept is not None and (kept.columns, kept.net, kept.names) == (columns, net, names):
        return kept
    same = kept if kept is not None and kept.counted and kept.net == net else None
    return _Maker(snapshot, map_id, frame, columns, net, names).band(same)


def names_of(snapshot: Snapshot, map_id: str, net: JourneyFlow) -> tuple[tuple[str, str], ...]:
    """Return steps and ends by id, each as it is called in a sentence."""
    numbers = queries.numbers(snapshot, map_id)
    found = [
        (step, f"{numbers[step]} {snapshot.get(Touchpoint, step).name}".strip())
        for step in net.touchpoints
    ]
    found += [(end, snapshot.get(EndState, end).name) for end in net.ends if end != MAP_END]
    return tuple(found)


class _Maker:
    """Makes one band."""

    def __init__(
        self,
        snapshot: Snapshot,
        map_id: str,
        frame: Frame,
        columns: tuple[Column, ...],
        net: JourneyFlow,
        names: tuple[tuple[str, str], ...],
    ) -> None:
        self._snapshot, self._frame, self._net = snapshot, frame, net
        self._columns = columns
        self._pen = frame.pen
        self._style = frame.pen.cell_style("card_meta")
        self._numbers = queries.numbers(snapshot, map_id)
        self._name = dict(names)
        self._names = names
        by_stage = {c.stage: c for c in columns if c.collapsed}
        self._at: dict[str, Column] = {c.touchpoint: c for c in columns if c.touchpoint}
        for step in net.touchpoints:
            stage = snapshot.get(Touchpoint, step).stage
            if step not in self._at and stage in by_stage:
                self._at[step] = by_stage[stage]
        self._places = Places(columns, self._at, self._numbers, self._name, self._pen, self._style)

    def band(self, same: Band | None) -> Band:
        """Return it; ``same`` is one whose figures are the same."""
        arcs, tracks = arcs_of(self._net, self._places)
        crossings = crossings_of(self._net, self._places)
        notes, depth = self._notes()
        title, counted = (same.title, True) if same is not None else self._title()
        title_height = _TITLE_TOP + sum(block.height + 1 for block, _colour in title)
        hint = None
        if not self._net.drawn:
            width = max(self._columns[-1].right - self._columns[0].x - 16, 80.0)
            hint = self._pen.block(
                self._pen.say(ways_words.HINT), self._pen.style("lane_text"), min(width, 640.0)
            )
        inside = CROSSING + tracks * TRACK + depth + _BELOW
        if hint is not None:
            inside = max(inside, hint.height + 10)
        return Band(
            net=self._net,
            columns=self._columns,
            arcs=arcs,
            crossings=crossings,
            notes=notes,
            title=title,
            counted=counted,
            hint=hint,
            tracks=tracks,
            height=float(round(max(inside, title_height))),
            names=self._names,
        )

    def _notes(self) -> tuple[tuple[Note, ...], float]:
        """What is noted at each step that is shown, and the height of the longest column."""
        check = self._net.check()
        found: list[Note] = []
        first = self._net.touchpoints[0]
        depth = 0.0
        for step in self._net.touchpoints:
            column = self._at[step]
            if column.collapsed:
                continue
            lines: list[tuple[NoteKind, Message]] = []
            if step in self._net.start and (len(self._net.start) > 1 or step != first):
                lines.append((NoteKind.ENTRY, ways_words.ENTRY))
            if step in check.unreachable:
                lines.append((NoteKind.UNREACHED, ways_words.UNREACHED))
            if step in check.dead_ends:
                lines.append((NoteKind.DEAD_END, ways_words.DEAD_END))
            elif step in check.traps:
                lines.append((NoteKind.TRAP, ways_words.TRAP))
            lines += self._about_ways(step)
            y = 0.0
            for kind, message in lines:
                said = self._pen.say(message)
                width = column.w - 8
                words = self._pen.block(said, self._style, width - _ICON_ROOM)
                found.append(Note(step, kind, column.x + 4, y, width, words))
                y += words.height + 1
            depth = max(depth, y)
        return tuple(found), depth

    def _about_ways(self, step: str) -> list[tuple[NoteKind, Message]]:
        lines: list[tuple[NoteKind, Message]] = []
        ways = self._net.ways[step]
        kind, total = self._net.sums.get(step, (Sum.WHOLE, 1.0))
        wrong = (ways_words.problem(kind, total), ways_words.few_counted(ways))
        lines += [(NoteKind.SUM, message) for message in wrong if message is not None]
        for way in ways:
            known = way.connection
            if way.to_end:
                if way.target != MAP_END:
                    end = self._snapshot.get(EndState, way.target)
                    lines.append(
                        (
                            _END_KINDS[end.kind],
                            ways_words.to_end(way, end.name, alone=len(ways) == 1),
                        )
                    )
            elif known is not None:
                number = self._numbers[way.target]
                if known.info_passed is False:
                    said = Message(ways_words.NOT_PASSED.key, number=number)
                    lines.append((NoteKind.NOT_PASSED, said))
                if known.state_kept is False:
                    said = Message(ways_words.STARTS_OVER.key, number=number)
                    lines.append((NoteKind.NOT_PASSED, said))
        return lines

    def _title(self) -> tuple[tuple[tuple[TextBlock, str], ...], bool]:
        """The words among the row titles: the main figure and on what it stands, or why none."""
        room = self._frame.setting.tokens.size("lane_title") - TITLE_LEFT - 8
        said: list[tuple[Message, str]] = []
        counted = False
        if self._net.drawn:
            try:
                figures = journey_figures.figures(self._net, self._name.__getitem__)
            except UserError as error:
                said.append((error.message, "text"))
            else:
                people = self._frame.project.people
                said.append((ways_words.good_end(figures, people), "text"))
                said.append((ways_words.short_source(self._net), "text_secondary"))
                counted = True
        style = self._pen.style("card_meta")
        blocks = [(self._pen.block(self._pen.say(m), style, room), c) for m, c in said]
        return tuple(blocks), counted


_END_KINDS = {
    EndKind.SUCCESS: NoteKind.GOOD,
    EndKind.LOST: NoteKind.LOST,
    EndKind.OTHER: NoteKind.OTHER,
}
