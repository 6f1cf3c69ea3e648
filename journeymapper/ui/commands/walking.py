"""Commands of the walk: what a team says about one step."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import (
    cards,
    feelings,
    maps,
    personas,
    restoring,
    touchpoints,
)
from journeymapper.domain import queries
from journeymapper.domain.changes import Change, Step
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Frequency, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import persona_name, shortened, signed, step_name

SKIP = _("Skip {name}")
"""The label, without its name, that marks skipped steps in the history."""

PERSONA = _("Typical customer")
"""Whose feelings they are on a map without anybody."""


def feel(document: Document, map_id: str, step_id: str, persona_id: str, value: int) -> None:
    """Say how a persona feels at a step, in the team's opinion; "" adds a typical customer."""
    snapshot = document.snapshot
    label = _(
        "{persona} feels {value} at {step}",
        persona=persona_name(snapshot, persona_id) if persona_id else PERSONA,
        value=signed(value),
        step=step_name(snapshot, step_id),
    )
    with document.step(label, merge=("feeling", step_id, persona_id)) as tx:
        if not persona_id:
            name = str(PERSONA)
            persona_id = personas.add_persona(tx, name, short=name)
            maps.set_map_personas(tx, map_id, (persona_id,))
        feelings.set_feeling(tx, step_id, persona_id, value, SourceKind.STAFF)


def say_how_often(
    document: Document, lane_id: str, step_id: str, pain: Card | None, frequency: Frequency
) -> str:
    """Say how often something goes wrong at a step; returns the id of the pain."""
    often = _("Often") if frequency == Frequency.OFTEN else _("Sometimes")
    label = _("{often} at {name}", often=often, name=step_name(document.snapshot, step_id))
    with document.step(label) as tx:
        if pain is None:
            return cards.add_card(tx, lane_id, touchpoint=step_id, frequency=frequency)
        cards.set_frequency(tx, pain.id, frequency)
        return pain.id


def write_pain(
    document: Document, lane_id: str, step_id: str, pain: Card | None, text: str
) -> None:
    """Write what goes wrong at a step; without words and frequency there is no pain."""
    label = _("Write “{text}”", text=shortened(text))
    with document.step(label, merge=("pain of the walk", step_id)) as tx:
        if pain is None:
            cards.add_card(tx, lane_id, text, touchpoint=step_id)
        elif text.strip() or pain.frequency != Frequency.UNKNOWN:
            cards.set_card_text(tx, pain.id, text)
        else:
            cards.delete_card(tx, pain.id)


def nothing_wrong(document: Document, step_id: str, pains: tuple[Card, ...]) -> Message:
    """Take the pains of a step out; returns the label of that."""
    label = _("Nothing goes wrong at {name}", name=step_name(document.snapshot, step_id))
    with document.step(label) as tx:
        for pain in pains:
            cards.delete_card(tx, pain.id)
    return label


def skip(document: Document, step_id: str) -> Message:
    """Take a step out because there is none; the history remembers it for ``put_back``."""
    label = Message(SKIP.key, name=step_name(document.snapshot, step_id))
    with document.step(label) as tx:
        touchpoints.delete_touchpoint(tx, step_id)
    return label


def skipped(document: Document, map_id: str, changes: tuple[Change, ...]) -> Touchpoint | None:
    """Return the step of this map that these changes took out, None when it is there (again)."""
    for change in changes:
        step = change.before
        if isinstance(step, Touchpoint) and change.after is None:
            stages = {stage.id for stage in queries.stages(document.snapshot, map_id)}
            gone = document.snapshot.find(Touchpoint, step.id) is None
            return step if gone and step.stage in stages else None
    return None


def put_back(document: Document, step: Step) -> str:
    """Bring back the step that was skipped, as it was; returns its id."""
    changes = [change for change in reversed(document.changes_of(step)) if change.before]
    gone = [c.before for c in changes if c.before and c.after is None]
    changed = [(c.before, c.after) for c in changes if c.before and c.after]
    found = next((entity for entity in gone if isinstance(entity, Touchpoint)), None)
    if found is None:
        raise RefusedError(_("There is nothing to put back."))
    with document.step(_("Put back {name}", name=shortened(found.name))) as tx:
        restoring.put_back(tx, gone, changed)
    return found.id
