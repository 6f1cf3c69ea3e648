"""Lists of people to reach out to: pasted as they come, refused with the line that is wrong."""

import pytest

from journeymapper.domain.errors import UserError
from journeymapper.importing.outreach import OutreachLine, read_outreach


def test_one_on_each_line_is_enough_and_nobody_comes_twice() -> None:
    found = read_outreach(b"P-17\n\n  P-18 \np-17\n")
    assert found == (OutreachLine("P-17"), OutreachLine("P-18"))


def test_further_columns_are_message_day_and_answer() -> None:
    (one,) = read_outreach("P-17;We call you;15.05.2026;Glad".encode("cp1252"))
    assert one == OutreachLine("P-17", "We call you", "2026-05-15", "Glad")


def test_a_heading_says_which_column_is_which() -> None:
    found = read_outreach(b"date\tpseudonym\troom\n2026-05-15\tA. B.\t3\n")
    assert found == (OutreachLine("A. B.", date="2026-05-15"),)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nobody"),
        ("who;date\n", "nobody"),
        ("P-1\n;no name", "Line 2 does not say"),
        ("P-1;x;31.02.2026", "Line 1 has no date"),
        ("x" * 201, "too long"),
        ("\n".join(f"P-{n}" for n in range(2001)), "At most 2000"),
        ("P-1\0", "zero bytes"),
    ],
)
def test_what_cannot_be_read_is_refused_as_a_whole(text: str, why: str) -> None:
    with pytest.raises(UserError) as refused:
        read_outreach(text.encode())
    assert why in str(refused.value)
