"""How much longer something took than was promised."""

import pytest

from journeymapper.analysis.impact_effort import is_quick_win
from journeymapper.analysis.time_gap import time_ratio


def test_the_cases_of_the_method() -> None:
    assert time_ratio(30, 5) == 6.0
    assert time_ratio(61, 14) == pytest.approx(4.357142857)


@pytest.mark.parametrize(("promised", "actual"), [(None, 5), (5, None), (0, 30)])
def test_without_a_promise_or_an_end_there_is_no_ratio(
    promised: float | None, actual: float | None
) -> None:
    assert time_ratio(actual, promised) is None


def test_a_quick_win_brings_much_for_little_work() -> None:
    quick = {(i, e) for i in range(1, 6) for e in range(1, 6) if is_quick_win(i, e)}
    assert quick == {(i, e) for i in (3, 4, 5) for e in (1, 2)}
    assert not is_quick_win(5, None)
    assert not is_quick_win(None, 1)
