"""What is copied arrives whole, in this document or another, and nothing hostile gets in."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.document import operations
from journeymapper.document.parcel_wire import MOST_CELLS, from_bytes, to_bytes
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import (
    ENTITIES,
    Card,
    Channel,
    Connection,
    Feeling,
    JourneyMap,
    Lane,
    Persona,
    Role,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.kinds import LaneKind, Severity, SourceKind
from journeymapper.domain.parcel import Block, Item, Line, Parcel, item_of, pack_stages, pack_steps
from journeymapper.domain.snapshot import Snapshot


def journey(persona: str = "Anna") -> Tx:
    """Two maps; on the first a stage with two steps that are connected, and all there is."""
    tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
    operations.add_project(tx, title="Visit")
    anna = operations.add_persona(tx, persona)
    today = operations.add_map(tx, "Today", personas=(anna,))
    operations.add_map(tx, "Another")
    desk, phone = operations.add_role(tx, "Front desk"), operations.add_channel(tx, "Phone")
    stage = operations.add_stage(tx, today, "Arrive")
    pains = lane(tx, today, LaneKind.PAIN)
    ids = [operations.add_touchpoint(tx, stage, name) for name in ("Greeting", "Form", "Chair")]
    for id_ in ids:
        operations.set_owner(tx, id_, desk)
        operations.set_channels(tx, id_, (phone,))
        operations.set_feeling(tx, id_, anna, -2, SourceKind.SURVEY)
        operations.add_card(tx, pains, "Cold", touchpoint=id_, severity=Severity.HIGH)
    doing = lane(tx, today, LaneKind.DOING)
    operations.add_card(tx, doing, "Comes in", stage=stage)
    operations.connect(tx, ids[0], target=ids[1], share=0.9)
    operations.connect(tx, ids[1], target=ids[2])
    return tx


def lane(tx: Tx, map_id: str, kind: LaneKind) -> str:
    return next(r.id for r in queries.lanes(tx.snapshot, map_id) if r.kind == kind)


def step(tx: Tx, name: str) -> str:
    found = tx.snapshot.table(Touchpoint).values()
    return next(t.id for t in found if t.name == name)


def only_stage(tx: Tx) -> str:
    return next(iter(tx.snapshot.table(Stage)))


def other_map(tx: Tx) -> str:
    return next(m.id for m in tx.snapshot.table(JourneyMap).values() if m.title == "Another")


def nothing(_attachment: str) -> bytes:
    return b""


def told(tx: Tx, ids: tuple[str, ...]) -> list[Any]:
    """Everything that people see of steps, without ids."""
    snapshot, found = tx.snapshot, []
    for id_ in ids:
        one = snapshot.get(Touchpoint, id_)
        owner = snapshot.find(Role, one.owner)
        cards = snapshot.select(indexes.CARDS_OF_PLACE, id_)
        feelings = queries.feelings(snapshot, id_)
        ways = [w for w in snapshot.select(indexes.CONNECTIONS_FROM, id_) if w.target in ids]
        found.append(
            (
                one.name,
                owner.name if owner else None,
                [snapshot.get(Channel, c).name for c in one.channels],
                [(c.text, c.severity, snapshot.get(Lane, c.lane).kind) for c in cards],
                [(snapshot.get(Persona, f.persona).name, f.value, f.source) for f in feelings],
                [(ids.index(w.target or ""), w.share) for w in ways],
            )
        )
    return found


def test_steps_arrive_whole_in_another_document_with_its_own_people() -> None:
    here, there = journey(), journey()
    ids = (step(here, "Greeting"), step(here, "Form"))
    parcel = from_bytes(to_bytes(pack_steps(here.snapshot, "here", ids, nothing)))
    assert isinstance(parcel, Parcel)
    roles = set(there.snapshot.table(Role))
    made = operations.place_steps(there, parcel, only_stage(there), 0)
    assert told(there, made) == told(here, ids)
    assert not set(made) & set(ids) or made != ids
    assert set(there.snapshot.table(Role)) == roles
    order = [t.id for t in queries.touchpoints(there.snapshot, only_stage(there))]
    assert tuple(order[:2]) == made


def test_roles_channels_and_rows_that_are_missing_are_added_and_personas_are_not() -> None:
    here, there = journey(), Tx(Snapshot.of(), map(str, itertools.count(900)).__next__)
    operations.add_project(there)
    blank = operations.add_map(there, "Blank")
    operations.delete_lane(there, lane(there, blank, LaneKind.PAIN))
    parcel = pack_stages(here.snapshot, "here", (only_stage(here),), nothing)
    (stage,) = operations.place_stages(there, parcel, blank)
    assert there.snapshot.get(Stage, stage).name == "Arrive"
    assert [role.name for role in there.snapshot.table(Role).values()] == ["Front desk"]
    assert {c.text for c in there.snapshot.table(Card).values()} == {"Cold", "Comes in"}
    assert lane(there, blank, LaneKind.PAIN)
    assert not there.snapshot.table(Persona)
    assert not there.snapshot.table(Feeling)
    assert len(there.snapshot.table(Connection)) == 2


def test_a_stage_taken_to_another_map_keeps_what_is_in_it() -> None:
    tx = journey()
    ids = tuple(t.id for t in queries.touchpoints(tx.snapshot, only_stage(tx)))
    before = told(tx, ids)
    operations.transfer_stage(tx, only_stage(tx), other_map(tx))
    assert told(tx, ids) == before
    assert {tx.snapshot.get(Lane, c.lane).map for c in tx.snapshot.table(Card).values()} == {
        other_map(tx)
    }


def test_a_step_taken_to_another_map_leaves_no_way_behind() -> None:
    tx = journey()
    stage = operations.add_stage(tx, other_map(tx), "Arrive")
    operations.transfer_touchpoint(tx, step(tx, "Form"), stage)
    assert not tx.snapshot.table(Connection)
    assert queries.map_of(tx.snapshot, step(tx, "Form")) == other_map(tx)
    with pytest.raises(RefusedError):
        operations.transfer_touchpoint(tx, step(tx, "Form"), stage)


def test_cells_come_back_as_they_were() -> None:
    tx = journey()
    card = next(c for c in tx.snapshot.table(Card).values() if c.text == "Cold")
    cells = ((item_of(card), Item("more\nlines\t")), ())
    block = Block((Line(cells, LaneKind.PAIN), Line(((Item("a"),), (Item("b"),)))), "here")
    assert from_bytes(to_bytes(block)) == block


HOSTILE = (
    b"",
    b"{",
    b"[]",
    b"null",
    b'"journey-mapper"',
    b"[" * 100_000,
    b'{"journey-mapper": true, "document": "x", "lines": [[null, [[["a", {}]]]]]}',
    b'{"journey-mapper": 1, "document": 3, "lines": [[null, [[["a", {}]]]]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": []}',
    b'{"journey-mapper": 1, "document": "x", "lines": [["steps", []]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[[7, {}]]]]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[["a", {"n": 1e999}]]]]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[["a", {"n": -1}]]]]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[["a", {"severity": []}]]]]]}',
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[["a", {"n": 1%s}]]]]]}'
    % (b"0" * 400),
    b'{"journey-mapper": 1, "document": "x", "lines": [[null, [[]]], [null, [[], []]]]}',
    b'{"journey-mapper": 1, "document": "x", "roots": ["s"], "entities": []}',
    b'{"journey-mapper": 1, "document": "x", "roots": ["s"], "entities": [["Project", "s", {}]]}',
    b'{"journey-mapper": 1, "document": "x", "roots": ["s"], "entities": [["Stage", "s", {}]]}',
    (
        b'{"journey-mapper": 1, "document": "x", "pictures": {"p": ["text/html", ""]},'
        b' "lines": [[null, [[["a", {}]]]]]}'
    ),
    json.dumps({"journey-mapper": 1, "document": "", "lines": [[None, [[["x" * 10_001, {}]]]]]}),
    json.dumps(
        {
            "journey-mapper": 1,
            "document": "",
            "lines": [[None, [[["x", {}]] * (MOST_CELLS + 1)]]],
        }
    ),
)


@pytest.mark.parametrize("data", HOSTILE)
def test_what_is_damaged_is_refused_in_one_sentence(data: bytes | str) -> None:
    with pytest.raises(RefusedError, match="damaged"):
        from_bytes(data if isinstance(data, bytes) else data.encode())


def test_a_parcel_of_a_newer_version_says_so() -> None:
    with pytest.raises(RefusedError, match="newer"):
        from_bytes(b'{"journey-mapper": 2, "document": "x"}')


def test_a_parcel_that_refers_beyond_itself_brings_nothing_of_it_along() -> None:
    """A way to a step of another map and a card of an unknown row are left out."""
    tx = journey()
    stage = operations.add_stage(tx, other_map(tx), "There")
    far = operations.add_touchpoint(tx, stage, "Far")
    here = Touchpoint("t", stage="gone", name="Trojan", owner="nobody", channels=("none",))
    inside = (
        here,
        Connection("c", source="t", target=far),
        Card("k", lane="gone", touchpoint="t", text="lost"),
        Card("m", lane=lane(tx, other_map(tx), LaneKind.PAIN), touchpoint="t", text="strange"),
    )
    parcel = from_bytes(to_bytes(Parcel("same", (here,), inside)))
    assert isinstance(parcel, Parcel)
    before = len(tx.snapshot.table(Card)), len(tx.snapshot.table(Connection))
    (made,) = operations.place_steps(tx, parcel, only_stage(tx), same_document=True)
    assert tx.snapshot.get(Touchpoint, made).owner is None
    assert (len(tx.snapshot.table(Card)), len(tx.snapshot.table(Connection))) == before


def mangled() -> Iterator[bytes]:
    tx = journey()
    yield to_bytes(pack_stages(tx.snapshot, "d", (only_stage(tx),), nothing))
    yield to_bytes(Block((Line(((Item("a", {"n": 3}),),), LaneKind.PAIN),)))


def loose(snapshot: Snapshot) -> list[str]:
    """Return what refers to something that is not there."""
    return [
        f"{type(entity).__name__}.{name}"
        for kind in ENTITIES
        for entity in snapshot.table(kind).values()
        for name, spec in specs_of(kind).items()
        if spec.target
        for id_ in ids_in(getattr(entity, name))
        if not snapshot.has(spec.target, id_)
    ]


def ids_in(value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if value else ()


@settings(max_examples=120)
@given(st.sampled_from(tuple(mangled())), st.data())
def test_bytes_that_were_tampered_with_are_read_whole_or_refused(data: bytes, draw: Any) -> None:
    at = draw.draw(st.integers(0, len(data) - 1))
    put = draw.draw(st.sampled_from([b"", b"0", b'"', b"]", b"{", b"null", b"-9", b"1e400", b","]))
    cut = draw.draw(st.integers(0, 6))
    changed = data[:at] + put + data[at + cut :]
    try:
        parcel = from_bytes(changed)
    except RefusedError:
        return
    assert from_bytes(to_bytes(parcel)) == parcel
    if isinstance(parcel, Block):
        return
    tx = journey()
    kind = type(parcel.roots[0])
    before = len(tx.snapshot.table(kind))
    try:
        if kind is Stage:
            operations.place_stages(tx, parcel, other_map(tx))
        else:
            operations.place_steps(tx, parcel, only_stage(tx))
    except RefusedError:
        return
    assert len(tx.snapshot.table(kind)) == before + len(parcel.roots)
    assert loose(tx.snapshot) == []
