"""Messages are said in a language; what has no translation is said in English."""

from journeymapper.domain.message import _
from journeymapper.text.catalogue import ENGLISH, Catalogue

GERMAN = Catalogue("de", {"Add {what}": "{what} hinzufügen", "a step": "einen Schritt"})


def test_english_is_the_key() -> None:
    assert ENGLISH.say(_("Add {what}", what="tea")) == "Add tea"
    assert ENGLISH.language == "en"


def test_messages_inside_messages_are_said_in_the_same_language() -> None:
    assert GERMAN.say(_("Add {what}", what=_("a step"))) == "einen Schritt hinzufügen"


def test_a_missing_sentence_is_said_in_english() -> None:
    assert GERMAN.say(_("Undo {step}", step=3)) == "Undo 3"


def test_braces_in_the_files_own_words_stay() -> None:
    assert GERMAN.say(_("Add {what}", what="{what}")) == "{what} hinzufügen"
