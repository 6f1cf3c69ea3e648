"""The first start: what it is for, a picture, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.faces import Valley
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.logo import Logo

_CENTRE = Qt.AlignmentFlag.AlignHCenter
_TALL = 620
"""Lower windows get a smaller picture and less room, so that the buttons stay in sight."""


class FirstStart(QScrollArea):
    """Shown until there is a file."""

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        say = context.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._head = _centred(say(_("See your practice the way your patients do")), "greeting")
        lead = say(_("A first map of fourteen steps takes about ten minutes."))
        promise = say(
            _("Your map is one file that you keep where you like. Journey Mapper sends nothing.")
        )
        self.start = Button(context, say(_("Start my map")), "primary", large=True)
        self.start.clicked.connect(binding.action("file.new").trigger)
        self.example = Button(context, say(_("Look at an example")), large=True)
        self.example.clicked.connect(binding.action("file.example").trigger)
        self.valley = Valley(context)
        self._gaps: list[tuple[QSpacerItem, int]] = []
        page = QWidget()
        page.setObjectName("scrolled")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(24, 12, 24, 12)
        self._column.setSpacing(0)
        self._column.addStretch(37)
        self._column.addWidget(_name(context), 0, _CENTRE)
        self._gap(25)
        self._column.addWidget(self._head)
        self._gap(5)
        self._column.addWidget(_centred(lead, "lead", "text_secondary"))
        self._gap(40)
        self._column.addLayout(_middle(self.valley, stretch=100))
        self._gap(44)
        self._column.addLayout(_middle(self.start, self.example))
        self._gap(26)
        self._column.addWidget(_centred(promise, "note", "text_secondary"))
        self._column.addStretch(63)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().height() >= _TALL
        self.valley.set_small(small=not roomy)
        self._head.setProperty("type", "greeting" if roomy else "welcome")
        self._head.style().unpolish(self._head)
        self._head.style().polish(self._head)
        for spacer, height in self._gaps:
            spacer.changeSize(0, height if roomy else height // 3)
        self._column.invalidate()

    def _gap(self, height: int) -> None:
        spacer = QSpacerItem(0, height)
        self._column.addItem(spacer)
        self._gaps.append((spacer, height))


def _centred(text: str, type_: str, role: str = "text") -> PlainLabel:
    label = PlainLabel(text, type_, role, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


def _middle(*widgets: QWidget, stretch: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget, stretch)
    row.addStretch(1)
    return row


def _name(context: Context) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Logo(context, 36))
    row.addWidget(PlainLabel("Journey Mapper", "title"))
    return both
