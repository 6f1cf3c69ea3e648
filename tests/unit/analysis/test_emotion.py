"""The emotion curve: average, peak, end, memory and falls."""

import math

import pytest

from journeymapper.analysis.emotion import EmotionCurve, emotion_curve
from journeymapper.domain.errors import UserError


def test_current_dental_journey() -> None:
    found = emotion_curve([1, -2, -1, -2, -3, 3, -4])
    assert found.mean == pytest.approx(-1.142857, abs=1e-6)
    assert (found.peak, found.end, found.peak_end) == (-4, -4, -4.0)
    assert found.drops == ((0, 1, -3), (5, 6, -7))


def test_future_dental_journey() -> None:
    found = emotion_curve([1, 2, 1, 2, 1, 3, 2])
    assert found.mean == pytest.approx(1.714286, abs=1e-6)
    assert found.peak_end == 2.5
    assert found.drops == ()


def test_no_value_gives_no_figures() -> None:
    assert emotion_curve([]) == EmotionCurve(None, None, None, None, ())
    assert emotion_curve([None, None]) == EmotionCurve(None, None, None, None, ())


def test_unrated_touchpoints_are_skipped_but_keep_their_places() -> None:
    found = emotion_curve([None, 4, None, None, 1, None])
    assert found.drops == ((1, 4, -3),)
    assert found.mean == 2.5
    assert found.end == 1


def test_of_two_equal_peaks_the_negative_one_counts() -> None:
    assert emotion_curve([4, -4, 1]).peak == -4
    assert emotion_curve([-4, 4, 1]).peak == -4


def test_a_fall_of_one_is_no_drop() -> None:
    assert emotion_curve([3, 2, 0]).drops == ((1, 2, -2),)


def test_whole_numbers_from_a_spreadsheet_are_taken() -> None:
    assert emotion_curve([2.0, -1.0]).end == -1


@pytest.mark.parametrize("wrong", [True, 7.5, math.nan, math.inf, "3"])
def test_what_is_no_whole_number_is_refused(wrong: float) -> None:
    with pytest.raises(UserError, match="is not a whole number"):
        emotion_curve([1, wrong])


@pytest.mark.parametrize("wrong", [6, -6])
def test_what_is_off_the_scale_is_refused(wrong: float) -> None:
    with pytest.raises(UserError, match=f"{wrong} is outside -5 to 5"):
        emotion_curve([wrong])
