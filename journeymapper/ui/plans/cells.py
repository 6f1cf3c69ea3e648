"""Fields that read and write one value: words, a number, a day, somebody, one of several.

Each shows a value with ``load(key, value, write)``: ``key`` says whose it is, so that what is
being typed stays while the document's value does. ``write`` raises UserError for what is
refused; the words stay then, and ``problem`` says why. ``flush`` writes what is typed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import Signal

from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.date_field import date_text
from journeymapper.ui.answers.more_typed import read_number
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import TypedLine, TypedText, Typing
from journeymapper.ui.plans.when_field import WhenField
from journeymapper.ui.plans.who_field import WhoField
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

Write = Callable[[Any], None]


class Cell(Protocol):
    """What all of them can do."""

    def load(self, key: Hashable, value: Any, write: Write) -> None:
        """Show a value of the document."""

    def flush(self) -> bool:
        """Write what is typed; False when it is refused."""

    def release(self) -> None:
        """Belong to nothing any more: what it shows is gone."""

    def problem_label(self) -> PlainLabel | None:
        """Return where it says what is refused; None for what cannot be wrong."""


class TypedCell:
    """What a cell that is typed into does with what is typed."""

    typing: Typing
    _shown: Hashable = None

    def load(self, key: Hashable, value: Any, write: Write) -> None:
        """Show a value of the document."""
        if (key, value) != self._shown:
            self._shown = (key, value)
            self.typing.load(value, write)

    def flush(self) -> bool:
        """Write what is typed; False when it is refused."""
        return self.typing.flush()

    def release(self) -> None:
        """Belong to nothing any more."""
        self._shown = None
        self.typing.forget()

    def problem_label(self) -> PlainLabel:
        """Return where it says what is refused."""
        return self.typing.problem


class Words(TypedCell, TypedLine):
    """One line of words."""

    def __init__(self, context: Context, name: str, hint: str = "") -> None:
        super().__init__(context.say, name)
        self.setPlaceholderText(hint)

    def load(self, key: Hashable, value: Any, write: Write) -> None:
        """Show words of the document, from their beginning."""
        is_new = (key, value) != self._shown
        super().load(key, value, write)
        if is_new and not self.hasFocus():
            self.setCursorPosition(0)


class Paragraph(TypedCell, TypedText):
    """Several lines of words."""

    def __init__(self, context: Context, name: str, hint: str = "", lines: int = 2) -> None:
        super().__init__(context.say, name, lines)
        self.setPlaceholderText(hint)


class Number(Words):
    """A number, whole or not; ``percent`` shows a share from 0 to 1 as 75 %."""

    def __init__(
        self,
        context: Context,
        name: str,
        hint: str = "",
        *,
        whole: bool = False,
        percent: bool = False,
    ) -> None:
        super().__init__(context, name, hint)
        self._whole, self._percent = whole, percent

    def load(self, key: Hashable, value: Any, write: Write) -> None:
        """Show a number of the document, None as nothing."""
        shown = "" if value is None else f"{value * (100 if self._percent else 1):.10g}"
        if shown and self._percent:
            shown += " %"
        super().load(key, shown, lambda text: write(self._read(text)))

    def _read(self, text: str) -> float | int | None:
        number = read_number(text.strip().removesuffix("%"))
        if number is None or not self._whole:
            return number / 100 if number and self._percent else number
        if number != int(number):
            raise RefusedError(_("Type a whole number; {text} is none.", text=text.strip()))
        return int(number)


class Day(TypedCell, WhenField):
    """A day; a text that is none stays and is marked."""

    def __init__(self, context: Context, name: str, hint: str = "") -> None:
        super().__init__(context, name, hint)
        self.typing = Typing(self, context.say, self.text, self.setText)
        self.settled.connect(self.typing.flush)

    def load(self, key: Hashable, value: Any, write: Write) -> None:
        """Show a local date of the document, "" for none."""
        shown = date_text(value, self._context)
        super().load(key, shown, lambda text: self._write(text, write))

    def _write(self, _text: str, write: Write) -> None:
        day = self.date
        if day is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        write(day)


class Who(TypedCell, WhoField):
    """Somebody, by name."""

    def __init__(self, context: Context, name: str, hint: str = "") -> None:
        super().__init__(name, hint)
        self.typing = Typing(self, context.say, self.text, self.setText)
        self.editingFinished.connect(self.typing.flush)
        self._completer.activated.connect(lambda _text: self.typing.flush())


class OneOf(Choice):
    """One of several values, each with its words; ``refused`` tells a UserError."""

    refused = Signal(object)

    def __init__(
        self, context: Context, name: str, options: Sequence[tuple[Any, str | Message]] = ()
    ) -> None:
        super().__init__(context, name)
        self.setMinimumContentsLength(6)
        self._options: tuple[tuple[Any, str], ...] = ()
        self._write: Write | None = None
        self._known: Any = None
        self.offer(options)
        self.activated.connect(lambda _place: self._on_chosen())

    def offer(self, options: Sequence[tuple[Any, str | Message]]) -> None:
        """Offer these values."""
        say = self._context.say
        wanted = tuple(
            (value, say(words) if isinstance(words, Message) else words) for value, words in options
        )
        if wanted != self._options:
            self._options = wanted
            chosen = self.value()
            self.clear()
            for _value, words in wanted:
                self.addItem(words)
            self._show(chosen)

    def value(self) -> Any:
        """Return the chosen value, None for none."""
        place = self.currentIndex()
        return self._options[place][0] if 0 <= place < len(self._options) else None

    def load(self, _key: Hashable, value: Any, write: Write) -> None:
        """Show a value of the document."""
        self._write, self._known = write, value
        self._show(value)

    def flush(self) -> bool:
        """Nothing is ever kept back here."""
        return True

    def release(self) -> None:
        """Belong to nothing any more."""
        self._write = None

    def problem_label(self) -> None:
        """What is chosen is never wrong by itself."""
        return

    def _show(self, value: Any) -> None:
        values = [one for one, _words in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)

    def _on_chosen(self) -> None:
        if self._write is None:
            return
        try:
            self._write(self.value())
        except UserError as error:
            self._show(self._known)
            self.refused.emit(error)
