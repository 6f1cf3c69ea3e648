"""Trainings: who has learnt what, until when it holds, what is planned, what has run out."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.plans.trainings import (
    TrainingState,
    state_on,
    training_matrix,
    trainings,
)
from journeymapper.domain.entities import Role, Training
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options, steps_of
from journeymapper.ui.plans.habits.lines import EntityLines, Matrix, role_options, step_options

_STATES: Mapping[TrainingState, Message] = {
    TrainingState.VALID: _("Holds"),
    TrainingState.EXPIRED: _("Has run out"),
    TrainingState.PLANNED: _("Planned"),
    TrainingState.MISSING: _("Missing"),
}

_BAD = (TrainingState.EXPIRED, TrainingState.MISSING)


class Trainings(EntityLines):
    """One line for each training, role by role; the overview is role by topic."""

    title = _("Training")
    about = _(
        "Who has learnt what, and until when it holds. What is missing or has run out shows in "
        "Gaps, at its step."
    )
    empty = _("No training is written down. Add one below: which role, what about, and when.")
    columns = (
        Column("role", _("Role"), 130, choice=True),
        Column("topic", _("Topic"), 210),
        Column("touchpoint", _("Step"), 160, choice=True),
        Column("planned", _("Planned for"), 110),
        Column("date", _("Took place"), 110),
        Column("valid_until", _("Holds until"), 110),
        Column("state", _("Today"), 110, fixed=True),
    )
    first = ("role", "topic", "planned", "date", "valid_until")
    kind = Training
    named_by = "topic"
    required = ("topic",)
    typed = ("role",)
    kept = ("role",)
    overview = _("Role by topic")

    def read(self, snapshot: Snapshot) -> list[Line]:
        names, today = dict(steps_of(snapshot)), self.today
        return [
            Line(
                one.id,
                {
                    "role": snapshot.get(Role, one.role).name,
                    "topic": one.topic,
                    "touchpoint": names.get(one.touchpoint or "", ""),
                    "planned": self.shown_day(one.planned),
                    "date": self.shown_day(one.date),
                    "valid_until": self.shown_day(one.valid_until),
                    "state": _STATES[state_on(one, today)],
                },
            )
            for one in trainings(snapshot)
        ]

    def options(self, snapshot: Snapshot, key: str) -> Options:
        return role_options(snapshot) if key == "role" else step_options(snapshot)

    def matrix(self, snapshot: Snapshot) -> Matrix:
        found = training_matrix(snapshot, self.today)
        cells = {place: (self._cell(*cell),) for place, cell in found.cells.items()}
        return Matrix(
            _("Role"),
            tuple((role.id, role.name) for role in found.roles),
            tuple((topic, topic) for topic in found.topics),
            cells,
            frozenset(place for place, (state, _t) in found.cells.items() if state in _BAD),
        )

    def preset(self, snapshot: Snapshot, row: str, column: str) -> Mapping[str, str]:
        return {"role": snapshot.get(Role, row).name, "topic": column}

    def note(self, snapshot: Snapshot) -> Message | None:
        cells = training_matrix(snapshot, self.today).cells.values()
        said = [(self._named(snapshot, one), state) for state, one in cells]
        bad = ", ".join(name for name, state in said if state in _BAD)
        planned = ", ".join(name for name, state in said if state == TrainingState.PLANNED)
        if bad and planned:
            return _("Missing or run out: {bad}. Planned: {planned}.", bad=bad, planned=planned)
        if bad:
            return _("Missing or run out: {bad}.", bad=bad)
        if planned:
            return _("Planned: {planned}.", planned=planned)
        return _("All that is written down holds today.") if said else None

    def _cell(self, state: TrainingState, training: Training) -> Message:
        until, planned = self.shown_day(training.valid_until), self.shown_day(training.planned)
        match state:
            case TrainingState.VALID:
                if until:
                    return _("Holds until {day}", day=until)
                return _("Since {day}", day=self.shown_day(training.date))
            case TrainingState.EXPIRED:
                return _("Ran out on {day}", day=until)
            case TrainingState.PLANNED:
                return _("Planned for {day}", day=self.shown_day(training.date) or planned)
            case _:
                return _("Missing, was planned for {day}", day=planned) if planned else _("Missing")

    def _named(self, snapshot: Snapshot, training: Training) -> str:
        role = snapshot.get(Role, training.role).name
        return self.context.say(_("{topic} ({role})", topic=training.topic, role=role))
