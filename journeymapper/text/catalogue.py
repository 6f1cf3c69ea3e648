"""Says messages in a language. The file's own words are never translated."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.message import Message, fill


class Catalogue:
    """The sentences of one language: English key -> sentence with the same named places."""

    def __init__(self, language: str, entries: Mapping[str, str]) -> None:
        self.language = language
        self._entries = dict(entries)

    def say(self, message: Message) -> str:
        """Return the sentence, in English where there is no translation; never raises.

        Messages among the arguments are said in the same language.
        """
        values = {
            name: self.say(value) if isinstance(value, Message) else str(value)
            for name, value in message.args
        }
        return fill(self._entries.get(message.key, message.key), values)


ENGLISH = Catalogue("en", {})
"""The language that all keys are written in."""
