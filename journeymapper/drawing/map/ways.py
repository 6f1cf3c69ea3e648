"""Where the ways of a map run: a slim band at the lower edge of the Steps row.

From the top: marks between neighbouring steps, then the ways that skip or go back, one above
the other, then what is noted at each step: ends, dead ends, what is not passed on.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeymapper.analysis import journey_figures
from journeymapper.analysis.flow_weights import percent
from journeymapper.analysis.journey_flow import MAP_END, JourneyFlow, Sum, Way, flow_of
from journeymapper.domain import queries
from journeymapper.domain.entities import EndState, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import EndKind, LaneKind
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import ways_words
from journeymapper.drawing.map.places import TITLE_LEFT, Column
from journeymapper.drawing.map.setting import Frame
from journeymapper.text.runs import TextBlock

SHOW_WAYS = "ways"
"""The entry of `Project.more` that shows the band."""

CROSSING = 18.0
"""Height of the line of marks between neighbours."""

TRACK = 17.0
"""Height of one line of ways that skip or go back."""

LINE = 15.0
_BELOW = 5.0
_ICON_ROOM = 15.0
_OUT, _OUTS, _IN = 2.0, 7.0, 12.0
"""From the middle of a step to where its ways leave, from one to the next, to where they come."""

_TITLE_TOP = 24.0


class NoteKind(StrEnum):
    """What is noted at a step, by the shape that stands before it."""

    GOOD = "good"
    LOST = "lost"
    OTHER = "other"
    DEAD_END = "dead end"
    TRAP = "trap"
    UNREACHED = "unreached"
    SUM = "sum"
    NOT_PASSED = "not passed"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Arc:
    """A way that skips steps or goes back.

    ``start`` and ``stop`` are x, ``left`` is that of its words; ``track`` counts from above.
    """

    way: Way
    start: float
    stop: float
    track: int
    back: bool
    words: TextBlock
    left: float
    spoken: Message
    source: str
    """The number of the step from which it comes."""


@dataclass(frozen=True, slots=True)
class Crossing:
    """What happens between a step and the next one; ``x`` is where they meet."""

    way: Way
    x: float
    share: str
    spoken: Message


@dataclass(frozen=True, slots=True)
class Note:
    """One line at a step, ``y`` below the top of the notes."""

    step: str
    kind: NoteKind
    x: float
    y: float
    width: float
    words: TextBlock


@dataclass(frozen=True, slots=True)
class Band:
    """The band laid out: x of the map, y from its own top. ``title`` stands among row titles."""

    net: JourneyFlow
    columns: tuple[Column, ...]
    arcs: tuple[Arc, ...]
    crossings: tuple[Crossing, ...]
    notes: tuple[Note, ...]
    title: tuple[tuple[TextBlock, str], ...]
    counted: bool
    """Whether the title has figures, which hold as long as the net is the same."""

    hint: TextBlock | None
    tracks: int
    height: float
    names: tuple[tuple[str, str], ...]

    @property
    def notes_top(self) -> float:
        """Where the notes begin."""
        return CROSSING + self.tracks * TRACK


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

    def band(self, same: Band | None) -> Band:
        """Return it; ``same`` is one whose figures are the same."""
        arcs, tracks = self._arcs()
        crossings = tuple(self._crossings())
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

    def _arcs(self) -> tuple[tuple[Arc, ...], int]:
        """Short ways above long ones; none on a line where another one runs."""
        order = {step: i for i, step in enumerate(self._net.touchpoints)}
        found: list[Arc] = []
        for step, ways in self._net.ways.items():
            leaving = [w for w in ways if not w.to_end and not w.forward]
            for k, way in enumerate(leaving):
                here, there = self._at[step], self._at[way.target]
                if here is there:
                    continue
                reach = here.w / 2 - 6
                start = here.centre + min(_OUT + _OUTS * k, reach)
                stop = there.centre - min(_IN, there.w / 2 - 6)
                back = order[way.target] < order[step]
                number = self._numbers[way.target]
                said = self._pen.say(ways_words.label(way, number, back=back, alone=len(ways) == 1))
                words = self._pen.line(said, self._style)
                ahead = stop > start
                left = start + 8 if ahead else start - 8 - words.width
                left = max(self._columns[0].x + 2, min(left, self._columns[-1].right - words.width))
                spoken = ways_words.spoken(way, self._name[step], self._name[way.target], back=back)
                found.append(
                    Arc(way, start, stop, 0, back, words, left, spoken, self._numbers[step])
                )
        return _on_tracks(found)

    def _crossings(self) -> list[Crossing]:
        """Marks where a way goes to the next step, unless there is nothing to say of it."""
        found: list[Crossing] = []
        for step, ways in self._net.ways.items():
            here = self._at[step]
            for way in ways:
                if not way.forward or way.to_end or self._at[way.target] is here:
                    continue
                share = ""
                if way.connection is not None and way.share is not None and len(ways) > 1:
                    share = percent(way.share)
                if not (share or way.handoff or way.switch):
                    continue
                facts = [ways_words.HANDOFF] if way.handoff else []
                facts += [ways_words.SWITCH] if way.switch else []
                source, target = self._name[step], self._name[way.target]
                spoken = ways_words.spoken(way, source, target, back=False)
                if facts:
                    said = ", ".join(self._pen.say(fact) for fact in facts)
                    facts_said = f"{share}, {said}" if share else said
                    spoken = ways_words.crossing(source, target, facts_said)
                found.append(Crossing(way, here.right, share, spoken))
        return found

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


def _on_tracks(arcs: list[Arc]) -> tuple[tuple[Arc, ...], int]:
    taken: list[list[tuple[float, float]]] = []
    placed: list[Arc] = []
    for arc in sorted(arcs, key=lambda arc: (abs(arc.stop - arc.start), arc.start)):
        low = min(arc.start, arc.stop, arc.left) - 4
        high = max(arc.start, arc.stop, arc.left + arc.words.width) + 4
        track = next(
            (i for i, runs in enumerate(taken) if all(high < a or b < low for a, b in runs)),
            len(taken),
        )
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        placed.append(
            Arc(
                arc.way,
                arc.start,
                arc.stop,
                track,
                arc.back,
                arc.words,
                arc.left,
                arc.spoken,
                arc.source,
            )
        )
    return tuple(placed), len(taken)
