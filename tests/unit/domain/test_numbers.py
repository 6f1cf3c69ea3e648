"""Numbers in sentences, and countries as people write them."""

import pytest

from journeymapper.analysis.needed import Needed, in_short
from journeymapper.domain.countries import country_code
from journeymapper.domain.numbers import fixed, grouped


def test_thousands_stand_apart_and_the_minus_is_real() -> None:
    assert [grouped(n) for n in (7, 4200, 1_234_567)] == ["7", "4\u202f200", "1\u202f234\u202f567"]
    assert (fixed(-4.25, 1), fixed(-0.04, 1), fixed(12345.6, 1)) == (
        "−4.2",
        "0.0",
        "12\u202f345.6",
    )
    assert str(in_short(Needed(4200, None))) == (
        "Cannot tell yet. About 4\u202f200 answers in each round would."
    )


@pytest.mark.parametrize(
    ("told", "code"),
    [(" ", ""), ("de", "DE"), (" Schweiz ", "CH"), ("UK", "GB"), ("Narnia", None), ("D1", None)],
)
def test_a_country_is_a_code_or_a_name_nearby(told: str, code: str | None) -> None:
    assert country_code(told) == code
