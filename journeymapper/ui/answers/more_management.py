"""What management thinks that people expect and get, to be held beside what people say."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Rating
from journeymapper.domain.indexes import RATINGS_OF_TOUCHPOINT
from journeymapper.domain.kinds import Measure, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines, steps_of
from journeymapper.ui.answers.more_typed import number_text, read_score
from journeymapper.ui.commands.names import step_name

_WHO = "management"

_MEASURES: Mapping[str, Measure] = {
    "importance": Measure.IMPORTANCE,
    "expectation": Measure.EXPECTATION,
    "performance": Measure.PERFORMANCE,
}


class Management(Lines):
    """One line for each step."""

    title = _("Estimates of management")
    about = _(
        "What management thinks, from 1 to 10, before anybody is asked. Where people say "
        "something else, Gaps shows it."
    )
    empty = _("There are no steps yet. Add them on the map.")
    columns = (
        Column("step", _("Step"), 300, fixed=True),
        Column("importance", _("How important it is"), 150),
        Column("expectation", _("What people expect"), 150),
        Column("performance", _("How we do"), 150),
    )

    def read(self, snapshot: Snapshot) -> list[Line]:
        return [
            Line(
                step,
                {
                    "step": name,
                    **{key: _value(snapshot, step, which) for key, which in _MEASURES.items()},
                },
            )
            for step, name in steps_of(snapshot)
        ]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value, measure = read_score(text), _MEASURES[key]
        name = step_name(document.snapshot, line_id)
        with document.step(_("Estimate of management: {name}", name=name)) as tx:
            if value is None:
                operations.unrate(tx, line_id, measure, perspective=_WHO)
            else:
                operations.rate(
                    tx, line_id, measure, value, perspective=_WHO, source=SourceKind.ASSUMPTION
                )

    def note(self, snapshot: Snapshot) -> Message | None:
        steps = steps_of(snapshot)
        done = sum(bool(_value(snapshot, step, Measure.EXPECTATION)) for step, _n in steps)
        return _("Expectations estimated: {n} of {all} steps.", n=done, all=len(steps))


def _value(snapshot: Snapshot, step: str, measure: Measure) -> str:
    ratings: tuple[Rating, ...] = snapshot.select(RATINGS_OF_TOUCHPOINT, step)
    found = (r.value for r in ratings if (r.perspective, r.measure) == (_WHO, measure))
    return number_text(next(found, None))
