"""The bar at the bottom: where the file is, what is sent (nothing), one fact, what is saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from journeymapper.app.place import ICONS, FilePlace
from journeymapper.document.document import SaveState
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_MESSAGE_MS = 8000
_WIDE = 900
"""Below this width only place and save state are shown."""

STATES: dict[SaveState, tuple[str, str, Message]] = {
    SaveState.SAVED: ("circle-check", "good", _("All changes saved")),
    SaveState.KEPT: ("loader-circle", "text_secondary", _("Kept safe, writing to file…")),
    SaveState.UNTITLED: ("circle-check", "text_secondary", _("Kept safe, not in a file yet")),
    SaveState.READ_ONLY: ("lock", "text_secondary", _("Only to look at")),
}
"""Icon, its colour role, and words for what can truly be said about the file."""


STUCK = ("circle-alert", "warn", _("Kept safe, not in the file yet"))
"""What is said after the file could not be written."""

STOPPED = ("circle-alert", "warn", _("Last change not kept"))
"""What is said while the disk does not take changes."""


class StatusBar(QWidget):
    """Shows what it is told; every part can be empty."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.say(_("Status")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("ring", True)
        self._tall()
        context.theme.changed.connect(self._tall)
        self._place: FilePlace | None = None
        self._state: SaveState | None = None
        self._stuck = self._stopped = False
        self._fact = ""
        self._passing = False
        self._place_icon, self._state_icon = QLabel(), QLabel()
        self._place_words = ElidedLabel("", "label", "text_secondary")
        nothing = context.say(_("Journey Mapper sends nothing"))
        self._nothing = PlainLabel(nothing, "label", "text_secondary")
        self._fact_words = ElidedLabel("", "label", "text_secondary")
        self._state_words = PlainLabel("", "label", "text_secondary")
        self._dividers = (self._divider(), self._divider())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_MESSAGE_MS)
        self._timer.timeout.connect(self._show_fact)
        self._lay_out()
        context.theme.changed.connect(self._refresh)
        self._refresh()

    def set_document(
        self,
        place: FilePlace | None,
        state: SaveState | None,
        *,
        stuck: bool = False,
        stopped: bool = False,
    ) -> None:
        """Show place and save state of a document; None before one is open.

        ``stuck`` tells that the file could not be written the last time, ``stopped`` that the
        disk does not take changes.
        """
        now = place, state, stuck, stopped
        if now == (self._place, self._state, self._stuck, self._stopped):
            return
        self._place, self._state, self._stuck, self._stopped = now
        self._refresh()

    def set_fact(self, fact: str) -> None:
        """Show one true sentence about what is in front."""
        self._fact = fact
        if not self._timer.isActive():
            self._show_fact()

    def say(self, text: str, *, passing: bool = False) -> None:
        """Show for eight seconds what just happened, in place of the fact.

        ``passing`` words are true only until something is changed: ``pass_on`` ends them.
        """
        self._passing = passing
        self._timer.start()
        self._fact_words.set_whole(text)
        self._arrange()
        announce(self, text)

    def pass_on(self) -> None:
        """Something was changed: what was true only until then is not said any more."""
        if self._passing and self._timer.isActive():
            self._timer.stop()
            self._show_fact()

    def texts(self) -> tuple[str, ...]:
        """Return what is shown now, from start to end."""
        labels = (self._nothing, self._state_words)
        shown = {label: label.text() for label in labels if not label.isHidden()}
        return tuple(
            text
            for text in (
                self._place_words.whole() if self._place else "",
                shown.get(self._nothing, ""),
                self._fact_words.whole(),
                shown.get(self._state_words, ""),
            )
            if text
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.height())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(7)
        row.addWidget(self._place_icon)
        row.addWidget(self._place_words)
        for divider, words in zip(self._dividers, (self._nothing, self._fact_words), strict=True):
            row.addWidget(divider)
            row.addWidget(words)
        row.addStretch(1)
        row.addWidget(self._state_icon)
        row.addWidget(self._state_words)

    def _tall(self) -> None:
        self.setFixedHeight(self._context.theme.px(self._context.tokens.size("status_bar")))

    def _refresh(self) -> None:
        if self._place is not None:
            icon = self._context.painter.pixmap(ICONS[self._place.kind], 14)
            self._place_icon.setPixmap(icon)
            self._place_words.set_whole(self._context.say(self._place.words))
        if self._state is not None:
            name, role, words = STATES[self._state]
            if self._stopped:
                name, role, words = STOPPED
            elif self._stuck and self._state == SaveState.KEPT:
                name, role, words = STUCK
            self._state_icon.setPixmap(self._context.painter.pixmap(name, 14, role))
            self._state_words.setText(self._context.say(words))
        self._arrange()

    def _arrange(self) -> None:
        """Hide what there is nothing to say about, and the middle where there is no room."""
        wide = self.width() >= _WIDE
        has_place = self._place is not None
        has_fact = bool(self._fact_words.whole())
        self._place_icon.setVisible(has_place)
        self._place_words.setVisible(has_place)
        self._nothing.setVisible(has_place and wide)
        self._dividers[0].setVisible(has_place and wide)
        said = has_fact and (wide or self._timer.isActive() or not has_place)
        self._fact_words.setVisible(said)
        self._dividers[1].setVisible(said and has_place)
        self._state_icon.setVisible(self._state is not None)
        self._state_words.setVisible(self._state is not None)
        self.setAccessibleDescription(". ".join(self.texts()))

    def _show_fact(self) -> None:
        self._fact_words.set_whole(self._fact)
        self._arrange()

    @staticmethod
    def _divider() -> QWidget:
        """A short line with its own room, so that a hidden one leaves no gap."""
        room = QWidget()
        inside = QHBoxLayout(room)
        inside.setContentsMargins(9, 0, 8, 0)
        line = QFrame()
        line.setProperty("look", "divider")
        line.setFixedSize(1, 12)
        inside.addWidget(line)
        return room
