"""The net of ways that a map's connections and its order make."""

import subprocess
import sys
from dataclasses import replace

import pytest

from journeymapper.analysis import journey_figures
from journeymapper.analysis.journey_flow import MAP_END, Sum, flow_of
from journeymapper.app import resources
from journeymapper.document import templates
from journeymapper.document.outline import keys, read_outline
from journeymapper.domain import queries
from journeymapper.domain.entities import Connection, Role, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.snapshot import Snapshot
from tests.unit.drawing.ways_world import STAYS, journey, to
from tests.unit.drawing.world import changed, edited, practice

FOLDER = resources.find().templates


def shares(snapshot: Snapshot, source: str) -> dict[str, float | None]:
    return {way.target: way.share for way in flow_of(snapshot, "map").ways[source]}


@pytest.mark.parametrize("key", keys(FOLDER))
def test_in_the_templates_nobody_gets_stuck(key: str) -> None:
    snapshot = templates.snapshot_of(read_outline(FOLDER, key))
    net = flow_of(snapshot, queries.maps(snapshot)[0].id)
    found = net.check()
    assert (found.dead_ends, found.traps, found.unreachable) == ((), (), ())
    assert net.unfinished() is None
    assert sum(journey_figures.figures(net).ends.values()) == pytest.approx(1)


def test_half_of_the_patients_of_the_dental_template_stay() -> None:
    snapshot = templates.snapshot_of(read_outline(FOLDER, "dental"))
    net = flow_of(snapshot, queries.maps(snapshot)[0].id)
    found = journey_figures.figures(net)
    whole = journey_figures.analyse(net)
    assert found.success == pytest.approx(0.496511, abs=1e-6)
    assert found.visits == pytest.approx(whole.expected_visits)
    assert found.steps == pytest.approx(whole.steps_mean)
    assert whole.among_successes is not None


def test_a_step_without_connections_passes_everybody_to_the_next() -> None:
    net = flow_of(journey(), "map")
    assert {s: [(w.target, w.share) for w in ways] for s, ways in net.ways.items()} == {
        "review": [("page", 1.0)],
        "page": [("greeting", 1.0)],
        "greeting": [("rebook", 1.0)],
        "rebook": [("invoice", 1.0)],
        "invoice": [("stays", 1.0)],
    }
    assert (net.drawn, flow_of(practice(), "map").drawn) == (True, False)


def test_a_map_that_says_nothing_of_ends_ends_with_its_last_step() -> None:
    net = flow_of(practice(), "map")
    assert [way.target for way in net.ways["invoice"]] == [MAP_END]
    found = journey_figures.figures(net)
    assert (found.ends, found.success, found.steps) == ({MAP_END: 1.0}, None, 5.0)


def test_a_last_step_that_leads_to_none_of_the_ends_is_a_dead_end() -> None:
    net = flow_of(changed(practice(), STAYS), "map")
    assert net.check().dead_ends == ("invoice",)
    with pytest.raises(UserError, match="“invoice” leads nowhere"):
        journey_figures.figures(net)


def test_one_way_may_take_the_rest() -> None:
    snapshot = journey(to("page", "greeting"), to("page", "goes", 0.2))
    assert shares(snapshot, "page") == pytest.approx({"greeting": 0.8, "goes": 0.2})
    rest = {w.target: w.rest for w in flow_of(snapshot, "map").ways["page"]}
    assert rest == {"greeting": True, "goes": False}
    assert journey_figures.figures(flow_of(snapshot, "map")).success == pytest.approx(0.8)


def test_counts_become_shares() -> None:
    snapshot = journey(to("page", "greeting", count=30), to("page", "goes", count=10))
    assert shares(snapshot, "page") == {"greeting": 0.75, "goes": 0.25}


@pytest.mark.parametrize(
    ("ways", "kind", "sentence"),
    [
        ([to("page", "greeting", 0.7), to("page", "goes", 0.25)], Sum.SHORT, "add up to 95 %"),
        ([to("page", "greeting", 0.9), to("page", "goes", 0.2)], Sum.OVER, "add up to 110 %"),
        ([to("page", "greeting"), to("page", "goes")], Sum.UNKNOWN, "Nobody has said yet"),
        ([to("page", "greeting", 0.9), to("page", "goes", count=3)], Sum.MIXED, "mix shares"),
        ([to("page", "greeting", count=3), to("page", "goes")], Sum.UNKNOWN, "Nobody has said"),
        ([to("page", "goes", count=0)], Sum.UNKNOWN, "Nobody has said"),
    ],
)
def test_ways_that_do_not_add_up_name_the_step(
    ways: list[Connection], kind: Sum, sentence: str
) -> None:
    snapshot = journey(*ways)
    net = flow_of(snapshot, "map")
    assert net.sums["page"][0] is kind
    names = {t.id: t.name for t in snapshot.table(Touchpoint).values()}
    with pytest.raises(UserError, match="Practice web page") as raised:
        journey_figures.figures(net, names.__getitem__)
    assert sentence in str(raised.value)
    assert net.check().dead_ends == ()


def test_traps_and_what_nobody_reaches_are_found() -> None:
    net = flow_of(journey(to("review", "stays", 1.0), to("greeting", "page", 1.0)), "map")
    found = net.check()
    assert found.traps == ("page", "greeting")
    assert found.unreachable == ("page", "greeting", "rebook", "invoice")


def test_people_enter_where_the_map_says_so() -> None:
    snapshot = journey(to("page", "goes", 1.0))
    entries = edited(
        edited(snapshot, Touchpoint, "page", entry=True), Touchpoint, "rebook", entry=True
    )
    net = flow_of(entries, "map")
    assert net.start == {"page": 0.5, "rebook": 0.5}
    found = journey_figures.figures(net)
    assert found.success == pytest.approx(0.5)
    assert found.visits["greeting"] == 0


def test_hand_offs_switches_and_what_is_lost_between() -> None:
    lost = replace(to("page", "rebook", 1.0), info_passed=False)
    snapshot = changed(journey(lost), Role("other", name="Other"))
    (way,) = flow_of(snapshot, "map").ways["page"]
    assert (way.handoff, way.switch, way.lost_on_the_way, way.forward) == (True, True, True, False)
    (next_,) = flow_of(snapshot, "map").ways["review"]
    assert (next_.handoff, next_.switch, next_.lost_on_the_way, next_.forward) == (
        False,
        False,
        False,
        True,
    )


def test_a_net_is_looked_at_without_the_packages_for_numbers() -> None:
    script = (
        "import sys\n"
        "import journeymapper.analysis.journey_figures\n"
        "import journeymapper.drawing.map.layout, journeymapper.drawing.map.pages\n"
        "print(sorted({'numpy', 'networkx'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_step_that_nothing_leads_to_or_from_is_found() -> None:
    net = flow_of(edited(journey(), Connection, "invoice-stays", source="rebook"), "map")
    found = net.check()
    assert (found.dead_ends, found.unreachable) == (("invoice",), ("invoice",))
    assert journey_figures.figures(net).success == pytest.approx(1)
