"""Gaps in what we know: G10 to G12, G16, G26."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.domain import indexes, queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import JourneyMap, Persona, Question, Round, Touchpoint
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import PersonaStatus, Phase, Respondent
from journeymapper.domain.message import Message, _

FEW_CUSTOMERS = 5
SMALL = 10
LOW_RESPONSE = 0.1

_PARTS: tuple[tuple[frozenset[Phase], Message], ...] = (
    (frozenset({Phase.BEFORE}), _("before")),
    (
        frozenset({Phase.ONSITE, Phase.CONTACT, Phase.STAY, Phase.PURCHASE, Phase.DURING}),
        _("during"),
    ),
    (frozenset({Phase.AFTER, Phase.RENEWAL}), _("after")),
)


def unmapped(look: Look) -> Iterator[Found]:
    """G10: a stage without steps, a part of the journey without stages, a persona without a map."""
    shown: set[str] = set()
    for journey in look.maps():
        shown.update(journey.personas)
        stages = queries.stages(look.snapshot, journey.id)
        for stage in stages:
            if not queries.touchpoints(look.snapshot, stage.id):
                text = _("{stage} has no step.", stage=stage.name)
                yield look.fixed("G10", stage.id, text, "medium")
        phases = {stage.phase for stage in stages}
        for part, name in _PARTS:
            if stages and not phases & part:
                text = _("{map} says nothing of what happens {when}.", map=journey.title, when=name)
                yield look.fixed("G10", journey.id, text, "medium", inputs={"missing": name.key})
                break
    for persona in queries.personas(look.snapshot):
        if persona.status != PersonaStatus.RETIRED and persona.id not in shown:
            text = _("{persona} is on no map.", persona=look.called(persona.id))
            yield look.fixed("G10", persona.id, text, "medium", persona=persona.id)


def no_evidence(look: Look) -> Iterator[Found]:
    """G11: no customer said anything about a step."""
    for step in look.steps():
        if not _has_word_of_customers(look, step):
            text = _("No customer has said anything about {step}.", step=step.name)
            yield look.fixed("G11", step.id, text, "medium", raise_moments=False)


def _has_word_of_customers(look: Look, step: Touchpoint) -> bool:
    snapshot = look.snapshot
    if any(told(f.source) for f in queries.feelings(snapshot, step.id)):
        return True
    if any(told(c.source) for c in snapshot.select(indexes.CARDS_OF_PLACE, step.id)):
        return True
    ratings = snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    if any(r.perspective == "customer" and told(r.source) for r in ratings):
        return True
    return any(
        _answered(look, q) for q in snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id)
    )


def _answered(look: Look, question: Question) -> bool:
    cells = look.counts.cells(question.id)
    return any(cell.respondent == Respondent.CUSTOMER.value for cell in cells)


def stale(look: Look) -> Iterator[Found]:
    """G12: a map or persona that was never checked (high), is past its date, or rests on few."""
    for journey in look.maps():
        if queries.touchpoints_of_map(look.snapshot, journey.id):
            yield from _aged(
                look,
                journey,
                journey.title,
                checked=journey.validated_on,
                n=journey.validated_n,
            )
    for persona in queries.personas(look.snapshot):
        if persona.status != PersonaStatus.RETIRED:
            yield from _aged(
                look, persona, look.called(persona.id), checked=persona.reviewed_at, n=None
            )


def _aged(
    look: Look, one: JourneyMap | Persona, name: str, *, checked: str, n: int | None
) -> Iterator[Found]:
    persona = one.id if isinstance(one, Persona) else None
    if not checked:
        text = _("{name} was never checked with those we serve.", name=name)
        yield look.fixed("G12", one.id, text, "high", persona=persona)
    elif one.valid_until and one.valid_until < look.today.isoformat():
        by = in_words(date.fromisoformat(one.valid_until))
        text = _("{name} should have been looked at again by {date}.", name=name, date=by)
        yield look.fixed(
            "G12",
            one.id,
            text,
            "medium",
            persona=persona,
            inputs={"valid_until": one.valid_until},
        )
    elif n is not None and n < FEW_CUSTOMERS:
        text = _("{name} was checked with fewer than five people.", name=name)
        yield look.fixed("G12", one.id, text, "low", persona=persona, inputs={"n": n})


def unmeasured(look: Look) -> Iterator[Found]:
    """G16: a moment of truth without a number of the last twelve months."""
    for step in look.steps():
        if look.is_moment(step.id) and not _has_recent_number(look, step):
            text = _("{step} is a moment of truth, and nobody measures it.", step=step.name)
            yield look.fixed("G16", step.id, text, "high", raise_moments=False)


def _has_recent_number(look: Look, step: Touchpoint) -> bool:
    oldest = look.year_ago()
    ratings = look.snapshot.select(indexes.RATINGS_OF_TOUCHPOINT, step.id)
    if any(r.perspective == "customer" and r.date >= oldest and r.n for r in ratings):
        return True
    asked = look.snapshot.select(indexes.QUESTIONS_OF_TOUCHPOINT, step.id)
    return any(newest(look, question) >= oldest[:7] for question in asked)


def newest(look: Look, question: Question) -> str:
    """Return the month (YYYY-MM) of the last answer to a question; "" without any."""
    months = [""]
    for cell in look.counts.cells(question.id):
        pile = look.snapshot.find(Round, cell.round)
        months.append(cell.month or (pile.started[:7] if pile is not None else ""))
    return max(months)


def samples(look: Look) -> Iterator[Found]:
    """G26: few answers, old ones, or few of those who were asked."""
    for question in sorted(look.snapshot.table(Question).values(), key=lambda q: (q.survey, q.id)):
        cells = look.counts.cells(question.id)
        if not cells:
            continue
        found = _weakness(look, question)
        if found is not None:
            text, n = found
            yield look.fixed(
                "G26",
                question.touchpoint or question.id,
                text,
                "low",
                inputs={"n": n, "question": question.id},
                value=float(n),
                raise_moments=False,
            )


def _weakness(look: Look, question: Question) -> tuple[Message, int] | None:
    per_round: dict[str, int] = {}
    for cell, values in look.counts.cells(question.id).items():
        if cell.respondent != Respondent.CUSTOMER.value:
            continue
        per_round[cell.round] = per_round.get(cell.round, 0) + sum(values.values())
    piles = [p for p in (look.snapshot.find(Round, r) for r in per_round) if p is not None]
    if not piles:
        return None
    last = max(piles, key=lambda p: (p.started, p.position, p.id))
    n = per_round[last.id]
    name = question.short or question.text
    if newest(look, question) and newest(look, question) < look.year_ago()[:7]:
        return _("“{question}” was last answered more than a year ago.", question=name), n
    if n < SMALL:
        return _("“{question}” has {n} answers only.", question=name, n=n), n
    if last.asked and n / last.asked < LOW_RESPONSE:
        text = _(
            "“{question}”: {n} of {asked} who were asked answered.",
            question=name,
            n=n,
            asked=last.asked,
        )
        return text, n
    return None
