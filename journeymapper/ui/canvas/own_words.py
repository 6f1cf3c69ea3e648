"""What the own map of a step comes to, in sentences: for details, hints and screen readers."""

from __future__ import annotations

from journeymapper.analysis.roll_up import Felt, RollUp, WaitSum
from journeymapper.domain import queries
from journeymapper.domain.kinds import TimeUnit
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.drawing.map.own_map import inside
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import persona_name, shortened, signed, step_name

COUNTED = _("Counted from its own map, not written here")
"""Stands above the figures: nobody typed them at this step."""

_UNITS: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("{n} minutes"),
    TimeUnit.HOURS: _("{n} hours"),
    TimeUnit.DAYS: _("{n} days"),
}
_ONE: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("1 minute"),
    TimeUnit.HOURS: _("1 hour"),
    TimeUnit.DAYS: _("1 day"),
}


def lines(bench: Bench, own: RollUp) -> tuple[Message, ...]:
    """Return one sentence for each figure there is, the number of steps first."""
    numbers = queries.numbers(bench.snapshot, own.map_id)
    shown = (own.felt_by(persona.id) for persona in bench.layout.frame.personas)
    found = [inside(own.steps)]
    found += [_felt(bench, own, felt, numbers) for felt in shown if felt is not None]
    pain = own.worst_pain
    if pain is not None:
        found.append(
            _(
                "Worst pain: {text} ({how_bad}) at {number} {step}",
                text=shortened(pain.text),
                how_bad=SEVERITIES[pain.severity],
                number=numbers.get(pain.touchpoint or "", ""),
                step=step_name(bench.snapshot, pain.touchpoint or ""),
            )
        )
    if own.promised is not None:
        found.append(_("Waits added up, promised: {time}", time=_time(own.promised, own.steps)))
    if own.actual is not None:
        found.append(_("Waits added up, it took: {time}", time=_time(own.actual, own.steps)))
    if own.units_differ:
        found.append(_("Its waits have different units, so they are not added up."))
    if own.effort is not None:
        found.append(
            _(
                "How easy on average: {value} of 7, {n} of {total} steps",
                value=f"{own.effort:.1f}",
                n=own.effort_n,
                total=own.steps,
            )
        )
    return (*found, *_measured(bench, own, numbers))


def _measured(bench: Bench, own: RollUp, numbers: dict[str, str]) -> tuple[Message, ...]:
    """Return of how many steps answers say something, and where their score is lowest."""
    if not own.asked:
        return ()
    known = _("Measured: answers about {n} of {total} steps", n=own.asked, total=own.steps)
    low = own.lowest
    if low is None:
        return (known,)
    return (
        known,
        _(
            "Lowest score: {score} of 10 at {number} {step}, {n} answers",
            score=f"{low.score:.1f}",
            number=numbers.get(low.at, ""),
            step=step_name(bench.snapshot, low.at),
            n=grouped(low.n),
        ),
    )


def heard(bench: Bench, step_id: str) -> Message | None:
    """Return what a screen reader adds at a step that has an own map, else None."""
    own = bench.layout.frame.own.get(step_id)
    if own is None:
        return None
    felt = own.felt_by(bench.persona)
    if felt is None:
        return _("own map: {what}", what=inside(own.steps))
    return _(
        "own map: {what}, average {average}, lowest {lowest}, {n} of {total} steps",
        what=inside(own.steps),
        average=signed(felt.average, 1),
        lowest=signed(felt.worst),
        n=felt.n,
        total=own.steps,
    )


def _felt(bench: Bench, own: RollUp, felt: Felt, numbers: dict[str, str]) -> Message:
    return _(
        "{name}: average {average}, lowest {lowest} at {number} {step}, {n} of {total} steps",
        name=persona_name(bench.snapshot, felt.persona),
        average=signed(felt.average, 1),
        lowest=signed(felt.worst),
        number=numbers.get(felt.worst_at, ""),
        step=step_name(bench.snapshot, felt.worst_at),
        n=felt.n,
        total=own.steps,
    )


def _time(waits: WaitSum, steps: int) -> Message:
    unit = _ONE[waits.unit] if waits.total == 1 else _UNITS[waits.unit]
    total = Message(unit.key, n=f"{waits.total:g}")
    return _("{time}, {n} of {total} steps", time=total, n=waits.n, total=steps)
