"""What is said of a plan's measure: never more than the numbers bear."""

from __future__ import annotations

from journeymapper.analysis.plans.effect import effect_of
from journeymapper.analysis.plans.effect_words import Outcome, amount_words, tell, value_words
from journeymapper.analysis.plans.trend import trend_of
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.entities import Kpi
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.kinds_plan import KpiKind
from tests.unit.analysis.measured import STARTED, by_hand, counted, new_tx


def test_more_than_chance_could_do_is_said_and_the_goal_with_it() -> None:
    effect = counted((7, 50), (7, 32), (13, 29), (17, 27), (16, 20))
    told = tell(effect, STARTED)
    assert (told.outcome, str(told.verdict)) == (Outcome.BETTER, "Yes, better")
    assert str(told.sentence) == "More than chance could do."
    assert str(told.goal) == "What we wanted is reached: 75 %."
    assert (str(value_words(effect, effect.baseline)), str(value_words(effect, effect.last))) == (
        "7 of 50",
        "16 of 20",
    )


def test_worse_is_said_as_plainly() -> None:
    told = tell(counted((16, 20), (7, 50)), STARTED)
    assert told.outcome == Outcome.WORSE
    assert "Worse" in str(told.sentence)
    assert "not reached yet" in str(told.goal)


def test_where_more_counted_from_now_on_would_tell_their_number_is_said() -> None:
    effect = counted((30, 100), (9, 20))
    told = tell(effect, STARTED)
    assert told.outcome == Outcome.UNCLEAR
    assert effect.change is not None
    assert effect.change.needed is not None
    needed = effect.change.needed.new_alone
    assert needed is not None
    assert str(told.sentence) == f"We cannot tell yet: about {needed - 20} more counted would."
    twice = counted((30, 100), (9 * needed // 10, 2 * needed))
    assert tell(twice, STARTED).outcome == Outcome.BETTER


def test_where_the_baseline_is_too_small_for_any_number_that_is_said() -> None:
    told = tell(counted((14, 20), (15, 20)), STARTED)
    assert "before the plan 20 were, so more alone cannot tell" in str(told.sentence)
    alike = tell(counted((10, 20), (10, 20)), STARTED)
    assert "too much alike" in str(alike.sentence)


def test_nine_counted_are_too_few_whatever_they_show() -> None:
    told = tell(counted((0, 9), (9, 9)), STARTED)
    assert told.outcome == Outcome.UNCLEAR
    assert "Too few to tell: 9 before and 9 now" in str(told.sentence)


def test_values_from_before_the_start_prove_nothing() -> None:
    effect = counted((7, 50), (16, 20))
    assert tell(effect, "").outcome == Outcome.NOTHING
    assert tell(effect, "2026-04-01").outcome == Outcome.NOTHING
    assert tell(effect, "2026-03-28").outcome == Outcome.BETTER
    assert "Count once before" in str(tell(counted(None, (16, 20)), STARTED).sentence)


def test_a_number_by_hand_is_judged_by_those_before_it() -> None:
    few = tell(by_hand(14, 13, 7.5), STARTED)
    assert few.outcome == Outcome.UNCLEAR
    assert "two numbers alone" in str(few.sentence)
    assert str(few.goal) == "What we wanted is reached: 8 minutes."
    usual = (14, 13, 15, 14, 13, 14)
    assert tell(by_hand(*usual, 12), STARTED).outcome == Outcome.UNCLEAR
    assert tell(by_hand(*usual, 6), STARTED).outcome == Outcome.BETTER
    assert tell(by_hand(*usual, 22), STARTED).outcome == Outcome.WORSE
    assert trend_of(by_hand(*usual[:5], 6)) is None


def test_numbers_keep_what_was_typed_and_shares_are_percents() -> None:
    assert str(amount_words(by_hand(14, 7.25), 7.25)) == "7.25 minutes"
    assert str(amount_words(by_hand(14), 14.0)) == "14 minutes"
    assert str(amount_words(counted((1, 8)), 1 / 8)) == "12 %"


def test_of_a_question_that_is_gone_nothing_is_known_any_more() -> None:
    tx = new_tx()
    survey = operations.add_survey(tx, "Visit")
    question = operations.add_question(tx, survey, QuestionKind.NPS, "Recommend?")
    plan = operations.add_plan(tx, "Keep dates")
    kpi = operations.add_kpi(tx, plan, "", kind=KpiKind.QUESTION, question=question)
    operations.set_baseline(tx, kpi, {6.0: 4, 9.0: 8}, "2026-02-20")
    operations.delete_question(tx, question)
    effect = effect_of(tx.snapshot, count_answers(tx.snapshot), tx.snapshot.get(Kpi, kpi))
    assert (effect.baseline, effect.series) == (None, ())
    assert "is not there any more" in str(tell(effect, STARTED).sentence)
