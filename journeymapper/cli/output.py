"""What the command line says: one line a sentence, safe on every terminal."""

from __future__ import annotations

import json
import sys
import unicodedata
from typing import TextIO

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.text.catalogue import Catalogue

NAME = "journeymapper"


def say(catalogue: Catalogue, message: Message) -> None:
    """Print a sentence."""
    write(sys.stdout, catalogue.say(message))


def say_json(value: object) -> None:
    """Print a value as JSON; pure ASCII, so that every pipe carries it."""
    print(json.dumps(value, indent=2, ensure_ascii=True))


def complain(catalogue: Catalogue, error: UserError) -> None:
    """Print what went wrong, and what to do about it, as one line on stderr."""
    parts = [error.message, error.hint]
    text = " ".join(catalogue.say(part) for part in parts if part is not None)
    write(sys.stderr, f"{NAME}: {text}")


def note(catalogue: Catalogue, message: Message) -> None:
    """Print something worth knowing on stderr; the command goes on."""
    write(sys.stderr, f"{NAME}: {catalogue.say(message)}")


def write(stream: TextIO, text: str) -> None:
    """Print one line; what the stream cannot show is written as escapes."""
    line = one_line(text)
    encoding = getattr(stream, "encoding", None) or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)


def one_line(text: str) -> str:
    """Return the text on one line, without characters that steer a terminal."""
    return "".join(" " if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")
