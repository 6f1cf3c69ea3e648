"""The line in which a view says what a move would do, and why one was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LOW = 340
"""A lower view has no room for hints, in px at 100 % text."""


class ToldLine(QFrame):
    """A hint until something is told; what is missing stands below, a line for each.

    It belongs to ``view``, whose height says whether there is room for hints.
    """

    open_wanted = Signal(str)
    """Open the plan that was spoken of."""

    def __init__(self, context: Context, hint: Message, view: QWidget) -> None:
        super().__init__()
        self._context, self._hint, self._plan = context, hint, ""
        self._low, self._resting = False, True
        self.says = PlainLabel("", "body", "text_secondary", wrap=True)
        self.lacks = PlainLabel("", "body", wrap=True)
        self.lacks.hide()
        self.open = Button(context, context.say(_("Open the plan")))
        self.open.clicked.connect(lambda _on=False: self.open_wanted.emit(self._plan))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.says)
        words.addWidget(self.lacks)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.open)
        self.rest()
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a low view the hint gives way to what it is about."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._low = watched.height() < self._context.theme.px(_LOW)
            self._arrange()
        return super().eventFilter(watched, event)

    def rest(self) -> None:
        """Show the hint again."""
        self._show(self._hint, (), "", strong=False)

    def tell(self, says: Message, lacks: Sequence[Message] = (), plan: str = "") -> None:
        """Say something, to a reader too; with ``plan`` offer to open it."""
        self._show(says, lacks, plan, strong=True)
        announce(self, "\n".join(self._context.say(one) for one in (says, *lacks)))

    def preview(self, says: Message) -> None:
        """Say what would happen, while something is held."""
        self._show(says, (), "", strong=True)

    def looked_for(self, words: str, *, found: bool) -> None:
        """Say so where nothing holds the words that are looked for."""
        if words and not found:
            self._show(_("Nothing here holds “{words}”.", words=words), (), "", strong=True)
        else:
            self.rest()

    def _show(self, says: Message, lacks: Sequence[Message], plan: str, *, strong: bool) -> None:
        say = self._context.say
        self._plan, self._resting = plan, says == self._hint
        self.says.setText(say(says))
        self.says.setProperty("role", "text" if strong else "text_secondary")
        self.says.style().polish(self.says)
        self.lacks.setText("\n".join(say(one) for one in lacks))
        self.lacks.setVisible(bool(lacks))
        self.open.setVisible(bool(plan))
        self._arrange()

    def _arrange(self) -> None:
        self.setVisible(not (self._low and self._resting))
