"""What nobody covers: risks without a plan (G28), work without the training for it (G25).

One gap for each place, named by the worst of it. What belongs to no step is about the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from journeymapper.analysis.gaps.look import Look
from journeymapper.analysis.gaps.types import Found
from journeymapper.analysis.plans.risks import risk_figures
from journeymapper.analysis.plans.trainings import TrainingState, lapsed, trainings
from journeymapper.domain.entities import Role
from journeymapper.domain.message import _

T = TypeVar("T")


def uncovered_risks(look: Look) -> Iterator[Found]:
    """G28: a risk of severity 9 or 10, or of 100 points, without a preventive plan.

    A plan that was dropped covers nothing. A risk that nobody judged cannot be told.
    """
    every = risk_figures(look.snapshot)
    if not every:
        yield look.open("G28", "", _("This file holds no risks."))
    placed = _by_place(look, ((one.risk.touchpoint, one) for one in every))
    for subject, risks in placed.items():
        for one in risks:
            if one.high is None:
                reason = _("Nobody judged this risk: {risk}.", risk=one.risk.title)
                yield look.open("G28", subject, reason)
        open_ = [one for one in risks if one.uncovered]
        if not open_:
            continue
        worst, more = open_[0], len(open_) - 1
        text = _("Nothing is planned against this risk: {risk}.", risk=worst.risk.title)
        if more:
            text = _(
                "Nothing is planned against this risk: {risk}; nor against {more} more.",
                risk=worst.risk.title,
                more=more,
            )
        yield look.fixed(
            "G28",
            subject,
            text,
            "high",
            value=None if worst.before is None else float(worst.before),
            inputs={
                "severity": worst.risk.severity,
                "occurrence": worst.risk.occurrence,
                "detection": worst.risk.detection,
                "risks": len(open_),
            },
        )


def untrained(look: Look) -> Iterator[Found]:
    """G25, its half about people: a training that is missing or has run out."""
    if not trainings(look.snapshot):
        yield look.open("G25", "", _("No training is written down in this file."))
    gone = lapsed(look.snapshot, look.today)
    placed = _by_place(look, ((training.touchpoint, (state, training)) for state, training in gone))
    for subject, found in placed.items():
        (state, training), more = found[0], len(found) - 1
        role = look.snapshot.get(Role, training.role).name
        if state == TrainingState.EXPIRED:
            text = _("{role}: the training “{topic}” has run out.", role=role, topic=training.topic)
        else:
            text = _("{role}: the training “{topic}” is missing.", role=role, topic=training.topic)
        if more:
            text = _("{first} Trainings like it: {more} more.", first=text, more=more)
        yield look.fixed(
            "G25",
            subject,
            text,
            "medium",
            inputs={"valid_until": training.valid_until or None, "trainings": len(found)},
        )


def _by_place(look: Look, found: Iterable[tuple[str | None, T]]) -> dict[str, list[T]]:
    """Group by step; without one by the first map. What is on no judged map is left out."""
    steps = {step.id for step in look.steps()}
    home = next((journey.id for journey in look.maps()), "")
    placed: dict[str, list[T]] = {}
    for step, one in found:
        if step is None or step in steps:
            placed.setdefault(step or home, []).append(one)
    return placed
