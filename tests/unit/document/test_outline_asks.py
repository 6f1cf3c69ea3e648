"""A template may ask about a step in its own words."""

from pathlib import Path

import pytest

from journeymapper.document.outline import keys, read_outline

FOLDER = Path(__file__).parents[3] / "resources" / "templates"


@pytest.mark.parametrize("key", keys(FOLDER))
def test_a_question_of_its_own_is_a_question(key: str) -> None:
    outline = read_outline(FOLDER, key)
    asked = [step.ask for stage in outline.stages for step in stage.steps if step.ask]
    assert asked
    assert all(ask.endswith("?") for ask in asked)
