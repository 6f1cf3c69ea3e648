"""Home when there is something to go on with: begin on one side, files and templates beside."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.places.home_begin import BeginSection
from journeymapper.ui.places.home_files import FilesSection
from journeymapper.ui.places.home_templates import TemplatesSection
from journeymapper.ui.widgets.labels import PlainLabel

_SIDE_BY_SIDE = 860
_ROOMY = 1100
_UNBOUNDED = 16777215


class Overview(QScrollArea):
    """Puts the sections side by side, or below each other in a narrow window."""

    def __init__(
        self,
        context: Context,
        begin: BeginSection,
        files: FilesSection,
        templates: TemplatesSection,
    ) -> None:
        super().__init__()
        self.begin, self.files, self.templates = begin, files, templates
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("scrolled")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._start = self._start_side(context)
        self._both.addWidget(self._start)
        self._both.addWidget(self._end_side(), 1)
        self.setWidget(page)

    def refresh(self) -> None:
        """Show what there is now."""
        self.begin.refresh()
        self.files.refresh()

    def filter(self, text: str) -> None:
        """Show only the recent files that match."""
        self.files.filter(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        wide = width >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._both.setDirection(direction)
        start = 390 if width >= _ROOMY else 330
        self._start.setMinimumWidth(start if wide else 0)
        self._start.setMaximumWidth(start if wide else _UNBOUNDED)

    def _start_side(self, context: Context) -> QWidget:
        side = QWidget()
        side.setObjectName("home_start")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(side)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(8)
        column.addWidget(PlainLabel(context.say(_("Welcome back")), "welcome"))
        column.addSpacing(4)
        column.addWidget(self.begin)
        column.addStretch(1)
        promise = QHBoxLayout()
        promise.setSpacing(9)
        promise.addWidget(IconLabel(context, "shield-check", 16, "text_secondary"))
        words = context.say(_("Journey Mapper sends nothing."))
        promise.addWidget(PlainLabel(words, "body", "text_secondary"))
        promise.addStretch(1)
        column.addLayout(promise)
        return side

    def _end_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 22, 28, 24)
        column.setSpacing(22)
        column.addWidget(self.files)
        column.addWidget(self.templates)
        column.addStretch(1)
        return side
