"""Which steps were skipped: the history of the document knows, and nothing else has to."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.document.document import Document
from journeymapper.domain.changes import Change, Step, StepKind
from journeymapper.domain.entities import Touchpoint
from journeymapper.ui.commands import walking


@dataclass(frozen=True, slots=True)
class Skipped:
    """A step that was skipped and is not on the map, and the step of the history that did it."""

    by: Step
    step: Touchpoint


class SkippedSteps:
    """Reads the history once and remembers what its skips took out."""

    def __init__(self) -> None:
        self._doc_id = ""
        self._seen = 0
        self._skips: list[tuple[Step, tuple[Change, ...]]] = []

    def of(self, document: Document, map_id: str) -> tuple[Skipped, ...]:
        """Return the skipped steps of a map that can be put back, the latest first."""
        self._read(document)
        found: dict[str, Skipped] = {}
        for by, changes in reversed(self._skips):
            step = walking.skipped(document, map_id, changes)
            if step is not None and step.name and step.id not in found:
                found[step.id] = Skipped(by, step)
        return tuple(found.values())

    def _read(self, document: Document) -> None:
        history = document.history()
        if document.doc_id != self._doc_id or len(history) < self._seen:
            self._doc_id, self._seen, self._skips = document.doc_id, 0, []
        for step in history[self._seen :]:
            done = step.kind in (StepKind.DO, StepKind.REDO)
            if done and step.label.key == walking.SKIP.key:
                self._skips.append((step, document.changes_of(step)))
        self._seen = len(history)
