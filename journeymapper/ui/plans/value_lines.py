"""The values of a measure as a table: when, how many, of how many, a note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.document.document import Document
from journeymapper.domain import indexes
from journeymapper.domain.entities import Kpi, Reading
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.date_field import date_text
from journeymapper.ui.answers.more_lines import Column, Line, Lines
from journeymapper.ui.answers.more_typed import number_text, read_count, read_number
from journeymapper.ui.commands import measures as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import past_day


class ValueLines(Lines):
    """One line for each value that was written down."""

    title = _("Values of this measure")
    about = _("What was counted since, earliest first. What was before the plan stays as it is.")
    empty = _("Nothing was written down yet. Type the first value below.")
    columns = (
        Column("date", _("When"), 120),
        Column("value", _("How many"), 90),
        Column("n", _("Of how many"), 100),
        Column("note", _("Note"), 320),
    )
    first = ("date", "value", "n")

    def __init__(self, context: Context, kpi_id: str) -> None:
        self._context, self._kpi = context, kpi_id

    def read(self, snapshot: Snapshot) -> list[Line]:
        found = snapshot.select(indexes.READINGS_OF_KPI, self._kpi)
        return [
            Line(
                one.id,
                {
                    "date": date_text(one.date, self._context),
                    "value": number_text(one.value),
                    "n": "" if one.n is None else str(one.n),
                    "note": one.note,
                },
            )
            for one in sorted(found, key=lambda r: (r.date, r.id))
        ]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value: Any = text.strip()
        if key == "date":
            value = self._day(text)
        elif key == "n":
            value = read_count(text)
        elif key == "value":
            value = self._value(text)
        commands.change_value(document, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        n = read_count(cells["n"])
        if document.snapshot.get(Kpi, self._kpi).kind == KpiKind.NUMBER:
            n = None
        commands.add_value(
            document,
            self._kpi,
            self._day(cells["date"]),
            self._value(cells["value"]),
            n,
            today_of(self._context),
        )

    def delete(self, document: Document, line_id: str) -> None:
        document.snapshot.get(Reading, line_id)
        commands.delete_value(document, line_id)

    def _day(self, text: str) -> str:
        return past_day(text, self._context, today_of(self._context))

    def _value(self, text: str) -> float:
        value = read_number(text)
        if value is None:
            raise RefusedError(_("Type the number that was measured."))
        return value
