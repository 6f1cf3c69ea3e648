"""Questions that a template asks in its own words, as long as the step has its name."""

from __future__ import annotations

from pathlib import Path

from journeymapper.document.outline import Outline, keys, read_outline
from journeymapper.domain import queries
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.walk.facts import StepFacts
from journeymapper.ui.walk.guide import Guide

_LEAST_SHARE = 0.5
"""A map is taken for one of a template when so many of its names are still on it."""


class OwnQuestions:
    """Knows the templates; finds the one that a map was begun with by the names of its steps."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._outlines: tuple[Outline, ...] = ()
        self._asked: tuple[str, dict[str, str]] = ("", {})

    def of(self, guide: Guide, facts: StepFacts) -> str:
        """Return the question for a step; "" where the usual words do."""
        if self._asked[0] != guide.map_id:
            self._asked = (guide.map_id, self._questions(guide.snapshot, guide.map_id))
        return self._asked[1].get(facts.step.name, "")

    def forget(self) -> None:
        """Look again at the next map."""
        self._asked = ("", {})

    def _questions(self, snapshot: Snapshot, map_id: str) -> dict[str, str]:
        if not self._outlines:
            self._outlines = tuple(read_outline(self._folder, key) for key in keys(self._folder))
        names = {step.name for step in queries.touchpoints_of_map(snapshot, map_id)}
        best = max(self._outlines, key=lambda outline: _share(outline, names), default=None)
        if best is None or _share(best, names) < _LEAST_SHARE:
            return {}
        return {step.name: step.ask for stage in best.stages for step in stage.steps if step.ask}


def _share(outline: Outline, names: set[str]) -> float:
    own = [step.name for stage in outline.stages for step in stage.steps]
    return sum(name in names for name in own) / max(1, len(own))
