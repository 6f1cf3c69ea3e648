"""The templates hold steps only; the worked example tells a story and says that it is one."""

import itertools
from fractions import Fraction
from pathlib import Path

import pytest

from journeymapper.document import templates
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.outline import keys, read_outline
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    Card,
    Channel,
    Connection,
    EndState,
    Feeling,
    Lane,
    Persona,
    PersonaNote,
    Rating,
    Role,
    Touchpoint,
)
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import (
    FIRST_ROWS,
    MORE_ROWS,
    EndKind,
    LaneKind,
    MomentOfTruth,
    NoteSection,
    PersonaKind,
    Severity,
    SourceKind,
)
from journeymapper.domain.snapshot import Snapshot

RESOURCES = Path(__file__).parents[3] / "resources"
FOLDER = RESOURCES / "templates"
KEYS = keys(FOLDER)


def filled(key: str) -> Snapshot:
    return templates.snapshot_of(read_outline(FOLDER, key))


def example() -> Snapshot:
    numbers = itertools.count(1)
    tx = Tx(Snapshot.of(), lambda: f"{next(numbers):06}")
    fill_from_example(tx, read_example(RESOURCES / "examples", FOLDER), created="2026-05-12")
    return Snapshot.of().with_changes(tx.changes)


def map_id(snapshot: Snapshot) -> str:
    return queries.maps(snapshot)[0].id


def step(snapshot: Snapshot, number: str) -> Touchpoint:
    found = {n: i for i, n in queries.numbers(snapshot, map_id(snapshot)).items()}
    return snapshot.get(Touchpoint, found[number])


def exits(snapshot: Snapshot) -> dict[str, dict[str, Fraction]]:
    """Say where the people of each step go; a step without ways passes them to the next."""
    steps = queries.touchpoints_of_map(snapshot, map_id(snapshot))
    found: dict[str, dict[str, Fraction]] = {}
    for here, after in itertools.zip_longest(steps, steps[1:]):
        ways = snapshot.select(indexes.CONNECTIONS_FROM, here.id)
        found[here.id] = {w.target or w.end or "": Fraction(str(w.share)) for w in ways}
        if not ways:
            found[here.id] = {after.id: Fraction(1)}
    return found


def success(snapshot: Snapshot) -> float:
    """Return the share of those who enter at the first step that end in success.

    Solves ``b = Q b + r`` of the absorbing chain exactly, by elimination.
    """
    table = exits(snapshot)
    good = {e.id for e in snapshot.table(EndState).values() if e.kind == EndKind.SUCCESS}
    order = list(table)
    place = {name: i for i, name in enumerate(order)}
    rows = []
    for name in order:
        row = [Fraction(0)] * (len(order) + 1)
        row[place[name]] += 1
        for target, share in table[name].items():
            if target in place:
                row[place[target]] -= share
            elif target in good:
                row[-1] += share
        rows.append(row)
    for i in range(len(rows)):
        pivot = next(r for r in range(i, len(rows)) if rows[r][i])
        rows[i], rows[pivot] = rows[pivot], rows[i]
        rows[i] = [v / rows[i][i] for v in rows[i]]
        for r in range(len(rows)):
            if r != i and rows[r][i]:
                factor = rows[r][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i], strict=True)]
    return float(rows[0][-1])


def reach(ways: dict[str, set[str]], start: set[str]) -> set[str]:
    seen, todo = set(start), list(start)
    while todo:
        for target in ways.get(todo.pop(), set()) - seen:
            seen.add(target)
            todo.append(target)
    return seen


def test_templates_are_offered_in_the_order_of_the_first_page() -> None:
    offered = [(i.key, i.title, i.stages, i.steps, i.moments) for i in templates.templates(FOLDER)]
    assert offered == [
        ("dental", "Dental practice", 7, 14, 9),
        ("hotel", "Hotel stay", 6, 13, 10),
        ("tv_support", "Phone support", 5, 10, 7),
        ("ecommerce", "Online order", 6, 13, 10),
        ("b2b_account", "Business client", 6, 12, 8),
        ("hospital", "Hospital stay", 7, 15, 9),
        ("bank", "Bank account", 6, 14, 10),
        ("lifecycle", "Any service", 6, 13, 10),
    ]


