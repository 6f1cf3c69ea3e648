"""Days as a calendar file that every calendar takes (RFC 5545).

content = calendar_file([Entry("due-1", date(2026, 5, 15), "Due: Keep dates")], now)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST = 75
"""Longest line, in octets, without its end (section 3.1)."""
_OWNER = "journey-mapper"
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day; a file that is taken again changes the entries with the same ``key``."""

    key: str
    day: date
    title: str
    about: str = ""


def calendar_file(entries: Iterable[Entry], now: datetime, name: str = "") -> bytes:
    """Return the file; ``now`` is an instant, ``name`` what the calendar is called."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Journey Mapper//Plans//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{_text(name)}"] if name else []
    for entry in entries:
        lines.extend(_event(entry, now))
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(entry: Entry, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(entry.key)}@{_OWNER}"
    yield f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(entry.title)}"
    if entry.about:
        yield f"DESCRIPTION:{_text(entry.about)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(value: str) -> str:
    """Escape a text (section 3.3.11); what cannot stand in a file is left out."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    kept = (c for c in plain if c in "\n\t" or (ord(c) >= 32 and ord(c) != 127))
    return "".join(_ESCAPED.get(c, c) for c in kept)


def _folded(line: str) -> bytes:
    """Break a line so that no part is longer than allowed and no letter is torn apart."""
    parts: list[bytes] = []
    part, room = b"", _LONGEST
    for letter in line:
        octets = letter.encode("utf-8", "replace")
        if len(part) + len(octets) > room:
            parts.append(part)
            part, room = b"", _LONGEST - 1
        part += octets
    parts.append(part)
    return b"\r\n ".join(parts) + b"\r\n"
