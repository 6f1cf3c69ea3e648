"""How a map is to be laid out, and what all its columns share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from journeymapper.analysis.roll_up import RollUp, roll_up
from journeymapper.analysis.step_figures import AtStep, step_figures
from journeymapper.domain import indexes, queries, submaps
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Channel, JourneyMap, Lane, Persona, Project, Role
from journeymapper.domain.handoffs import HandOff, handoffs
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.places import COLLAPSED_WIDTH
from journeymapper.drawing.map.planned import PlanLine, plans_of_cards
from journeymapper.drawing.marks import LETTER_SHARE
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.engine import TextEngine

MOST_PERSONAS = 3

_OWNERS = (
    "practice_manager",
    "front_desk",
    "dental_assistant",
    "hygienist",
    "dentist",
    "billing",
)
"""Names that a role's colour may have, in the order of the dots."""


@dataclass(frozen=True, slots=True)
class MapSetting:
    """What the layout needs besides the document. Lengths in units of the drawing.

    ``personas`` are the ids shown (at most three; () is the map's first). ``fit_width`` makes
    the columns as wide as the whole map needs to fill it, at least 62. ``fill_height`` shares
    spare height among the rows, and ``fill_parts`` among some of them: each from a row to
    before another, with the height they may take. ``collapsed`` holds ids of stages shown as
    one narrow column, ``folded`` those of rows that only say how much they hold. ``paper``
    draws all lines and leaves out hints. ``without`` hides kinds of rows. ``widest_card``
    bounds cards across a stage, so that they fit on one sheet. ``least_text`` is the size no
    letter may go below, those inside marks included. ``only_told`` leaves out what rests on the
    team's opinion or a guess. ``unnumbered`` holds ids of steps that take no number.
    """

    engine: TextEngine
    tokens: Tokens
    catalogue: Catalogue
    personas: tuple[str, ...] = ()
    column_width: float = 99.0
    fit_width: float | None = None
    fill_height: float | None = None
    fill_parts: tuple[tuple[int, int, float], ...] = ()
    collapsed: frozenset[str] = frozenset()
    paper: bool = False
    without: frozenset[LaneKind] = frozenset()
    folded: frozenset[str] = frozenset()
    widest_card: float | None = None
    least_text: float = 0.0
    only_told: bool = False
    unnumbered: frozenset[str] = frozenset()
    counts: Counts | None = field(default=None, compare=False)
    """The answers; without them the map shows what was typed about steps alone."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What every column of one layout shares; layouts with equal keys share their columns."""

    setting: MapSetting
    pen: Pen
    project: Project
    lanes: tuple[Lane, ...]
    pain_lanes: tuple[str, ...]
    personas: tuple[Persona, ...]
    roles: dict[str, Role] = field(compare=False)
    channels: dict[str, Channel] = field(compare=False)
    owner_order: dict[str, int] = field(compare=False)
    handoffs: Mapping[str, tuple[HandOff, ...]] = field(compare=False)
    """By the step that takes over; none while no row tells of them."""
    ways: tuple[object, ...] = field(compare=False)
    """What the hand-offs were made from: the same objects give the same hand-offs."""
    told: Mapping[str, AtStep] = field(compare=False)
    """What answers tell of steps, by the step."""
    told_by: tuple[object, ...] = field(compare=False)
    """What it was made from: the same objects give the same figures."""
    own: Mapping[str, RollUp] = field(compare=False)
    """What the own maps of steps come to, by the step."""
    planned: Mapping[str, PlanLine] = field(compare=False)
    """The plans of ideas, by card."""
    feeling_shown: bool
    """Whether the Feeling row, and with it the line of how sure we are, is visible."""

    @property
    def key(self) -> tuple[object, ...]:
        """All that columns depend on besides their own entities and width."""
        setting = self.setting
        return (
            setting.engine,
            setting.tokens,
            setting.catalogue,
            setting.paper,
            setting.widest_card,
            setting.least_text,
            setting.folded,
            setting.only_told,
            self.pen.condensed,
            self.project.people,
            tuple((lane.id, lane.kind) for lane in self.lanes),
            self.pain_lanes,
            tuple((persona.id, persona.short or persona.name) for persona in self.personas),
            tuple(self.roles.values()),
            tuple(self.channels.values()),
        )

    @property
    def mark_size(self) -> float:
        """Side of a severity mark: so large that its letter can be read."""
        least = self.setting.least_text / LETTER_SHARE
        return max(self.setting.tokens.size("severity_small"), least)

    def owner_dot(self, role: Role) -> str:
        """Return the colour of a role's dot."""
        if role.colour.startswith("#"):
            return role.colour
        if role.colour in _OWNERS:
            return f"owner.{_OWNERS.index(role.colour)}"
        return f"owner.{self.owner_order.get(role.id, 0)}"


