"""The wait that was promised and the one that came true."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.time_gap import time_ratio
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import TimeUnit
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.row_words import times_as_long
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import steps
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.typed import TypedLine, Typing
from journeymapper.ui.widgets.labels import PlainLabel

UNITS: tuple[tuple[TimeUnit, Message], ...] = (
    (TimeUnit.MINUTES, _("minutes")),
    (TimeUnit.HOURS, _("hours")),
    (TimeUnit.DAYS, _("days")),
)


class Waits(QWidget):
    """Two numbers and their unit."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._step: Touchpoint | None = None
        say = bench.say
        self.promised = TypedLine(say, say(_("Promised wait")))
        self.actual = TypedLine(say, say(_("Actual wait")))
        self.unit = Chooser(bench.context, say(_("Unit of the wait")))
        for unit, words in UNITS:
            self.unit.addItem(say(words), unit.value)
        self.unit.activated.connect(lambda: self._write(None, None))
        row = QHBoxLayout()
        row.setSpacing(8)
        fields: tuple[tuple[Message, QWidget], ...] = (
            (_("Promised"), self.promised),
            (_("It took"), self.actual),
            (_("Unit"), self.unit),
        )
        for words, field in fields:
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(PlainLabel(say(words), "label", "text_secondary"))
            column.addWidget(field)
            row.addLayout(column, 5 if field is self.unit else 4)
        self.ratio = PlainLabel("", "subheading", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(row)
        whole.addWidget(self.promised.typing.problem)
        whole.addWidget(self.actual.typing.problem)
        whole.addWidget(self.ratio)

    def load(self, step: Touchpoint) -> None:
        """Show the waits of a step."""
        self._step = step
        ratio = time_ratio(step.wait_actual, step.wait_promised)
        words = self._bench.say(times_as_long(ratio)) if ratio is not None else ""
        self.ratio.setText(words)
        self.ratio.setVisible(ratio is not None)
        self.promised.typing.load(_shown(step.wait_promised), lambda text: self._write(text, None))
        self.actual.typing.load(_shown(step.wait_actual), lambda text: self._write(None, text))
        self.unit.setCurrentIndex(self.unit.findData(step.wait_unit.value))

    def typings(self) -> list[Typing]:
        """Return the numbers that can be typed."""
        return [self.promised.typing, self.actual.typing]

    def _write(self, promised: str | None, actual: str | None) -> None:
        if self._step is None:
            return
        bench = self._bench
        step = bench.snapshot.get(Touchpoint, self._step.id)
        steps.set_wait(
            bench.document,
            step.id,
            step.wait_promised if promised is None else _number(promised),
            step.wait_actual if actual is None else _number(actual),
            TimeUnit(str(self.unit.currentData())),
        )


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _number(text: str) -> float | None:
    """Read a number as people write it, with a comma or a point."""
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    try:
        return float(plain)
    except ValueError:
        raise RefusedError(_("“{value}” is not a number.", value=text.strip())) from None
