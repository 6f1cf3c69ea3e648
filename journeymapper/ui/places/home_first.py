"""The first start: what it is for, a picture, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.faces import Valley
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.logo import Logo

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class FirstStart(QScrollArea):
    """Shown until there is a file."""

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        say = context.say
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(35)
        column.addWidget(_name(context), 0, _CENTRE)
        column.addSpacing(25)
        head = self._centred(say(_("See your practice the way your patients do")), "greeting")
        column.addWidget(head)
        column.addSpacing(5)
        column.addWidget(
            self._centred(
                say(_("A first map of fourteen steps takes about ten minutes.")),
                "lead",
                "text_secondary",
            )
        )
        column.addSpacing(40)
        valley = QHBoxLayout()
        valley.addStretch(1)
        valley.addWidget(Valley(context), 100)
        valley.addStretch(1)
        column.addLayout(valley)
        column.addSpacing(44)
        self.start = Button(context, say(_("Start my map")), "primary", large=True)
        self.start.clicked.connect(binding.action("file.new").trigger)
        self.example = Button(context, say(_("Look at an example")), large=True)
        self.example.clicked.connect(binding.action("file.example").trigger)
        buttons = QHBoxLayout()
        buttons.setSpacing(16)
        buttons.addStretch(1)
        buttons.addWidget(self.start)
        buttons.addWidget(self.example)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addSpacing(26)
        column.addWidget(
            self._centred(
                say(
                    _(
                        "Your map is one file that you keep where you like. "
                        "Journey Mapper sends nothing."
                    )
                ),
                "note",
                "text_secondary",
            )
        )
        column.addStretch(65)
        self.setWidget(page)

    @staticmethod
    def _centred(text: str, type_: str, role: str = "text") -> PlainLabel:
        label = PlainLabel(text, type_, role, wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label


def _name(context: Context) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Logo(context, 36))
    row.addWidget(PlainLabel("Journey Mapper", "title"))
    return both
