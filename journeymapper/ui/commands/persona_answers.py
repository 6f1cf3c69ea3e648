"""Commands about the rule that says which answers are those of a persona."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.document.document import Document
from journeymapper.document.operations import personas
from journeymapper.domain.answer_rules import check_condition
from journeymapper.domain.conditions import conditions_of, is_any, rule_of_any
from journeymapper.domain.entities import Persona
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import persona_name


def set_condition(document: Document, persona_id: str, place: int, text: str) -> None:
    """Put a condition in a place of the rule, from 0; one place after the last adds it.

    Raises UserError for a condition that cannot be met.
    """
    check_condition(document.snapshot, text)
    known = list(conditions_of(_rule(document, persona_id)))
    known[place : place + 1] = [text]
    _write(document, persona_id, known, enough=is_any(_rule(document, persona_id)))


def drop_condition(document: Document, persona_id: str, place: int) -> None:
    """Take a condition out of the rule, by its place from 0."""
    known = list(conditions_of(_rule(document, persona_id)))
    del known[place]
    _write(document, persona_id, known, enough=is_any(_rule(document, persona_id)))


def set_enough(document: Document, persona_id: str, *, enough: bool) -> None:
    """Say whether one condition is enough, or all have to hold."""
    _write(document, persona_id, conditions_of(_rule(document, persona_id)), enough=enough)


def _rule(document: Document, persona_id: str) -> tuple[str, ...]:
    return document.snapshot.get(Persona, persona_id).answers


def _write(document: Document, persona_id: str, conditions: Sequence[str], *, enough: bool) -> None:
    rule = rule_of_any(tuple(dict.fromkeys(conditions)), enough=enough)
    label = _("Which answers are {name}’s", name=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        personas.change_persona(tx, persona_id, answers=rule)
