"""A sentence for people: an English key with named places, and its arguments.

Messages are stored as key + arguments and rendered at the edge, in the language of the reader.
"""

from __future__ import annotations

import json
from collections.abc import Mapping


class Message:
    """An English sentence with ``{named}`` places and the values for them.

    Arguments are text, numbers or other messages. Equal when key and arguments are equal.
    ``str(message)`` is the English sentence.
    """

    __slots__ = ("args", "key")

    key: str
    args: tuple[tuple[str, str | int | float | Message], ...]

    def __init__(self, key: str, **args: str | int | float | Message) -> None:
        object.__setattr__(self, "key", key)
        object.__setattr__(self, "args", tuple(sorted(args.items())))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.key, self.args) == (other.key, other.args)

    def __hash__(self) -> int:
        return hash((self.key, self.args))

    def __repr__(self) -> str:
        return f"Message({self.key!r}, {dict(self.args)!r})"

    def __str__(self) -> str:
        return fill(self.key, {name: str(value) for name, value in self.args})

    def to_json(self) -> str:
        """Return the stored form: a JSON list of key and arguments."""
        return json.dumps(_plain(self), ensure_ascii=False)

    @staticmethod
    def from_json(text: str) -> Message:
        """Read the stored form back; anything else than a message is shown as it stands."""
        try:
            plain = json.loads(text)
        except ValueError:
            return Message("{text}", text=text)
        return _message(plain)


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """Put values into the named places of a pattern; braces inside values stay as they are.

    A place without a value stays visible, so that a wrong translation never raises.
    """
    parts: list[str] = []
    rest = pattern
    while rest:
        before, opened, after = rest.partition("{")
        parts.append(before)
        if not opened:
            break
        name, closed, rest = after.partition("}")
        parts.append(values.get(name, "{" + name + closed) if closed else "{" + name)
    return "".join(parts)


def _plain(message: Message) -> list[object]:
    return [
        message.key,
        {n: _plain(v) if isinstance(v, Message) else v for n, v in message.args},
    ]


def _message(plain: object) -> Message:
    match plain:
        case [str(key), dict(args)]:
            return Message(
                key, **{str(n): _message(v) if isinstance(v, list) else v for n, v in args.items()}
            )
        case _:
            return Message("{text}", text=str(plain))


_ = Message
"""Short name that marks a sentence for translation: ``_("Add a step")``."""
