"""Questionnaire and tally sheet: one page each, with what the map holds."""

from dataclasses import replace
from datetime import date

import pytest

from journeymapper.domain.entities import Card, Feeling, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.sheets.page import HEIGHT, WIDTH
from journeymapper.drawing.sheets.questionnaire import MOST, questionnaire, steps_to_ask
from journeymapper.drawing.sheets.tally import LINES, tally
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, changed, edited, practice, setting, text_of

DAY = date(2026, 5, 12)


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, setting(engine).tokens, ENGLISH, whole=True)


def words(sheet: Sheet) -> str:
    return "\n".join(text_of(group) for group in sheet.drawing.groups)


def stays_inside(sheet: Sheet) -> bool:
    boxes = [group.box for group in sheet.drawing.groups]
    return all(box.x >= 0 and box.y >= 0 and box.right <= WIDTH for box in boxes) and all(
        box.bottom <= HEIGHT for box in boxes
    )


def many(name: str, count: int) -> Snapshot:
    steps = (
        Touchpoint(
            f"more-{i}",
            stage="pay",
            name=name,
            moment_of_truth=MomentOfTruth.GENERAL,
            position=10.0 + i,
        )
        for i in range(count)
    )
    return changed(practice(), *steps)


def test_moments_of_truth_are_asked_about_and_what_the_team_thinks_feels_bad() -> None:
    assert steps_to_ask(practice(), "map") == ("page", "greeting", "rebook")
    fine = changed(practice(), *(replace(f, value=1) for f in practice().table(Feeling).values()))
    assert steps_to_ask(fine, "map") == ("rebook",)


def test_without_any_all_steps_are_looked_at() -> None:
    plain = edited(practice(), Touchpoint, "rebook", moment_of_truth=MomentOfTruth.NONE)
    assert steps_to_ask(plain, "map") == ("review", "page", "greeting", "rebook", "invoice")
    assert steps_to_ask(plain, "map", 2) == ("page", "rebook")  # those that are felt worst


def test_of_too_many_the_deepest_are_kept_in_their_order() -> None:
    snapshot = changed(
        many("Step", MOST + 3),
        Feeling("deep", touchpoint="more-11", persona="anna", value=-5),
    )
    asked = steps_to_ask(snapshot, "map")
    assert len(asked) == MOST
    assert asked[:3] == ("page", "greeting", "rebook")
    assert asked[-1] == "more-11"


def test_the_questionnaire_has_a_row_of_five_faces_for_each_step(pen: Pen) -> None:
    sheet = questionnaire(practice(), "map", ("greeting", "rebook"), pen, DAY)
    rows = [group for group in sheet.drawing.groups if group.key.startswith("row:")]
    assert [row.entity for row in rows] == ["greeting", "rebook"]
    assert text_of(rows[0]).split("\n") == [
        "2.1", "Greeting", "Awful", "Not good", "Neither", "Good", "Great",
    ]  # fmt: skip
    said = words(sheet)
    assert "How was your visit?" in said
    assert "Linden" in said
    assert "Numbers of the steps as on 12 May 2026." in said
    assert stays_inside(sheet)


def test_long_names_leave_room_for_the_last_question(pen: Pen) -> None:
    snapshot = many("A very long name of a step that goes on and on " * 4, MOST)
    sheet = questionnaire(snapshot, "map", steps_to_ask(snapshot, "map"), pen, DAY)
    rows = [group for group in sheet.drawing.groups if group.key.startswith("row:")]
    assert 0 < len(rows) < MOST
    assert "What should we do differently?" in words(sheet)
    assert stays_inside(sheet)


def test_the_tally_sheet_has_twenty_lines_and_says_what_is_counted(pen: Pen) -> None:
    sheet = tally(practice(), "map", "rebook", pen, DAY)
    lines = [group for group in sheet.drawing.groups if group.key.startswith("line:")]
    assert len(lines) == LINES == 20
    assert text_of(lines[-1]) == "20"
    said = words(sheet)
    assert "3.1  Rebooking at the desk" in said.replace("\u00a0", " ")
    assert "What goes wrong: Full" in said
    assert stays_inside(sheet)


def test_a_very_long_pain_leaves_room_for_the_lines(pen: Pen) -> None:
    snapshot = edited(practice(), Card, "full", text="Nobody knows when it is " * 300)
    sheet = tally(snapshot, "map", "rebook", pen, DAY)
    assert stays_inside(sheet)
    assert by_key(sheet.drawing)["line:20"].box.h > 18
