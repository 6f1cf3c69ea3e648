"""A field for a date as people write it: 12.05.2026, 12 May 2026, or 2026-05-12."""

from __future__ import annotations

import datetime
import re

from PySide6.QtWidgets import QLineEdit

from journeymapper.domain.dates import MONTHS, in_words
from journeymapper.domain.message import _
from journeymapper.ui.context import Context

_PARTS = re.compile(r"\s*(\d{1,4})[.\-/ ]\s*(\d{1,2}|[^\W\d]+)\.?[.\-/ ]\s*(\d{1,4})\s*$")


def read_date(text: str, context: Context) -> str | None:
    """Return a date as 2026-05-12; "" for no text, None for what is no date. Day comes first."""
    if not text.strip():
        return ""
    found = _PARTS.match(text)
    if found is None:
        return None
    first, middle, last = found.groups()
    month = int(middle) if middle.isdecimal() else _month(middle, context)
    year, day = (first, last) if len(first) == 4 else (last, first)
    try:
        number = int(year) + (2000 if len(year) <= 2 else 0)
        return datetime.date(number, month, int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str, context: Context) -> int:
    wanted = name.casefold()[:3]
    names = [context.say(month).casefold()[:3] for month in MONTHS]
    return names.index(wanted) + 1 if wanted in names else 0


def date_text(date: str, context: Context) -> str:
    """Return a date as it is shown: 12 May 2026; "" for none."""
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return ""
    return context.say(in_words(day))


class DateField(QLineEdit):
    """``date`` is what was typed: 2026-05-12, "" for none, or None while it is no date."""

    def __init__(self, context: Context, name: str, date: str = "") -> None:
        super().__init__(date_text(date, context))
        self._context = context
        self.setAccessibleName(name)
        self.setPlaceholderText(context.say(_("day month year")))
        self.setToolTip(self.placeholderText())
        self.textChanged.connect(lambda _text: self._judge())

    @property
    def date(self) -> str | None:
        """What was typed, as a local date."""
        return read_date(self.text(), self._context)

    def set_date(self, date: str) -> None:
        """Show a date."""
        if self.date != date:
            self.setText(date_text(date, self._context))

    def _judge(self) -> None:
        self.setProperty("wrong", self.date is None)
        self.setToolTip(
            self._context.say(_("This is no date. Write it like 12 May 2026."))
            if self.date is None
            else self.placeholderText()
        )
        self.style().unpolish(self)
        self.style().polish(self)
