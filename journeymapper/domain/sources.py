"""Where new ids and the time come from; handed in from outside so that tests decide."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable

IdFactory = Callable[[], str]
"""Gives a new unique id."""

Clock = Callable[[], datetime.datetime]
"""Gives the present instant, with its time zone."""


def new_id() -> str:
    """Return a random UUID as text."""
    return str(uuid.uuid4())


def now() -> datetime.datetime:
    """Return the present instant in UTC."""
    return datetime.datetime.now(datetime.UTC)
