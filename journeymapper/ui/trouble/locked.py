"""A file that is open on another computer, or in another window: look at it, or leave it."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journeymapper.document.errors import LockedError
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class Answer(IntEnum):
    """What to do about a file that is open elsewhere."""

    LEAVE = 0
    LOOK = 1
    FORCE = 2


class LockedDialog(DialogFrame):
    """``exec`` returns an Answer."""

    def __init__(
        self, context: Context, error: LockedError, path: Path, here: str, parent: QWidget | None
    ) -> None:
        say = context.say
        title = say(_("“{file}” is open elsewhere", file=path.name))
        super().__init__(context, title, parent, QSize(480, 230))
        self.body.addWidget(PlainLabel(say(error.message), "body_large", wrap=True))
        hint = _("You can look at it as it was last saved. To change it, close it there first.")
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.body.addStretch(1)
        self.force: Button | None = None
        if error.held_by is not None and error.held_by.host != here:
            # a computer that was switched off cannot say that it closed the file
            self.force = Button(context, say(_("It is not open there any more")), "link")
            self.force.clicked.connect(lambda: self.done(Answer.FORCE))
            self.add_at_start(self.force)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.look = self.add_button(say(_("Look at it")), "primary", "eye")
        self.look.clicked.connect(lambda: self.done(Answer.LOOK))
        self.look.setFocus()
