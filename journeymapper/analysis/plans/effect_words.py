"""Did it work? What became of a measure, in honest words.

told = tell(effect, started="2026-03-16")
told.verdict        # Message: Yes, better
told.sentence       # Message: More than chance could do.
value_words(effect, effect.last)    # Message: 16 of 20
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from journeymapper.analysis.plans.effect import Effect, Point
from journeymapper.analysis.plans.trend import trend_of
from journeymapper.analysis.question_figures import Change, FigureKind, Verdict
from journeymapper.analysis.question_words import rounded, score_in_words, with_sign
from journeymapper.analysis.scores import ANECDOTAL
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import Message, _


class Outcome(StrEnum):
    """What can be said about a measure."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    NOTHING = "nothing"
    """There is nothing to compare yet."""


@dataclass(frozen=True, slots=True)
class Told:
    """``verdict`` is two or three words, None while there is nothing to judge.

    ``sentence`` says why, ``goal`` whether what was wanted is reached (None: nothing was wanted,
    or nothing measured).
    """

    outcome: Outcome
    verdict: Message | None
    sentence: Message
    goal: Message | None = None


def tell(effect: Effect, started: str = "") -> Told:
    """Return what became of a measure; ``started`` is the local date on which the plan began."""
    if effect.baseline is None:
        return Told(Outcome.NOTHING, None, _no_baseline(effect))
    last = effect.last
    if not started:
        said = _("This is how it was before. The plan has not started yet.")
        return Told(Outcome.NOTHING, None, said)
    if last is None or last.date < max(started, effect.baseline.date):
        return Told(Outcome.NOTHING, None, _nothing_since(effect))
    if effect.change is None:
        return _without_chance(effect)
    told = _of_change(effect, effect.change)
    return Told(told.outcome, told.verdict, told.sentence, _goal(effect))


def value_words(effect: Effect, point: Point | None) -> Message | str:
    """Return a value as it is said: 16 of 20, +12, 4.1, 14 minutes; "" for none."""
    if point is None or point.value is None:
        return ""
    if point.figure is not None:
        return score_in_words(point.figure)
    return amount_words(effect, point.value)


def amount_words(effect: Effect, value: float) -> Message | str:
    """Return a value, a target or a tick without its n: 75 %, +12, 4.1, 14 minutes."""
    unit = effect.unit
    if unit == FigureKind.SHARE:
        return _("{share} %", share=rounded(100 * value))
    if unit == FigureKind.POINTS:
        return with_sign(value)
    name = effect.kpi.unit if effect.question is None else effect.question.unit
    number = exact(value)
    return _("{number} {unit}", number=number, unit=name) if name else number


def exact(value: float) -> str:
    """Return a number as it was typed: up to three digits after the point, none that is empty."""
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-", "−")


def _no_baseline(effect: Effect) -> Message:
    match effect.kpi.kind:
        case KpiKind.COUNT:
            return _("Count once before the plan starts. Then we can tell whether it worked.")
        case KpiKind.QUESTION if effect.question is None:
            return _("The question of this measure is not there any more. Choose another one.")
        case KpiKind.QUESTION:
            return _("No answers from before the plan are kept yet, so nothing can be compared.")
    return _("Measure once before the plan starts. Then we can tell whether it worked.")


def _nothing_since(effect: Effect) -> Message:
    match effect.kpi.kind:
        case KpiKind.COUNT:
            return _("Nothing was counted since the plan started.")
        case KpiKind.QUESTION:
            return _("There are no answers since the plan started.")
    return _("Nothing was measured since the plan started.")


def _of_change(effect: Effect, change: Change) -> Told:
    match change.verdict:
        case Verdict.BETTER:
            return Told(Outcome.BETTER, _("Yes, better"), _("More than chance could do."))
        case Verdict.WORSE:
            said = _("Worse than before, and more than chance could do.")
            return Told(Outcome.WORSE, _("No, worse"), said)
        case Verdict.FEW:
            few = _(
                "Too few to tell: {before} before and {now} now. Each time {least} are needed.",
                before=change.before.n,
                now=change.after.n,
                least=ANECDOTAL,
            )
            return Told(Outcome.UNCLEAR, _("Cannot tell yet"), few)
    return Told(Outcome.UNCLEAR, _("Cannot tell yet"), _needed(effect, change))


def _needed(effect: Effect, change: Change) -> Message:
    """What would tell. The values before stay as they are: only more from now on can."""
    counted = effect.kpi.kind == KpiKind.COUNT
    before, now = change.before.n, change.after.n
    each = change.needed.each if change.needed is not None else None
    alone = change.needed.new_alone if change.needed is not None else None
    if each is None:
        return _("We cannot tell yet: before and now are too much alike for any number.")
    if alone is not None:
        if counted:
            return _("We cannot tell yet: about {n} more counted would.", n=alone - now)
        return _("We cannot tell yet: about {n} more answers would.", n=alone - now)
    if counted:
        return _(
            "We cannot tell yet. For a difference like this about {each} would have to be counted"
            " each time; before the plan {before} were, so more alone cannot tell.",
            each=each,
            before=before,
        )
    return _(
        "We cannot tell yet. A difference like this needs about {each} answers each time; before"
        " the plan there were {before}, so more alone cannot tell.",
        each=each,
        before=before,
    )


def _without_chance(effect: Effect) -> Told:
    """Numbers by hand: no interval, so chance is judged by the values before, if by anything."""
    trend = trend_of(effect)
    goal = _goal(effect)
    if trend is not None and trend.signal == "better":
        said = _("The newest value is better than all that was usual before.")
        return Told(Outcome.BETTER, _("Yes, better"), said, goal)
    if trend is not None and trend.signal == "worse":
        said = _("The newest value is worse than all that was usual before.")
        return Told(Outcome.WORSE, _("No, worse"), said, goal)
    if trend is not None:
        said = _("We cannot tell yet: the newest value is within what was usual before.")
    else:
        said = _("We cannot tell yet: two numbers alone do not show what chance does to them.")
    return Told(Outcome.UNCLEAR, _("Cannot tell yet"), said, goal)


def _goal(effect: Effect) -> Message | None:
    if effect.reached is None or effect.kpi.target is None:
        return None
    wanted = amount_words(effect, effect.kpi.target)
    if effect.reached:
        return _("What we wanted is reached: {wanted}.", wanted=wanted)
    return _("What we wanted is not reached yet: {wanted}.", wanted=wanted)
