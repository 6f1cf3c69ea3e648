"""Commands about accounts, their criteria and scores, promises to tiers, and segments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from journeymapper.document.document import Document
from journeymapper.document.operations import accounts, people, projects
from journeymapper.domain import queries
from journeymapper.domain.conditions import conditions_of, read_condition
from journeymapper.domain.entities import Account, Segment, TierCriterion
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import shortened

MORE = "persona.accounts"
"""The entry of `Project.more` that shows the accounts."""


def is_wanted(snapshot: Snapshot) -> bool:
    """Say whether the file shows accounts beside the personas."""
    return MORE in queries.project(snapshot).more


def want(document: Document, *, shown: bool) -> None:
    """Show accounts beside the personas, or hide them; nothing is deleted."""
    others = tuple(e for e in queries.project(document.snapshot).more if e != MORE)
    with document.step(_("Show accounts") if shown else _("Hide accounts")) as tx:
        projects.set_project(tx, more=(*others, MORE) if shown else others)


def begin(document: Document, names: Sequence[str]) -> None:
    """Add criteria of the same weight."""
    with document.step(_("Add criteria")) as tx:
        for name in names:
            accounts.add_criterion(tx, name)


def add(document: Document, name: str) -> str:
    """Add an account; returns its id."""
    with document.step(_("Add {name}", name=shortened(name))) as tx:
        return accounts.add_account(tx, name)


def delete(document: Document, account_id: str) -> Message:
    """Delete an account with its scores; returns the label of the step."""
    label = _("Delete {name}", name=_account(document, account_id))
    with document.step(label) as tx:
        accounts.delete_account(tx, account_id)
    return label


def write(document: Document, account_id: str, field: str, value: Any) -> None:
    """Set a field of an account; raises RefusedError for no name."""
    if field == "name" and not str(value).strip():
        raise RefusedError(_("An account needs a name."))
    label = _("Change {name}", name=_account(document, account_id))
    with document.step(label, merge=("account", account_id, field)) as tx:
        accounts.change_account(tx, account_id, **{field: value})


def set_manager(document: Document, account_id: str, name: str) -> None:
    """Let somebody who is not there yet look after an account."""
    label = _("{role} looks after {name}", role=name, name=_account(document, account_id))
    with document.step(label) as tx:
        accounts.change_account(tx, account_id, manager=people.add_role(tx, name))


def score(document: Document, account_id: str, criterion_id: str, text: str) -> None:
    """Score an account on a criterion, "" forgets it; raises RefusedError for anything but 0-10."""
    value = read_score(text)
    criterion = document.snapshot.get(TierCriterion, criterion_id).name
    label = _("{criterion} of {name}", criterion=criterion, name=_account(document, account_id))
    with document.step(label) as tx:
        accounts.score_account(tx, account_id, criterion_id, value)


def decide_tier(document: Document, account_id: str, tier: Tier, reason: str) -> None:
    """Put an account into a tier whatever the scores say; raises RefusedError without a reason."""
    label = _("Decide on the tier of {name}", name=_account(document, account_id))
    with document.step(label) as tx:
        accounts.override_tier(tx, account_id, tier, reason)


def called(document: Document, account_id: str, today: date) -> None:
    """Note a courtesy call on a local date."""
    with document.step(_("Called {name}", name=_account(document, account_id))) as tx:
        accounts.change_account(tx, account_id, last_call=today.isoformat())


def add_criterion(document: Document, name: str) -> str:
    """Add something that makes an account important; returns its id."""
    with document.step(_("Add {name}", name=shortened(name))) as tx:
        return accounts.add_criterion(tx, name)


def change_criterion(document: Document, criterion_id: str, **fields: Any) -> None:
    """Rename or weigh a criterion."""
    name = document.snapshot.get(TierCriterion, criterion_id).name
    with document.step(_("Change {name}", name=shortened(name))) as tx:
        accounts.change_criterion(tx, criterion_id, **fields)


def delete_criterion(document: Document, criterion_id: str) -> Message:
    """Delete a criterion with its scores; returns the label of the step."""
    label = _("Delete {name}", name=document.snapshot.get(TierCriterion, criterion_id).name)
    with document.step(label) as tx:
        accounts.delete_criterion(tx, criterion_id)
    return label


def promise(document: Document, tier: Tier, tier_name: Message, **fields: Any) -> None:
    """Set what the accounts of a tier are promised."""
    with document.step(_("Promise to {tier}", tier=tier_name)) as tx:
        accounts.set_service_level(tx, tier, **fields)


def add_segment(document: Document, name: str) -> str:
    """Add a segment without a rule; returns its id."""
    with document.step(_("Add {name}", name=shortened(name))) as tx:
        return accounts.add_segment(tx, name)


def change_segment(document: Document, segment_id: str, **fields: Any) -> None:
    """Set fields of a segment; raises UserError for a rule that cannot be read."""
    for condition in conditions_of(fields.get("rule", ())):
        read_condition(condition)
    name = document.snapshot.get(Segment, segment_id).name
    merge = ("segment", segment_id, *fields)
    with document.step(_("Change {name}", name=shortened(name)), merge=merge) as tx:
        accounts.change_segment(tx, segment_id, **fields)


def delete_segment(document: Document, segment_id: str) -> Message:
    """Delete a segment; the accounts stay. Returns the label of the step."""
    label = _("Delete {name}", name=document.snapshot.get(Segment, segment_id).name)
    with document.step(label) as tx:
        accounts.delete_segment(tx, segment_id)
    return label


def read_score(text: str) -> float | None:
    """Read a score from 0 to 10, None for nothing; raises RefusedError."""
    return read_amount(text, 10, _("A score is a number from 0 to 10."))


def read_amount(text: str, most: float, otherwise: Message) -> float | None:
    """Read a number from 0 to ``most``, None for nothing; raises RefusedError ``otherwise``."""
    plain = text.strip().replace(",", ".")
    if not plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        raise RefusedError(otherwise) from None
    if not 0 <= value <= most:
        raise RefusedError(otherwise)
    return value


def _account(document: Document, account_id: str) -> str:
    return shortened(document.snapshot.get(Account, account_id).name)
