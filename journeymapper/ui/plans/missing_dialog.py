"""What is said when a plan cannot be closed yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

_SIDE = 16


class MissingDialog(DialogFrame):
    """Says all that a plan lacks before it can be closed."""

    def __init__(
        self, context: Context, missing: Sequence[Message], parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("What is missing to close it")), parent, QSize(460, 220))
        for one in missing:
            mark = IconLabel(context, "circle", _SIDE, "text_secondary")
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(mark)
            row.addWidget(PlainLabel(say(one), "body_large", wrap=True), 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        agree = self.add_button(say(_("Understood")), "primary")
        agree.clicked.connect(self.accept)
        agree.setFocus()
