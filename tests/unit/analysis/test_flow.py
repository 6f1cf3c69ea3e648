"""Non-linear journeys: the worked examples, and what cannot be counted with."""

import math

import pytest

from journeymapper.analysis.flow import FlowResult, analyse_flow
from journeymapper.domain.errors import UserError
from tests.unit.analysis.flow_samples import DENTAL, TV, TV_WITH_CONTEXT, WALK

ENDS = ("success", "abandon")


def approx(values: dict[str, float]) -> object:
    return pytest.approx(values, abs=1e-6)


def among(result: FlowResult) -> FlowResult:
    assert result.among_successes is not None
    return result.among_successes


def test_television_support_as_it_is() -> None:
    found = analyse_flow(TV, "call", ENDS)
    assert found.expected_visits == approx(
        {"call": 1.196126, "agent": 1.743341, "transfer": 0.784504, "fix_claimed": 0.784504}
    )
    assert found.end_probabilities == approx({"success": 0.588378, "abandon": 0.411622})
    assert (found.steps_mean, found.steps_sd) == pytest.approx((4.508475, 3.106157), abs=1e-6)
    assert found.ever_visited == approx(
        {"call": 1.0, "agent": 0.9, "transfer": 0.450626, "fix_claimed": 0.65587}
    )
    assert found.returns["call"] == pytest.approx(0.163968, abs=1e-6)
    assert found.loops == [{"call", "agent", "transfer", "fix_claimed"}]


def test_television_support_when_the_context_travels() -> None:
    found = analyse_flow(TV_WITH_CONTEXT, "call", ENDS)
    assert found.expected_visits == approx(
        {"call": 1.086538, "agent": 1.236264, "transfer": 0.271978, "fix_claimed": 0.865385}
    )
    assert found.end_probabilities == approx({"success": 0.778846, "abandon": 0.221154})
    assert (found.steps_mean, found.steps_sd) == pytest.approx((3.460165, 1.769509), abs=1e-6)
    assert found.ever_visited["transfer"] == pytest.approx(0.211313, abs=1e-6)
    assert found.returns["call"] == pytest.approx(0.079646, abs=1e-6)


def test_the_contacts_that_those_need_who_succeed() -> None:
    found = among(analyse_flow(TV, "call", ENDS))
    assert found.expected_visits == approx(
        {"call": 1.196126, "agent": 1.937046, "transfer": 0.74092, "fix_claimed": 1.196126}
    )
    assert found.end_probabilities == approx({"success": 1, "abandon": 0})
    assert found.steps_mean == pytest.approx(5.070218, abs=1e-6)
    assert found.among_successes is None


def test_a_dental_practice() -> None:
    found = analyse_flow(DENTAL, "find", ["retained", "lost"])
    assert found.expected_visits == approx(
        {
            "find": 1.0,
            "book": 0.953327,
            "arrive": 0.857994,
            "wait": 0.755035,
            "treat": 0.724834,
            "rebook": 0.507384,
        }
    )
    assert found.end_probabilities == approx({"retained": 0.496511, "lost": 0.503489})
    assert (found.steps_mean, found.steps_sd) == pytest.approx((4.798573, 2.755718), abs=1e-6)
    assert found.loops == [{"book", "arrive", "wait", "treat", "rebook"}]
    assert among(found).steps_mean == pytest.approx(6.230765, abs=1e-6)
    assert found.betweenness["book"] == pytest.approx(0.261905, abs=1e-6)
    assert found.betweenness["rebook"] == pytest.approx(0.142857, abs=1e-6)


def test_the_bottleneck_of_television_support_is_the_agent() -> None:
    found = analyse_flow(TV, "call", ENDS)
    assert found.betweenness == approx(
        {
            "call": 0.15,
            "agent": 0.35,
            "transfer": 0,
            "fix_claimed": 0.25,
            "success": 0,
            "abandon": 0,
        }
    )
    assert max(found.expected_visits, key=lambda name: found.expected_visits[name]) == "agent"


def test_the_walk_of_the_textbook() -> None:
    found = analyse_flow(WALK, "2", ["0", "4"])
    assert found.expected_visits == approx({"1": 1, "2": 2, "3": 1})
    assert found.end_probabilities == approx({"0": 0.5, "4": 0.5})
    assert (found.steps_mean, found.steps_sd**2) == pytest.approx((4, 8))


def test_counts_become_shares_of_their_sum() -> None:
    counted = [("a", "b", 30), ("a", "gone", 10.0), ("b", "success", 12), ("b", "gone", 4)]
    found = analyse_flow(counted, "a", ["success", "gone"], kind="count")
    assert found.end_probabilities == approx({"success": 0.5625, "gone": 0.4375})


