"""Fields of the panel of an alert: what is being typed is neither lost nor overwritten."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.domain.dates import in_words
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.instants import instant_text, read_instant
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import TypedLine, TypedText, Typing
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.day_words import read_day
from journeymapper.ui.widgets.labels import PlainLabel

_TIME = re.compile(r"(?:(.*?)[\s,]+)?(\d{1,2})[:.](\d{2})")


class Typed(Protocol):
    """A field that writes what is typed."""

    typing: Typing


class Fields:
    """The typed fields of a panel, each with what it showed last."""

    def __init__(self) -> None:
        self._shown: dict[int, tuple[str, str]] = {}
        self._fields: list[Typed] = []

    def load(self, field: Typed, of: str, text: str, write: Callable[[str], None]) -> None:
        """Show a text of the document; ``of`` says to what it belongs."""
        if field not in self._fields:
            self._fields.append(field)
        if self._shown.get(id(field)) == (of, text):
            return
        self._shown[id(field)] = (of, text)
        field.typing.load(text, write)

    def flush(self) -> bool:
        """Write what was typed; False where some of it is refused."""
        kept = [field.typing.flush() for field in self._fields]
        return all(kept)

    def forget(self) -> None:
        """Belong to nothing any more."""
        self._shown = {}
        for field in self._fields:
            field.typing.forget()


def titled(say: Callable[[Message], str], name: Message, field: QWidget) -> QVBoxLayout:
    """Return a field below its name, with the place where it says what is refused."""
    part = QVBoxLayout()
    part.setSpacing(3)
    part.addWidget(PlainLabel(say(name), "label", "text_secondary"))
    part.addWidget(field)
    if isinstance(field, TypedLine | TypedText):
        part.addWidget(field.typing.problem)
    part.addStretch(1)
    return part


def read_moment(text: str, context: Context) -> str:
    """Read "14:30" (today) or "12 May 2026 14:30", local, as it is kept; "" for nothing.

    Raises RefusedError for what is no moment.
    """
    if not text.strip():
        return ""
    found = _TIME.fullmatch(text.strip())
    day = read_day(found[1] or "", context, today_of(context)) if found is not None else None
    if found is not None and day is not None:
        day = day or today_of(context).isoformat()
        try:
            local = datetime.fromisoformat(f"{day}T{int(found[2]):02}:{found[3]}")
            return instant_text(local.astimezone())
        except (ValueError, OverflowError):
            pass
    raise RefusedError(_("Type a day and a time such as 12 May 2026 14:30; {text} is none.",
                         text=text.strip()))  # fmt: skip


def moment_text(instant: str, context: Context) -> str:
    """Return a kept instant as it is typed, in local time; "" for none."""
    found = read_instant(instant)
    if found is None:
        return ""
    local = found.astimezone()
    return f"{context.say(in_words(local.date()))} {local:%H:%M}"


class MomentLine(TypedLine):
    """A day and a time of day; empty: not known."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context.say, name)
        self.setPlaceholderText(context.say(_("day and time, or 14:30 for today")))
