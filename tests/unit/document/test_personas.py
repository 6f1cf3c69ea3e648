"""Verbs about personas: one main one, reviews, copies, and two made one."""

from __future__ import annotations

import itertools

import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    Account,
    ChannelShare,
    GapDecision,
    JourneyMap,
    Persona,
    PersonaNote,
    Plan,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import NoteSection, PersonaStatus, Tier
from journeymapper.domain.persona_card import note_of
from journeymapper.domain.snapshot import Snapshot


@pytest.fixture
def tx() -> Tx:
    """A project with a map, nothing else."""
    made = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(made, title="Visit")
    return made


def primary(tx: Tx) -> list[str]:
    return [p.name for p in queries.personas(tx.snapshot) if p.primary]


def test_there_is_always_exactly_one_main_persona(tx: Tx) -> None:
    anna = operations.add_persona(tx, "Anna")
    walter = operations.add_persona(tx, "Walter")
    assert primary(tx) == ["Anna"]
    operations.set_primary_persona(tx, walter)
    assert primary(tx) == ["Walter"]
    with pytest.raises(RefusedError, match="main one"):
        operations.change_persona(tx, walter, primary=False)
    operations.set_persona_status(tx, walter, PersonaStatus.RETIRED)
    assert primary(tx) == ["Anna"]
    with pytest.raises(RefusedError, match="only persona in use"):
        operations.set_persona_status(tx, anna, PersonaStatus.RETIRED)
    operations.delete_persona(tx, anna)
    assert primary(tx) == ["Walter"]
    assert tx.snapshot.get(Persona, walter).status == PersonaStatus.DRAFT


def test_a_review_holds_for_the_months_of_the_project(tx: Tx) -> None:
    anna = operations.add_persona(tx, "Anna")
    operations.set_project(tx, review_months=3)
    operations.review_persona(tx, anna, "2026-01-31")
    persona = tx.snapshot.get(Persona, anna)
    assert (persona.reviewed_at, persona.valid_until) == ("2026-01-31", "2026-04-30")
    with pytest.raises(RefusedError):
        operations.review_persona(tx, anna, "31.01.2026")


def test_a_note_with_nothing_left_in_it_goes(tx: Tx) -> None:
    anna = operations.add_persona(tx, "Anna")
    where = (anna, NoteSection.EMOTION, "hoping")
    assert operations.set_note(tx, *where, "  ") is None
    first = operations.set_note(tx, *where, "A team")
    assert operations.set_note(tx, *where, "A team that talks", intensity=3) == first
    assert operations.set_note(tx, *where, "") == first  # the dots are still there
    assert operations.set_note(tx, *where, "", intensity=None) is None
    assert note_of(tx.snapshot, *where) is None


def test_shares_that_are_not_known_are_not_kept(tx: Tx) -> None:
    anna = operations.add_persona(tx, "Anna")
    phone = operations.add_channel(tx, "Phone")
    made = operations.set_channel_share(tx, anna, phone, 0.8, None, n=40)
    assert operations.set_channel_share(tx, anna, phone, 0.8, 0.25) == made
    assert tx.snapshot.get(ChannelShare, str(made)).n == 40
    operations.set_channel_share(tx, anna, phone, None, None)
    assert not tx.snapshot.table(ChannelShare)


def test_a_copy_is_a_draft_with_statements_of_its_own(tx: Tx) -> None:
    anna = operations.add_persona(tx, "Anna", short="Anna", story="Books for four")
    operations.add_note(tx, anna, NoteSection.GOAL, "", "One trip")
    operations.review_persona(tx, anna, "2026-01-31")
    copy = tx.snapshot.get(Persona, operations.duplicate_persona(tx, anna, "Anna with baby"))
    assert (copy.primary, copy.status, copy.reviewed_at) == (False, PersonaStatus.DRAFT, "")
    assert copy.story == "Books for four"
    (note,) = tx.snapshot.select(indexes.NOTES_OF_PERSONA, copy.id)
    operations.change_note(tx, note.id, text="No trip")
    (old,) = tx.snapshot.select(indexes.NOTES_OF_PERSONA, anna)
    assert old.text == "One trip"


def test_two_become_one_with_all_that_hung_on_them(tx: Tx) -> None:
    journey = operations.add_map(tx, "Visit")
    step = operations.add_touchpoint(tx, operations.add_stage(tx, journey, "Arrive"), "Greeting")
    other_step = operations.add_touchpoint(
        tx, queries.stages(tx.snapshot, journey)[0].id, "Waiting"
    )
    old, kept = operations.add_persona(tx, "Ann"), operations.add_persona(tx, "Anna")
    operations.set_map_personas(tx, journey, (old, kept))
    operations.set_feeling(tx, step, old, -4)
    operations.set_feeling(tx, step, kept, 2)
    operations.set_feeling(tx, other_step, old, -1)
    dropped = operations.add_note(tx, kept, NoteSection.EMOTION, "hoping", "Peace")
    taken = operations.add_note(tx, old, NoteSection.EMOTION, "hoping", "A team that talks")
    account = operations.add_account(tx, "Northline", persona=old)
    plan = operations.add_plan(tx, "Greet", gaps=(f"G18|{step}|{old}", f"G18|{step}|{kept}", "?"))
    decision = operations.accept_gap(tx, ("G05", old, old), "It stays", "2026-05-01")

    operations.merge_personas(tx, kept, old, {"story": "Of both", "primary": False}, [taken])

    assert [p.id for p in queries.personas(tx.snapshot)] == [kept]
    assert tx.snapshot.get(Persona, kept).story == "Of both"
    assert primary(tx) == ["Anna"]
    assert list(tx.snapshot.table(PersonaNote)) == [taken]
    assert dropped not in tx.snapshot.table(PersonaNote)
    assert tx.snapshot.get(JourneyMap, journey).personas == (kept,)
    felt = [queries.feeling_of(tx.snapshot, s, kept) for s in (step, other_step)]
    assert [f.value for f in felt if f] == [2, -1]
    assert tx.snapshot.get(Account, account).persona == kept
    assert tx.snapshot.get(Plan, plan).gaps == (f"G18|{step}|{kept}", "?")
    accepted = tx.snapshot.get(GapDecision, decision)
    assert (accepted.subject, accepted.persona) == (kept, kept)
    with pytest.raises(RefusedError, match="two different"):
        operations.merge_personas(tx, kept, kept)


def test_another_tier_than_the_scores_say_needs_a_reason(tx: Tx) -> None:
    account = operations.add_account(tx, "Northline")
    with pytest.raises(RefusedError, match="reason"):
        operations.override_tier(tx, account, Tier.FIRST)
    operations.override_tier(tx, account, Tier.FIRST, "Opens a market for us")
    assert tx.snapshot.get(Account, account).tier == Tier.FIRST
    operations.override_tier(tx, account, Tier.UNKNOWN)
    assert tx.snapshot.get(Account, account).tier_reason == ""
