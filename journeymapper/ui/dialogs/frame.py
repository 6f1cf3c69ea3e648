"""What all dialogs share: a title, a body that scrolls where the screen is small, buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, Look
from journeymapper.ui.widgets.focus_ring import FocusRing
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.pressing import EnterPresses


class DialogFrame(QDialog):
    """Put widgets into ``body`` and buttons at the end with ``add_button``.

    ``size`` is how large it comes up; a ``snug`` one is as high as what it holds instead.
    """

    def __init__(
        self,
        context: Context,
        title: str,
        parent: QWidget | None,
        size: QSize,
        *,
        snug: bool = True,
    ) -> None:
        super().__init__(parent)
        self._snug = snug
        self._enter = EnterPresses(self, choices=False)
        self.context = context
        self.setWindowTitle(title)
        self.setModal(True)
        content = QWidget()
        content.setObjectName("scrolled")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(12)
        self.body.addWidget(PlainLabel(title, "title"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        self._buttons = QHBoxLayout()
        self._buttons.setContentsMargins(24, 12, 24, 16)
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scroll, 1)
        column.addLayout(self._buttons)
        self._content, self._area = content, scroll
        self._ring = FocusRing(self, context.theme)
        self.resize(_fitting(size, parent))

    def add_button(self, text: str, look: Look = "secondary", icon: str = "") -> Button:
        """Add a button at the end; the primary one is pressed by Enter."""
        button = Button(self.context, text, look, icon)
        button.setDefault(look == "primary")
        self._buttons.addWidget(button)
        return button

    def add_at_start(self, widget: QWidget) -> None:
        """Put something at the start side of the row of buttons."""
        self._buttons.insertWidget(0, widget)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, otherwise the primary one."""
        if not self._enter.take(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The widths are known only now, and with them how high wrapped lines are."""
        super().showEvent(event)
        if self._snug:
            self._snug = False
            width = self._content.width()
            inside = self.body.totalSizeHint().height()
            if self.body.hasHeightForWidth():
                bar = self._area.verticalScrollBar().sizeHint().width()  # where it was, it stays
                inside = self.body.totalHeightForWidth(width - bar)
            wanted = QSize(self.width(), inside + self._buttons.totalSizeHint().height())
            self.resize(_fitting(wanted, self.parentWidget()))


def _fitting(size: QSize, parent: QWidget | None) -> QSize:
    """Return the size, but never larger than the screen leaves free."""
    screen = parent.screen() if parent is not None else QGuiApplication.primaryScreen()
    return size.boundedTo(screen.availableSize() - QSize(24, 40))