def test_the_kind_is_never_guessed() -> None:
    with pytest.raises(UserError, match="The ways from “a” add up to 4000 %"):
        analyse_flow([("a", "b", 40), ("b", "success", 1)], "a", ["success"])
    with pytest.raises(UserError, match=r"“0\.5” is not a whole number"):
        analyse_flow([("a", "success", 0.5), ("a", "gone", 0.5)], "a", ENDS, kind="count")


def test_parallel_ways_add_up_and_small_rounding_is_taken() -> None:
    edges = [("a", "success", 0.333), ("a", "success", 0.333), ("a", "gone", 0.333)]
    found = analyse_flow(edges, "a", ["success", "gone"])
    assert found.end_probabilities == approx({"success": 2 / 3, "gone": 1 / 3})


def test_a_touchpoint_may_lead_to_itself() -> None:
    found = analyse_flow([("a", "a", 0.75), ("a", "success", 0.25)], "a", ["success"])
    assert found.expected_visits == approx({"a": 4})
    assert found.returns == approx({"a": 0.75})
    assert found.loops == [{"a"}]


def test_people_may_enter_at_several_places() -> None:
    edges = [("a", "b", 1), ("b", "success", 0.5), ("b", "gone", 0.5), ("c", "gone", 1)]
    found = analyse_flow(edges, {"a": 3, "c": 1}, ["success", "gone"])
    assert found.expected_visits == approx({"a": 0.75, "b": 0.75, "c": 0.25})
    assert found.end_probabilities == approx({"success": 0.375, "gone": 0.625})
    assert found.steps_mean == pytest.approx(1.75)
    assert found.steps_sd == pytest.approx(math.sqrt(0.1875))


def test_nobody_who_succeeds_has_no_figures() -> None:
    assert analyse_flow([("a", "lost", 1)], "a", ["success", "lost"]).among_successes is None
    assert analyse_flow([("a", "lost", 1)], "a", ["lost"], success=()).among_successes is None


def test_what_nobody_reaches_is_never_visited() -> None:
    edges = [("a", "success", 1), ("b", "a", 1)]
    assert analyse_flow(edges, "a", ["success"]).expected_visits == approx({"a": 1, "b": 0})


@pytest.mark.parametrize(
    ("edges", "sentence"),
    [
        ([("a", "success", 0.93)], "The ways from “a” add up to 93 %."),
        ([("a", "success", 0.8), ("a", "b", 0.4), ("b", "success", 1)], "“a” add up to 120 %."),
        ([("a", "success", 1.2), ("a", "b", -0.2)], "A way from “a” is below 0."),
        ([("a", "success", 1), ("success", "a", 1)], "“success” is an end"),
        ([("a", "b", 0.5), ("a", "success", 0.5)], "“b” leads nowhere."),
        ([("a", "success", 0.5), ("a", "b", 0.5), ("b", "b", 1)], "From “b” nobody ever comes"),
        ([], "“a” leads nowhere."),
    ],
)
def test_what_cannot_be_counted_with_names_the_touchpoint(
    edges: list[tuple[str, str, float]], sentence: str
) -> None:
    with pytest.raises(UserError) as raised:
        analyse_flow(edges, "a", ["success"])
    assert sentence in str(raised.value)


@pytest.mark.parametrize("wrong", [True, None, math.nan, math.inf, "0.5"])
def test_what_is_no_number_is_refused(wrong: object) -> None:
    with pytest.raises(UserError, match=f"“{wrong}” is not a number"):
        analyse_flow([("a", "success", wrong)], "a", ["success"])


@pytest.mark.parametrize("start", ["success", {}, {"a": 0.0}, {"a": -1.0}])
def test_people_must_enter_somewhere(start: str | dict[str, float]) -> None:
    with pytest.raises(UserError):
        analyse_flow([("a", "success", 1)], start, ["success"])


def test_a_loop_that_next_to_nobody_leaves_gives_a_sentence_and_no_figures() -> None:
    edges = [("a", "b", 1.0), ("b", "a", 1.0), ("b", "success", 1e-300)]
    with pytest.raises(UserError, match="Next to nobody"):
        analyse_flow(edges, "a", ["success"])


def test_touchpoints_are_called_what_the_caller_calls_them() -> None:
    with pytest.raises(UserError, match="“Book” leads nowhere"):
        analyse_flow([("1", "2", 1)], "1", ["9"], names={"1": "Find", "2": "Book"}.__getitem__)
