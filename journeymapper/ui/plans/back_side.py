"""The red-flag board: customers to call back by due time, first those that nobody has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journeymapper.analysis.alerts.routing import role_now
from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.analysis.alerts.telling import about, when_due
from journeymapper.analysis.alerts.words import customer_of, title, who_has
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.plans.line_side import LineSide, box_of_lines, head_of_lines
from journeymapper.ui.plans.lines import LineWords, PlanLine
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

MOST = 120
"""So many lines are shown of each part; more are found by typing a word."""

OPEN, DONE = "open", "done"


class BackSide(LineSide):
    """Shows what it is told; ``current`` is the id of the alert that is open."""

    send_wanted = Signal()
    """Give those that nobody has to the roles that the routes name now."""
    routes_wanted = Signal()
    """Say who gets what."""
    shown_changed = Signal()
    """Open ones or done ones are shown now."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("People to call back"))
        say = context.say
        self._last: tuple[Snapshot, Sequence[AlertStanding], datetime] | None = None
        self.title = PlainLabel(say(_("Call back")), "section")
        self.count = PlainLabel("", "body", "text_secondary")
        options = ((OPEN, say(_("Open"))), (DONE, say(_("Done"))))
        self.shown = Segmented(say(_("Which ones")), options, OPEN)
        self.shown.chosen.connect(lambda _key: self.shown_changed.emit())
        self.nobody_title = PlainLabel(say(_("Nobody has these")), "section")
        self.nobody_count = PlainLabel("", "body", "text_secondary")
        self.send = Button(context, "", "link")
        self.send.clicked.connect(lambda _on=False: self._on_send())
        self._can_send = False
        self.none = PlainLabel("", "body", "text_secondary", wrap=True)
        self._nobody, self._nobody_box = box_of_lines()
        self._rest, self._rest_box = box_of_lines()
        column = self.column()
        column.addLayout(head_of_lines(self.title, self.count, self.shown))
        column.addLayout(head_of_lines(self.nobody_title, self.nobody_count))
        column.addWidget(self._nobody_box)
        column.addWidget(self.send, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._rest_box)
        column.addWidget(self.none)
        column.addStretch(1)

    def refresh(self, snapshot: Snapshot, rows: Sequence[AlertStanding], now: datetime) -> None:
        """Show these alerts; ``now`` has the local zone."""
        self._last = (snapshot, rows, now)
        done = self.shown.value() == DONE
        mine = [r for r in rows if r.open != done and self._fits(snapshot, r)]
        unrouted = [r for r in mine if r.unrouted]
        nobody = [self._line(snapshot, r, now) for r in unrouted[:MOST]]
        given = (r for r in mine if not r.unrouted)
        rest = [self._line(snapshot, r, now) for r in islice(given, MOST)]
        late = sum(r.overdue for r in rows)
        waiting = sum(r.open for r in rows)
        self.count.setText(self._context.say(_counted(waiting, late)) if rows else "")
        self.nobody_count.setText(self._context.say(_("{n} open", n=len(unrouted))))
        more = len(mine) - len(nobody) - len(rest)
        self._say_none(bool(mine), more, bool(rows), done=done)
        ready = sum(role_now(snapshot, r.alert) is not None for r in unrouted)
        self._can_send = ready > 0
        words = _("Say who calls back…")
        if ready:
            words = _("Give {n} to those who can act", n=ready)
        self.send.setText(self._context.say(words))
        if (nobody, rest) != self._words:
            self._words = (nobody, rest)
            self._make(nobody, rest)
        for widget in (self.nobody_title, self.nobody_count, self.send):
            widget.setVisible(bool(nobody))
        for id_, line in self.lines.items():
            line.setChecked(id_ == self.current)

    def again(self) -> None:
        if self._last is not None:
            self.refresh(*self._last)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        options = [self.shown.button(key) for key in (OPEN, DONE)]
        lines = list(self.lines.values())
        first = self._nobody.count()
        return [*options, *lines[:first], self.send, *lines[first:]]

    def _line(self, snapshot: Snapshot, row: AlertStanding, now: datetime) -> LineWords:
        alert = row.alert
        return LineWords(
            alert.id,
            self._context.say(title(snapshot, alert)),
            about(snapshot, row),
            when_due(row, now),
            not row.open,
            row.overdue,
            alert.severity.value,
        )

    def _fits(self, snapshot: Snapshot, row: AlertStanding) -> bool:
        if not self._text:
            return True
        alert = row.alert
        step = snapshot.find(Touchpoint, alert.touchpoint)
        parts = (
            self._context.say(title(snapshot, alert)),
            alert.text,
            customer_of(snapshot, alert),
            alert.outcome,
            who_has(snapshot, alert),
            step.name if step is not None else "",
        )
        return any(self._text in part.casefold() for part in parts)

    def _say_none(self, some: bool, more: int, any_: bool, *, done: bool) -> None:
        words: Message | None = None
        if more > 0:
            words = _("And {n} more. Type a word into the search field to find them.", n=more)
        elif not some and self._text:
            words = _("Nothing here holds “{text}”.", text=self._text)
        elif not some and done:
            words = _("Nothing is closed yet. It is when they were told and you close it.")
        elif not some and any_:
            words = _("Nobody waits for a call. All of it is done.")
        self.none.setText("" if words is None else self._context.say(words))
        self.none.setVisible(words is not None)

    def _make(self, nobody: Sequence[LineWords], rest: Sequence[LineWords]) -> None:
        """Make the lines anew; the keys stay with the line that had them."""
        focused = next((id_ for id_, one in self.lines.items() if one.hasFocus()), "")
        for old in self.lines.values():
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.lines = {}
        for box, column, words in (
            (self._nobody_box, self._nobody, nobody),
            (self._rest_box, self._rest, rest),
        ):
            box.setVisible(bool(words))
            for one in words:
                line = PlanLine(self._context, one)
                line.clicked.connect(lambda _on=False, id_=one.id: self._choose(id_))
                line.stepped.connect(lambda by, id_=one.id: self._step(id_, by))
                column.addWidget(line)
                self.lines[one.id] = line
        if focused in self.lines:
            self.lines[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_send(self) -> None:
        (self.send_wanted if self._can_send else self.routes_wanted).emit()


def _counted(waiting: int, late: int) -> Message:
    if not late:
        return _("{n} open", n=waiting)
    return _("{n} open, {late} late", n=waiting, late=late)
