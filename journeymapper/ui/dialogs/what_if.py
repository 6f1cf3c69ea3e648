"""What if: other shares on a copy, and what they would change."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_figures import Figures
from journeymapper.analysis.journey_flow import MAP_END, JourneyFlow, Way, flow_of
from journeymapper.analysis.what_if import balanced, rounded, with_shares
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import ways_words
from journeymapper.drawing.map.ways import names_of
from journeymapper.ui.commands.names import signed
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.dialogs.share_row import ShareRow
from journeymapper.ui.widgets.labels import PlainLabel

_MOST_VISITS = 3
"""So many steps are listed whose visits change most."""


class WhatIfDialog(DialogFrame):
    """Before and after, then all ways whose share can be tried; Enter keeps, Esc forgets."""

    def __init__(
        self, context: Context, snapshot: Snapshot, map_id: str, parent: QWidget | None
    ) -> None:
        super().__init__(context, context.say(_("What if?")), parent, QSize(760, 680), snug=False)
        say = context.say
        self._net = flow_of(snapshot, map_id)
        self._people = queries.project(snapshot).people
        self._names = dict(names_of(snapshot, map_id, self._net))
        self.rows: dict[str, ShareRow] = {}
        self._groups: list[list[Way]] = []
        self._held: dict[str, set[int]] = {}
        self.body.addWidget(
            PlainLabel(
                say(
                    _(
                        "Try other shares. The others of the same step give way, and the map"
                        " stays as it is until you keep them."
                    )
                ),
                "body_large",
                "text_secondary",
                wrap=True,
            )
        )
        self.problem = PlainLabel("", "body", wrap=True)
        self.problem.hide()
        self.counted = PlainLabel("", "body", wrap=True)
        self.counted.hide()
        self._results = QGridLayout()
        self.now = PlainLabel("", "body", wrap=True)
        self.body.addWidget(self.now)
        self._add_rows()
        self.body.addStretch(1)
        self._pin_results()
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.keep = self.add_button(say(_("Keep these shares")), "primary")
        self.keep.clicked.connect(self.accept)
        self._before = self._figures(self._net)
        self._tell()
        self._judge()

    def shares(self) -> Mapping[str, float]:
        """Return the shares that differ from those of the map, with all of their step."""
        found: dict[str, float] = {}
        for group in self._groups:
            now = {
                way.connection.id: self.rows[way.connection.id].share()
                for way in group
                if way.connection is not None
            }
            was = [way.share for way in group]
            if any(s is None or abs(s - n) > 1e-9 for s, n in zip(was, now.values(), strict=True)):
                found |= dict(zip(now, rounded(list(now.values())), strict=True))
        return found

    def results(self) -> list[tuple[str, str, str]]:
        """Return the lines shown: what, now, then."""
        return [(a, b, c) for a, b, c, _strong in self._lines]

    def _pin_results(self) -> None:
        """Before and after stay in view below the shares, however many there are."""
        self._results.setHorizontalSpacing(24)
        self._results.setVerticalSpacing(2)
        self._results.setColumnStretch(0, 1)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedHeight(1)
        pinned = QVBoxLayout()
        pinned.setContentsMargins(24, 0, 24, 0)
        pinned.setSpacing(6)
        pinned.addWidget(line)
        pinned.addSpacing(4)
        pinned.addWidget(self.problem)
        pinned.addLayout(self._results)
        pinned.addWidget(self.counted)
        said = " ".join(self.context.say(m) for m in ways_words.caveats(self._net))
        pinned.addWidget(PlainLabel(said, "label", "text_secondary", wrap=True))
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(1, pinned)

    def _add_rows(self) -> None:
        for step, ways in self._net.ways.items():
            group = [way for way in ways if way.connection is not None]
            if len(group) < 2:
                continue
            self._groups.append(group)
            self._held[step] = set()
            self.body.addWidget(PlainLabel(self._names[step], "subheading", wrap=True))
            column = QVBoxLayout()
            column.setSpacing(4)
            for place, way in enumerate(group):
                if way.connection is None:
                    continue
                row = ShareRow(self.context, self._goal(way))
                row.put(way.share if way.share is not None else 1 / len(group))
                row.moved.connect(
                    lambda share, step=step, place=place: self._balance(step, place, share)
                )
                self.rows[way.connection.id] = row
                column.addWidget(row)
            self.body.addLayout(column)

    def _goal(self, way: Way) -> str:
        name = self._names.get(way.target, "")
        return self.context.say(
            _("Ends: {end}", end=name) if way.to_end else _("to {step}", step=name)
        )

    def _balance(self, step: str, place: int, share: float) -> None:
        group = next(group for group in self._groups if group[0].source == step)
        rows = [self.rows[way.connection.id] for way in group if way.connection is not None]
        held = self._held[step]
        for row, value in zip(
            rows, balanced([row.share() for row in rows], place, share, held), strict=True
        ):
            row.put(value)
        held.add(place)
        self._judge()

    def _figures(self, net: JourneyFlow) -> Figures | None:
        try:
            found = journey_figures.figures(net, self._names.__getitem__)
        except UserError as error:
            self.problem.setText(f"!  {self.context.say(error.message)}")
            self.problem.show()
            return None
        self.problem.hide()
        return found

    def _tell(self) -> None:
        """Say in sentences what the ways come to now."""
        before = self._before
        if before is None:
            self.now.hide()
            return
        said = (
            *ways_words.main_sentences(before, self._people, self._names),
            *ways_words.more_sentences(self._net, before, self._names),
        )
        self.now.setText(" ".join(self.context.say(sentence) for sentence in said))

    def _judge(self) -> None:
        """Show before and after; where a net cannot be counted with, say why."""
        changed = self.shares()
        after = self._figures(with_shares(self._net, changed))
        self._lines = self._compared(self._before, after)
        while self._results.count():
            item = self._results.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        for line, (what, now, then, strong) in enumerate(self._lines):
            kind = "subheading" if strong else "body"
            self._results.addWidget(PlainLabel(what, kind, wrap=True), line, 0)
            for column, words in ((1, now), (2, then)):
                label = PlainLabel(words, kind)
                label.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self._results.addWidget(label, line, column)
        self.keep.setEnabled(bool(changed) and after is not None)
        self._warn(changed)

    def _warn(self, changed: Mapping[str, float]) -> None:
        """Say what keeping would replace: people who were counted at the steps concerned."""
        steps = {
            way.source
            for group in self._groups
            for way in group
            if way.connection is not None
            and way.connection.id in changed
            and way.connection.count is not None
        }
        words = _("Keeping these shares replaces the people counted at {n} steps.", n=len(steps))
        if len(steps) == 1:
            name = self._names[next(iter(steps))]
            words = _("Keeping these shares replaces the people counted at “{step}”.", step=name)
        self.counted.setText(self.context.say(words))
        self.counted.setVisible(bool(steps))

    def _compared(
        self, before: Figures | None, after: Figures | None
    ) -> list[tuple[str, str, str, bool]]:
        say = self.context.say
        lines = [(say(_("Of 100 who enter")), say(_("Now")), say(_("Then")), True)]
        if before is not None and before.success is not None:
            then = None if after is None else after.success
            lines.append((say(_("end well")), *_pair(before.success, then), True))
        ends = [] if before is None else [e for e in before.ends if e != MAP_END]
        for end in ends:
            was = before.ends[end] if before is not None else 0.0
            lines.append(
                (self._names[end], *_pair(was, None if after is None else after.ends[end]), False)
            )
        if before is None or after is None:
            return lines
        lines.append(
            (
                say(_("Steps on the way, on average")),
                f"{before.steps:.1f}",
                f"{after.steps:.1f}",
                False,
            )
        )
        moved = sorted(before.visits, key=lambda s: -abs(after.visits[s] - before.visits[s]))
        for step in moved[:_MOST_VISITS]:
            if abs(after.visits[step] - before.visits[step]) < 0.005:
                break
            what = say(_("visits at {step}", step=self._names[step]))
            lines.append((what, *_pair(before.visits[step], after.visits[step]), False))
        return lines


def _pair(before: float, after: float | None) -> tuple[str, str]:
    """Return both as so many of a hundred, the second with its change."""
    now = f"{before * 100:.0f}"
    if after is None:
        return now, "?"
    change = round(after * 100) - round(before * 100)
    then = f"{after * 100:.0f}"
    return now, f"{then}  ({signed(change)})" if change else then
