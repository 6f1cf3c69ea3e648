"""Instants as they are kept: UTC in ISO form, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def instant_text(moment: datetime) -> str:
    """Return the form in which an instant, given with its time zone, is kept."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def read_instant(text: str) -> datetime | None:
    """Return a kept instant in UTC; None for an empty text and for what is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
