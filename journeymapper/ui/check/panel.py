"""The map check beside the map: how sure the map is, and what there is to ask."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.checks import Finding
from journeymapper.analysis.evidence_share import evidence_share, persona_share
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.check.meter import EvidenceMeter, named_words
from journeymapper.ui.check.repairs import Repairs
from journeymapper.ui.check.row import FindingRow
from journeymapper.ui.check.watch import CheckWatch
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

FIRST = 20
"""So many findings are shown until somebody wants more."""


class CheckPanel(QFrame):
    """Shows what the watch has found while it is open."""

    closed = Signal()
    left = Signal()
    """The keyboard should go back to the map."""

    def __init__(self, bench: Bench, watch: CheckWatch, repairs: Repairs) -> None:
        super().__init__()
        self._bench, self._watch, self._repairs = bench, watch, repairs
        say = bench.say
        self.setObjectName("check")
        self.setAccessibleName(say(_("Map check")))
        self.rows: list[FindingRow] = []
        self._most = FIRST
        self.meter = EvidenceMeter(bench.context)
        self.personas = PlainLabel("", "label", "text_secondary", wrap=True)
        self.summary = PlainLabel("", "body", "text_secondary", wrap=True)
        self.more = Button(bench.context, "", "secondary")
        self.more.clicked.connect(self._show_more)
        self.back = Button(bench.context, "", "link")
        self.back.clicked.connect(watch.bring_back)
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._lay_out()
        self._dress()
        bench.context.theme.changed.connect(self._dress)
        watch.changed.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Show what there is to ask now; rows that stay keep the keyboard."""
        if self.isHidden() or not self._bench.ready:
            return
        bench, findings = self._bench, self._watch.findings
        snapshot, map_id = bench.document.snapshot, bench.projection.map_id
        people = queries.project(snapshot).people
        self.meter.show_share(people, evidence_share(snapshot, map_id))
        shown = bench.layout.frame.personas
        shares = [(p.short or p.name, persona_share(snapshot, map_id, p.id)) for p in shown]
        lines = [bench.say(named_words(people, name, share)) for name, share in shares]
        self.personas.setText("\n".join(lines))
        self.personas.setVisible(bool(lines))
        numbers = queries.numbers(snapshot, map_id)
        self._put([(one, numbers.get(one.place, "")) for one in findings[: self._most]])
        self._say_how_many(len(findings))

    def take_focus(self) -> None:
        """Give the keyboard to the first button."""
        buttons = self.rows[0].buttons if self.rows else [self._close]
        buttons[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _put(self, wanted: list[tuple[Finding, str]]) -> None:
        kept = {(row.finding, row.number): row for row in self.rows}
        focused = next((i for i, row in enumerate(self.rows) if self._has_focus(row)), None)
        rows = [kept.pop(key) if key in kept else self._made(*key) for key in wanted]
        for place, row in enumerate(rows):
            if self._list.indexOf(row) < 0:
                self._list.insertWidget(place, row)
                row.show()
        if focused is not None and rows and self.rows[focused] in kept.values():
            rows[min(focused, len(rows) - 1)].buttons[0].setFocus()
        for gone in kept.values():
            self._list.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self.rows = rows

    @staticmethod
    def _has_focus(row: FindingRow) -> bool:
        return any(button.hasFocus() for button in row.buttons)

    def _made(self, finding: Finding, number: str) -> FindingRow:
        row = FindingRow(self._bench.context, finding, number)
        row.show_wanted.connect(self._repairs.show)
        row.mend_wanted.connect(self._mend)
        row.aside_wanted.connect(self._watch.put_aside)
        return row

    def _mend(self, finding: Finding, at: QPoint) -> None:
        self._repairs.mend(finding, at)

    def _show_more(self) -> None:
        self._most += 5 * FIRST
        self.refresh()

    def _say_how_many(self, count: int) -> None:
        say = self._bench.say
        words = _("{n} things to look at", n=count) if count > 1 else _("1 thing to look at")
        if not count:
            words = _("Nothing to ask. The next step is to show the map to those it is about.")
        self.summary.setText(say(words))
        rest = count - len(self.rows)
        self.more.setVisible(rest > 0)
        self.more.setText(say(_("Show {n} more", n=min(rest, 5 * FIRST))))
        hidden = self._watch.hidden
        self.back.setVisible(hidden > 0)
        self.back.setText(say(_again(hidden)))

    def _lay_out(self) -> None:
        say, context = self._bench.say, self._bench.context
        self._close = IconButton(context, "x", say(_("Close the map check")))
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 6)
        head.addWidget(PlainLabel(say(_("Map check")), "heading"), 1)
        head.addWidget(self._close)
        top = QVBoxLayout()
        top.setContentsMargins(16, 0, 16, 10)
        top.setSpacing(10)
        top.addWidget(self.meter)
        top.addWidget(self.personas)
        top.addWidget(self.summary)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(0)
        column.addLayout(self._list)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(top)
        whole.addWidget(area, 1)

    def _dress(self) -> None:
        theme = self._bench.context.theme
        self.setFixedWidth(theme.px(self._bench.context.tokens.size("inspector")))
        colour = theme.theme.colour
        self.setStyleSheet(
            f"QFrame#check {{ background: {colour('surface')};"
            f" border-left: 1px solid {colour('line')}; }}"
            f"QWidget#finding {{ border-top: 1px solid {colour('line')}; }}"
        )


def _again(hidden: int) -> Message:
    if hidden == 1:
        return _("Ask the 1 thing again that was put aside")
    return _("Ask the {n} things again that were put aside", n=hidden)
