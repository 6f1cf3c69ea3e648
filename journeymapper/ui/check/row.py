"""One finding: the number of its place, its sentence, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.checks import Finding
from journeymapper.domain.message import _
from journeymapper.ui.check.repairs import BUTTONS, Repairs
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class FindingRow(QWidget):
    """Says what is wanted; it is made anew when its sentence changes."""

    show_wanted = Signal(object)
    mend_wanted = Signal(object, QPoint)
    """A finding, and where on the screen a menu may open."""
    aside_wanted = Signal(object)

    def __init__(self, context: Context, finding: Finding, number: str) -> None:
        super().__init__()
        self._context, self.finding, self.number = context, finding, number
        self.setObjectName("finding")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        say = context.say
        self.sentence = PlainLabel(say(finding.text), "body", wrap=True)
        self.setAccessibleName(f"{number} {self.sentence.text()}".strip())
        self._chip = PlainLabel(number, "subheading")
        self._chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.sentence, 1)
        self.buttons: list[Button] = []
        foot = QHBoxLayout()
        foot.setSpacing(4)
        if finding.check in BUTTONS:
            mend = self._button(foot, Button(context, say(BUTTONS[finding.check])))
            mend.clicked.connect(lambda: self.mend_wanted.emit(finding, self._below(mend)))
        if Repairs.can_show(finding):
            show = self._button(foot, Button(context, say(_("Show")), "quiet"))
            show.clicked.connect(lambda: self.show_wanted.emit(finding))
        aside = self._button(foot, Button(context, say(_("Not here")), "quiet"))
        aside.setToolTip(say(_("Do not ask this again in this file")))
        aside.clicked.connect(lambda: self.aside_wanted.emit(finding))
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(foot)
        self._chip.setVisible(bool(number))
        self._dress()
        context.theme.changed.connect(self._dress)

    def _button(self, row: QHBoxLayout, button: Button) -> Button:
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleDescription(self.accessibleName())
        self.buttons.append(button)
        row.addWidget(button)
        return button

    @staticmethod
    def _below(button: Button) -> QPoint:
        return button.mapToGlobal(QPoint(0, button.height()))

    def _dress(self) -> None:
        colour = self._context.theme.theme.colour
        major = self.number.partition(".")[0] or "1"
        self._chip.setStyleSheet(
            f"QLabel {{ background: {colour(f'stage.{major}.tint')};"
            f" color: {colour(f'stage.{major}.ink')}; border-radius: 5px; padding: 1px 6px; }}"
        )
