"""The dates of a plan or a task, typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journeymapper.analysis.plans.calendar import Bar
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.answers.date_field import DateField
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

Keep = Callable[[str, str], None]


class DatesDialog(DialogFrame):
    """Keeps what was typed with ``keep(begin, due)``; what is refused is said, and stays."""

    def __init__(self, context: Context, parent: QWidget | None, bar: Bar, keep: Keep) -> None:
        say = context.say
        title = say(_("Dates of {name}", name=bar.title.strip() or _("Without a name")))
        super().__init__(context, title, parent, QSize(420, 280))
        self._keep = keep
        begin = bar.begin.isoformat() if bar.begin else ""
        due = bar.due.isoformat() if bar.due else ""
        self.begin = DateField(context, say(_("Begins on")), begin)
        self.due = DateField(context, say(_("Due on")), due)
        self.told = PlainLabel("", "body", wrap=True)
        for field in (self.begin, self.due):
            label = PlainLabel(field.accessibleName(), "subheading")
            label.setBuddy(field)
            self.body.addWidget(label)
            self.body.addWidget(field)
            field.textChanged.connect(lambda _text: self._judge())
        self.body.addWidget(self.told)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Keep")), "primary")
        self.agree.clicked.connect(self.accept)
        self.due.setFocus()
        self.due.selectAll()

    def accept(self) -> None:
        begin, due = self.begin.date, self.due.date
        if begin is None or due is None:
            return
        try:
            self._keep(begin, due)
        except UserError as error:
            self.told.setText(self.context.say(error.message))
            return
        super().accept()

    def _judge(self) -> None:
        self.agree.setEnabled(self.begin.date is not None and self.due.date is not None)
