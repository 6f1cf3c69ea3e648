"""What the places of gaps are called: steps by number and name, all else by kind and name."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Persona, Plan, Question, Stage, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Name:
    """A place: ``kind`` is step, stage, map, persona, question, plan, or "" for the whole file."""

    kind: str
    number: str
    name: str

    @property
    def in_words(self) -> Message:
        """Number and name, or the name alone."""
        if not self.kind:
            return _("The whole file")
        if self.kind == "plan":
            return _("Plan “{name}”", name=self.name)
        if self.number:
            return _("{number} {name}", number=self.number, name=self.name)
        return _("{name}", name=self.name)


class Names:
    """Finds the names of subjects in a snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._numbers: dict[str, str] = {}
        for journey in queries.maps(snapshot):
            self._numbers |= queries.numbers(snapshot, journey.id)

    def of(self, subject: str) -> Name:
        """Return what a subject of a gap is called."""
        number = self._numbers.get(subject, "")
        if (step := self._snapshot.find(Touchpoint, subject)) is not None:
            return Name("step", number, step.name)
        if (stage := self._snapshot.find(Stage, subject)) is not None:
            return Name("stage", number, stage.name)
        if (journey := self._snapshot.find(JourneyMap, subject)) is not None:
            return Name("map", "", journey.title)
        if (persona := self._snapshot.find(Persona, subject)) is not None:
            return Name("persona", "", persona.short or persona.name)
        if (asked := self._snapshot.find(Question, subject)) is not None:
            return Name("question", "", asked.short or asked.text)
        if (plan := self._snapshot.find(Plan, subject)) is not None:
            return Name("plan", "", plan.title)
        return Name("", "", "")
