"""Labels that show plain text, whatever the text looks like."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_HANGING = ("J", "j")
"""Letters that reach out to the left of where they begin."""

_ROOM = 2
"""So far they reach, in px."""


class PlainLabel(QLabel):
    """A label in a style of the type scale and a colour role; ``wrap`` breaks long lines.

    A line that may begin with a hanging letter gets room for it, so that nothing is cut.
    """

    def __init__(
        self,
        text: str = "",
        type_: str = "body",
        role: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", type_)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self.setText(text)

    def setText(self, text: str) -> None:
        if text == self.text():
            return  # the same text again must not lay the window out anew
        hanging = text.startswith(_HANGING)
        later = self.wordWrap() and any(word.startswith(_HANGING) for word in text.split())
        self.setIndent(_ROOM if hanging else 1 if later else -1)
        super().setText(text)


class ElidedLabel(PlainLabel):
    """One line that may be shorter than its text; the whole text is in the tooltip then."""

    def __init__(self, text: str = "", type_: str = "body", role: str = "text") -> None:
        self._whole = ""
        self._fitted = ("", 0, "")
        super().__init__("", type_, role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self.updateGeometry()
        self._fit()

    def whole(self) -> str:
        """Return the whole text."""
        return self._whole

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(
            metrics.horizontalAdvance(self._whole) + 2 * _ROOM, super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        shortest = min(metrics.horizontalAdvance(self._whole), metrics.averageCharWidth() * 8)
        return QSize(shortest + 2 * _ROOM, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fitted = (self._whole, self.width(), self.font().key())
        if fitted == self._fitted:
            return
        self._fitted = fitted
        metrics = QFontMetrics(self.font())
        mode = Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self._whole, mode, max(self.width() - _ROOM, 1))
        self.setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")
