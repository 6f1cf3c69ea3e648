"""The ring around what has the keyboard: 2 px with a gap of 2 px, only after a key led there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from journeymapper.ui.theme.holder import ThemeHolder

_REACH = 4
_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """Follows the focus among the buttons of one window; fields show their own border."""

    def __init__(self, window: QWidget, holder: ThemeHolder) -> None:
        super().__init__(window)
        self._holder = holder
        self._followed: tuple[QWidget, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Qt marks the window when a key moved the focus; the mark is taken off again here."""
        window = self.window()
        by_key = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
        ringed = (
            new is not None
            and new.window() is window
            and (isinstance(new, QAbstractButton) or new.property("ring") is True)
        )
        self._follow(new if by_key and ringed else None)

    def _follow(self, widget: QWidget | None) -> None:
        for part in self._followed:
            part.removeEventFilter(self)
        chain: list[QWidget] = []
        inner = widget
        while inner is not None and inner is not self.window():
            chain.append(inner)
            inner.installEventFilter(self)
            inner = inner.parentWidget()
        self._followed = tuple(chain)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        widget = self._followed[0] if self._followed else None
        if widget is None or not widget.isVisible() or widget.visibleRegion().isEmpty():
            self.hide()
            return
        corner = widget.mapTo(self.window(), QPoint(-_REACH, -_REACH))
        side = 2 * _REACH
        self.setGeometry(corner.x(), corner.y(), widget.width() + side, widget.height() + side)
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._holder.colour("focus"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
        painter.end()
