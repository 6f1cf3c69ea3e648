"""Conditions as they are written: read as they were meant, whatever is in their names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymapper.domain.conditions import Condition, folded, read_condition, write_condition
from journeymapper.domain.errors import UserError

WORDS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=12
).filter(lambda text: text.strip() and not text.strip().startswith("="))


@given(WORDS, st.sampled_from(("=", "!=", "<", "<=", ">", ">=")), WORDS, st.booleans())
def test_what_is_written_is_read_again(what: str, how: str, than: str, quoted: bool) -> None:
    read = read_condition(write_condition(Condition(what, how, than, quoted)))
    assert (read.key, read.how, folded(read.than)) == (folded(what), how, folded(than))


@pytest.mark.parametrize(
    ("text", "what", "how", "than"),
    [
        ("country = DE", "country", "=", "DE"),
        ("  Country!=  DE ", "Country", "!=", "DE"),
        ("Growth>=2", "Growth", ">=", "2"),
        ('"Age >= 60?" = yes', "Age >= 60?", "=", "yes"),
        ('"Is ""home"" far?" = a = b', 'Is "home" far?', "=", "a = b"),
    ],
)
def test_a_condition_is_what_how_and_than(text: str, what: str, how: str, than: str) -> None:
    read = read_condition(text)
    assert (read.what, read.how, read.than) == (what, how, than)


@pytest.mark.parametrize("text", ["", "country", "= DE", "country ="])
def test_anything_else_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_condition(text)
    assert str(caught.value.hint) == "Write it like: country = DE"
