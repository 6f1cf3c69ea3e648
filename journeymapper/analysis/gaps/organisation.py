"""Gaps in how we work together: G09, G14, G22, G23, G25, G27."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.measured import rated
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.gaps.uncovered import untrained
from journeymapper.analysis.journey_flow import Way, flow_of
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Connection, Lane, Standard, Touchpoint
from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import LaneKind, Measure, SourceKind
from journeymapper.domain.message import _

KNOWLEDGE = 1.5
"""Management's estimate is off when it misses what customers expect by this much of 10."""

KEPT = 0.9
"""A standard that is kept less often than this is a gap."""

HARD_TO_USE = 2
"""A program of this ease or less, 1 to 5, is hard to work with."""


def owners(look: Look) -> Iterator[Found]:
    """G09: neither a step nor its stage has an owner."""
    for journey in look.maps():
        for stage in queries.stages(look.snapshot, journey.id):
            for step in queries.touchpoints(look.snapshot, stage.id):
                if step.owner is None and stage.owner is None:
                    yield look.fixed(
                        "G09", step.id, _("{step} has no owner.", step=step.name), "high"
                    )


def handoffs(look: Look) -> Iterator[Found]:
    """G14: what one role knows does not reach the next, or what was begun is lost.

    g is the share of customers who take that way; without a share the gap is high.
    """
    for journey in look.maps():
        flow = flow_of(look.snapshot, journey.id)
        crossing = [
            way
            for ways in flow.ways.values()
            for way in ways
            if not way.to_end and (way.handoff or way.switch)
        ]
        if crossing and not any(_said(way.connection) for way in crossing):
            yield look.open(
                "G14", journey.id, _("Nobody said what is passed on between roles and channels.")
            )
        for way in crossing:
            if _is_broken(way):
                yield _broken(look, way)


def _said(connection: Connection | None) -> bool:
    return connection is not None and (
        connection.info_passed is not None or connection.state_kept is not None
    )


def _is_broken(way: Way) -> bool:
    known = way.connection
    if known is None:
        return False
    return (way.handoff and known.info_passed is False) or (
        way.switch and known.state_kept is False
    )


def _broken(look: Look, way: Way) -> Found:
    source = look.snapshot.get(Touchpoint, way.source)
    target = look.snapshot.get(Touchpoint, way.target)
    text = _(
        "What is known at {source} does not reach {target}.", source=source.name, target=target.name
    )
    if way.connection is not None and way.connection.items:
        text = _(
            "{items} known at {source} do not reach {target}.",
            items=way.connection.items,
            source=source.name,
            target=target.name,
        )
    if way.share is None:
        return look.fixed("G14", target.id, text, "high", evidence=Grade.D)
    return look.measured(
        "G14",
        target.id,
        text,
        way.share,
        value=way.share,
        inputs={"share": way.share, "from": source.id},
        evidence=Grade.D,
    )


def knowledge(look: Look) -> Iterator[Found]:
    """G22: management expects other wishes than customers have (gap 1); g = D / 9."""
    for step in look.steps():
        guess = rated(look.snapshot, step.id, Measure.EXPECTATION, ("management",))
        wish = look.score(step.id, Measure.EXPECTATION)
        if guess is None or wish is None:
            yield look.open(
                "G22", step.id, _("There is no estimate of management beside what people expect.")
            )
            continue
        difference = guess.mean - wish.mean
        if abs(difference) >= KNOWLEDGE:
            yield look.measured(
                "G22",
                step.id,
                _(
                    "{step}: management thinks {guess} of 10 is expected; people expect {wish}.",
                    step=step.name,
                    guess=round(guess.mean, 1),
                    wish=round(wish.mean, 1),
                ),
                abs(difference) / 9,
                value=difference,
                inputs={"management": guess.mean, "expected": wish.mean, "n": wish.n},
                evidence=wish.grade,
            )


def standards(look: Look) -> Iterator[Found]:
    """G23: a moment of truth without a standard, or one that is not kept; g = 1 - share.

    Not assessable while the project sets no standards at all.
    """
    every = {s.touchpoint: s for s in look.snapshot.table(Standard).values()}
    if not every:
        yield look.open("G23", "", _("No standards are set in this file."))
        return
    for step in look.steps():
        standard = every.get(step.id)
        if standard is None:
            if look.is_moment(step.id):
                text = _("There is no standard for {step}.", step=step.name)
                yield look.fixed("G23", step.id, text, "medium", raise_moments=False)
        elif standard.compliance is None:
            yield look.open("G23", step.id, _("Nobody counted how often the standard is kept."))
        elif standard.compliance < KEPT:
            yield look.measured(
                "G23",
                step.id,
                _(
                    "{step}: the standard is kept in {share} % of cases.",
                    step=step.name,
                    share=round(100 * standard.compliance),
                ),
                1 - standard.compliance,
                value=standard.compliance,
                inputs={"kept": standard.compliance, "n": standard.n},
                evidence=grade(SourceKind.SURVEY if standard.n else SourceKind.STAFF, standard.n),
            )


def capability(look: Look) -> Iterator[Found]:
    """G25: a program is hard to work with (ease 1 or 2 of 5), or a training is missing or over."""
    yield from untrained(look)
    rated_any = False
    for step in look.steps():
        for card in look.snapshot.select(indexes.CARDS_OF_PLACE, step.id):
            if _is_system(look, card) and card.ease is not None:
                rated_any = True
                if card.ease <= HARD_TO_USE:
                    yield look.fixed(
                        "G25",
                        step.id,
                        _(
                            "{program} at {step} is hard to work with.",
                            program=card.text,
                            step=step.name,
                        ),
                        "medium",
                        value=float(card.ease),
                        inputs={"ease": card.ease},
                        evidence=grade(card.source, card.n),
                    )
                    break
    if not rated_any:
        yield look.open("G25", "", _("Nobody said how easy the programs are to work with."))


def _is_system(look: Look, card: Card) -> bool:
    return look.snapshot.get(Lane, card.lane).kind == LaneKind.SYSTEM


def alignment(look: Look) -> Iterator[Found]:
    """G27: something is measured in a stage that has no goal."""
    for journey in look.maps():
        for stage in queries.stages(look.snapshot, journey.id):
            if not stage.goal.strip() and _is_measured(look, stage.id):
                yield look.fixed(
                    "G27",
                    stage.id,
                    _("{stage} is measured and has no goal.", stage=stage.name),
                    "low",
                )


def _is_measured(look: Look, stage: str) -> bool:
    for step in queries.touchpoints(look.snapshot, stage):
        if look.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id):
            return True
        for card in look.snapshot.select(indexes.CARDS_OF_PLACE, step.id):
            if look.snapshot.get(Lane, card.lane).kind == LaneKind.METRIC:
                return True
    return False
