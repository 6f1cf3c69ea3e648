"""Personas from JSON or CSV: read and checked before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.conditions import conditions_of, read_condition
from journeymapper.domain.entities import Persona
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_draft import PersonaDraft

LARGEST = 40 * 1024 * 1024
"""Bytes of the largest file that is read."""

MOST = 200
"""Personas of one file."""

MOST_STATEMENTS = 20_000
"""Statements of one file."""

MOST_TOLD = 20
"""So many things that are wrong are named one by one."""


@dataclass(frozen=True, slots=True)
class PersonasRead:
    """What a file holds.

    ``drafts`` can be brought in when there are no ``problems``; ``notes`` say what is left out or
    was understood in some way.
    """

    drafts: tuple[PersonaDraft, ...]
    notes: tuple[Message, ...] = ()
    problems: tuple[Message, ...] = ()

    @property
    def statements(self) -> int:
        """How many statements there are on all cards together."""
        return sum(len(draft.notes) for draft in self.drafts)

    def checked(self) -> tuple[PersonaDraft, ...]:
        """Return the drafts; raises UserError with the first problem if there is any."""
        if not self.problems:
            return self.drafts
        first, more = self.problems[0], len(self.problems) - 1
        said = _("{problem} And {n} more like it.", problem=first, n=more) if more else first
        raise UserError(said, _("Nothing was brought in. Mend the file and try again."))


def check_rule(persona: Persona) -> Persona:
    """Return a persona whose conditions can be read; raises UserError for one that cannot be.

    Whether a channel or a question of that name is here is another matter: it may come later.
    """
    for condition in conditions_of(persona.answers):
        read_condition(condition)
    return persona


def check_size(data: bytes) -> None:
    """Raise UserError for a file that is empty or too large to be one of personas."""
    if not data.strip():
        raise UserError(_("This file is empty."))
    if len(data) > LARGEST:
        raise UserError(
            _("This file is too large: {limit} MB at most.", limit=LARGEST // 1024**2),
            _("Leave out pictures, or part it into several files."),
        )


def told(problems: list[Message]) -> tuple[Message, ...]:
    """Return the first problems, and how many more there are."""
    if len(problems) <= MOST_TOLD:
        return tuple(problems)
    more = len(problems) - MOST_TOLD
    return (*problems[:MOST_TOLD], _("{n} more are like these.", n=more))
