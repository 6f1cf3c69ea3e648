"""What if: other figures of a step tried on a copy, with the gaps and the flow now and then."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.places import Place
from journeymapper.analysis.gaps.trial import Outcome, Trial, outcome, tried
from journeymapper.analysis.journey_flow import Way, flow_of
from journeymapper.analysis.what_if import balanced, rounded
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps import words
from journeymapper.drawing.lettering import signed
from journeymapper.drawing.map.ways import names_of
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.background import Background
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.dialogs.share_row import NUMBER, ShareRow
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.slider import Slider


class GapWhatIf(DialogFrame):
    """Choose a step, move its figures, read what they would change. Closing forgets it all."""

    def __init__(
        self, context: Context, figures: GapFigures, counts: Counts, parent: QWidget | None
    ) -> None:
        super().__init__(context, context.say(_("What if?")), parent, QSize(680, 640), snug=False)
        self._figures, self._counts = figures, counts
        self._ways: list[Way] = []
        self.shares: list[ShareRow] = []
        self._held: set[int] = set()
        say = context.say
        lead = _("Try other figures of a step. The map and the answers stay as they are.")
        self.body.addWidget(PlainLabel(say(lead), "body_large", "text_secondary", wrap=True))
        self.step = Choice(context, say(_("Which step")))
        for id_ in self._order():
            self.step.addItem(figures.names.title(id_).whole, id_)
        self.step.activated.connect(lambda _index: self._choose())
        self.body.addWidget(self.step)
        self._inputs = QVBoxLayout()
        self._inputs.setSpacing(4)
        self.body.addLayout(self._inputs)
        self.sliders: dict[str, Figure] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setColumnStretch(0, 1)
        self.body.addSpacing(6)
        self.body.addLayout(self._grid)
        self.body.addStretch(1)
        self.add_button(say(_("Close")), "primary").clicked.connect(self.accept)
        self._work = Background(self)
        self._work.done.connect(self._tell)
        self.lines: list[tuple[str, str, str]] = []
        self._before: Outcome | None = None
        self._choose()

    @property
    def busy(self) -> bool:
        """Say whether something is being worked out."""
        return self._work.busy

    def done(self, result: int) -> None:
        """Nothing is wanted any more."""
        self._work.finish()
        super().done(result)

    def _order(self) -> list[str]:
        """The steps, the worst places first."""
        steps = self._figures.board.steps
        worst = [place.subject for place in self._figures.board.places if place.subject in steps]
        return [*worst, *(step for step in steps if step not in worst)]

    def _choose(self) -> None:
        """Show the figures of another step as they are."""
        while self._inputs.count():
            item = self._inputs.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._before = None
        self.sliders = {}
        self._add_figures(self.step.currentData())
        self._add_shares(self.step.currentData())
        self._judge()

    def _add_figures(self, step: str) -> None:
        figures = self._figures
        score = next((s for s in figures.pictures.scores if s.step == step), None)
        felt = queries.feelings(figures.snapshot, step)
        wait = figures.snapshot.get(Touchpoint, step)
        self._slider("score", _("Score, 1 to 10"), (10, 100), score.mean * 10 if score else None)
        if felt:
            self._slider("feeling", _("Feeling, −5 to +5"), (-50, 50), felt[0].value * 10, step=10)
        gap = next((g for g in figures.board.report.gaps if g.key[:2] == ("G08", step)), None)
        takes = gap.inputs.get("actual") if gap is not None else wait.wait_actual
        if wait.wait_promised is not None and isinstance(takes, int | float):
            high = max(60, round(takes * 20))
            self._slider("wait", _WAITS[wait.wait_unit.value], (0, high), takes * 10, step=10)

    def _slider(
        self, key: str, name: Message, ends: tuple[int, int], now: float | None, step: int = 1
    ) -> None:
        row = Figure(self.context, self.context.say(name), ends, now, step)
        row.moved.connect(self._judge)
        self.sliders[key] = row
        self._inputs.addWidget(row)

    def _add_shares(self, step: str) -> None:
        snapshot = self._figures.snapshot
        map_id = queries.map_of(snapshot, step)
        net = flow_of(snapshot, map_id)
        self.shares, self._held = [], set()
        self._ways = [way for way in net.ways.get(step, ()) if way.connection is not None]
        if len(self._ways) < 2 or any(way.share is None for way in self._ways):
            self._ways = []
            return
        names = dict(names_of(snapshot, map_id, net))
        title = PlainLabel(self.context.say(_("Where people go from here")), "subheading")
        title.setContentsMargins(0, 8, 0, 0)
        self._inputs.addWidget(title)
        for place, way in enumerate(self._ways):
            name = names.get(way.target, "")
            goal = _("Ends: {end}", end=name) if way.to_end else _("to {step}", step=name)
            row = ShareRow(self.context, self.context.say(goal))
            row.put(way.share or 0.0)
            row.moved.connect(partial(self._balance, place))
            self.shares.append(row)
            self._inputs.addWidget(row)

    def _balance(self, place: int, share: float) -> None:
        now = [row.share() for row in self.shares]
        for row, value in zip(self.shares, balanced(now, place, share, self._held), strict=True):
            row.put(value)
        self._held.add(place)
        self._judge()

    def trial(self) -> Trial:
        """Return what is tried now."""
        tried_ = {key: row.value() for key, row in self.sliders.items() if row.changed}
        feeling = tried_.get("feeling")
        shares: dict[str, float] = {}
        if any(
            abs(row.share() - (way.share or 0.0)) > 1e-9
            for row, way in zip(self.shares, self._ways, strict=True)
        ):
            values = rounded([row.share() for row in self.shares])
            for way, value in zip(self._ways, values, strict=True):
                if way.connection is not None:
                    shares[way.connection.id] = value
        return Trial(
            self.step.currentData(),
            score=tried_.get("score"),
            feeling=round(feeling) if feeling is not None else None,
            wait=tried_.get("wait"),
            shares=shares,
        )

    def _judge(self) -> None:
        figures, counts, trial = self._figures, self._counts, self.trial()
        before = self._before

        def work(_stop: object) -> tuple[Outcome, Outcome]:
            now = before or outcome(figures.snapshot, counts, figures.today, trial.step)
            snapshot, others = tried(figures.snapshot, counts, trial)
            return now, outcome(snapshot, others, figures.today, trial.step)

        self._work.start(work)

    def _tell(self, found: tuple[Outcome, Outcome]) -> None:
        now, then = found
        self._before = now
        self.lines = self._compared(now, then)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (what, a, b) in enumerate(self.lines):
            kind = "subheading" if row == 0 else "body"
            self._grid.addWidget(PlainLabel(what, kind, wrap=True), row, 0)
            for column, text in ((1, a), (2, b)):
                label = PlainLabel(text, "subheading" if row == 0 or a != b else "body")
                label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self._grid.addWidget(label, row, column)

    def _compared(self, now: Outcome, then: Outcome) -> list[tuple[str, str, str]]:
        say, step = self.context.say, self.step.currentData()
        lines = [(self._figures.names.title(step).whole, say(_("Now")), say(_("Then")))]
        places = now.board.place(step), then.board.place(step)
        lines.append((say(_("How bad")), self._band(places[0]), self._band(places[1])))
        lines.append((say(_("Reasons")), self._reasons(places[0]), self._reasons(places[1])))
        for band in words.BANDS[:2]:
            name = (
                _("Places that are critical") if band == "critical" else _("Places that are high")
            )
            lines.append((say(name), str(now.board.count(band)), str(then.board.count(band))))
        if now.success is not None and then.success is not None:
            what = say(_("Of 100 who enter, end well"))
            lines.append((what, f"{now.success * 100:.0f}", f"{then.success * 100:.0f}"))
        if now.contacts is not None and then.contacts is not None:
            what = say(_("Steps on the way, on average"))
            lines.append((what, f"{now.contacts:.1f}", f"{then.contacts:.1f}"))
        return lines

    def _band(self, place: Place | None) -> str:
        if place is None:
            return self.context.say(_("nothing found"))
        return self.context.say(SEVERITIES[Severity(place.band)])

    def _reasons(self, place: Place | None) -> str:
        return "0" if place is None else str(len(telling.reasons(place)))


class Figure(QWidget):
    """A figure in tenths that can be tried: its name, a slider, the number."""

    moved = Signal()

    def __init__(
        self, context: Context, name: str, ends: tuple[int, int], now: float | None, step: int
    ) -> None:
        super().__init__()
        self._step, self._now = step, None if now is None else round(now)
        self.slider = Slider(name)
        self.slider.setRange(ends[0] // step, ends[1] // step)
        start = self._now if self._now is not None else sum(ends) // 2
        self.slider.setValue(round(start / step))
        self._start = self.slider.value()
        self._number = PlainLabel("", "body")
        self._number.setFixedWidth(context.theme.px(NUMBER))  # as wide as that of a share below
        self._none = context.say(_("not known"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.addWidget(PlainLabel(name, "body", wrap=True), 0, 0)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self._number, 0, 2)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        self._show()
        self.slider.valueChanged.connect(self._on_moved)

    @property
    def changed(self) -> bool:
        """Whether it stands elsewhere than at the beginning."""
        return self.slider.value() != self._start

    def value(self) -> float:
        """The figure that is tried."""
        return self.slider.value() * self._step / 10

    def _on_moved(self) -> None:
        self._show()
        self.moved.emit()

    def _show(self) -> None:
        if self._now is None and not self.changed:
            self._number.setText(self._none)
        elif self._step == 1:
            self._number.setText(f"{self.value():.1f}")
        else:
            self._number.setText(signed(self.value()) if self.slider.minimum() < 0 else
                                 f"{self.value():g}")  # fmt: skip


_WAITS = {
    "minutes": _("Minutes it takes"),
    "hours": _("Hours it takes"),
    "days": _("Days it takes"),
}
