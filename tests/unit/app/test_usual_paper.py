"""The usual paper of a country."""

import pytest

from journeymapper.app.usual_paper import settings_of, usual_paper


@pytest.mark.parametrize(
    ("place", "paper"),
    [
        ("en_US.UTF-8", "letter"),
        ("es-MX", "letter"),
        ("fr_CA@euro", "letter"),
        ("English_United States.1252", "letter"),
        ("en_GB.UTF-8", "a4"),
        ("de_DE", "a4"),
        ("usa", "a4"),
        ("C", "a4"),
        ("", "a4"),
    ],
)
def test_letter_where_letter_is_usual(place: str, paper: str) -> None:
    assert usual_paper(place) == paper


def test_the_setting_for_all_wins_over_that_for_paper() -> None:
    names = {"LANG": "en_US", "LC_PAPER": "de_DE"}
    assert settings_of(names) == "de_DE"
    assert settings_of({**names, "LC_ALL": "en_CA"}) == "en_CA"
