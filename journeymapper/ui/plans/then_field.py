"""A field for a day that has come: without its year it is the last such day."""

from __future__ import annotations

from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import read_past_day
from journeymapper.ui.plans.when_field import WhenField


class ThenField(WhenField):
    """For what was counted, seen or said: "9 May" is that of this year, or of the last."""

    def __init__(self, context: Context, name: str, date: str = "") -> None:
        super().__init__(context, name)
        if date:
            self.set_date(date)

    @property
    def date(self) -> str | None:
        """What was typed, as a local date; "" for none, None while it is no date."""
        return read_past_day(self.text(), self._context, today_of(self._context))
