"""The file and what a crash left both hold what the other lacks: which one now?"""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class Answer(IntEnum):
    """Which of the two to open."""

    NEITHER = 0
    FILE = 1
    KEPT = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its title, when it was last changed, and by how many changes so far."""

    title: str
    when: Message
    changes: int


class ConflictDialog(DialogFrame):
    """``exec`` returns an Answer."""

    def __init__(
        self, context: Context, name: str, file: Side, kept: Side, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("Two states of one map")), parent, QSize(620, 380))
        words = _(
            "“{name}” was changed elsewhere while changes made here were not yet in it. "
            "Both are kept. Which one do you want to open now?",
            name=name,
        )
        self.body.addWidget(PlainLabel(say(words), "body_large", wrap=True))
        self.file = Button(context, say(_("Open the file")), "secondary", "file")
        self.kept = Button(context, say(_("Open what was kept")), "secondary", "hard-drive")
        self.file.clicked.connect(lambda: self.done(Answer.FILE))
        self.kept.clicked.connect(lambda: self.done(Answer.KEPT))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._card(_("In the file"), file, self.file))
        row.addWidget(self._card(_("Kept on this computer"), kept, self.kept))
        self.body.addLayout(row)
        note = _("The one you do not open now waits on the start page or in its file.")
        self.body.addWidget(PlainLabel(say(note), "body", "text_secondary", wrap=True))
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)

    def _card(self, head: Message, side: Side, button: Button) -> QWidget:
        say = self.context.say
        card = QFrame()
        card.setObjectName("side")
        theme = self.context.theme.theme
        card.setStyleSheet(
            f"QFrame#side {{ background: {theme.colour('surface')}; border-radius: 8px;"
            f" border: 1px solid {theme.colour('line_strong')}; }}"
        )
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(4)
        column.addWidget(PlainLabel(say(head), "label", "text_secondary"))
        column.addWidget(PlainLabel(side.title, "heading", wrap=True))
        column.addWidget(PlainLabel(say(_("Last changed {when}", when=side.when)), wrap=True))
        count = _("1 change") if side.changes == 1 else _("{count} changes", count=side.changes)
        column.addWidget(PlainLabel(say(count), "body", "text_secondary"))
        column.addSpacing(8)
        column.addStretch(1)
        column.addWidget(button)
        return card
