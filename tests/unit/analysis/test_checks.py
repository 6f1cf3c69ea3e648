"""The map check asks what is to be asked, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from journeymapper.analysis.checks import Check, Finding, check_map
from journeymapper.analysis.evidence_share import EvidenceShare, evidence_share, persona_share
from journeymapper.analysis.naming import inside_word, sounds_like_us
from journeymapper.domain.entities import Card, Feeling, Persona, Rating, Stage, Touchpoint
from journeymapper.domain.kinds import Measure, MomentOfTruth, People, SourceKind
from tests.unit.analysis.journeys import MOMENTS, Journey

TODAY = date(2026, 5, 12)


def found(journey: Journey) -> tuple[Finding, ...]:
    return check_map(journey.snapshot(), "map", TODAY)


def only(journey: Journey) -> tuple[Check, str, str]:
    (finding,) = found(journey)
    return finding.check, finding.place, str(finding.text)


def test_a_good_map_is_left_in_peace() -> None:
    assert found(Journey()) == ()


def test_a_stage_without_steps() -> None:
    journey = Journey().add(Stage("after", map="map", name="After", position=2.0))
    assert only(journey) == (Check.EMPTY_STAGE, "after", "After has no step yet.")


def test_a_moment_of_truth_that_nobody_answers_for() -> None:
    assert only(Journey().change("desk", owner=None)) == (
        Check.OWNER,
        "desk",
        "Desk is a moment of truth and has no owner.",
    )
    assert found(Journey().change("letter", owner=None)) == ()


def test_a_moment_of_truth_without_a_measure() -> None:
    journey = Journey().without("m-desk")
    assert only(journey)[:2] == (Check.MEASURE, "desk")
    rating = Rating("r", "desk", Measure.PERFORMANCE, "customer", None, 7.0, 20)
    assert found(journey.add(rating)) == ()


@pytest.mark.parametrize(("value", "asked"), [(-2, False), (-3, True), (-5, True)])
def test_a_low_feeling_without_an_idea(value: int, asked: bool) -> None:
    journey = Journey().change("f-desk", value=value)
    assert [f.check for f in found(journey)] == ([Check.IDEA] if asked else [])


def test_an_idea_for_the_step_or_its_stage_is_enough() -> None:
    low = Journey().change("f-desk", value=-4)
    text = str(found(low)[0].text)
    assert text == "Anna feels −4 at Desk, and there is no idea yet."
    assert found(low.add(Card("i", lane="idea", stage="there", text="Hold slots"))) == ()
    assert found(low.change("i", stage=None, touchpoint="desk")) == ()
    assert [f.place for f in found(low.change("i", touchpoint="greeting"))] == ["desk"]
    assert [f.place for f in found(low.change("i", touchpoint="desk", text=" "))] == ["desk"]


def test_nobody_was_asked() -> None:
    journey = Journey()
    for step in (*MOMENTS, "letter"):
        journey.change(f"f-{step}", source=SourceKind.STAFF)
    words = "Everything here is your team’s opinion. No patient has been asked yet."
    assert only(journey) == (Check.NO_VOICE, "", words)
    journey.change("project", people=People.GUEST)
    assert "No guest has been asked yet." in only(journey)[2]
    journey.change("m-desk", source=SourceKind.ANALYTICS)
    assert found(journey) == ()


def test_three_to_five_moments_of_truth() -> None:
    none = Journey()
    for step in MOMENTS:
        none.change(step, moment_of_truth=MomentOfTruth.NONE)
    assert only(none)[0] == Check.NO_MOMENTS
    many = Journey()
    for place in range(3):
        extra = f"extra-{place}"
        many.add(Card(f"m-{extra}", lane="metric", touchpoint=extra, text="7"))
        many.add(_copy(many, "desk", extra, position=10.0 + place))
    assert only(many)[2] == "6 steps are moments of truth. Which three to five matter most?"


def _copy(journey: Journey, step: str, id_: str, **fields: Any) -> Touchpoint:
    return replace(journey.snapshot().get(Touchpoint, step), id=id_, **fields)


def test_more_than_seven_stages() -> None:
    journey = Journey()
    for place in range(6):
        journey.add(Stage(f"s{place}", map="map", name="More", position=5.0 + place))
        journey.add(_copy(journey, "letter", f"in-{place}", stage=f"s{place}"))
    assert only(journey)[:2] == (Check.MANY_STAGES, "s5")


def test_a_step_that_happens_nowhere_and_one_without_a_name() -> None:
    assert only(Journey().change("letter", channels=()))[2] == "Where does Letter happen?"
    assert only(Journey().change("letter", name=" "))[2] == "This step has no name yet."


def test_what_is_due_is_due_the_day_after() -> None:
    assert found(Journey().change("map", valid_until="2026-05-12")) == ()
    late = Journey().change("map", valid_until="2026-05-11")
    words = "This map was to be looked at again by 11 May 2026."
    assert only(late) == (Check.REVIEW, "map", words)
    assert only(Journey().change("anna", valid_until="2025-01-31"))[2].startswith("Anna was")


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("CRM entry", "CRM"),
        ("Waits for the OPG", "OPG"),
        ("SMS reminder", ""),
        ("PAYING AT THE DESK", ""),
        ("Called in", ""),
    ],
)
def test_abbreviations_of_insiders(name: str, word: str) -> None:
    assert inside_word(name) == word


@pytest.mark.parametrize(
    ("name", "ours"),
    [("Discharge patient", True), ("Invoice", False), ("Screen by the door", False),
     ("Book appointment", False), ("verify insurance data", True)],
)  # fmt: skip
def test_names_that_say_what_we_do(name: str, ours: bool) -> None:
    assert sounds_like_us(name) is ours


def test_names_are_put_as_a_question() -> None:
    said = only(Journey().change("letter", name="CRM entry"))[2]
    assert said == "CRM entry: would patients say “CRM”?"
    said = only(Journey().change("before", name="Triage callers"))[2]
    assert said == "Triage callers: is that how patients would say it?"


def test_the_same_finding_keeps_its_key_when_its_sentence_changes() -> None:
    one = found(Journey().change("desk", owner=None))[0]
    other = found(Journey().change("desk", owner=None, name="Reception"))[0]
    assert (one.key, one.text == other.text) == (other.key, False)


def test_shares_of_what_was_told() -> None:
    journey = Journey().add(
        Card("p", lane="pain", touchpoint="desk", text="Long", source=SourceKind.INTERVIEW),
        Card("empty", lane="pain", touchpoint="desk", text=" ", source=SourceKind.SURVEY),
        Persona("walter", name="Walter"),
        Feeling("w", "desk", "walter", 2, SourceKind.ASSUMPTION),
    )
    snapshot = journey.snapshot()
    assert evidence_share(snapshot, "map") == EvidenceShare(told=5, team=4)
    assert persona_share(snapshot, "map", "anna") == EvidenceShare(4, 0)
    assert persona_share(snapshot, "map", "walter").share == 0.0
