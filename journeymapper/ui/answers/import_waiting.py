"""Before a file is there, while it is read, and while its answers are taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_WIDTH = 520
_SIDE = 48
_WHAT: dict[str, Message] = {
    "read": _("Opening the file"),
    "cells": _("Reading the rows"),
}


class _Middle(QWidget):
    """A column in the middle of the place."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        inside.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(24, 24, 24, 24)
        self.column.setSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)

    def put(self, widget: QWidget) -> None:
        """Add a part below the others."""
        if isinstance(widget, QLabel):
            widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.column.addWidget(widget)
        else:
            self.column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)


class ImportStart(_Middle):
    """Says what can be chosen; after a file what became of it."""

    choose_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._icon = QLabel()
        self.head = PlainLabel("", "title", wrap=True)
        self.words = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.button = Button(context, "", "primary", "folder-open")
        self.button.clicked.connect(self.choose_wanted)
        self.column.addStretch(2)
        for part in (self._icon, self.head, self.words, self.button):
            self.put(part)
        self.column.addStretch(3)
        self._picture = "file-text"
        context.theme.changed.connect(self._tint)
        self.say_nothing()

    def say_nothing(self) -> None:
        """Say what this is for."""
        self._tell(
            "file-text",
            _("Drop a file with answers here"),
            _(
                "CSV, XLS, XLSX or ODS, as it comes out of your program or your survey."
                " You see everything before anything is taken."
            ),
            _("Choose a file"),
        )

    def say_error(self, name: str, error: UserError) -> None:
        """Say why a file cannot be used."""
        words = error.message
        if error.hint is not None:
            words = _("{what} {hint}", what=error.message, hint=error.hint)
        title = _("“{name}” cannot be used", name=name)
        self._tell("circle-alert", title, words, _("Choose another file"))

    def say_taken(self, count: int, name: str, round_name: str) -> None:
        """Say what was taken."""
        title = _("1 answer taken") if count == 1 else _("{count} answers taken", count=count)
        words = _("From {name} into “{round}”. Undo takes the whole import back.",
                  name=name, round=round_name)  # fmt: skip
        self._tell("circle-check", title, words, _("Choose another file"))

    def _tell(self, icon: str, title: Message, words: Message, button: Message) -> None:
        say = self._context.say
        self._picture = icon
        self.head.setText(say(title))
        self.words.setText(say(words))
        self.button.setText(say(button))
        self._tint()
        if self.isVisible() or icon != "file-text":
            announce(self, say(_("{what}. {more}", what=title, more=words)))

    def _tint(self) -> None:
        self._icon.setPixmap(self._context.painter.pixmap(self._picture, _SIDE, "text_tertiary"))


class ImportBusy(_Middle):
    """A file is being read or its answers taken; it can be stopped at any moment."""

    cancel_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.head = PlainLabel("", "title", wrap=True)
        self.words = PlainLabel("", "body_large", "text_secondary")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(280)
        self.stop = Button(context, context.say(_("Cancel")))
        self.stop.clicked.connect(self.cancel_wanted)
        self.column.addStretch(2)
        for part in (self.head, self.bar, self.words, self.stop):
            self.put(part)
        self.column.addStretch(3)

    def say_reading(self, name: str) -> None:
        """Say which file it is."""
        self.head.setText(self._context.say(_("Reading “{name}”", name=name)))
        self.bar.setRange(0, 0)
        self.say_what("read")

    def say_taking(self, name: str) -> None:
        """Say that the answers of a file are being taken."""
        self.head.setText(self._context.say(_("Taking the answers of “{name}”", name=name)))
        self.bar.setRange(0, 0)
        self.words.setText(self._context.say(_("Looking whether all of them fit")))

    def say_share(self, done: int, total: int) -> None:
        """Say how many people's answers are written."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        words = _("{done} of {total} written", done=grouped(done), total=grouped(total))
        self.words.setText(self._context.say(words))

    def say_what(self, what: str) -> None:
        """Say what is being done: "read" or "cells"."""
        self.words.setText(self._context.say(_WHAT.get(what, _WHAT["cells"])))
