"""The mood that words suggest, in English and German."""

import pytest

from journeymapper.app.moods import suggested_mood


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Very friendly and on time, thank you", 1),
        ("Sehr freundliches Team, gerne wieder", 1),
        ("Alles gut", 1),
        ("Much better than last time", 1),
        ("I waited an hour and nobody said why. Rude.", -1),
        ("Kalt im Wartezimmer, leider", -1),
        ("Unfreundlicher Empfang", -1),
        ("Friendly, but far too slow", 0),
        ("Nett, aber es dauerte ewig", 0),
        ("Not friendly at all", -1),
        ("Das war nicht gut", -1),
        ("No problem with the bill", 1),
        ("Ohne Schmerzen", 1),
        ("Not once late. Good", 1),
        ("Came on Tuesday at nine", None),
        ("Kam am Dienstag", None),
        ("Goods were on the table", None),
        ("", None),
        ("日本語", None),
    ],
)
def test_a_mood_is_suggested_where_words_tell(text: str, mood: int | None) -> None:
    assert suggested_mood(text) == mood