def frame_of(
    snapshot: Snapshot, map_id: str, setting: MapSetting, before: Frame | None = None
) -> Frame:
    """Gather what the columns of a map share; raises MissingEntityError without the map.

    ``before`` is the frame of an earlier state of the same map, to use again what still holds.
    """
    journey = snapshot.get(JourneyMap, map_id)
    lanes = queries.lanes(snapshot, map_id)
    shown = tuple(lane for lane in lanes if lane.visible and lane.kind not in setting.without)
    wanted = setting.personas[:MOST_PERSONAS] or journey.personas[:1]
    found = (snapshot.find(Persona, persona) for persona in wanted)
    roles = sorted(snapshot.table(Role).values(), key=sort_key)
    width = column_width(snapshot, map_id, setting)
    condensed = setting.fit_width is not None and width < setting.tokens.size(
        "touchpoint_min_width"
    )
    passed, ways = _handoffs(snapshot, map_id, shown, before)
    told, told_by = _told(snapshot, setting.counts, before)
    return Frame(
        setting=setting,
        pen=Pen(setting.engine, setting.tokens, setting.catalogue, condensed, setting.paper),
        project=queries.project(snapshot),
        lanes=shown,
        pain_lanes=tuple(lane.id for lane in lanes if lane.kind == LaneKind.PAIN),
        personas=tuple(persona for persona in found if persona is not None),
        roles={role.id: role for role in roles},
        channels=dict(snapshot.table(Channel)),
        handoffs=passed,
        ways=ways,
        told=told,
        told_by=told_by,
        own={
            step.id: roll_up(snapshot, step.submap or "", only_told=setting.only_told)
            for step in submaps.with_own_map(snapshot, map_id)
        },
        planned=plans_of_cards(snapshot),
        owner_order={role.id: i for i, role in enumerate(roles)},
        feeling_shown=any(lane.kind == LaneKind.FEELING for lane in shown),
    )


_TELL_HANDOFFS = (LaneKind.HANDOFF, LaneKind.BACKSTAGE)


_WAYS = (indexes.STAGES_OF_MAP, indexes.TOUCHPOINTS_OF_STAGE, indexes.CONNECTIONS_FROM)
"""The look-ups that hand-offs are made from; a snapshot shares those in which nothing changed."""


def _handoffs(
    snapshot: Snapshot, map_id: str, shown: tuple[Lane, ...], before: Frame | None
) -> tuple[Mapping[str, tuple[HandOff, ...]], tuple[object, ...]]:
    """The hand-offs, where a row shows them, and what they were made from."""
    if not any(lane.kind in _TELL_HANDOFFS for lane in shown):
        return {}, ()
    known = snapshot.built_indexes()
    ways = tuple(known.get(index) for index in _WAYS)
    if before is not None and before.ways[:1] == (map_id,) and None not in ways:
        same = (now is then for now, then in zip(ways, before.ways[1:], strict=True))
        if all(same):
            return before.handoffs, before.ways
    found = handoffs(snapshot, map_id)
    return found, (map_id, *(known.get(index) for index in _WAYS))


_ASKED = (indexes.QUESTIONS_OF_TOUCHPOINT, indexes.ROUNDS_OF_SURVEY)
"""The look-ups that figures of steps are made from, besides the answers."""


def _told(
    snapshot: Snapshot, counts: Counts | None, before: Frame | None
) -> tuple[Mapping[str, AtStep], tuple[object, ...]]:
    """What answers tell of steps, and what it was made from."""
    if counts is None or not counts.questions():
        return {}, ()
    known = snapshot.built_indexes()
    made_from = (counts, *(known.get(index) for index in _ASKED))
    then = before.told_by if before is not None else ()
    if before is not None and then and None not in made_from:
        same = (a is b for a, b in zip(made_from, then, strict=True))
        if all(same):
            return before.told, then
    found = step_figures(snapshot, counts)
    return found, (counts, *(known.get(index) for index in _ASKED))


def column_width(snapshot: Snapshot, map_id: str, setting: MapSetting) -> float:
    """Return the width of the columns that are not collapsed."""
    if setting.fit_width is None:
        return setting.column_width
    count = narrow = 0
    for stage in queries.stages(snapshot, map_id):
        if stage.id in setting.collapsed:
            narrow += 1
        else:
            count += max(1, len(queries.touchpoints(snapshot, stage.id)))
    room = setting.fit_width - setting.tokens.size("lane_title") - narrow * COLLAPSED_WIDTH
    return max(setting.tokens.size("touchpoint_fit_width_min"), room / max(1, count))
