"""Calendar files, read back by rules of their own."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from journeymapper.export.ics import Entry, calendar_file

NOW = datetime(2026, 5, 20, 9, 30, tzinfo=UTC)


def read(content: bytes) -> list[dict[str, str]]:
    """Return the events of a calendar as name to value, escapes undone; raises for bad ones."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    raw = content[:-2].split(b"\r\n")
    assert max(len(line) for line in raw) <= 75
    lines: list[bytes] = []
    for line in raw:
        if line[:1] in (b" ", b"\t"):
            lines[-1] += line[1:]
        else:
            lines.append(line)
    events: list[dict[str, str]] = []
    open_: list[str] = []
    for text in (one.decode("utf-8") for one in lines):
        name, colon, value = text.partition(":")
        assert colon
        if name == "BEGIN":
            open_.append(value)
            if value == "VEVENT":
                events.append({})
        elif name == "END":
            assert open_.pop() == value
        elif open_[-1] == "VEVENT":
            assert name not in events[-1]
            events[-1][name] = re.sub(
                r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value, flags=re.DOTALL
            )
    assert open_ == []
    return events


def test_a_day_comes_back_as_a_whole_day() -> None:
    content = calendar_file([Entry("due-1", date(2026, 2, 28), "Due: Keep dates", "Mara")], NOW)
    (event,) = read(content)
    assert event == {
        "UID": "due-1@journey-mapper",
        "DTSTAMP": "20260520T093000Z",
        "DTSTART;VALUE=DATE": "20260228",
        "DTEND;VALUE=DATE": "20260301",
        "SUMMARY": "Due: Keep dates",
        "DESCRIPTION": "Mara",
        "TRANSP": "TRANSPARENT",
    }
    assert content.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:")


@pytest.mark.parametrize(
    "text",
    [
        "a; b, c \\ d\ne",
        "\\n is not a new line",
        "Rückrufe für alle Schülerinnen und Schüler " * 4,
        "🙂" * 60,
        "END:VEVENT\nBEGIN:VEVENT",
        "x" * 75,
    ],
)
def test_any_text_comes_back_as_it_was(text: str) -> None:
    (event,) = read(calendar_file([Entry("k", date(2026, 5, 1), text, text)], NOW, text))
    assert event["SUMMARY"] == event["DESCRIPTION"] == text


def test_what_cannot_stand_in_a_file_is_left_out() -> None:
    (event,) = read(calendar_file([Entry("k", date(2026, 5, 1), "a\x00b\x07c\r\nd\x7f")], NOW))
    assert event["SUMMARY"] == "abc\nd"


def test_without_days_it_is_an_empty_calendar() -> None:
    assert read(calendar_file([], NOW)) == []
