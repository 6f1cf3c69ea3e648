"""Any text becomes fit for shaping."""

import pytest

from journeymapper.text.plain import has_rtl, is_invisible, is_rtl, one_line, paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [""]),
        ("plain", ["plain"]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\rc", ["a", "b", "c"]),
        ("a\tb", ["a b"]),
        ("a\x00b\x1bc", ["a\ufffdb\ufffdc"]),
        ("\ud800x\ufffc", ["\ufffdx\ufffd"]),
        ("so\u00adft\ufe0f\u202e", ["soft"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_one_line_has_no_line_ends() -> None:
    assert one_line(" a\n b\x00 \t c ") == "a b\ufffd c"


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("abc", False), ("12 שלום", True), ("abc שלום", False), ("ب", True), ("12 😀", False)],
)
def test_the_first_letter_tells_the_direction(text: str, rtl: bool) -> None:
    assert is_rtl(text) == rtl


def test_any_letter_tells_that_there_is_right_to_left_text() -> None:
    assert has_rtl("abc שלום")
    assert not has_rtl("abc é")


def test_what_shows_nothing() -> None:
    assert all(is_invisible(character) for character in " \u00a0\u200d\ufe0f\u200e")
    assert not any(is_invisible(character) for character in "a\u0301旅")
