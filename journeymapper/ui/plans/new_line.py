"""The line across: who does what by when, and how we will see it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands.plans import Measure, read_measure
from journeymapper.ui.context import Context
from journeymapper.ui.plans.when_field import WhenField
from journeymapper.ui.plans.who_field import WhoField
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_ONE_ROW_FROM = 900


class NewLine(QFrame):
    """Enter adds what is typed, from any of its fields, and begins the next line.

    A line with something in "how we will see it" becomes a plan, any other a simple task; the
    button says which.
    """

    made_plan = Signal(str)
    made_task = Signal(str)

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.setObjectName("plan_new")
        self._context, self._session = context, session
        say = context.say
        self._title = PlainLabel(say(_("New")), "subheading")
        self.who = WhoField(say(_("Who")), say(_("Who")))
        self.what = QLineEdit()
        self.what.setPlaceholderText(say(_("does what")))
        self.what.setAccessibleName(say(_("does what")))
        self.when = WhenField(context, say(_("by when")), say(_("by when")))
        self.measure = QLineEdit()
        self.measure.setPlaceholderText(say(_("How we will see it: count 20")))
        self.measure.setAccessibleName(say(_("How we will see it")))
        self.measure.setToolTip(
            say(_("Fill this in and it becomes a plan; leave it empty for a simple task."))
        )
        self.add_button = Button(context, "", "primary", "plus")
        self.add_button.clicked.connect(lambda _on=False: self.add())
        self.told = PlainLabel("", "body", wrap=True)
        self.told.hide()
        self._row = QGridLayout(self)
        self._row.setContentsMargins(18, 8, 18, 8)
        self._row.setHorizontalSpacing(8)
        self._row.setVerticalSpacing(6)
        self._in_one: bool | None = None
        self._arrange()
        for field in self.fields():
            field.returnPressed.connect(self._on_enter)
            field.textChanged.connect(self._name_button)
        self._name_button()

    def fields(self) -> tuple[QLineEdit, ...]:
        """Return the fields in order."""
        return (self.who, self.what, self.when, self.measure)

    def refresh(self, snapshot: Snapshot, _today: date) -> None:
        """Offer the people that there are now."""
        self.who.offer(commands.people(snapshot))

    def take_focus(self) -> None:
        """Begin a line."""
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted(self) -> Measure | None:
        """How we will see it, None for a simple task."""
        return read_measure(self.measure.text(), self._context.say(_("count")))

    def add(self) -> bool:
        """Add what is typed; False when it is refused, and then all of it stays."""
        document, day = self._session.document, self.when.date
        if document is None:
            return False
        if day is None:
            self._tell(_("This is no date. Write it like 12 May 2026."))
            self.when.setFocus()
            return False
        wanted = self.wanted
        try:
            what, who = self.what.text(), self.who.name
            if wanted is not None:
                made = commands.new_plan(document, what, who=who, by_when=day, measure=wanted)
            else:
                made = commands.new_task(document, what, who=who, by_when=day)
        except UserError as error:
            self._tell(error.message)
            self.what.setFocus()
            return False
        self.clear()
        self.take_focus()
        if wanted is not None:
            self._session.report(_("This is a plan now. Its five steps unfold beside the list."))
            self.made_plan.emit(made)
        else:
            self._session.report(_("This is a simple task: a tick closes it."))
            self.made_task.emit(made)
        return True

    def keep(self) -> None:
        """The document is about to be closed: a line that can be added is added."""
        if self.what.text().strip():
            self.add()

    def clear(self) -> None:
        """Empty the line."""
        for field in self.fields():
            field.clear()
        self._tell(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _on_enter(self) -> None:
        if self.what.text().strip():
            self.add()
        else:
            self.what.setFocus()

    def _name_button(self) -> None:
        say = self._context.say
        names = (say(_("Add task")), say(_("Add plan")))
        name = names[self.wanted is not None]
        self.add_button.setText(name)
        self.add_button.setAccessibleName(name)
        metrics = QFontMetrics(self.add_button.font())
        widest = max(metrics.horizontalAdvance(one) for one in names)
        self.add_button.setMinimumWidth(widest + self._context.theme.px(52))
        self._tell(None)

    def _tell(self, trouble: Message | None) -> None:
        self.told.setText("" if trouble is None else f"!  {self._context.say(trouble)}")
        self.told.setVisible(trouble is not None)

    def _arrange(self) -> None:
        """One row, or two where there is little room."""
        in_one = self.width() >= self._context.theme.px(_ONE_ROW_FROM)
        if in_one == self._in_one:
            return
        self._in_one = in_one
        places: tuple[tuple[QWidget, int, int, int], ...]
        if in_one:
            places = (
                (self._title, 0, 0, 1), (self.who, 0, 1, 1), (self.what, 0, 2, 1),
                (self.when, 0, 3, 1), (self.measure, 0, 4, 1), (self.add_button, 0, 5, 1),
                (self.told, 1, 1, 5),
            )  # fmt: skip
        else:
            places = (
                (self._title, 0, 0, 1), (self.who, 0, 1, 1), (self.what, 0, 2, 3),
                (self.when, 1, 1, 1), (self.measure, 1, 2, 2), (self.add_button, 1, 4, 1),
                (self.told, 2, 1, 4),
            )  # fmt: skip
        for widget, row, column, span in places:
            self._row.addWidget(widget, row, column, 1, span)
        stretches = (0, 13, 50, 14, 36, 0) if in_one else (0, 30, 30, 30, 0, 0)
        for column, stretch in enumerate(stretches):
            self._row.setColumnStretch(column, stretch)
