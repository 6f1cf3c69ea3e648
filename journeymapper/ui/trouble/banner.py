"""A banner across the top of the place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.trouble.notices import OFFERS, Notice, Offer
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_ICON = 18
_WIDE = 900


class Banner(QWidget):
    """Shows one notice, or hides. A notice that can be closed has a cross."""

    wanted = Signal(object)
    """An Offer: its button was pressed."""
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("trouble")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notice: Notice | None = None
        self._icon = QLabel()
        self._what = PlainLabel("", "subheading", wrap=True)
        self._hint = PlainLabel("", "body", "text_secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._what)
        words.addWidget(self._hint)
        self._buttons = {offer: Button(context, context.say(OFFERS[offer])) for offer in Offer}
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for offer, button in self._buttons.items():
            buttons.addWidget(button)
            button.clicked.connect(lambda _on=False, offer=offer: self.wanted.emit(offer))
        buttons.addStretch(1)
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._inside.setSpacing(8)
        self._inside.addLayout(words, 1)
        self._inside.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(2)
        row.addLayout(self._inside, 1)
        self._close = IconButton(context, "x", context.say(_("Close this message")))
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close)
        self._dress()
        context.theme.changed.connect(self._dress)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Show a notice; None shows nothing."""
        self.notice = notice
        if notice is not None:
            self._what.setText(self._context.say(notice.what))
            self._hint.setText(self._context.say(notice.hint))
            for offer, button in self._buttons.items():
                button.setVisible(offer in notice.offers)
            self._close.setVisible(notice.quiet)
            self.setAccessibleName(self.text())
            self._dress()
        self.setVisible(notice is not None)
        announce(self, self.text(), urgent=notice is not None and not notice.quiet)

    def text(self) -> str:
        """Return what is shown; empty when nothing is."""
        if self.notice is None:
            return ""
        return f"{self._what.text()} {self._hint.text()}"

    def button(self, offer: Offer) -> Button:
        """Return the button of an offer."""
        return self._buttons[offer]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width the buttons stand below the words."""
        super().resizeEvent(event)
        wide = event.size().width() >= self._context.theme.px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._inside.setDirection(way)

    def _dress(self) -> None:
        quiet = self.notice is not None and self.notice.quiet
        theme = self._context.theme.theme
        ground, icon, role = ("warn_soft", "triangle-alert", "warn")
        if quiet:
            ground, icon, role = ("accent_soft", "info", "text_secondary")
        self.setStyleSheet(
            f"QWidget#trouble {{ background: {theme.colour(ground)};"
            f" border-bottom: 1px solid {theme.colour('line_strong')}; }}"
        )
        self._icon.setPixmap(self._context.painter.pixmap(icon, _ICON, role))
