"""Says that all plans are to be looked at, once the day has come."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from journeymapper.analysis.plans.review import rhythm
from journeymapper.domain.dates import in_short
from journeymapper.domain.message import _
from journeymapper.domain.plans import plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.cards import IconLabel
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel


class ReviewNotice(QFrame):
    """Hidden until a review is due; put aside, it comes back with the next document."""

    wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("review_notice")
        self._context = context
        self._aside = False
        say = context.say
        self.says = PlainLabel("", "body", wrap=True)
        self.hold = Button(context, say(_("Begin the review")))
        self.hold.clicked.connect(lambda _on=False: self.wanted.emit())
        self.shut = IconButton(context, "x", say(_("Put this aside")))
        self.shut.clicked.connect(lambda _on=False: self._put_aside())
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(IconLabel(context, "calendar", 18, "text"))
        row.addWidget(self.says)
        row.addWidget(self.hold)
        row.addStretch(1)
        row.addWidget(self.shut)
        self.hide()

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        """Show whether the review is due; without plans there is nothing to look at."""
        found = rhythm(snapshot, today)
        is_due = found.days <= 0 and bool(plans(snapshot))
        self.setVisible(is_due and not self._aside)
        if found.late:
            day = in_short(found.due, today)
            words = _("All plans were to be looked at together on {date}.", date=day)
        else:
            words = _("Today all plans are to be looked at together.")
        self.says.setText(self._context.say(words))

    def forget(self) -> None:
        """Another document is open."""
        self._aside = False

    def _put_aside(self) -> None:
        self._aside = True
        self.hide()
