"""Times in the words people use."""

import datetime

import pytest

from journeymapper.app.dates import when
from journeymapper.domain.dates import MONTHS

BERLIN = datetime.timezone(datetime.timedelta(hours=2))
NOW = datetime.datetime(2026, 5, 15, 10, 30, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        ("2026-05-15T08:14:00+00:00", "Today, 10:14"),
        ("2026-05-14T22:30:00+00:00", "Today, 00:30"),
        ("2026-05-14T21:30:00+00:00", "Yesterday, 23:30"),
        ("2026-03-12T09:00:00+00:00", "12 March"),
        ("2025-12-31T09:00:00+00:00", "31 December 2025"),
        ("", "Earlier"),
        ("nonsense", "Earlier"),
    ],
)
def test_when(instant: str, words: str) -> None:
    assert str(when(instant, NOW)) == words


def test_months() -> None:
    assert len({str(month) for month in MONTHS}) == 12
