"""The panel beside the preview: what was found in the file, and what to look at."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.importing.answers.found import Do, Found, Look
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

WIDTH = 292
_UNBOUND = 16_777_215
_BUTTONS: dict[Do, Message] = {
    Do.SHOW: _("Show"),
    Do.TURN: _("Turn round"),
    Do.DATES: _("Turn round"),
    Do.KEEP: _("Keep both"),
    Do.ANYWAY: _("Take anyway"),
}


class ImportSide(QScrollArea):
    """Made anew when anything in it changes."""

    wanted = Signal(object)
    """A Look whose button was pressed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setFixedWidth(context.theme.px(WIDTH))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(context.say(_("What we found in the file")))
        self._beside = True
        self.buttons: list[Button] = []
        context.theme.changed.connect(self._again)
        self._shown: tuple[tuple[Found, ...], tuple[Look, ...], bool] = ((), (), False)

    def stand(self, *, beside: bool) -> None:
        """Stand beside the table in a width of its own, or below it as high as the notes."""
        width = self._context.theme.px(WIDTH)
        self.setMinimumWidth(width if beside else 0)
        self.setMaximumWidth(width if beside else _UNBOUND)
        self._beside = beside
        self._rise()

    def _rise(self) -> None:
        inside = self.widget()
        high = 0 if self._beside or inside is None else inside.sizeHint().height()
        self.setMinimumHeight(high)

    def show_all(
        self, found: tuple[Found, ...], looks: tuple[Look, ...], *, kept: bool = False
    ) -> None:
        """Show notes and what to look at; ``kept`` says that same rows are taken twice."""
        self._shown = (found, looks, kept)
        self._again()

    def _again(self) -> None:
        found, looks, kept = self._shown
        at = self.verticalScrollBar().value()
        say = self._context.say
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say(_("What we found in the file")), "heading"))
        for note in found:
            column.addWidget(_line(self._context))
            column.addWidget(self._note(note))
        if not found:
            column.addWidget(
                PlainLabel(say(_("A plain table, nothing unusual.")), "body", "text_secondary")
            )
        self.buttons = []
        if looks:
            column.addSpacing(12)
            column.addWidget(PlainLabel(say(_("Please look")), "heading"))
        for look in looks:
            column.addWidget(_line(self._context))
            column.addWidget(self._look(look, kept=kept))
        column.addStretch(1)
        self.setWidget(inside)
        self._rise()
        self.verticalScrollBar().setValue(at)

    def _note(self, note: Found) -> QWidget:
        say = self._context.say
        return self._row(note.icon, "text_secondary", say(note.title), say(note.text), None)

    def _look(self, look: Look, *, kept: bool) -> QWidget:
        say = self._context.say
        button = None
        if look.do in _BUTTONS:
            words = _("Take once") if look.do == Do.KEEP and kept else _BUTTONS[look.do]
            button = Button(self._context, say(words))
            button.setAccessibleDescription(say(look.title))
            button.clicked.connect(lambda: self.wanted.emit(look))
            self.buttons.append(button)
        return self._row("circle-alert", "text", say(look.title), say(look.text), button)

    def _row(self, icon: str, ink: str, title: str, text: str, button: Button | None) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        mark = QLabel()
        mark.setPixmap(self._context.painter.pixmap(icon, 16, ink))
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(_parted(title), "subheading", wrap=True))
        words.addWidget(PlainLabel(_parted(text), "body", "text_secondary", wrap=True))
        line.addLayout(words, 1)
        if button is not None:
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def _parted(text: str) -> str:
    """Return a text whose very long words, from the file, can be broken to the next line."""
    return _LONG.sub("\\g<0>\u200b", text)


_LONG = re.compile(r"\S{20}(?=\S)")


def _line(context: Context) -> QFrame:
    line = QFrame()
    line.setProperty("look", "divider")
    line.setFixedHeight(1)
    line.setStyleSheet(f"background: {context.theme.colour('line').name()};")
    return line
