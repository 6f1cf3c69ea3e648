"""Answers of a round, two cards made one, accounts: steps and what is refused, without a window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from journeymapper.analysis.persona_rows import Side, card_rows, usual_side
from journeymapper.analysis.tiers import calls_due, tier_of
from journeymapper.app.persona_round import Question, questions
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Account,
    Feeling,
    Persona,
    PersonaNote,
    Segment,
    TierCriterion,
)
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.kinds import NoteSection, SourceKind, Tier
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import note_of, notes_in
from journeymapper.drawing.account_sheet.words import suggestion
from journeymapper.ui.accounts.lands import (
    country_name,
    language_name,
    read_country,
    read_language,
)
from journeymapper.ui.accounts.words import explanation
from journeymapper.ui.commands import accounts, merging, rounds, statements
from tests.gui.map_world import fill, services_in


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    services = services_in(tmp_path)
    services.paths.make()
    desk = Desk(services.paths.working, services.clock, services.new_id)
    opened = desk.create(fill, _("Begin"))
    yield opened
    opened.close()


def named(document: Document, name: str) -> str:
    return next(p.id for p in document.snapshot.table(Persona).values() if p.name == name)


def asked(section: str, key: str = "") -> Question:
    return next(q for q in questions("Anna") if (q.section, q.key) == (section, key))


def test_what_the_round_writes_is_the_teams_opinion_and_the_rest_stays(document: Document) -> None:
    anna = named(document, "Anna")
    known = statements.add(document, anna, NoteSection.NEED, "", "Quiet", object())
    statements.set_source(document, known, source=SourceKind.INTERVIEW, n=7)
    rounds.answer(document, anna, asked(NoteSection.NEED), "Parking\n\nQuiet\nParking\n")
    notes = notes_in(document.snapshot, anna, NoteSection.NEED)
    assert [(n.text, n.source, n.n) for n in notes] == [
        ("Parking", SourceKind.STAFF, None),
        ("Quiet", SourceKind.INTERVIEW, 7),
    ]
    steps = len(document.history())
    rounds.answer(document, anna, asked(NoteSection.NEED), "Parking\nQuiet")
    assert len(document.history()) == steps
    rounds.answer(document, anna, asked(NoteSection.EMOTION, "hoping"), " Peace ")
    hope = note_of(document.snapshot, anna, NoteSection.EMOTION, "hoping")
    assert hope is not None
    assert (hope.text, hope.source) == ("Peace", SourceKind.STAFF)
    rounds.answer(document, anna, asked("", "quote"), "Hurry up")
    assert document.snapshot.get(Persona, anna).quote == "Hurry up"


def test_two_drafts_become_one_in_one_step(document: Document) -> None:
    anna, walter = named(document, "Anna"), named(document, "Walter")
    for who, word in ((anna, "Tense"), (walter, "Calm")):
        statements.write(document, who, NoteSection.EMOTION, "feeling", word)
        statements.add(document, who, NoteSection.GOAL, "", f"{word} goal", object())
    statements.write(document, walter, NoteSection.EMOTION, "hoping", "Peace")
    before = document.snapshot
    sides = {row: usual_side(row) for row in card_rows(before, (anna, walter))}
    name = next(row for row in sides if row.key == "name")
    sides[name] = Side.RIGHT
    steps = len(document.history())
    made = merging.merge(document, anna, walter, sides)
    assert str(made) == "Make one card of Anna and Walter"
    assert len(document.history()) == steps + 1
    (persona,) = queries.personas(document.snapshot)
    assert (persona.id, persona.name, persona.short) == (anna, "Walter", "Walter")
    notes = document.snapshot.table(PersonaNote).values()
    assert {n.text for n in notes} == {"Tense\nCalm", "Tense goal", "Calm goal", "Peace"}
    assert all(f.persona == anna for f in document.snapshot.table(Feeling).values())
    document.undo()
    assert document.snapshot.table(PersonaNote) == before.table(PersonaNote)
    assert len(queries.personas(document.snapshot)) == 2


def test_a_side_that_is_not_chosen_goes(document: Document) -> None:
    anna, walter = named(document, "Anna"), named(document, "Walter")
    for who, word in ((anna, "Tense"), (walter, "Calm")):
        statements.write(document, who, NoteSection.EMOTION, "feeling", word)
    rows = card_rows(document.snapshot, (anna, walter))
    merging.merge(document, anna, walter, dict.fromkeys(rows, Side.RIGHT))
    assert [n.text for n in document.snapshot.table(PersonaNote).values()] == ["Calm"]


def test_a_tier_explains_itself_and_a_decision_needs_a_reason(document: Document) -> None:
    accounts.begin(document, ["Revenue", "Growth", "Value"])
    made = accounts.add(document, "City hospital")
    criteria = {c.name: c.id for c in document.snapshot.table(TierCriterion).values()}
    accounts.change_criterion(document, criteria["Growth"], weight=3.0)
    view = tier_of(document.snapshot, document.snapshot.get(Account, made))
    assert str(suggestion(view)).startswith("Score at least two criteria")
    accounts.score(document, made, criteria["Revenue"], "9,5")
    accounts.score(document, made, criteria["Growth"], "7")
    view = tier_of(document.snapshot, document.snapshot.get(Account, made))
    assert str(suggestion(view)).startswith("The scores suggest Tier I: 7.6 of 10.")
    assert [str(line) for line in explanation(view)] == [
        "Revenue: 9.5 of 10, counts for 25 %.",
        "Growth: 7 of 10, counts for 75 %.",
        "Not scored yet, so left out: Value.",
    ]
    with pytest.raises(RefusedError, match="needs a reason"):
        accounts.decide_tier(document, made, Tier.THIRD, " ")
    accounts.decide_tier(document, made, Tier.THIRD, "Leaves in spring")
    view = tier_of(document.snapshot, document.snapshot.get(Account, made))
    assert str(explanation(view)[-1]) == "You decided on Tier III: Leaves in spring"
    accounts.decide_tier(document, made, Tier.UNKNOWN, "")
    assert tier_of(document.snapshot, document.snapshot.get(Account, made)).tier == Tier.FIRST
    for wrong in ("eleven", "11", "-1"):
        with pytest.raises(RefusedError, match="from 0 to 10"):
            accounts.score(document, made, criteria["Value"], wrong)


def test_a_call_follows_from_the_promise_and_the_last_one(document: Document) -> None:
    made = accounts.add(document, "City hospital")
    accounts.decide_tier(document, made, Tier.FIRST, "Pilot")
    accounts.promise(document, Tier.FIRST, _("Tier I"), call_days=30)
    today = date(2026, 5, 15)
    assert [call.days for call in calls_due(document.snapshot, today)] == [0]
    accounts.called(document, made, today)
    assert calls_due(document.snapshot, today) == ()
    assert [call.days for call in calls_due(document.snapshot, date(2026, 6, 20))] == [-6]


def test_a_rule_that_cannot_be_read_changes_nothing(document: Document) -> None:
    made = accounts.add_segment(document, "Germany")
    accounts.change_segment(document, made, rule=("country = DE",))
    with pytest.raises(UserError, match="no condition"):
        accounts.change_segment(document, made, rule=("in Germany",))
    assert document.snapshot.get(Segment, made).rule == ("country = DE",)


def test_countries_and_languages_are_written_as_names_and_kept_as_codes() -> None:
    assert [read_country(text) for text in ("germany", "at", " ")] == ["DE", "AT", ""]
    assert [read_language(text) for text in ("German", "EN", "")] == ["de", "en", ""]
    assert (country_name("DE"), language_name("de")) == ("Germany", "German")
    for read, wrong in (
        (read_country, "Atlantis"),
        (read_country, "QQ"),
        (read_language, "Elfish"),
    ):
        with pytest.raises(RefusedError, match=wrong):
            read(wrong)
