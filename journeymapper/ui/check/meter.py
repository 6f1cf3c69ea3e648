"""How much of the map customers told us: a bar, and one sentence that says the same."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from journeymapper.analysis.evidence_share import EvidenceShare
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.labels import PlainLabel

_TOLD: dict[People, Message] = {
    People.PATIENT: _(
        "Patients told us {n} of {total} statements, the rest is your team’s opinion."
    ),
    People.CUSTOMER: _(
        "Customers told us {n} of {total} statements, the rest is your team’s opinion."
    ),
    People.GUEST: _("Guests told us {n} of {total} statements, the rest is your team’s opinion."),
    People.CLIENT: _("Clients told us {n} of {total} statements, the rest is your team’s opinion."),
    People.RESIDENT: _(
        "Residents told us {n} of {total} statements, the rest is your team’s opinion."
    ),
    People.EMPLOYEE: _(
        "Employees told us {n} of {total} statements, the rest is your team’s opinion."
    ),
    People.CITIZEN: _(
        "Citizens told us {n} of {total} statements, the rest is your team’s opinion."
    ),
}

_TOLD_ALL: dict[People, Message] = {
    People.PATIENT: _("Patients told us all {total} statements."),
    People.CUSTOMER: _("Customers told us all {total} statements."),
    People.GUEST: _("Guests told us all {total} statements."),
    People.CLIENT: _("Clients told us all {total} statements."),
    People.RESIDENT: _("Residents told us all {total} statements."),
    People.EMPLOYEE: _("Employees told us all {total} statements."),
    People.CITIZEN: _("Citizens told us all {total} statements."),
}


def share_words(people: People, share: EvidenceShare) -> Message:
    """Return the sentence about a share."""
    if not share.total:
        return _("Nothing is stated yet.")
    if not share.told:
        return _("All {total} statements are your team’s opinion.", total=share.total)
    if not share.team:
        return Message(_TOLD_ALL[people].key, total=share.total)
    return Message(_TOLD[people].key, n=share.told, total=share.total)


_FEELINGS: dict[People, Message] = {
    People.PATIENT: _("Patients told us {n} of {total} of these feelings."),
    People.CUSTOMER: _("Customers told us {n} of {total} of these feelings."),
    People.GUEST: _("Guests told us {n} of {total} of these feelings."),
    People.CLIENT: _("Clients told us {n} of {total} of these feelings."),
    People.RESIDENT: _("Residents told us {n} of {total} of these feelings."),
    People.EMPLOYEE: _("Employees told us {n} of {total} of these feelings."),
    People.CITIZEN: _("Citizens told us {n} of {total} of these feelings."),
}


def persona_words(people: People, share: EvidenceShare) -> Message:
    """Return the sentence about the feelings of one persona."""
    if not share.total:
        return _("No feelings are noted yet.")
    if not share.told:
        return _("All {total} feelings are your team’s opinion.", total=share.total)
    return Message(_FEELINGS[people].key, n=share.told, total=share.total)


_OF_ONE: dict[People, Message] = {
    People.PATIENT: _("Patients told us {n} of {total} feelings of {name}."),
    People.CUSTOMER: _("Customers told us {n} of {total} feelings of {name}."),
    People.GUEST: _("Guests told us {n} of {total} feelings of {name}."),
    People.CLIENT: _("Clients told us {n} of {total} feelings of {name}."),
    People.RESIDENT: _("Residents told us {n} of {total} feelings of {name}."),
    People.EMPLOYEE: _("Employees told us {n} of {total} feelings of {name}."),
    People.CITIZEN: _("Citizens told us {n} of {total} feelings of {name}."),
}


def named_words(people: People, name: str, share: EvidenceShare) -> Message:
    """Return the sentence about the feelings of a persona, who is named in it."""
    if not share.total:
        return _("No feelings of {name} are noted yet.", name=name)
    if not share.told:
        words = _("All {total} feelings of {name} are your team’s opinion.")
        return Message(words.key, total=share.total, name=name)
    return Message(_OF_ONE[people].key, n=share.told, total=share.total, name=name)


class EvidenceMeter(QWidget):
    """The words carry the meaning; the bar repeats them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._bar = _Bar(context)
        self.words = PlainLabel("", "label", "text_secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self.words)

    def show_share(self, people: People, share: EvidenceShare) -> None:
        """Show another share."""
        self.words.setText(self._context.say(share_words(people, share)))
        self._bar.share = share.share
        self._bar.update()


class _Bar(QWidget):
    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.share = 0.0
        self.setFixedHeight(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._context.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour("control_border"), 1))
        painter.setBrush(colour("sunken"))
        painter.drawRoundedRect(whole, 4, 4)
        if self.share > 0:
            width = max(whole.height(), whole.width() * self.share)
            left = whole.right() - width if self.isRightToLeft() else whole.left()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("text_secondary"))
            painter.drawRoundedRect(QRectF(left, whole.top(), width, whole.height()), 4, 4)
        painter.end()
