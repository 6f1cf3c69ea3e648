"""What was done after a failure: how quickly, how well, whether it helped, and what comes later."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.alerts.recovery import checklist, elapsed, same_day
from journeymapper.analysis.alerts.standing import AlertStanding
from journeymapper.analysis.alerts.words import asked, exact
from journeymapper.domain.entities import Question, Recovery
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.scales import fits
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_typed import number_text
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import TypedLine, TypedText
from journeymapper.ui.plans.back_fields import (
    Fields,
    MomentLine,
    moment_text,
    read_moment,
    titled,
)
from journeymapper.ui.plans.back_gestures import Gestures
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.labels import PlainLabel

_MOMENTS: dict[str, Message] = {
    "happened_at": _("It happened"),
    "acknowledged_at": _("We said that we know"),
    "responded_at": _("We answered"),
    "fixed_at": _("It was mended"),
}
_SCORES: dict[str, Message] = {
    "score_before": _("Mark before"),
    "score_after": _("Mark after"),
}


class MadeGood(QFrame):
    """One button until it is wanted; then fields, a checklist and later gestures."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._alert = ""
        self._question: Question | None = None
        self._fields = Fields()
        self.setObjectName("plan_card")
        say = context.say
        words = _("Note how it was made good, and how quickly")
        self.begin = Button(context, say(words), icon="heart-handshake")
        self.begin.clicked.connect(lambda _on=False: self._set())
        self.moments = {k: MomentLine(context, say(name)) for k, name in _MOMENTS.items()}
        self.scores = {k: TypedLine(say, say(name)) for k, name in _SCORES.items()}
        self.question = Choice(context, say(_("Which question")))
        self.question.activated.connect(
            lambda _i: self._set(question=self.question.currentData() or None)
        )
        self.owned = Tick(context, say(_("We said that it was ours, without excuses")))
        self.owned.clicked.connect(lambda on: self._set(owned=on))
        self.beyond = Tick(context, say(_("We did more than was due")))
        self.beyond.clicked.connect(lambda on: self._set(beyond=on))
        self.gesture = TypedText(say, say(_("What we did more")), 1)
        self.sum = PlainLabel("", "subheading", wrap=True)
        self.checks = PlainLabel("", "body", "text_secondary", wrap=True)
        self.gestures = Gestures(context, session)
        self._inside = self._laid_out()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say(_("Made good")), "subheading"))
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._inside)

    def show_alert(self, snapshot: Snapshot, row: AlertStanding) -> None:
        """Show what was made good for an alert."""
        self._alert = row.alert.id
        recovery = commands.recovery_of(snapshot, row.alert.id)
        self.begin.setVisible(recovery is None)
        self._inside.setVisible(recovery is not None)
        if recovery is None:
            return
        of, load = recovery.id, self._fields.load
        for key, field in self.moments.items():
            text = moment_text(getattr(recovery, key), self._context)
            load(field, of, text, self._writes(key, self._moment))
        for key, score in self.scores.items():
            text = number_text(getattr(recovery, key))
            load(score, of, text, self._writes(key, self._score))
        load(self.gesture, of, recovery.gesture, self._writes("gesture", str))
        self._offer(snapshot, recovery.question)
        self.owned.setChecked(recovery.owned is True)
        self.beyond.setChecked(recovery.beyond is True)
        limits = [s.step.minutes for s in row.protocol if s.step.minutes is not None]
        self._tell(recovery, limits[0] if limits else row.alert.hours * 60)
        self.gestures.show_recovery(snapshot, recovery)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        checks = (self.owned, self.beyond, self.gesture, self.question)
        fields = (*self.moments.values(), *checks, *self.scores.values())
        return [self.begin, *fields, *self.gestures.stops()]

    def flush(self) -> bool:
        """Write what was typed; False where some of it is refused."""
        gestures = self.gestures.flush()
        return self._fields.flush() and gestures

    def forget(self) -> None:
        """Another document is open."""
        self._alert = ""
        self._fields.forget()
        self.gestures.forget()

    def _tell(self, recovery: Recovery, prompt: float) -> None:
        say, took = self._context.say, elapsed(recovery)
        said: list[Message] = []
        if took.response is not None and took.response >= 0:
            said.append(_("We answered after {time}.", time=exact(took.response)))
        if took.fixed is not None and took.fixed >= 0:
            day = same_day(recovery, None)
            time = exact(took.fixed)
            said.append(
                _("It was mended after {time}, the same day.", time=time)
                if day
                else _("It was mended after {time}.", time=time)
            )
        self.sum.setText(" ".join(map(say, said)))
        self.sum.setVisible(bool(said))
        answers = {True: _("yes"), False: _("no"), None: _("not known")}
        checks = checklist(recovery, prompt)
        words = _(
            "Acknowledged: {known}. Taken as ours: {owned}. Prompt, within {time}: {prompt}. "
            "More than was due: {beyond}.",
            known=answers[checks["acknowledged"]],
            owned=answers[checks["owned"]],
            time=exact(prompt),
            prompt=answers[checks["prompt"]],
            beyond=answers[checks["beyond"]],
        )
        self.checks.setText(say(words))

    def _set(self, **fields: object) -> None:
        document = self._session.document
        if document is not None and self._alert:
            with self._session.guard():
                commands.set_recovery(document, self._alert, **fields)

    def _writes(self, field: str, read: Callable[[str], object]) -> Callable[[str], None]:
        alert_id = self._alert

        def write(text: str) -> None:
            document = self._session.document
            if document is not None:
                commands.set_recovery(document, alert_id, **{field: read(text)})

        return write

    def _moment(self, text: str) -> str:
        return read_moment(text, self._context)

    def _score(self, text: str) -> float | None:
        if not text.strip():
            return None
        if self._question is None:
            raise RefusedError(_("Choose first to which question."))
        try:
            value = float(text.strip().replace(",", ".").replace("−", "-"))
        except ValueError:
            value = float("nan")
        if not fits(self._question, value):
            name = asked(self._question)
            raise RefusedError(
                _("{value} is no answer to “{question}”.", value=text.strip(), question=name)
            )
        return value

    def _offer(self, snapshot: Snapshot, question: str | None) -> None:
        self._question = snapshot.find(Question, question)
        known = [("", self._context.say(_("No question")))]
        known += sorted(
            ((q.id, asked(q)) for q in snapshot.table(Question).values() if q.low is not None),
            key=lambda pair: pair[1].casefold(),
        )
        box = self.question
        if [(box.itemData(i), box.itemText(i)) for i in range(box.count())] != known:
            box.clear()
            for id_, name in known:
                box.addItem(name, id_)
        box.setCurrentIndex(max(0, box.findData(question or "")))

    def _laid_out(self) -> QWidget:
        say = self._context.say
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.sum)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, (key, field) in enumerate(self.moments.items()):
            grid.addLayout(titled(say, _MOMENTS[key], field), place // 2, place % 2)
        column.addLayout(grid)
        column.addWidget(self.owned)
        column.addWidget(self.beyond)
        column.addLayout(titled(say, _("What we did more"), self.gesture))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(titled(say, _("The same person, asked"), self.question), 2)
        for key, score in self.scores.items():
            row.addLayout(titled(say, _SCORES[key], score), 1)
        column.addLayout(row)
        column.addWidget(self.checks)
        column.addWidget(self.gestures)
        return inside
