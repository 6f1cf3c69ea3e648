"""Arguments: the parser of a sub-command, whose complaints are one sentence each."""

from __future__ import annotations

import argparse
import datetime
from pathlib import Path
from typing import Any, NoReturn

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _


class UsageError(UserError):
    """The command was not written as it should be."""


class Parser(argparse.ArgumentParser):
    """An argument parser that raises UsageError instead of printing and leaving."""

    def __init__(self, name: str = "", about: str = "") -> None:
        super().__init__(
            prog=f"journeymapper {name}".strip(), description=about, allow_abbrev=False
        )

    def error(self, message: str) -> NoReturn:
        """Raise UsageError with what is wrong and where to read more."""
        raise UsageError(
            Message("{text}", text=f"{message[:1].upper()}{message[1:]}."),
            _("See “{command}”.", command=f"{self.prog} --help"),
        )


def a_date(text: str) -> datetime.date:
    """Read a date given as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a date such as 2026-05-12") from None


def a_language(text: str) -> str:
    """Read the code of a language, such as ``en`` or ``pt-BR``."""
    parts = text.split("-")
    known = 2 <= len(parts[0]) <= 3 and all(p.isascii() and p.isalpha() for p in parts)
    if not known or len(parts) > 2 or any(len(p) > 4 for p in parts):
        raise argparse.ArgumentTypeError(f"“{text}” is not a language such as en or de")
    return text


def a_path(text: str) -> Path:
    """Read the name of a file."""
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("this cannot be the name of a file")
    return Path(text)


def add_file(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add the argument FILE."""
    add(parser, "file", metavar="FILE", type=a_path, help=help_text)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the option ``--json``."""
    add(parser, "--json", action="store_true", help="say it as JSON, for programs")


def add(parser: argparse.ArgumentParser, *names: str, **how: Any) -> None:
    """Add one argument or option."""
    parser.add_argument(*names, **how)
