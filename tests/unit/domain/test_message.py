"""Sentences for people."""

from journeymapper.domain.message import Message, _


def test_places_are_filled_and_values_are_never_read_as_places() -> None:
    assert str(_("Move {what} to {where}", what="{where}", where="Arrive")) == (
        "Move {where} to Arrive"
    )


def test_a_place_without_a_value_stays_visible() -> None:
    assert str(_("{n} of {all}", n=3)) == "3 of {all}"


def test_an_open_brace_in_a_pattern_is_text() -> None:
    assert str(_("a { b")) == "a { b"


def test_the_stored_form_gives_the_same_message_back() -> None:
    message = _("Undo: {what}", what=_("Move {name}", name="“Gruß” \U0001f600"), n=2, x=0.5)
    assert Message.from_json(message.to_json()) == message


def test_what_is_no_stored_message_is_shown_as_it_stands() -> None:
    assert str(Message.from_json("not json {")) == "not json {"
    assert str(Message.from_json("17")) == "17"


def test_messages_are_equal_by_key_and_arguments() -> None:
    assert _("a {b}", b=1) == _("a {b}", b=1)
    assert len({_("a {b}", b=1), _("a {b}", b=1), _("a {b}", b=2)}) == 2
