"""Conditions as they are written in rules: ``country = DE``; one reader for all kinds of rules."""

from __future__ import annotations

import re

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass

_FORM = re.compile(
    r'^(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<plain>[^<>=!]+?))'
    r"\s*(?P<how><=|>=|!=|=|<|>)\s*(?P<than>.+)$"
)
_NEEDS_QUOTES = re.compile(r'[<>=!"]')


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, as written; ``quoted`` says that ``what`` is meant as a name, whatever it is.

    ``how`` is one of ``= != < <= > >=``.
    """

    what: str
    how: str
    than: str
    quoted: bool = False

    @property
    def key(self) -> str:
        """What is asked for, to be compared: in small letters."""
        return folded(self.what)


def folded(text: str) -> str:
    """Return a name as names are compared: in small letters, blanks of any kind as one."""
    return " ".join(text.split()).casefold()


def read_condition(text: str) -> Condition:
    """Read ``what = than``; raises UserError with an example for anything else.

    A name with one of ``< > = ! "`` in it stands in quotes, with its own quotes doubled.
    """
    match = _FORM.match(" ".join(text.split()))
    if match is None:
        raise UserError(_("“{text}” is no condition.", text=text), _("Write it like: country = DE"))
    quoted = match["quoted"]
    what = match["plain"] if quoted is None else quoted.replace('""', '"')
    return Condition(what.strip(), match["how"], match["than"].strip(), quoted is not None)


def write_condition(condition: Condition) -> str:
    """Return the text that ``read_condition`` reads as this condition."""
    what = " ".join(condition.what.split())
    if condition.quoted or _NEEDS_QUOTES.search(what):
        what = '"{}"'.format(what.replace('"', '""'))
    return f"{what} {condition.how} {' '.join(condition.than.split())}"
