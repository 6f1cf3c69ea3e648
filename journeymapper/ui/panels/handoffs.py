"""What a step takes over from other roles: is it passed on, and what is it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.handoffs import HandOff, handoffs
from journeymapper.domain.kept import Kept
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import handoffs as commands
from journeymapper.ui.commands.names import role_name
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.typed import TypedLine, Typing
from journeymapper.ui.widgets.labels import PlainLabel

ANSWERS: tuple[tuple[str, bool | None, Message], ...] = (
    ("", None, _("Nobody has said")),
    ("yes", True, _("Passed on")),
    ("no", False, _("Not passed on")),
)


class HandOffRow(QWidget):
    """One role that hands over to another."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._shown: HandOff | None = None
        say = bench.say
        self.who = PlainLabel("", "label", "text_secondary", wrap=True)
        self.passed = Chooser(bench.context, say(_("Is it passed on?")))
        for key, _value, words in ANSWERS:
            self.passed.addItem(say(words), key)
        self.items = TypedLine(say, say(_("What is passed on")))
        self.items.setPlaceholderText(say(_("What? For example: return date")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.who)
        column.addWidget(self.passed)
        column.addWidget(self.items)
        column.addWidget(self.items.typing.problem)
        self.passed.activated.connect(self._answer)

    def load(self, handoff: HandOff) -> None:
        """Show a hand-off."""
        before = self._shown
        if before is not None and (before.source, before.target) != (
            handoff.source,
            handoff.target,
        ):
            self.items.typing.flush()
        self._shown = handoff
        snapshot = self._bench.snapshot
        words = _(
            "From {giver} to {taker}",
            giver=role_name(snapshot, handoff.giver),
            taker=role_name(snapshot, handoff.taker),
        )
        self.who.setText(self._bench.say(words))
        key = next(key for key, value, _words in ANSWERS if value is handoff.passed)
        self.passed.setCurrentIndex(self.passed.findData(key))
        self.items.typing.load(handoff.items, lambda text: self._write(handoff, text))
        if not self.items.hasFocus():
            self.items.setCursorPosition(0)

    def _answer(self) -> None:
        shown = self._shown
        if shown is None:
            return
        chosen = str(self.passed.currentData() or "")
        passed = next(value for key, value, _words in ANSWERS if key == chosen)
        with self._bench.session.guard():
            commands.note(
                self._bench.document, shown.source, shown.target, passed, self.items.text()
            )

    def _write(self, shown: HandOff, text: str) -> None:
        commands.note(self._bench.document, shown.source, shown.target, shown.passed, text)


class HandOffs(QWidget):
    """All hand-offs into one step; hidden where there are none."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.rows: list[HandOffRow] = []
        self._known = Kept(
            handoffs, indexes.STAGES_OF_MAP, indexes.TOUCHPOINTS_OF_STAGE, indexes.CONNECTIONS_FROM
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        title = PlainLabel(bench.say(_("What is passed on to this step")), "subheading")
        self._column.addWidget(title)

    def load(self, touchpoint_id: str) -> None:
        """Show the hand-offs into a step."""
        bench = self._bench
        found = self._known.of(bench.snapshot, bench.projection.map_id).get(touchpoint_id, ())
        while len(self.rows) < len(found):
            row = HandOffRow(bench)
            self.rows.append(row)
            self._column.addWidget(row)
        for row, handoff in zip(self.rows, found, strict=False):
            row.load(handoff)
            row.show()
        for row in self.rows[len(found) :]:
            row.hide()
        self.setVisible(bool(found))

    def take_focus(self) -> None:
        """Come into view, with the keyboard at the first hand-off."""
        if self.rows and self.isVisible():
            self.rows[0].passed.setFocus(Qt.FocusReason.OtherFocusReason)
            around = self.parentWidget()
            while around is not None and not isinstance(around, QScrollArea):
                around = around.parentWidget()
            if around is not None:
                around.ensureWidgetVisible(self, 0, 8)

    def typings(self) -> list[Typing]:
        """Return the texts that can be typed."""
        return [row.items.typing for row in self.rows if not row.isHidden()]