@pytest.mark.parametrize("key", KEYS)
def test_what_is_offered_is_what_is_made(key: str) -> None:
    snapshot = filled(key)
    info = next(i for i in templates.templates(FOLDER) if i.key == key)
    steps = queries.touchpoints_of_map(snapshot, map_id(snapshot))
    moments = [s for s in steps if s.moment_of_truth != MomentOfTruth.NONE]
    stages = queries.stages(snapshot, map_id(snapshot))
    assert (len(stages), len(steps), len(moments)) == (info.stages, info.steps, info.moments)


@pytest.mark.parametrize("key", KEYS)
def test_a_template_brings_steps_only(key: str) -> None:
    snapshot = filled(key)
    for kind in (Feeling, Rating, Card, PersonaNote):
        assert not snapshot.table(kind)
    project = queries.project(snapshot)
    assert not project.example
    assert project.organisation == ""
    assert all(
        (s.description, s.wait_promised, s.wait_actual) == ("", None, None)
        for s in snapshot.table(Touchpoint).values()
    )
    assert all(c.info_passed is None for c in snapshot.table(Connection).values())


@pytest.mark.parametrize("key", KEYS)
def test_every_step_has_a_name_a_channel_and_an_owner(key: str) -> None:
    snapshot = filled(key)
    steps = queries.touchpoints_of_map(snapshot, map_id(snapshot))
    assert len({s.name for s in steps}) == len(steps)
    assert all(s.name and s.channels and s.owner for s in steps)
    used = {c for s in steps for c in s.channels}
    assert {s.owner for s in steps} == set(snapshot.table(Role))
    assert {snapshot.get(Channel, c).name for c in used}
    assert [s.entry for s in steps] == [True] + [False] * (len(steps) - 1)


@pytest.mark.parametrize("key", KEYS)
def test_the_one_persona_is_a_placeholder_for_the_people_served(key: str) -> None:
    snapshot = filled(key)
    (persona,) = snapshot.table(Persona).values()
    assert persona.primary
    assert persona.name == f"Typical {queries.project(snapshot).people}"
    assert (persona.quote, persona.story, persona.about) == ("", "", "")
    assert queries.maps(snapshot)[0].personas == (persona.id,)
    organisation = persona.kind == PersonaKind.ORGANISATION
    assert organisation == (key == "b2b_account")


@pytest.mark.parametrize("key", KEYS)
def test_the_first_rows_are_shown_and_the_others_wait(key: str) -> None:
    snapshot = filled(key)
    rows = [(lane.kind, lane.visible) for lane in queries.lanes(snapshot, map_id(snapshot))]
    assert rows == [(k, k in FIRST_ROWS) for k in LaneKind if k in FIRST_ROWS + MORE_ROWS]


@pytest.mark.parametrize("key", KEYS)
def test_nobody_is_lost_on_the_way(key: str) -> None:
    snapshot = filled(key)
    table = exits(snapshot)
    assert all(sum(shares.values()) == 1 for shares in table.values())
    forward = {name: set(shares) for name, shares in table.items()}
    backward: dict[str, set[str]] = {}
    for name, targets in forward.items():
        for target in targets:
            backward.setdefault(target, set()).add(name)
    first = step(snapshot, "1.1").id
    assert reach(forward, {first}) == set(table) | set(snapshot.table(EndState))
    assert reach(backward, set(snapshot.table(EndState))) >= set(table)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("dental", 0.496511),
        ("tv_support", 0.588378),
        ("hotel", 0.85 + 0.15 * 0.4 * 0.8),
        ("b2b_account", 0.9 * 0.7 * 0.85 / (1 - 0.3 * 0.8)),
        ("ecommerce", 0.3 * 0.6 * 0.75 * (0.7 + 0.3 * 0.25)),
        ("hospital", 0.92),
        ("bank", 0.4 * 0.75 * 0.8 * 0.92 / (1 - 0.2 * 0.85)),
        ("lifecycle", 0.5 * 0.95 * 0.9 * 0.95 / (1 - 0.1 * 0.8)),
    ],
)
def test_the_share_that_ends_well(key: str, expected: float) -> None:
    assert success(filled(key)) == pytest.approx(expected, abs=1e-6)


