"""The table of actions: no clash, nothing unreachable, no bare letters."""

from collections import Counter

from journeymapper.app.actions import (
    ACTIONS,
    BY_ID,
    MENU_TITLES,
    PLACES,
    Menu,
    When,
    in_menu,
    plain,
)


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(ACTIONS)


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(key.casefold() for action in ACTIONS for key in action.shortcuts)
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_key_is_a_bare_letter_or_number() -> None:
    """In the map letters and numbers write into the selected cell."""
    bare = [
        key
        for action in ACTIONS
        for key in action.shortcuts
        if not key.startswith(("Ctrl+", "Alt+", "Shift+F", "F")) and key != "Del"
    ]
    assert bare == []


def test_every_action_stands_in_exactly_one_menu() -> None:
    shown = [a.id for menu in Menu for section in in_menu(menu) for a in section]
    assert sorted(shown) == sorted(BY_ID)


def test_menu_letters_are_unique_in_each_menu() -> None:
    for menu in Menu:
        letters = Counter(
            str(action.text).partition("&")[2][:1].casefold()
            for section in in_menu(menu)
            for action in section
        )
        assert [letter for letter, count in letters.items() if count > 1] == [], menu
        assert "" not in letters, menu


def test_titles_of_menus_have_letters_of_their_own() -> None:
    letters = [str(title).partition("&")[2][:1] for title in MENU_TITLES.values()]
    assert len(set(letters)) == len(Menu)


def test_every_action_says_what_it_does() -> None:
    assert [a.id for a in ACTIONS if not str(a.help).endswith(".")] == []


def test_places_have_the_keys_one_to_eight() -> None:
    keys = [BY_ID[f"go.{place}"].shortcuts[0] for place in PLACES]
    assert keys == [f"Ctrl+{n}" for n in range(1, 9)]


def test_what_changes_a_document_needs_one() -> None:
    free = [a.id for a in ACTIONS if a.when == When.ALWAYS and a.menu == Menu.EDIT]
    assert free == []


def test_plain_takes_off_the_letter_mark_and_the_dots() -> None:
    assert plain("&New map…") == "New map"
