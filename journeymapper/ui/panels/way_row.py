"""One way from a step in the details: where to, how many, what travels along."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.flow_weights import percent
from journeymapper.analysis.journey_flow import Way
from journeymapper.domain import queries
from journeymapper.domain.handoffs import handoffs
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import ways
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

PASSED: tuple[tuple[bool | None, Message], ...] = (
    (None, _("Passed on?")),
    (True, _("Passed on")),
    (False, _("Not passed on")),
)
KEPT: tuple[tuple[bool | None, Message], ...] = (
    (None, _("Work kept?")),
    (True, _("Work kept")),
    (False, _("Begins again")),
)
HANDED: dict[bool | None, Message] = {
    None: _("Passed on? See {number}"),
    True: _("Passed on, see {number}"),
    False: _("Not passed on, see {number}"),
}
"""Where another role takes over: what is passed on is written at the step that takes over."""

_SHARE_WIDTH = 68


class WayRow(QFrame):
    """One way: where to, how many, what travels along."""

    takes_over = Signal(str)
    """Go to the step, by its id, where somebody else takes over."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._id = self._target = ""
        self.target = PlainLabel("", "body", wrap=True)
        self.share = TypedLine(bench.say, bench.say(_("How many go this way")))
        self.share.setFixedWidth(bench.context.theme.px(_SHARE_WIDTH))
        self.share.setToolTip(bench.say(_("A share such as 9 %, or counted: 12 people")))
        self.gone = IconButton(bench.context, "trash-2", bench.say(_("Remove this way")))
        self.passed = _chooser(bench, _("What is known"), PASSED)
        self.kept = _chooser(bench, _("What was begun"), KEPT)
        self.handed = Button(bench.context, "", "link")
        self.handed.clicked.connect(lambda: self.takes_over.emit(self._target))
        first = QHBoxLayout()
        first.setSpacing(6)
        first.addWidget(self.target, 1)
        first.addWidget(self.share)
        self._unit = PlainLabel("%", "body", "text_secondary")
        first.addWidget(self._unit)
        first.addWidget(self.gone)
        self._more = QWidget()
        second = QHBoxLayout(self._more)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(6)
        second.addWidget(self.passed, 1)
        second.addWidget(self.handed, 1)
        second.addWidget(self.kept, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self.share.typing.problem)
        column.addWidget(self._more)
        self.gone.clicked.connect(self._remove)
        self.passed.activated.connect(self._pass)
        self.kept.activated.connect(self._keep)

    @property
    def connection(self) -> str:
        """The id of the connection that is shown."""
        return self._id

    def load(self, way: Way) -> None:
        """Show a way that has a connection."""
        known = way.connection
        if known is None:
            return
        if known.id != self._id:
            self.share.typing.flush()
            self._id = known.id
        bench, id_ = self._bench, known.id
        if way.to_end:
            words = bench.say(_("Ends: {end}", end=ways.end_name(bench.snapshot, way.target)))
        else:
            words = bench.say(ways.called(bench.snapshot, way.target))
        self.target.setText(words)
        self.share.setAccessibleName(bench.say(_("How many go to {name}", name=words)))
        rest = percent(way.share or 0.0).removesuffix(" %")
        hint = _("rest: {share}", share=rest) if way.rest else _("how many?")
        self.share.setPlaceholderText(bench.say(hint))
        self._unit.setVisible(known.count is None or known.share is not None)
        self.share.typing.load(
            written(bench, way), lambda text: ways.write_share(bench.document, id_, text)
        )
        self._more.setVisible(not way.to_end)
        self._show_handed(way, known.info_passed)
        self.passed.setCurrentIndex([value for value, _w in PASSED].index(known.info_passed))
        self.kept.setCurrentIndex([value for value, _w in KEPT].index(known.state_kept))

    def _show_handed(self, way: Way, passed: bool | None) -> None:
        """Where another role takes over, lead to the step that does."""
        bench, self._target = self._bench, way.target
        snapshot, map_id = bench.snapshot, bench.projection.map_id
        taken = handoffs(snapshot, map_id).get(way.target, ())
        handed = any(one.source == way.source for one in taken)
        self.passed.setVisible(not handed)
        self.handed.setVisible(handed)
        number = queries.numbers(snapshot, map_id).get(way.target, "")
        self.handed.setText(bench.say(Message(HANDED[passed].key, number=number)))

    def _remove(self) -> None:
        with self._bench.session.guard():
            ways.remove(self._bench.document, self._id)

    def _pass(self, place: int) -> None:
        with self._bench.session.guard():
            ways.set_passed(self._bench.document, self._id, passed=PASSED[place][0])

    def _keep(self, place: int) -> None:
        with self._bench.session.guard():
            ways.set_kept(self._bench.document, self._id, kept=KEPT[place][0])


def written(bench: Bench, way: Way) -> str:
    """Return a share in percent, or a count, as it is written into its field."""
    known = way.connection
    if known is None:
        return ""
    if known.share is not None:
        return f"{known.share * 100:.6g}"
    return bench.say(_("{n} people", n=known.count)) if known.count is not None else ""


def _chooser(
    bench: Bench, name: Message, choices: tuple[tuple[bool | None, Message], ...]
) -> Chooser:
    made = Chooser(bench.context, bench.say(name))
    for _value, words in choices:
        made.addItem(bench.say(words))
    return made
