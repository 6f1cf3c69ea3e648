"""The worst places of a map, by what is on it: how bad the pain is, and how low the feeling."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.domain.kinds import Severity
from journeymapper.drawing.wall.content import StageOnWall, Step

_POINTS = {Severity.CRITICAL: 4, Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}


def badness(step: Step) -> int:
    """Return 0 for a step without trouble, up to 9: pain 0 to 4, plus how far below zero.

    A pain counts 4 (critical), 3, 2, 1 (low) or 0 (none, or not rated); a feeling from -1 to -5
    counts 1 to 5.
    """
    pain = _POINTS.get(step.pain.severity, 0) if step.pain else 0
    return pain + max(0, -(step.feeling or 0))


def worst_steps(stages: Sequence[StageOnWall], most: int = 3) -> tuple[Step, ...]:
    """Return the worst steps first; of equals the earlier one. Fewer where there is less."""
    steps = [step for stage in stages for step in stage.steps if badness(step)]
    return tuple(sorted(steps, key=badness, reverse=True)[:most])
