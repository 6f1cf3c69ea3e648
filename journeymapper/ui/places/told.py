"""The filter "only what patients told us": its words, and the line that says it is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from journeymapper.analysis.evidence_share import EvidenceShare
from journeymapper.domain.changes import ChangeSet, StepKind
from journeymapper.domain.entities import Card, Feeling
from journeymapper.domain.evidence import told
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel

_ICON = 16

NAMES: dict[People, Message] = {
    People.PATIENT: _("&Only what patients told us"),
    People.CUSTOMER: _("&Only what customers told us"),
    People.GUEST: _("&Only what guests told us"),
    People.CLIENT: _("&Only what clients told us"),
    People.RESIDENT: _("&Only what residents told us"),
    People.EMPLOYEE: _("&Only what employees told us"),
    People.CITIZEN: _("&Only what citizens told us"),
}
"""The name of the filter in the menu."""

_ON: dict[People, Message] = {
    People.PATIENT: _("Only what patients told us is shown: {n} of {total} statements."),
    People.CUSTOMER: _("Only what customers told us is shown: {n} of {total} statements."),
    People.GUEST: _("Only what guests told us is shown: {n} of {total} statements."),
    People.CLIENT: _("Only what clients told us is shown: {n} of {total} statements."),
    People.RESIDENT: _("Only what residents told us is shown: {n} of {total} statements."),
    People.EMPLOYEE: _("Only what employees told us is shown: {n} of {total} statements."),
    People.CITIZEN: _("Only what citizens told us is shown: {n} of {total} statements."),
}

KEPT = _("Kept as your team’s opinion. It is not shown while only what was told is.")
"""What is said of something written that the filter leaves out."""


def leaves_out(changes: ChangeSet) -> bool:
    """Say whether a step wrote something that the filter does not show."""
    if changes.step.kind is not StepKind.DO:
        return False
    return any(
        isinstance(change.after, Card | Feeling) and not told(change.after.source)
        for change in changes.changes
    )


class ToldBanner(QWidget):
    """Says that the filter is on and how much it shows; one button turns it off."""

    off_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("told_banner")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = QLabel()
        self.words = ElidedLabel("", "subheading")
        self.off = Button(context, context.say(_("Show everything")), "secondary", "eye")
        self.off.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.off.clicked.connect(self.off_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        row.addWidget(self.off)
        self._dress()
        context.theme.changed.connect(self._dress)
        self.hide()

    def tell(self, people: People, share: EvidenceShare) -> None:
        """Say how much is shown."""
        words = Message(_ON[people].key, n=share.told, total=share.total)
        self.words.set_whole(self._context.say(words))
        self.setAccessibleName(self.words.whole())

    def _dress(self) -> None:
        colour = self._context.theme.theme.colour
        self.setStyleSheet(
            f"QWidget#told_banner {{ background: {colour('accent_soft')};"
            f" border-bottom: 1px solid {colour('line_strong')}; }}"
        )
        self._icon.setPixmap(self._context.painter.pixmap("filter", _ICON, "text_secondary"))
