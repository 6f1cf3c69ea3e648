"""Commands about how we see that a plan works: measures, what was before, values since."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from journeymapper.analysis.question_figures import customers, rounds_of
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Kpi, Question, Reading
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import started_on
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened


def add_measure(document: Document, plan_id: str, text: str, **fields: Any) -> str:
    """Add a measure; that of a question keeps its newest answers as those before the plan.

    Raises RefusedError where nothing says what is counted. Returns its id.
    """
    snapshot = document.snapshot
    name = _name(snapshot, text, fields.get("question"))
    with document.step(_("Add the measure “{name}”", name=shortened(name))) as tx:
        kpi_id = operations.add_kpi(tx, plan_id, name, **fields)
        keep_newest(tx, document.counts, kpi_id)
    return kpi_id


def change_measure(document: Document, kpi_id: str, text: str, **fields: Any) -> None:
    """Change a measure; raises RefusedError for what is frozen (see ``operations.change_kpi``)."""
    known = document.snapshot.get(Kpi, kpi_id)
    name = _name(document.snapshot, text, fields.get("question"))
    other = any(
        key in fields and fields[key] != getattr(known, key) for key in ("kind", "question")
    )
    with document.step(_("Change the measure “{name}”", name=shortened(name))) as tx:
        operations.change_kpi(tx, kpi_id, text=name, **fields)
        if other:
            keep_newest(tx, document.counts, kpi_id)


def delete_measure(document: Document, kpi_id: str) -> Message:
    """Take a measure out with its values; returns the label of that."""
    name = shortened(document.snapshot.get(Kpi, kpi_id).text)
    label = _("Delete the measure “{name}” and its values", name=name)
    with document.step(label) as tx:
        operations.delete_kpi(tx, kpi_id)
    return label


def set_before(
    document: Document, kpi_id: str, values: Mapping[float, int], date: str, today: datetime.date
) -> None:
    """Keep what was measured before the plan; raises RefusedError once that is frozen."""
    check_past(date, today)
    kpi = document.snapshot.get(Kpi, kpi_id)
    with document.step(_("What was before the plan: {name}", name=shortened(kpi.text))) as tx:
        operations.set_baseline(tx, kpi_id, values, date)


def set_count_before(
    document: Document, kpi_id: str, yes: int, n: int, date: str, today: datetime.date
) -> None:
    """Keep a count from before the plan; raises RefusedError unless 0 <= yes <= n and n > 0."""
    if n < 1 or not 0 <= yes <= n:
        raise RefusedError(
            _("Of {n} counted, between 0 and {n} can be yes.", n=n),
            _("Look at both numbers again."),
        )
    set_before(document, kpi_id, {1.0: yes, 0.0: n - yes}, date, today)


def keep_answers_before(document: Document, kpi_id: str) -> None:
    """Keep the newest answers from before the start as they are now.

    Raises RefusedError where nobody has answered by then.
    """
    kpi = document.snapshot.get(Kpi, kpi_id)
    with document.step(_("What was before the plan: {name}", name=shortened(kpi.text))) as tx:
        if not keep_newest(tx, document.counts, kpi_id):
            raise RefusedError(
                _("Nobody answered this question before the plan."),
                _("Ask first, and type in the answers."),
            )


def add_value(
    document: Document,
    kpi_id: str,
    date: str,
    value: float,
    n: int | None,
    today: datetime.date,
) -> str:
    """Write down a value of a measure; raises RefusedError for one that cannot be."""
    check_past(date, today)
    kpi = document.snapshot.get(Kpi, kpi_id)
    with document.step(_("Write down a value: {name}", name=shortened(kpi.text))) as tx:
        return operations.add_reading(tx, kpi_id, date, value, n)


def change_value(document: Document, reading_id: str, **fields: Any) -> None:
    """Change a value that was written down; raises RefusedError for one that cannot be."""
    with document.step(_("Change a value: {name}", name=_kpi_name(document, reading_id))) as tx:
        operations.change_reading(tx, reading_id, **fields)


def delete_value(document: Document, reading_id: str) -> None:
    """Take a value out."""
    with document.step(_("Delete a value: {name}", name=_kpi_name(document, reading_id))) as tx:
        operations.delete_reading(tx, reading_id)


def _kpi_name(document: Document, reading_id: str) -> str:
    reading = document.snapshot.get(Reading, reading_id)
    return shortened(document.snapshot.get(Kpi, reading.kpi).text)


def _name(snapshot: Snapshot, text: str, question_id: str | None) -> str:
    name = " ".join(text.split())
    if not name and question_id is not None:
        question = snapshot.get(Question, question_id)
        name = question.short or question.text
    if not name:
        raise RefusedError(_("Say what is counted."), _("For example: rebooked within 3 days."))
    return name


def keep_newest(tx: Tx, counts: Counts, kpi_id: str) -> bool:
    """Keep the newest answers from before the plan as those of a measure; False without any."""
    kpi = tx.snapshot.get(Kpi, kpi_id)
    question = tx.snapshot.find(Question, kpi.question)
    if kpi.kind != KpiKind.QUESTION or question is None:
        return False
    started = started_on(tx.snapshot, kpi.plan) or "9999"
    for one in reversed(rounds_of(tx.snapshot, question, counts)):
        marks = counts.values(question.id, lambda c, r=one.id: c.round == r and customers(c))  # type: ignore[misc]
        if one.started and one.started < started and marks:
            operations.set_baseline(tx, kpi_id, marks, one.started)
            return True
    return False


def check_past(date: str, today: datetime.date) -> None:
    """Raise RefusedError for a local date that has not come yet."""
    if date > today.isoformat():
        raise RefusedError(_("This day has not come yet."))
