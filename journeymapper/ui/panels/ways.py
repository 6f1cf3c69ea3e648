"""Where people go from a step: the ways with their shares, what they add up to, one more."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.analysis.journey_flow import MAP_END, Sum, Way, flow_of
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import EndState, Touchpoint
from journeymapper.domain.kept import Kept
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map import ways_words
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import ways
from journeymapper.ui.late import late
from journeymapper.ui.panels.controls import Switch
from journeymapper.ui.panels.typed import Typing
from journeymapper.ui.panels.way_row import WayRow
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from journeymapper.ui.dialogs.new_end import NewEndDialog

_new_end: Callable[..., NewEndDialog] = late("dialogs.new_end", "NewEndDialog")


class Ways(QWidget):
    """All ways from one step."""

    takes_over = Signal(str)
    """Go to the step, by its id, where somebody else takes over."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._step = ""
        self.rows: list[WayRow] = []
        say = bench.say
        self._net = Kept(
            flow_of,
            indexes.STAGES_OF_MAP,
            indexes.TOUCHPOINTS_OF_STAGE,
            indexes.CONNECTIONS_FROM,
            indexes.ENDS_OF_MAP,
        )
        self.title = PlainLabel(say(_("Where they go next")), "subheading")
        self.implied = PlainLabel("", "body", "text_secondary", wrap=True)
        self.sum = PlainLabel("", "label", wrap=True)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.add = Button(bench.context, say(_("Add a way")), "link")
        self.add.setMenu(self.menu)
        self.entry = Switch(bench.context, say(_("People can enter here")))
        self.entry.clicked.connect(self._set_entry)
        enter = QHBoxLayout()
        enter.setSpacing(10)
        enter.addWidget(self.entry)
        enter.addWidget(PlainLabel(say(_("People can enter here")), "body"), 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        self._column.addWidget(self.title)
        self._column.addWidget(self.implied)
        self._column.addWidget(self.sum)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(4)
        self._column.addLayout(enter)

    def load(self, step: Touchpoint) -> None:
        """Show the ways from a step; nothing while the file hides ways."""
        self._step = step.id
        bench = self._bench
        if self.isHidden():
            for row in self.rows:
                row.hide()
            return
        net = self._net.of(bench.snapshot, bench.projection.map_id)
        known = [way for way in net.ways.get(step.id, ()) if way.connection is not None]
        while len(self.rows) < len(known):
            row = WayRow(bench)
            row.takes_over.connect(self.takes_over)
            self.rows.append(row)
            self._column.insertWidget(len(self.rows) + 1, row)
        for row, way in zip(self.rows, known, strict=False):
            row.load(way)
            row.show()
        for row in self.rows[len(known) :]:
            row.hide()
        self.implied.setVisible(not known)
        self.sum.setVisible(bool(known))
        if known:
            kind, total = net.sums[step.id]
            words = bench.say(ways_words.sum_sentence(kind, total))
            self.sum.setText(words if kind is Sum.WHOLE else f"!  {words}")
        else:
            self.implied.setText(bench.say(self._implied(net.ways.get(step.id, ()))))
        self.entry.setChecked(step.id in net.start)

    def typings(self) -> list[Typing]:
        """Return the shares that can be typed."""
        return [row.share.typing for row in self.rows if not row.isHidden()]

    def _implied(self, implied: tuple[Way, ...]) -> Message:
        if not implied:
            return _("Nobody has said how the journey ends after this step.")
        if implied[0].target == MAP_END:
            return _("The journey ends with this step.")
        name = ways.called(self._bench.snapshot, implied[0].target)
        return _("Everybody goes on to {name}.", name=name)

    def _fill(self) -> None:
        """Put everything into the menu to which a way can lead."""
        bench, menu = self._bench, self.menu
        menu.clear()
        snapshot, map_id = bench.snapshot, bench.projection.map_id
        numbers = queries.numbers(snapshot, map_id)
        for stage in queries.stages(snapshot, map_id):
            steps = queries.touchpoints(snapshot, stage.id)
            free = [s for s in steps if ways.why_not(snapshot, self._step, s.id) is None]
            if not free:
                continue
            sub = menu.addMenu(_plain(f"{numbers[stage.id]} {stage.name}"))
            for step in free:
                action = sub.addAction(_plain(f"{numbers[step.id]} {step.name}"))
                action.triggered.connect(partial(self._lead, target=step.id))
        menu.addSeparator()
        ends = snapshot.select(indexes.ENDS_OF_MAP, map_id)
        for end in ends:
            if ways.why_not(snapshot, self._step, end.id) is None:
                words = bench.say(_("Ends: {end}", end=ways.end_name(snapshot, end.id)))
                menu.addAction(_plain(words)).triggered.connect(partial(self._lead, end=end.id))
        menu.addAction(bench.say(_("A new end…"))).triggered.connect(self._add_end)
        if ends:
            self._offer_deletion(ends)

    def _offer_deletion(self, ends: tuple[EndState, ...]) -> None:
        bench = self._bench
        sub = self.menu.addMenu(bench.say(_("Delete an end")))
        for end in ends:
            words = _plain(bench.say(_("{end}", end=ways.end_name(bench.snapshot, end.id))))
            sub.addAction(words).triggered.connect(partial(self._delete_end, end.id))

    def _lead(self, _checked: bool = False, **goal: str) -> None:
        with self._bench.session.guard():
            self._type_into(ways.lead(self._bench.document, self._step, **goal))

    def _add_end(self) -> None:
        dialog = _new_end(self._bench.context, self.window())
        if dialog.exec():
            with self._bench.session.guard():
                made = ways.lead_to_new_end(
                    self._bench.document, self._step, dialog.end_name(), dialog.kind()
                )
                self._type_into(made)
        dialog.deleteLater()

    def _delete_end(self, end_id: str, _checked: bool = False) -> None:
        with self._bench.session.guard():
            ways.delete_end(self._bench.document, end_id)

    def _type_into(self, connection: str) -> None:
        """Put the keyboard where the share of a way is written."""
        for row in self.rows:
            if row.connection == connection and not row.isHidden():
                row.share.setFocus()

    def _set_entry(self, on: bool) -> None:
        with self._bench.session.guard():
            ways.set_entry(self._bench.document, self._step, entry=on)
        step = self._bench.snapshot.find(Touchpoint, self._step)
        if step is not None:
            self.load(step)


def _plain(words: str) -> str:
    """Return words for a menu, where & would be a key."""
    return words.replace("&", "&&")