def test_follow_up_comes_before_the_good_end() -> None:
    snapshot = filled("dental")
    aftercare = step(snapshot, "7.1").id
    assert exits(snapshot)[step(snapshot, "5.2").id][aftercare] == Fraction("0.3")
    assert exits(snapshot)[step(snapshot, "6.2").id][aftercare] == Fraction("0.55")
    (end,) = exits(snapshot)[step(snapshot, "7.2").id]
    assert snapshot.get(EndState, end).kind == EndKind.SUCCESS


def test_what_has_to_be_passed_on_stands_between_the_roles() -> None:
    snapshot = filled("dental")
    told = {
        (queries.numbers(snapshot, map_id(snapshot))[c.source], c.items)
        for c in snapshot.table(Connection).values()
        if c.items
    }
    assert told == {("5.1", "Findings"), ("5.2", "Return interval and length of the slot")}


def test_names_in_templates_take_nobodys_side() -> None:
    words = {"wrong", "error", "late", "cold", "bad", "lost", "broken", "shower", "anna"}
    for key in KEYS:
        snapshot = filled(key)
        for found in snapshot.table(Touchpoint).values():
            assert not words & set(found.name.lower().split()), found.name


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UserError) as raised:
        read_outline(FOLDER, "dentist")
    assert str(raised.value) == (
        "There is no template “dentist”. There are: b2b_account, bank, dental, ecommerce, "
        "hospital, hotel, lifecycle, tv_support."
    )


@pytest.mark.parametrize("key", ["../examples/dental", "dental.toml", "", "Dental", "*"])
def test_a_key_is_never_a_path(key: str) -> None:
    with pytest.raises(UserError):
        read_outline(FOLDER, key)


def test_only_the_known_keys_have_an_example() -> None:
    assert keys(RESOURCES / "examples") == ("dental",)
    with pytest.raises(UserError, match="no worked example of “hotel”, only of: dental"):
        read_example(RESOURCES / "examples", FOLDER, "hotel")
    with pytest.raises(UserError, match="no template “x”"):
        read_example(RESOURCES / "examples", FOLDER, "x")


def test_a_project_that_is_there_already_is_filled() -> None:
    numbers = itertools.count(1)
    tx = Tx(filled("hotel"), lambda: f"new{next(numbers)}")
    templates.begin_project(tx, title="Other")
    assert queries.project(tx.snapshot).title == "Other"


def test_a_blank_document_has_a_map_to_write_on() -> None:
    numbers = itertools.count(1)
    tx = Tx(Snapshot.of(), lambda: str(next(numbers)))
    templates.fill_blank(tx, created="2026-05-12", language="de")
    made = map_id(tx.snapshot)
    assert queries.stages(tx.snapshot, made) == ()
    assert len(queries.lanes(tx.snapshot, made)) == len(FIRST_ROWS + MORE_ROWS)
    assert [p.primary for p in queries.personas_of_map(tx.snapshot, made)] == [True]
    project = queries.project(tx.snapshot)
    assert (project.created, project.language) == ("2026-05-12", "de")


def test_the_example_says_that_it_is_one() -> None:
    project = queries.project(example())
    assert project.example
    assert (project.title, project.organisation) == ("Patient journey", "Linden Dental Practice")
    assert project.created == "2026-05-12"


def test_the_example_has_the_steps_of_its_template_and_the_name_of_its_story() -> None:
    told, plain = example(), filled("dental")
    names = [s.name for s in queries.touchpoints_of_map(told, map_id(told))]
    neutral = [s.name for s in queries.touchpoints_of_map(plain, map_id(plain))]
    differ = [(a, b) for a, b in zip(names, neutral, strict=True) if a != b]
    assert differ == [("Arrival on the wrong day", "Arrival")]
    assert success(told) == pytest.approx(0.496511, abs=1e-6)


