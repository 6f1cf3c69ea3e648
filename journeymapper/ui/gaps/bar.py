"""The bar above Gaps: what it is about, the four tabs, undo and redo, what if, the report."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from journeymapper.app.actions import BY_ID, plain
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

TABS: tuple[tuple[str, Message], ...] = (
    ("first", _("Fix first")),
    ("chart", _("Chart")),
    ("all", _("All gaps")),
    ("method", _("Method")),
)

_ABOUT_FROM, _UNDO_FROM = 860, 720
"""Widths, at 100 % text, from which the bar says what it is about, and has undo and redo."""


class GapsBar(QWidget):
    """``tabs`` tells which tab is wanted; ``what_if`` and ``report`` are buttons."""

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        say = context.say
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(PlainLabel(plain(say(BY_ID["go.gaps"].text)), "bar_title"))
        self.about = ElidedLabel("", "body", "text_secondary")
        row.addWidget(self.about)
        row.addSpacing(8)
        self.tabs = Segmented(
            say(_("What to see")), [(key, say(words)) for key, words in TABS], "first"
        )
        self.tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.tabs)
        row.addStretch(1)
        undo = IconButton(context, "undo-2", say(_("Undo")))
        undo.follow(binding.action("edit.undo"))
        redo = IconButton(context, "redo-2", say(_("Redo")))
        redo.follow(binding.action("edit.redo"))
        row.addWidget(undo)
        row.addWidget(redo)
        self._context, self._spare = context, (undo, redo)
        self.report = Button(context, say(_("Report…")), "secondary", "file-down")
        self.report.setToolTip(say(_("Write the gap analysis as a PDF document")))
        self.what_if = Button(context, say(_("What if…")))
        self.what_if.setToolTip(say(_("Try other figures of a step; nothing is kept")))
        row.addWidget(self.what_if)
        row.addWidget(self.report)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the tabs and the two buttons stay."""
        super().resizeEvent(event)
        px = self._context.theme.px
        self.about.setVisible(self.width() >= px(_ABOUT_FROM))
        for button in self._spare:
            button.setVisible(self.width() >= px(_UNDO_FROM))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
