"""Later gestures: what the customer gets a year later, and that it was done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import FollowUp, Recovery
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.plans.back_fields import Fields
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Tick


class Gestures(QWidget):
    """A line for each: its day with a tick, and what it will be."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._recovery = ""
        self._ids: tuple[str, ...] = ()
        self._fields = Fields()
        self._lines: list[QWidget] = []
        self.ticks: dict[str, Tick] = {}
        self.texts: dict[str, TypedLine] = {}
        words = _("Remember them in 12 and in 24 months")
        self.begin = Button(context, context.say(words), icon="calendar-plus")
        self.begin.clicked.connect(lambda _on=False: self._begin())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)

    def show_recovery(self, snapshot: Snapshot, recovery: Recovery) -> None:
        """Show the later gestures after a recovery."""
        self._recovery = recovery.id
        known = commands.gestures_of(snapshot, recovery.id)
        self.begin.setVisible(not known)
        ids = tuple(one.id for one in known)
        if ids != self._ids:
            self._ids = ids
            self._make(known)
        for one in known:
            tick = self.ticks[one.id]
            tick.setText(self._when(one))
            tick.setChecked(bool(one.done))
            self._fields.load(self.texts[one.id], one.id, one.text, self._writes(one.id))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        lines = zip(self.ticks.values(), self.texts.values(), strict=True)
        return [self.begin, *(part for line in lines for part in line)]

    def flush(self) -> bool:
        """Write what was typed; False where some of it is refused."""
        return self._fields.flush()

    def forget(self) -> None:
        """Another document is open."""
        self._recovery, self._ids = "", ()
        self._make(())

    def _make(self, known: tuple[FollowUp, ...]) -> None:
        self._fields.flush()
        self._fields = Fields()
        for old in self._lines:
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._lines, self.ticks, self.texts = [], {}, {}
        say = self._context.say
        for one in known:
            line = QWidget()
            row = QGridLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setHorizontalSpacing(8)
            row.setVerticalSpacing(3)
            row.setColumnStretch(1, 1)
            tick = Tick(self._context, "")
            tick.clicked.connect(lambda on, id_=one.id: self._tick(id_, done=on))
            text = TypedLine(say, say(_("What they get")))
            text.setPlaceholderText(say(_("What they get, such as a card")))
            row.addWidget(tick, 0, 0)
            row.addWidget(text, 0, 1)
            row.addWidget(text.typing.problem, 1, 1)
            self.ticks[one.id], self.texts[one.id] = tick, text
            self._lines.append(line)
            self._column.addWidget(line)

    def _when(self, one: FollowUp) -> str:
        day = self._context.say(in_words(date.fromisoformat(one.date))) if one.date else ""
        if one.done or not one.date or one.date > today_of(self._context).isoformat():
            return day
        return self._context.say(_("{day}: now", day=day))

    def _begin(self) -> None:
        document = self._session.document
        if document is not None and self._recovery:
            with self._session.guard():
                commands.plan_gestures(document, self._recovery)

    def _tick(self, id_: str, *, done: bool) -> None:
        document = self._session.document
        if document is not None:
            day = today_of(self._context).isoformat() if done else ""
            with self._session.guard():
                commands.set_gesture(document, id_, done=day)

    def _writes(self, id_: str) -> Callable[[str], None]:
        def write(text: str) -> None:
            document = self._session.document
            if document is not None:
                commands.set_gesture(document, id_, text=text)

        return write
