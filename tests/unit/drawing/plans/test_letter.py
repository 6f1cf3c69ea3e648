"""The letter says what was told, what changed, and no more than the numbers bear."""

from __future__ import annotations

import datetime

import pytest

from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.domain.kinds import People
from journeymapper.domain.kinds_plan import Audience, Trigger
from journeymapper.drawing.display_list import Text
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.plans.letter import ended, letter_sheets, letter_text
from journeymapper.drawing.plans.said_did import said_did
from journeymapper.drawing.sheets.page import HEIGHT, MARGIN
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.plans.plan_world import World

TODAY = datetime.date(2026, 5, 20)


@pytest.fixture
def world() -> World:
    return World()


def letter(world: World, audience: Audience = Audience.CUSTOMERS) -> str:
    text = letter_text(world.tx.snapshot, world.counts, world.plan, audience, TODAY)
    return "\n\n".join(str(paragraph) for paragraph in text)


def test_it_cannot_tell_yet_when_the_interval_includes_nothing_changed(world: World) -> None:
    world.start()
    world.count(5, 20)
    assert "Whether that is better we cannot tell yet." in letter(world)
    assert "better than chance" not in letter(world)
    world.count(16, 20, "2026-05-16")
    assert "before 7 of 50, now 16 of 20. That is better than chance could do." in letter(world)
    assert "cannot tell" not in letter(world)


def test_it_says_when_it_got_worse(world: World) -> None:
    world.start()
    operations.change_kpi(world.tx, world.kpi, better="low")
    world.count(16, 20)
    assert "That is worse, and not by chance." in letter(world)


def test_without_numbers_it_promises_to_find_out(world: World) -> None:
    assert "What we are going to change: Two short slots" in letter(world)
    assert "Whether it helps we cannot tell yet." in letter(world)
    world.start()
    assert "What we changed, since 16 March 2026: Two short slots" in letter(world)


def test_you_told_us_is_said_only_where_customers_did(world: World) -> None:
    assert "We noticed ourselves: Return dates slip by two weeks." in letter(world)
    world.hear(trigger=Trigger.COMPLAINT)
    assert "You told us: Return dates slip by two weeks." in letter(world)
    world.hear("Nobody keeps what was agreed!")
    assert "You told us: Nobody keeps what was agreed!\n" in letter(world)
    assert "We were told: Nobody keeps" in letter(world, Audience.TEAM)


@pytest.mark.parametrize(
    ("people", "dear"), [(People.PATIENT, "Dear patients,"), (People.GUEST, "Dear guests,")]
)
def test_people_are_called_what_the_project_calls_them(
    world: World, people: People, dear: str
) -> None:
    operations.set_project(world.tx, people=people)
    assert dear in letter(world)
    assert "Dear colleagues," in letter(world, Audience.MANAGEMENT)


def test_a_long_letter_goes_on_to_further_pages_and_nothing_is_cut(engine: TextEngine) -> None:
    pen = Pen(engine, Tokens.load(resources.find().tokens), ENGLISH, whole=True)
    long = " ".join(f"word{n}" for n in range(800))
    pages = letter_sheets(f"Dear patients,\n\n{long}\n\nKind regards", pen, "Lindenhof", TODAY)
    assert len(pages) > 1
    words: list[str] = []
    for page in pages:
        for group in page.drawing.groups:
            assert group.box.bottom <= HEIGHT
            if group.key != "foot":
                assert group.box.bottom <= HEIGHT - MARGIN + 1
                for shape in group.shapes:
                    if isinstance(shape, Text):
                        words += shape.run.text.split()
    assert words == ["Dear", "patients,", *long.split(), "Kind", "regards"]


def test_one_word_longer_than_a_page_is_not_lost(engine: TextEngine) -> None:
    pen = Pen(engine, Tokens.load(resources.find().tokens), ENGLISH, whole=True)
    pages = letter_sheets("x" * 4000, pen, "Lindenhof", TODAY)
    written = "".join(
        shape.run.text
        for page in pages
        for group in page.drawing.groups
        if group.key != "foot"
        for shape in group.shapes
        if isinstance(shape, Text)
    )
    assert written.count("x") == 4000


def test_you_said_we_did_holds_proven_plans_alone(world: World) -> None:
    assert said_did(world.tx.snapshot, world.counts) == ()
    world.prove("2026-02-21")
    assert said_did(world.tx.snapshot, world.counts) == ()  # a draft
    world.start()
    world.count(16, 20)
    (said,) = said_did(world.tx.snapshot, world.counts)
    assert (said.problem, said.heard) == ("Return dates slip by two weeks", False)
    assert said.done == "Two short slots a day are held free"
    assert "now 16 of 20" in str(said.results[0])
    operations.drop_plan(world.tx, world.plan, "2026-05-12", "Another way")
    assert said_did(world.tx.snapshot, world.counts) == ()


def test_a_proof_from_before_it_was_opened_again_does_not_count(world: World) -> None:
    world.start()
    world.prove()
    world.tell()
    operations.close_plan(world.tx, world.plan, "2026-05-15")
    assert said_did(world.tx.snapshot, world.counts)
    operations.reopen_plan(world.tx, world.plan, "2026-06-01", "Dates slip again")
    assert said_did(world.tx.snapshot, world.counts) == ()
    world.prove("2026-06-20")
    (said,) = said_did(world.tx.snapshot, world.counts)
    assert said.proved_on == "2026-06-20"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“Why two months?”", "“Why two months?”"),
        ("we wait ", "we wait."),
        ("“so long”", "“so long”."),
    ],
)
def test_what_was_said_ends_like_a_sentence_and_not_twice(text: str, said: str) -> None:
    assert ended(text) == said
