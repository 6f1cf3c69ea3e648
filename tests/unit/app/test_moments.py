"""Instants with the time of day, as people say them."""

import datetime

import pytest

from journeymapper.app.moments import day, moment, moment_in_a_name, moment_within

ZONE = datetime.timezone(datetime.timedelta(hours=2))
NOW = datetime.datetime(2026, 5, 15, 10, 14, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("instant", "alone", "within", "name", "on_day"),
    [
        (
            "2026-05-15T06:05:00+00:00",
            "Today 08:05",
            "today 08:05",
            "15 May 08:05",
            "Today",
        ),
        (
            "2026-05-14T22:30:00.123+00:00",
            "Today 00:30",
            "today 00:30",
            "15 May 00:30",
            "Today",
        ),
        (
            "2026-05-14T20:00:00+00:00",
            "Yesterday 22:00",
            "yesterday 22:00",
            "14 May 22:00",
            "Yesterday",
        ),
        ("2026-05-09T08:14:00+00:00", "9 May 10:14", "on 9 May 10:14", "9 May 10:14", "9 May"),
        (
            "2025-12-31T08:14:00+00:00",
            "31 December 2025 10:14",
            "on 31 December 2025 10:14",
            "31 December 2025 10:14",
            "31 December 2025",
        ),
        ("2026-05-16T08:14:00+00:00", "16 May 10:14", "on 16 May 10:14", "16 May 10:14", "16 May"),
        ("what?", "Earlier", "earlier", "earlier", "Earlier"),
        ("0001-01-01T00:00:00+14:00", "Earlier", "earlier", "earlier", "Earlier"),
    ],
)
def test_an_instant_in_words(instant: str, alone: str, within: str, name: str, on_day: str) -> None:
    said = [str(say(instant, NOW)) for say in (moment, moment_within, moment_in_a_name, day)]
    assert said == [alone, within, name, on_day]
