"""What is printed of plans: nothing is missing, nothing twice, nothing cut, and only what is so."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import pytest

from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.domain.counts import Counts, count_answers
from journeymapper.domain.entities import (
    CrisisLesson,
    CrisisMessage,
    CrisisSheet,
    Plan,
    Role,
    RoleBehaviour,
    RoleCard,
    Task,
    Training,
)
from journeymapper.domain.plans import is_open, plans
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Text
from journeymapper.drawing.flowing import MARGIN
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, LETTER, Upright
from journeymapper.drawing.plans.kinds import PAPERS, held, plan_sheets
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.analysis.measured import new_tx
from tests.unit.drawing.plans.plan_world import World

TODAY = datetime.date(2026, 5, 20)
NOTHING = Counts({})
GERMAN = (
    "Rückrufterminbestätigungen mit der Krankenversicherungskartennummer und den"
    " Einverständniserklärungen der Erziehungsberechtigten vollständig abgleichen"
)


@pytest.fixture(scope="module")
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH, whole=True)


@pytest.fixture(scope="module")
def example() -> Snapshot:
    tx = new_tx()
    found = resources.find()
    fill_from_example(tx, read_example(found.examples, found.templates), created="2026-05-12")
    return tx.finished()


def made(
    key: str, snapshot: Snapshot, pen: Pen, wanted: Sequence[str] = (), on: Upright = A4
) -> tuple[Sheet, ...]:
    return plan_sheets([key], snapshot, count_answers(snapshot), pen, TODAY, wanted, on)


def words(pages: Sequence[Sheet]) -> str:
    """All that is written on pages, without their feet and running heads; nothing lies outside."""
    found: list[str] = []
    for page in pages:
        for group in page.drawing.groups:
            if group.key == "foot" or group.key.startswith("running"):
                continue
            assert group.box.bottom <= page.height_pt - MARGIN
            for shape in group.shapes:
                if isinstance(shape, Text):
                    assert group.box.y + shape.y + max(shape.run.ys) <= page.height_pt - MARGIN
                    found.append(shape.run.text)
    return " ".join(" ".join(found).replace("\u00ad", "").split())


def lines(pages: Sequence[Sheet]) -> dict[str, str]:
    """What each row says, by the id of what it is about; a row stands there once."""
    found: dict[str, str] = {}
    for page in pages:
        for group in page.drawing.groups:
            if group.entity:
                assert group.entity not in found
                texts = (shape.run.text for shape in group.shapes if isinstance(shape, Text))
                found[group.entity] = " ".join(texts)
    return found


def test_all_that_is_open_stands_once_on_the_action_list_and_late_is_said(
    example: Snapshot, pen: Pen
) -> None:
    told = lines(made("list", example, pen))
    expected: dict[str, str] = {}
    for task in example.table(Task).values():
        if not task.done and (task.plan is None or is_open(example, task.plan)):
            plan = example.find(Plan, task.plan)
            expected[task.id] = task.due or (plan.due if plan is not None else "")
    with_tasks = {task.plan for task in example.table(Task).values() if not task.done}
    for plan in plans(example):
        if is_open(example, plan.id) and plan.id not in with_tasks:
            expected[plan.id] = plan.due
    assert set(told) == set(expected)
    late = {id_ for id_, due in expected.items() if due and due < TODAY.isoformat()}
    assert late
    assert {id_ for id_, text in told.items() if "was due" in text} == late


def test_a_plan_without_tasks_says_what_is_done(example: Snapshot, pen: Pen) -> None:
    with_tasks = {task.plan for task in example.table(Task).values() if not task.done}
    bare = [p for p in plans(example) if is_open(example, p.id) and p.id not in with_tasks]
    told = lines(made("list", example, pen))
    agreed = [plan for plan in bare if plan.solution]
    assert agreed
    for plan in agreed:
        assert " ".join(plan.solution.split()) in told[plan.id].replace("\n", " ")


def test_who_stands_there_once_and_in_order(example: Snapshot, pen: Pen) -> None:
    pages = made("list", example, pen)
    heads = [mark.title for page in pages for mark in page.bookmarks if mark.level == 1]
    assert len(set(heads)) == len(heads)
    assert heads[0] == "Mara"
    assert heads[-1] == "Nobody yet"
    text = words(pages)
    places = [text.index(title) for title in ("Mara", "Petra", "Jonas", "Nobody yet")]
    assert places == sorted(places)


def test_the_fullest_plan_of_the_example_fits_one_page(example: Snapshot, pen: Pen) -> None:
    (plan,) = [one for one in plans(example) if one.title == "Keep agreed return dates"]
    (page,) = made("pages", example, pen, [plan.id])
    text = words([page])
    for part in ("two short slots", "7 of 50", "16 of 20", "Five patients called", "12 who wrote"):
        assert part in text


def test_each_crisis_has_one_page(example: Snapshot, pen: Pen) -> None:
    assert len(made("crisis", example, pen)) == len(example.table(CrisisSheet))


def test_the_example_has_something_on_every_paper(example: Snapshot) -> None:
    assert held(example, count_answers(example), TODAY) == tuple(PAPERS)


def test_letter_holds_the_same_words_and_nothing_lies_outside(example: Snapshot, pen: Pen) -> None:
    for key in PAPERS:
        pages = made(key, example, pen, on=LETTER)
        said = words(pages)
        if key == "pages":  # where two columns are too long there is one, with other labels
            assert all(plan.happens in said for plan in plans(example) if is_open(example, plan.id))
        else:
            assert said == words(made(key, example, pen))
        sizes = {(page.width_pt, page.height_pt) for page in pages}
        assert sizes == {(LETTER.width, LETTER.height)}


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("list", "Nothing is open."),
        ("pages", "There are no plans yet."),
        ("roadmap", "There are no plans yet."),
        ("said", "No plan is proven yet."),
        ("roles", "No role has a card yet."),
        ("crisis", "There are no crisis sheets yet."),
        ("calls", "Nobody waits for a call."),
    ],
)
def test_an_empty_file_says_so_on_one_page(key: str, said: str, pen: Pen) -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    (page,) = made(key, tx.snapshot, pen)
    assert said in words([page])
    assert held(tx.snapshot, NOTHING, TODAY) == ()


def test_plans_that_are_all_over_are_not_said_to_be_none(pen: Pen) -> None:
    world = World()
    operations.drop_plan(world.tx, world.plan, "2026-05-12", "Another way")
    (page,) = made("pages", world.tx.snapshot, pen)
    assert words([page]).startswith("No plan is open.")


def test_said_and_done_needs_a_proof(pen: Pen) -> None:
    world = World()
    world.start()
    world.count(16, 20)
    assert "Two short slots" not in words(made("said", world.tx.snapshot, pen))
    world.prove()
    assert "Two short slots a day are held free" in words(made("said", world.tx.snapshot, pen))


def test_sixty_tasks_with_long_names_go_on_over_pages(pen: Pen) -> None:
    world = World()
    names = [f"Nr. {n}: {GERMAN}" for n in range(60)]
    for name in names:
        operations.add_task(world.tx, name, owner=world.mara, due="2026-06-01")
    pages = made("list", world.tx.snapshot, pen)
    assert len(pages) > 2
    assert all("Mara" in words([page]) for page in pages[:-1])
    text = words(pages).replace(" ", "").replace("-", "")
    for name in names:
        assert text.count(name.replace(" ", "")) == 1


def test_texts_longer_than_a_page_go_on_over_pages(pen: Pen) -> None:
    world = World()
    parts = [f"Satz{n} {GERMAN}." for n in range(60)]
    long = " ".join(parts)
    operations.change_plan(world.tx, world.plan, happens=long)
    crisis = operations.add_line(world.tx, CrisisSheet, scenario="Flood", first_steps=long)
    operations.add_line(world.tx, CrisisMessage, crisis=crisis, audience="All", text="Hello")
    role = operations.add_role(world.tx, "Front desk")
    operations.add_line(world.tx, RoleBehaviour, role=role, text=long)
    world.start()
    world.prove()
    for key in ("pages", "said", "crisis", "roles"):
        pages = made(key, world.tx.snapshot, pen)
        assert len(pages) > 1
        text = words(pages)
        for n in range(60):
            assert text.count(f"Satz{n} ") == 1, (key, n)


def test_what_is_over_stands_there_as_what_it_is(pen: Pen) -> None:
    world = World()
    role = operations.add_role(world.tx, "Front desk")
    operations.set_single(world.tx, RoleCard, role, objective="Greets")
    operations.add_line(world.tx, Training, role=role, topic="Calls", planned="2026-05-01")
    operations.add_line(
        world.tx,
        Training,
        role=role,
        topic="First aid",
        date="2025-05-01",
        valid_until="2026-05-01",
    )
    text = words(made("roles", world.tx.snapshot, pen))
    assert "Calls missing" in text
    assert "First aid 1 May 2025, ran out on 1 May" in text
    crisis = operations.add_line(world.tx, CrisisSheet, scenario="Flood")
    operations.add_line(
        world.tx, CrisisLesson, crisis=crisis, text="Move the server up.", plan=world.plan
    )
    assert "Move the server up. Plan:" in words(made("crisis", world.tx.snapshot, pen))
    operations.drop_plan(world.tx, world.plan, "2026-05-01", "No time")
    assert "Move the server up. No plan yet." in words(made("crisis", world.tx.snapshot, pen))


def test_customers_to_call_back_stand_there_by_when_they_are_due(pen: Pen) -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    desk = operations.add_role(tx, "Front desk")
    ids = [
        operations.raise_alert(
            tx, f"2026-05-{day}T12:00:00Z", customer=f"Patient {n}", role=desk if n else None
        )
        or ""
        for n, day in enumerate(("18", "19", "10"))
    ]  # fmt: skip
    pages = made("calls", tx.snapshot, pen)
    told = lines(pages)
    assert list(told) == [ids[0], ids[2], ids[1]]
    assert "was due 12 May" in told[ids[2]]
    assert "Front desk" in told[ids[1]]
    heads = [mark.title for page in pages for mark in page.bookmarks if mark.level == 1]
    assert heads == ["Nobody has these", "Call back"]
    assert tx.snapshot.get(Role, desk).name not in told[ids[0]]
