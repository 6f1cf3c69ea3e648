"""What went wrong, in plain words: a bar for what the user can mend, a window for our faults."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

Offer = tuple[str, Callable[[], object]]
"""Words of a button and what it does."""


class ProblemBar(QWidget):
    """One sentence about what happened, one about what to do, and buttons."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("problem_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self._what = PlainLabel("", "subheading", wrap=True)
        self._hint = PlainLabel("", "body", "text_secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._hint)
        self._offers = QHBoxLayout()
        close = IconButton(context, "x", context.say(_("Close this message")))
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        row.addLayout(self._offers)
        row.addWidget(close)
        self._tint()
        context.theme.changed.connect(self._tint)
        self.hide()

    def show_error(self, error: UserError, offers: tuple[Offer, ...] = ()) -> None:
        """Show an error and buttons that may help (words and what they do)."""
        self._clear_offers()
        self._what.setText(self._context.say(error.message))
        self._hint.setText(self._context.say(error.hint) if error.hint else "")
        self._hint.setVisible(error.hint is not None)
        for words, do in offers:
            button = Button(self._context, words)
            button.clicked.connect(self.clear)
            button.clicked.connect(lambda _on=False, do=do: do())
            self._offers.addWidget(button)
        self.setAccessibleName(self.text())
        self.show()
        announce(self, self.text(), urgent=True)

    def clear(self) -> None:
        """Take the message away."""
        self.hide()

    def text(self) -> str:
        """Return what is shown, sentence and hint."""
        return " ".join(part for part in (self._what.text(), self._hint.text()) if part)

    def _clear_offers(self) -> None:
        while (item := self._offers.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()

    def _tint(self) -> None:
        self._icon.setPixmap(self._context.painter.pixmap("circle-alert", 18, "warn"))


class ReportDialog(DialogFrame):
    """Something in the app itself failed: the document is safe; what happened can be copied."""

    def __init__(self, context: Context, details: str, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(
            context, say(_("Something went wrong")), parent, QSize(580, 440), snug=False
        )
        self.body.addWidget(
            PlainLabel(
                say(
                    _(
                        "This is a fault in Journey Mapper, not yours. Every change you made is "
                        "kept safe on this computer. You can go on; if something looks wrong, "
                        "close Journey Mapper and open it again."
                    )
                ),
                "body_large",
                wrap=True,
            )
        )
        self.body.addWidget(
            PlainLabel(
                say(_("These lines say where it happened. They hold no word of your map.")),
                "body",
                "text_secondary",
                wrap=True,
            )
        )
        lines = QPlainTextEdit(details)
        lines.setReadOnly(True)
        lines.setMinimumHeight(80)
        lines.setAccessibleName(say(_("Where it happened")))
        self.body.addWidget(lines, 1)
        copy = self.add_button(say(_("Copy these lines")), "secondary", "copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        go_on = self.add_button(say(_("Go on")), "primary")
        go_on.clicked.connect(self.accept)
