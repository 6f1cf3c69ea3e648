"""One plan on paper: its five steps, its measure, its proof, who was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.plans.choice_words import HORIZONS, KINDS, REVIEWS, TRIGGERS
from journeymapper.analysis.plans.effect import Effect, effects_of_plan
from journeymapper.analysis.plans.effect_words import amount_words, tell
from journeymapper.analysis.plans.standing import standing
from journeymapper.analysis.plans.steps import NAMES, PROGRAMME, TITLES, filled
from journeymapper.analysis.plans.telling import (
    day_of,
    how_we_see_it,
    in_a_sentence,
    place_of,
    state_words,
    who_of,
)
from journeymapper.domain import indexes, queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Checkpoint, Plan, Touchpoint, Why
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import Horizon, Involvement, PlanMethod, PlanPart, Trigger
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import fixed
from journeymapper.domain.plans import is_open, plans, proofs, started_on
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Reading, Shape
from journeymapper.drawing.flowing import BODY, INNER, SHRINK, SMALL, STRONG, Block, Flow
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.audience_words import told_words
from journeymapper.drawing.plans.measure_chart import measure_chart
from journeymapper.drawing.plans.paper import (
    TICK,
    fact,
    flow_of,
    head,
    part,
    tick_box,
    ticked_row,
)
from journeymapper.drawing.plans.proof_words import (
    audiences,
    expected_sentence,
    proof_sentence,
    told_how,
)
from journeymapper.drawing.transform import scaled

TITLE = _("Plans")
_CHART = 150.0
_APART = 22.0
"""Between the two columns."""

_PARTS = {
    Involvement.RESPONSIBLE: _("Helps"),
    Involvement.CONSULTED: _("Is asked"),
    Involvement.INFORMED: _("Is told"),
}


@dataclass(frozen=True, slots=True)
class _Page:
    """What the parts of a page share; ``blocks`` are those of one column of this ``width``."""

    pen: Pen
    snapshot: Snapshot
    counts: Counts
    plan: Plan
    today: date
    width: float
    blocks: list[Block]

    def fact(self, key: str, label: Message, text: str | Message) -> None:
        """Add a label and what belongs to it."""
        self.blocks.extend(fact(self.pen, f"{key}:{self.plan.id}", label, text, self.width))

    def say(self, key: str, text: Message) -> None:
        """Add a sentence that needs no label."""
        block = self.pen.block(self.pen.say(text), BODY, self.width)
        self.add(Block(f"{key}:{self.plan.id}", block.height + 3, placed(block, 0, 0)))

    def part(self, key: str, title: Message) -> None:
        """Begin a part."""
        self.blocks.append(part(self.pen, f"{key}:{self.plan.id}", title, self.width))

    def add(self, block: Block) -> None:
        """Add a block of this width."""
        self.blocks.append(block)


def plan_pages(
    snapshot: Snapshot,
    counts: Counts,
    pen: Pen,
    today: date,
    wanted: Sequence[str] = (),
    on: Upright = A4,
) -> tuple[Sheet, ...]:
    """Return a page for each plan, or more where it has much to say.

    ``wanted`` are the ids of those that are printed; nothing is all that are open.
    """
    flow = flow_of(snapshot, pen, today, TITLE, "plans", on)
    found = [
        plan
        for plan in plans(snapshot)
        if plan.id in wanted or (not wanted and is_open(snapshot, plan.id))
    ]
    if not found:
        said = _("There are no plans yet. One line under Plan begins one.")
        if plans(snapshot):
            said = _("No plan is open.")
        flow.write("nothing", pen.say(said), BODY)
    for number, plan in enumerate(found):
        if number:
            flow.page()
        _plan(flow, snapshot, counts, plan, today)
    return flow.sheets()


def _plan(flow: Flow, snapshot: Snapshot, counts: Counts, plan: Plan, today: date) -> None:
    pen = flow.pen
    stands = standing(snapshot, plan.id, today)
    title = plan.title or pen.say(_("A plan without a name"))
    head(flow, snapshot, title, state_words(plan, stands, today))
    sentence = pen.say(in_a_sentence(snapshot, plan, today))
    flow.write(f"sentence:{plan.id}", sentence, STRONG, after=2)
    for i, said in enumerate(how_we_see_it(snapshot, plan.id)):
        flow.write(f"seen:{plan.id}:{i}", pen.say(said), BODY, after=2)
    for block in _checklists(pen, snapshot, plan):
        flow.add(block)
    narrow = _parts(_Page(pen, snapshot, counts, plan, today, (INNER - _APART) / 2, []))
    middles = (_middle(narrow, whole_parts=True), _middle(narrow, whole_parts=False))
    if not any(flow.columns(narrow[:i], narrow[i:], _APART) for i in middles):
        for block in _parts(_Page(pen, snapshot, counts, plan, today, INNER, [])):
            flow.add(block)


def _middle(blocks: Sequence[Block], *, whole_parts: bool) -> int:
    """Where the second column begins, so that the higher one is as low as can be.

    The head of a part stays with what follows; ``whole_parts`` begins with a head.
    """
    heights = [block.height for block in blocks]
    places = [i for i in range(1, len(blocks)) if not blocks[i - 1].keep]
    if whole_parts:
        places = [i for i in places if blocks[i].keep]
    return min(places, key=lambda i: max(sum(heights[:i]), sum(heights[i:])))


def _parts(page: _Page) -> list[Block]:
    _problem(page)
    _who(page)
    _solution(page)
    _deadlines(page)
    _watch(page)
    _proof(page)
    _told(page)
    return page.blocks


def _checklists(pen: Pen, snapshot: Snapshot, plan: Plan) -> Iterator[Block]:
    """Both lists of five steps with what is done; the second where somebody began with it."""
    have = filled(snapshot, plan)
    yield _ticks(pen, f"steps:{plan.id}", [(NAMES[key], key in have) for key in NAMES])
    if plan.method == PlanMethod.PROGRAMME or plan.prepared:
        done = [(said, key in plan.prepared) for key, said in PROGRAMME.items()]
        yield _ticks(pen, f"programme:{plan.id}", done)


def _ticks(pen: Pen, key: str, steps: Sequence[tuple[Message, bool]]) -> Block:
    shapes: list[Shape] = []
    x, y, line = 0.0, 4.0, 18.0
    for said, done in steps:
        block = pen.line(pen.say(said), BODY)
        if x + TICK + 6 + block.width > INNER:
            x, y = 0.0, y + line
        shapes += tick_box(y, ticked=done, x=x)
        shapes += placed(block, x + TICK + 6, y)
        x += TICK + 6 + block.width + 18
    return Block(key, y + line, tuple(shapes))


def _problem(page: _Page) -> None:
    plan, snapshot = page.plan, page.snapshot
    page.part("problem", TITLES[PlanPart.PROBLEM])
    page.fact("happens", _("What happens"), plan.happens)
    page.fact("intended", _("What was intended"), plan.intended)
    if snapshot.find(Touchpoint, plan.touchpoint) is not None:
        page.fact("where", _("Where"), place_of(snapshot, plan.touchpoint or ""))
    if plan.since:
        page.fact("since", _("Since"), day_of(plan.since, page.today))
    page.fact("scope", _("Scope"), plan.scope)
    kind: Message = KINDS[plan.kind]
    if plan.trigger != Trigger.UNKNOWN:
        kind = _("{kind}. {trigger}.", kind=kind, trigger=TRIGGERS[plan.trigger])
    page.fact("kind", _("Why this plan"), kind)
    for depth, why in _whys(snapshot, plan.id):
        _why(page, depth, why)


def _whys(snapshot: Snapshot, plan_id: str) -> list[tuple[int, Why]]:
    """The answers to "why?" in reading order, each with how deep it stands."""
    known = sorted(snapshot.select(indexes.WHYS_OF_PLAN, plan_id), key=sort_key)
    found: list[tuple[int, Why]] = []

    def take(under: str | None, depth: int) -> None:
        for why in known:
            if why.under == under and all(why is not seen for _depth, seen in found):
                found.append((depth, why))
                take(why.id, depth + 1)

    take(None, 0)
    return found


def _why(page: _Page, depth: int, why: Why) -> None:
    pen = page.pen
    left = 14.0 * min(depth, 6)
    said: Message = _("Why? {because}", because=why.text)
    if why.root:
        said = _("Root cause: {because}", because=why.text)
    block = pen.block(pen.say(said), STRONG if why.root else BODY, page.width - left)
    shapes = [*placed(block, left, 0)]
    height = block.height
    if why.citation:
        small = pen.block(why.citation, SMALL, page.width - left)
        shapes += placed(small, left, height, "text_secondary")
        height += small.height
    page.add(Block(f"why:{why.id}", height + 3, tuple(shapes)))


def _who(page: _Page) -> None:
    plan, snapshot = page.plan, page.snapshot
    page.part("who", TITLES[PlanPart.WHO])
    page.fact("owner", _("Responsible"), who_of(snapshot, plan.owner))
    page.fact("value", _("Why this role"), plan.owner_value)
    helpers = snapshot.select(indexes.INVOLVED_IN_PLAN, plan.id)
    for part_, said in _PARTS.items():
        names = [page.pen.say(_name(who_of(snapshot, i.participant))) for i in helpers
                 if i.part == part_]  # fmt: skip
        page.fact(f"part:{part_}", said, ", ".join(sorted(names)))
    if plan.sponsor is not None:
        page.fact("sponsor", _("Sponsor"), who_of(snapshot, plan.sponsor))


def _solution(page: _Page) -> None:
    plan = page.plan
    page.part("solution", TITLES[PlanPart.SOLUTION])
    page.fact("does", _("What is done"), plan.solution)
    if plan.horizon == Horizon.IMMEDIATE:
        page.fact("horizon", _("For whom"), HORIZONS[plan.horizon])
    behind = page.snapshot.find(Plan, plan.systemic)
    if behind is not None:
        page.fact("behind", _("Mended for good by"), behind.title)
    if (expected := expected_sentence(plan)) is not None:
        page.say("expected", expected)
    page.fact("outcome", _("For customers"), plan.outcome)
    currency = queries.project(page.snapshot).currency
    page.fact("cost", _("Cost"), _range(plan.cost_low, plan.cost_high, currency))
    page.fact("benefit", _("Benefit"), _range(plan.benefit_low, plan.benefit_high, currency))
    if plan.impact is not None and plan.effort is not None:
        said = _("Helps {impact}, work {effort} of 5", impact=plan.impact, effort=plan.effort)
        page.fact("worth", _("Worth"), said)


def _deadlines(page: _Page) -> None:
    plan, snapshot, today, pen = page.plan, page.snapshot, page.today, page.pen
    page.part("deadlines", TITLES[PlanPart.DEADLINES])
    when: Message = day_of(plan.due, today)
    if plan.start and plan.due:
        when = _("{first} to {last}", first=day_of(plan.start, today), last=when)
    page.fact("due", _("By when"), when)
    tasks = sorted(snapshot.select(indexes.TASKS_OF_PLAN, plan.id), key=sort_key)
    for task in tasks:
        who: Message = _name(who_of(snapshot, task.owner or plan.owner))
        if task.due:
            who = _("{who}, {day}", who=who, day=day_of(task.due, today))
        page.add(
            ticked_row(
                pen,
                f"task:{task.id}",
                task.title,
                [pen.say(who)],
                ticked=bool(task.done),
                entity=task.id,
                end=88,
                width=page.width,
            )
        )
    checks = snapshot.select(indexes.CHECKPOINTS_OF_PLAN, plan.id)
    for check in sorted(checks, key=lambda c: (c.date, c.id)):
        day = day_of(check.date, today)
        page.fact(f"check:{check.id}", _("Check-in {day}", day=day), _found(check))


def _found(check: Checkpoint) -> Message:
    expected, actual = check.expected or "–", check.actual
    if actual:
        return _("{actual} (expected: {expected})", actual=actual, expected=expected)
    return _("expected: {expected}", expected=expected)


def _watch(page: _Page) -> None:
    plan, pen = page.plan, page.pen
    page.part("watch", TITLES[PlanPart.WATCH])
    started = started_on(page.snapshot, plan.id)
    for effect in effects_of_plan(page.snapshot, page.counts, plan.id):
        _measure(page, effect, started)
    reviews = page.snapshot.select(indexes.REVIEWS_OF_PLAN, plan.id)
    for review in sorted(reviews, key=lambda r: (r.date, r.id)):
        said = _(
            "{day}, {status}: {decision}",
            day=day_of(review.date, page.today),
            status=REVIEWS[review.status],
            decision=review.decision or review.changes or "–",
        )
        page.fact(f"review:{review.id}", _("Review"), pen.say(said))


def _measure(page: _Page, effect: Effect, started: str) -> None:
    pen, kpi = page.pen, effect.kpi
    page.fact(f"kpi:{kpi.id}", _("Measure"), kpi.text)
    page.fact(f"how:{kpi.id}", _("How"), kpi.how)
    if kpi.target is not None:
        page.fact(f"target:{kpi.id}", _("Wanted"), amount_words(effect, kpi.target))
    if effect.baseline is not None or effect.points:
        chart = measure_chart(pen, effect, started, page.today, page.width / SHRINK, _CHART)
        for group in chart.drawing.groups:
            small = scaled(group, SHRINK)
            page.add(
                Block(f"{group.key}:{kpi.id}", small.box.h + 6, small.shapes, Reading.FIGURE,
                      group.alt or chart.alt)
            )  # fmt: skip
    told = tell(effect, started)
    said: Message = told.sentence
    if told.verdict is not None:
        said = _("{verdict}. {why}", verdict=told.verdict, why=told.sentence)
    page.fact(f"verdict:{kpi.id}", _("Result"), said)


def _proof(page: _Page) -> None:
    found = proofs(page.snapshot, page.plan.id)
    page.part("proof", _("Proof"))
    if not found:
        page.say("proof:none", _("Not proven yet."))
    for proof in found:
        said = proof_sentence(page.snapshot, proof, page.today)
        page.say(f"proof:{proof.id}", said)


def _told(page: _Page) -> None:
    page.part("told", _("Who was told"))
    pen, today = page.pen, page.today
    found = audiences(page.snapshot, page.plan.id)
    if not found:
        page.say("told:none", _("Nobody yet."))
    people = queries.project(page.snapshot).people
    for one in found:
        how = [pen.say(told_how(one, today))] if one.date else []
        name = pen.say(_name(told_words(one, people)))
        page.add(
            ticked_row(
                pen, f"told:{one.id}", name, how, ticked=bool(one.date), end=96, width=page.width
            )
        )


def _name(said: str | Message) -> Message:
    return said if isinstance(said, Message) else _("{name}", name=said)


def _range(low: float | None, high: float | None, currency: str) -> str | Message:
    if low is None and high is None:
        return ""
    if low is not None and high is not None and low != high:
        said = _("{low} to {high}", low=fixed(low, 0), high=fixed(high, 0))
    else:
        said = _("{amount}", amount=fixed(high if high is not None else low or 0.0, 0))
    return _("{amount} {currency}", amount=said, currency=currency) if currency else said
