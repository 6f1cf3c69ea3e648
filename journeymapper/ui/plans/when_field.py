"""A field for a day: typed as people write it, or chosen from a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QVBoxLayout

from journeymapper.domain.message import _
from journeymapper.ui.answers.date_field import date_text
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import read_day

_WIDE, _HIGH = 300, 230
"""Size of the calendar, in px at 100 % text."""


class WhenField(QLineEdit):
    """``date`` is what was typed: 2026-05-28, "" for none, None while it is no date.

    F4 or Alt+Down opens the calendar. ``settled`` tells that typing is over for now; a day that
    was typed without its year is shown whole then.
    """

    settled = Signal()

    def __init__(self, context: Context, name: str, hint: str = "") -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setPlaceholderText(hint or context.say(_("day month year")))
        self.setToolTip(self.placeholderText())
        self._button = QAction(self)
        self._button.setText(context.say(_("Choose in the calendar")))
        self._button.setToolTip(context.say(_("Choose in the calendar (F4)")))
        self._button.triggered.connect(self.open_calendar)
        self.addAction(self._button, QLineEdit.ActionPosition.LeadingPosition)
        self.calendar: QFrame | None = None
        self.textChanged.connect(lambda _text: self._judge())
        self.returnPressed.connect(self._settle)
        self._tint()
        context.theme.changed.connect(self._tint)

    @property
    def date(self) -> str | None:
        """What was typed, as a local date."""
        return read_day(self.text(), self._context, today_of(self._context))

    def set_date(self, day: str) -> None:
        """Show a date."""
        if self.date != day or not self.hasFocus():
            self.setText(date_text(day, self._context))

    def open_calendar(self) -> None:
        """Show the month below; the chosen day is written into the field."""
        frame = QFrame(self, Qt.WindowType.Popup)
        frame.setObjectName("calendar")
        frame.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        month = QCalendarWidget()
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        month.setGridVisible(False)
        month.setMinimumSize(self._context.theme.px(_WIDE), self._context.theme.px(_HIGH))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            month.setWeekdayTextFormat(day, QTextCharFormat())  # red is not for days off
        month.setLocale(QLocale(self._context.catalogue.language))
        for name, icon in (("prev", "chevron-left"), ("next", "chevron-right")):
            button = month.findChild(QToolButton, f"qt_calendar_{name}month")
            if isinstance(button, QToolButton):
                button.setIcon(self._context.icon(icon))
        today = today_of(self._context)
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        shown = date.fromisoformat(self.date) if self.date else today
        month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        month.clicked.connect(self._take)
        month.activated.connect(self._take)
        column = QVBoxLayout(frame)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(month)
        self.calendar = frame
        frame.destroyed.connect(self._on_closed)
        frame.adjustSize()
        below = self.mapToGlobal(QPoint(0, self.height() + 2))
        room = self.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - frame.width()))
        y = below.y() if below.y() + frame.height() <= room.bottom() else (
            self.mapToGlobal(QPoint(0, -2)).y() - frame.height()
        )  # fmt: skip
        frame.move(x, y)
        frame.show()
        month.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._button.setVisible(self.isEnabled())

    def _settle(self) -> None:
        if self.date:
            whole = date_text(self.date, self._context)
            if whole != self.text():
                self.setText(whole)
        self.settled.emit()

    def _take(self, day: QDate) -> None:
        self.setText(date_text(date(day.year(), day.month(), day.day()).isoformat(), self._context))
        if self.calendar is not None:
            self.calendar.close()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _on_closed(self) -> None:
        self.calendar = None

    def _judge(self) -> None:
        wrong = self.date is None
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            words = _("This is no date. Write it like 12 May 2026.")
            self.setToolTip(self._context.say(words) if wrong else self.placeholderText())
            self.style().unpolish(self)
            self.style().polish(self)

    def _tint(self) -> None:
        self._button.setIcon(self._context.icon("calendar", "text_secondary"))