def test_the_example_has_the_feelings_of_two_personas() -> None:
    snapshot = example()
    anna, walter = queries.personas_of_map(snapshot, map_id(snapshot))
    assert (anna.short, anna.primary, walter.short, walter.primary) == (
        "Anna",
        True,
        "Walter",
        False,
    )
    curves = {
        persona.short: [
            found.value
            for s in queries.touchpoints_of_map(snapshot, map_id(snapshot))
            if (found := queries.feeling_of(snapshot, s.id, persona.id))
        ]
        for persona in (anna, walter)
    }
    assert curves["Anna"] == [2, 1, -1, 0, -3, -2, -2, -3, 2, 3, -4, 0, 1, 0]
    assert curves["Walter"] == [4, -2, 1, 2, -1, -2, -2, -1, 0, 1, -2, -3, 3, 2]


def test_the_cards_of_the_example_say_how_many_told_what_they_say() -> None:
    notes = example().table(PersonaNote).values()
    asked = [note for note in notes if note.source == SourceKind.INTERVIEW]
    assert asked
    assert all(note.n for note in asked)
    assert {note.source for note in notes} <= {SourceKind.INTERVIEW, SourceKind.ASSUMPTION}


def test_the_example_rates_its_pains_and_writes_no_numbers_on_cards() -> None:
    snapshot = example()
    lanes = {lane.kind: lane.id for lane in snapshot.table(Lane).values()}
    here = map_id(snapshot)
    steps = queries.touchpoints_of_map(snapshot, here)
    pains = {
        queries.numbers(snapshot, here)[s.id]: pain.severity
        for s in steps
        for pain in queries.cards_at(snapshot, lanes[LaneKind.PAIN], s.id)
    }
    assert len(pains) == 13
    assert [n for n, s in pains.items() if s == Severity.CRITICAL] == ["3.1", "4.2", "6.1"]
    assert Severity.UNRATED not in pains.values()
    assert not snapshot.select(indexes.CARDS_OF_LANE, lanes[LaneKind.METRIC])
    for kind in (LaneKind.DOING, LaneKind.THINKING, LaneKind.FRONTSTAGE, LaneKind.IDEA):
        assert len(snapshot.select(indexes.CARDS_OF_LANE, lanes[kind])) == 7


def test_the_example_knows_what_was_promised_and_what_was_not_passed_on() -> None:
    snapshot = example()
    called, rebook = step(snapshot, "4.2"), step(snapshot, "6.1")
    assert (called.wait_promised, called.wait_actual, called.wait_unit) == (5, 30, "minutes")
    assert (rebook.wait_promised, rebook.wait_actual, rebook.wait_unit) == (14, 61, "days")
    broken = [c for c in snapshot.table(Connection).values() if c.info_passed is False]
    assert [(c.source, c.target) for c in broken] == [(step(snapshot, "5.2").id, rebook.id)]
    assert broken[0].items == "Return interval and length of the slot"


def test_annas_card_has_all_eight_feelings_and_both_personas_can_be_told_apart() -> None:
    snapshot = example()
    for persona in queries.personas(snapshot):
        notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona.id)
        emotions = [n.key for n in notes if n.section == NoteSection.EMOTION]
        assert emotions == [
            "thinking",
            "feeling",
            "wanting",
            "concerned_about",
            "frustrated_about",
            "expecting",
            "planning",
            "hoping",
        ]
        assert persona.quote
        assert persona.story


def test_colours_of_roles_follow_their_order() -> None:
    snapshot = example()
    roles = sorted(snapshot.table(Role).values(), key=indexes.sort_key)
    assert [(r.name, r.colour) for r in roles] == [
        ("Practice manager", "owner.0"),
        ("Front desk", "owner.1"),
        ("Dental assistant", "owner.2"),
        ("Hygienist", "owner.3"),
        ("Dentist", "owner.4"),
        ("Billing", "owner.5"),
    ]
