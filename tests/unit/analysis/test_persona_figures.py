"""What is known of a persona, from whom, and until when it holds."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.analysis.persona_figures import (
    CardEvidence,
    Freshness,
    card_evidence,
    completeness,
    needs_evidence,
    validity,
)
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import NoteSection, PersonaStatus, SourceKind
from journeymapper.domain.snapshot import Snapshot


def test_statements_are_counted_by_their_source_and_empty_ones_are_not() -> None:
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    anna = operations.add_persona(tx, "Anna")

    def say(key: str, text: str, source: SourceKind, n: int | None = None) -> str:
        return operations.add_note(tx, anna, NoteSection.EMOTION, key, text, source=source, n=n)

    say("thinking", "Will it fit?", SourceKind.INTERVIEW, 6)
    team = say("feeling", "Tense", SourceKind.STAFF)
    guess = say("wanting", "One visit", SourceKind.ASSUMPTION)
    say("hoping", " ", SourceKind.SURVEY, 80)
    assert card_evidence(tx.snapshot, anna) == CardEvidence(told=1, team=1, guessed=1)
    assert [note.id for note in needs_evidence(tx.snapshot, anna)] == [guess, team]
    assert completeness(tx.snapshot, anna, NoteSection.EMOTION) == (3, 8)


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 400))
def test_percents_sum_to_a_hundred_and_stay_within_one_of_the_share(a: int, b: int, c: int) -> None:
    evidence = CardEvidence(a, b, c)
    shares, percents = evidence.shares, evidence.percents
    if shares is None or percents is None:
        assert evidence.total == 0
        return
    assert sum(percents) == 100
    assert all(abs(p - 100 * s) < 1 for p, s in zip(percents, shares, strict=True))


@pytest.mark.parametrize(
    ("until", "state", "days"),
    [
        ("", Freshness.UNCHECKED, None),
        ("2026-09-15", Freshness.FRESH, 31),
        ("2026-09-14", Freshness.SOON, 30),
        ("2026-08-15", Freshness.SOON, 0),
        ("2026-08-14", Freshness.OVERDUE, -1),
    ],
)
def test_a_card_grows_stale(until: str, state: Freshness, days: int | None) -> None:
    found = validity(Persona("p", "Anna", valid_until=until), date(2026, 8, 15))
    assert (found.state, found.days) == (state, days)


def test_a_retired_persona_is_never_stale() -> None:
    retired = Persona("p", "Anna", valid_until="2020-01-01", status=PersonaStatus.RETIRED)
    assert validity(retired, date(2026, 8, 15)).state == Freshness.RETIRED
