"""The measures of a plan: what is counted, asked or written down, and what is wanted of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from journeymapper.analysis.plans.choice_words import BETTER, KPI_KINDS
from journeymapper.analysis.plans.effect import baseline_values
from journeymapper.analysis.question_figures import is_counted
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import Entity, Kpi, Question
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import KpiKind, PlanState
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import state_of
from journeymapper.ui.answers.more_typed import read_number
from journeymapper.ui.commands.measures import keep_newest
from journeymapper.ui.plans.cells import Day, Number, OneOf, Words
from journeymapper.ui.plans.fields import Field, Fields
from journeymapper.ui.plans.line_list import Column, LineList, Row
from journeymapper.ui.plans.sheet import PlanSheet

_OF = re.compile(r"\s*(\d{1,6})\s*(?:[^\W\d]+|/)\s*(\d{1,6})\s*$")


class Measures(LineList):
    """Each measure has its name in a row, and the rest of it below."""

    def __init__(self, sheet: PlanSheet) -> None:
        context, say = sheet.context, sheet.say
        what, how, kind = _("What we look at"), _("Where it is counted"), _("How")
        super().__init__(
            sheet,
            _("How we will see it"),
            (
                Column(
                    "text",
                    what,
                    lambda: Words(context, say(what), say(what)),
                    lambda kpi: kpi.text,
                    4,
                ),
                Column(
                    "how",
                    how,
                    lambda: Words(context, say(how), say(how)),
                    lambda kpi: kpi.how,
                    3,
                    new=False,
                ),
                Column(
                    "kind",
                    kind,
                    lambda: OneOf(context, say(kind), tuple(KPI_KINDS.items())),
                    lambda kpi: kpi.kind,
                    2,
                    new=False,
                    empty=None,
                ),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        found = self.sheet.snapshot.select(indexes.KPIS_OF_PLAN, self.sheet.plan_id)
        return sorted(found, key=sort_key)

    def add(self, fields: Mapping[str, Any]) -> str:
        text = str(fields["text"])
        made = self.sheet.change(lambda tx: operations.add_kpi(tx, self.sheet.plan_id, text))
        return str(made)

    def write(self, id_: str, field: str, value: Any) -> None:
        self.sheet.change(
            lambda tx: operations.change_kpi(tx, id_, **{field: value}),
            merge=("plan measure", id_, field),
        )

    def remove(self, id_: str) -> None:
        self.sheet.change(lambda tx: operations.delete_kpi(tx, id_))

    def flush(self) -> bool:
        details = [row.findChild(Details) for row in self.rows]
        kept = [one.flush() for one in details if isinstance(one, Details)]
        return super().flush() and all(kept)

    def stops(self) -> list[QWidget]:
        found: list[QWidget] = []
        for row in self.rows:
            found += row.stops()
            details = row.findChild(Details)
            found += details.stops() if isinstance(details, Details) else []
        return found

    def dress(self, row: Row, line: Entity | None) -> None:
        details = row.findChild(Details)
        if isinstance(line, Kpi):
            if not isinstance(details, Details):
                details = Details(self.sheet, row)
                details.setContentsMargins(0, 4, 0, 12)  # the next measure is one of its own
                row.put_below(details)
            details.refresh()
            details.show()


class Details(Fields):
    """How many, what is wanted, and how it was before; the question where one is asked."""

    def __init__(self, sheet: PlanSheet, row: Row) -> None:
        super().__init__(sheet)
        self._row = row
        context, say = sheet.context, sheet.say
        self.question = OneOf(context, say(_("Which question")))
        self._asked = self._field(_("Which question"), self.question, "question")
        self._n = self._field(
            _("How many are counted"), Number(context, say(_("How many are counted")), whole=True),
            "wanted_n",
        )  # fmt: skip
        self._unit = self._field(
            _("In which unit"), Words(context, say(_("In which unit"))), "unit"
        )
        self._share = self._field(
            _("Wanted, in percent"), Number(context, say(_("Wanted, in percent")), percent=True),
            "target",
        )  # fmt: skip
        self._target = self._field(_("Wanted"), Number(context, say(_("Wanted"))), "target")
        before = _("How it was before")
        self.before = Field(
            sheet,
            before,
            Words(context, say(before), say(_("7 of 50"))),
            lambda: say(before_text(self._kpi)),
            self._write_before,
        )
        self.before.cell.setObjectName("before")
        self.put(self.before)
        day = _("Measured on")
        self.day = Field(
            sheet,
            day,
            Day(context, say(day)),
            lambda: self._kpi.baseline_date,
            lambda value: self._set(baseline_date=value),
        )
        self.put(self.day)
        better = OneOf(context, say(_("Which way is good")), tuple(BETTER.items()))
        self._better = self._field(_("Which way is good"), better, "better")

    def refresh(self) -> None:
        """Show what the document holds; fields that make no sense for its kind are hidden."""
        kpi = self._kpi
        kind = kpi.kind
        frozen = bool(kpi.baseline) and state_of(self.sheet.snapshot, kpi.plan) != PlanState.DRAFT
        self.question.offer(self._questions())
        self._asked.setVisible(kind == KpiKind.QUESTION)
        self._n.setVisible(kind == KpiKind.COUNT)
        self._unit.setVisible(kind == KpiKind.NUMBER)
        self._share.setVisible(kind == KpiKind.COUNT)
        self._target.setVisible(kind != KpiKind.COUNT)
        self._better.setVisible(kind != KpiKind.QUESTION)
        self.before.setVisible(kind != KpiKind.QUESTION)
        self.day.setVisible(kind != KpiKind.QUESTION)
        for field in (self.before, self.day):
            field.cell.setReadOnly(frozen)
            field.cell.setToolTip(
                self.sheet.say(_("The plan has started, so this stays as it is.")) if frozen else ""
            )
        super().refresh()

    @property
    def _kpi(self) -> Kpi:
        return self.sheet.snapshot.get(Kpi, self._row.id)

    def _field(self, caption: Message, cell: Any, name: str) -> Field:
        field = Field(
            self.sheet,
            caption,
            cell,
            lambda: getattr(self._kpi, name),
            lambda value: self._set(**{name: value}),
        )
        self.put(field)
        return field

    def _set(self, **fields: Any) -> None:
        if fields.get("wanted_n", 1) is None:
            raise RefusedError(_("Say how many are to be counted."))

        def change(tx: Tx) -> None:
            operations.change_kpi(tx, self._row.id, **fields)
            if "question" in fields:
                keep_newest(tx, self.sheet.document.counts, self._row.id)

        self.sheet.change(change, merge=("plan measure", self._row.id, *fields))

    def _write_before(self, text: str) -> None:
        values = read_before(self._kpi, text)
        if not values:
            self._set(baseline=(), baseline_date="")
            return
        day = self._kpi.baseline_date or self.sheet.today.isoformat()
        self.sheet.change(lambda tx: operations.set_baseline(tx, self._row.id, values, day))

    def _questions(self) -> list[tuple[Any, str | Message]]:
        found = self.sheet.snapshot.table(Question).values()
        counted = sorted((q for q in found if is_counted(q)), key=sort_key)
        return [(None, _("Choose a question")), *((q.id, q.text) for q in counted)]


def before_text(kpi: Kpi) -> Message:
    """Return how it was before as one types it: "7 of 50", or the number alone."""
    values = baseline_values(kpi)
    if not values:
        return Message("")
    if kpi.kind != KpiKind.COUNT:
        return Message("{value}", value=f"{next(iter(values)):.10g}")
    return _("{yes} of {n}", yes=values.get(1.0, 0), n=sum(values.values()))


def read_before(kpi: Kpi, text: str) -> dict[float, int]:
    """Read "7 of 50" or a number; nothing for no text. Raises RefusedError."""
    plain = text.strip()
    if not plain:
        return {}
    if kpi.kind == KpiKind.COUNT:
        found = _OF.match(plain)
        if found is None or not 0 <= int(found[1]) <= int(found[2]) or int(found[2]) == 0:
            raise RefusedError(_("Write it like 7 of 50: how many yes, of how many counted."))
        yes, n = int(found[1]), int(found[2])
        return {1.0: yes, 0.0: n - yes}
    value = read_number(plain)
    return {} if value is None else {value: 1}
