"""One question with two answers."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel


def ask(
    context: Context,
    parent: QWidget | None,
    title: Message,
    sentence: Message,
    *,
    yes: Message,
    no: Message,
) -> bool:
    """Ask; returns whether the answer was yes. Esc and closing the window mean no."""
    dialog = DialogFrame(context, context.say(title), parent, QSize(440, 200))
    dialog.body.addWidget(PlainLabel(context.say(sentence), "body_large", wrap=True))
    dialog.body.addStretch(1)
    dialog.add_button(context.say(no)).clicked.connect(dialog.reject)
    agree = dialog.add_button(context.say(yes), "primary")
    agree.clicked.connect(dialog.accept)
    agree.setFocus()
    answer = dialog.exec()
    dialog.deleteLater()
    return bool(answer)
