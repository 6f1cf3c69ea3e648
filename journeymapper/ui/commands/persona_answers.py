"""Commands about the rule that says which answers are those of a persona."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.document.document import Document
from journeymapper.document.operations import personas
from journeymapper.domain.answer_rules import check_condition
from journeymapper.domain.entities import Persona
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import persona_name


def set_condition(document: Document, persona_id: str, place: int, text: str) -> None:
    """Put a condition in a place of the rule, from 0; one place after the last adds it.

    Raises UserError for a condition that cannot be met.
    """
    check_condition(document.snapshot, text)
    rule = list(document.snapshot.get(Persona, persona_id).answers)
    rule[place : place + 1] = [text]
    _write(document, persona_id, tuple(dict.fromkeys(rule)))


def drop_condition(document: Document, persona_id: str, place: int) -> None:
    """Take a condition out of the rule, by its place from 0."""
    rule = list(document.snapshot.get(Persona, persona_id).answers)
    del rule[place]
    _write(document, persona_id, rule)


def _write(document: Document, persona_id: str, rule: Sequence[str]) -> None:
    label = _("Which answers are {name}’s", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        personas.change_persona(tx, persona_id, answers=tuple(rule))
