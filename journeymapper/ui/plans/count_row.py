"""The row in which a value is typed in place: when, how many, of how many; Enter keeps it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeymapper.domain.entities import Kpi
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.kinds_plan import KpiKind
from journeymapper.domain.message import _
from journeymapper.ui.answers.more_typed import read_count, read_number
from journeymapper.ui.context import Context
from journeymapper.ui.plans.then_field import ThenField
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_NUMBER, _DAY = 64, 150


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: ``value`` of ``n`` on a local date; ``n`` is None for a number alone."""

    date: str
    value: float
    n: int | None


class CountRow(QWidget):
    """``keep`` writes what was typed and raises UserError where it cannot be."""

    def __init__(self, context: Context, keep: Callable[[Typed], None]) -> None:
        super().__init__()
        self._context, self._keep = context, keep
        self._counts = True
        self._measure = ""
        self._left: dict[str, tuple[str, str, str]] = {}
        say = context.say
        self.when = PlainLabel("", "body")
        self.date = ThenField(context, say(_("Counted on")))
        self.date.setFixedWidth(context.theme.px(_DAY))
        self.value = _number(context, say(_("How many it was")))
        self.of = PlainLabel(say(_("of")), "body", "text_secondary")
        self.n = _number(context, say(_("Of how many")))
        self.unit = PlainLabel("", "body", "text_secondary")
        self.add = Button(context, say(_("Add")), icon="plus")
        self.add.clicked.connect(lambda _on=False: self.enter())
        self.told = PlainLabel("", "label", wrap=True)
        self.told.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        parts = (self.when, self.value, self.of, self.n, self.unit, self.date, self.add)
        for part in parts:
            row.addWidget(part)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.told)
        for field in (self.value, self.n, self.date):
            field.returnPressed.connect(self.enter)

    def show_measure(self, kpi: Kpi, today: datetime.date, *, before: bool) -> None:
        """Take values of a measure, from before the plan or since; what is typed stays."""
        say = self._context.say
        self._counts = kpi.kind == KpiKind.COUNT
        self.of.setVisible(self._counts)
        self.n.setVisible(self._counts)
        self.unit.setText("" if self._counts else kpi.unit)
        self.unit.setVisible(bool(kpi.unit) and not self._counts)
        self.when.setText(say(_("Before the plan")) if before else say(_("Newly counted"))
                          if self._counts else say(_("Newly measured")))  # fmt: skip
        if self._measure == kpi.id:
            return
        if self._measure and self._typed():
            self._left[self._measure] = self._texts()
        self._measure = kpi.id
        value, n, day = self._left.pop(kpi.id, ("", str(kpi.wanted_n), ""))
        self.value.setText(value)
        self.n.setText(n)
        self.date.setText(day)
        if not day:
            self.date.set_date(today.isoformat())
        self._tell("")

    def take_focus(self) -> None:
        """Take the keys to the first number."""
        self.value.setFocus(Qt.FocusReason.OtherFocusReason)
        self.value.selectAll()

    def enter(self) -> None:
        """Keep what was typed; what is refused stays where it is, with the reason below."""
        try:
            self._keep(self._read())
        except UserError as error:
            words = [self._context.say(error.message)]
            words += [self._context.say(error.hint)] if error.hint is not None else []
            self._tell(" ".join(words))
            return
        self._tell("")
        self.value.clear()
        self.take_focus()

    def _read(self) -> Typed:
        date = self.date.date
        if date is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        if not self._counts:
            value = read_number(self.value.text())
            if value is None:
                raise RefusedError(_("Type the number that was measured."))
            return Typed(date, value, None)
        yes, n = read_count(self.value.text()), read_count(self.n.text())
        if yes is None or n is None:
            raise RefusedError(_("Type how many it was, and of how many."))
        return Typed(date, yes, n)

    def _typed(self) -> bool:
        return bool(self.value.text().strip())

    def _texts(self) -> tuple[str, str, str]:
        return self.value.text(), self.n.text(), self.date.text()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self.told, words)


def _number(context: Context, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setToolTip(name)
    field.setMaxLength(12)
    field.setFixedWidth(context.theme.px(_NUMBER))
    return field
