"""Long words break between syllables; what is copied has no hyphen."""

import pytest

from journeymapper.drawing.display_list import Rect, Text
from journeymapper.drawing.hyphens import BREAK, breakable
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import TextBlock, TextStyle
from tests.unit.drawing.world import setting

STYLE = TextStyle(12, 15, 600)


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    found = setting(engine)
    return Pen(engine, found.tokens, ENGLISH)


def _lines(block: TextBlock) -> list[str]:
    return [line.text.replace(BREAK, "").strip() for line in block.lines]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("Recommendation", ["Recom", "men", "da", "tion"]),
        ("Rückmeldung", ["Rück", "mel", "dung"]),
        ("Complaint", ["Com", "plaint"]),
        ("appointment", ["appoint", "ment"]),
        ("Subscription", ["Sub", "scrip", "tion"]),
        ("Rebooking", ["Rebook", "ing"]),
        ("sitting", ["sit", "ting"]),
        ("sometimes", ["some", "times"]),
        ("explained", ["explained"]),
        ("Werkstatt", ["Werkstatt"]),
        ("Empfangsbestätigung", ["Emp", "fangs", "bes", "tä", "ti", "gung"]),
        ("Verbesserungsvorschlag", ["Ver", "bes", "se", "rungs", "vor", "schlag"]),
        ("rhythms", ["rhythms"]),
        ("https://example.org/averylongplace", ["https://example.org/averylongplace"]),
        ("Ελληνικά", ["Ελληνικά"]),
    ],
)
def test_breaks_between_syllables(word: str, parts: list[str]) -> None:
    assert breakable(word).split(BREAK) == parts


def test_a_text_that_fits_stays_in_its_family(pen: Pen) -> None:
    block = pen.block("Practice web page", STYLE, 78)
    assert all("Condensed" not in run.font for line in block.lines for run in line.runs)


def test_a_word_that_does_not_fit_is_broken_with_a_drawn_hyphen(pen: Pen) -> None:
    block = pen.block("Recommendation or review", STYLE, 78)
    assert _lines(block) == ["Recommen", "dation or", "review"]
    shapes = placed(block, 0, 0)
    texts = [shape.run for shape in shapes if isinstance(shape, Text)]
    assert "".join(run.text for run in texts).replace(" ", "") == "Recommendationorreview"
    assert not any("Condensed" in run.font for run in texts)
    assert sum(isinstance(shape, Rect) for shape in shapes) == 1


def test_only_where_syllables_do_not_fit_is_the_text_condensed(pen: Pen) -> None:
    block = pen.block("Examination and appointment", STYLE, 44)
    assert all("Condensed" in run.font for line in block.lines for run in line.runs)
    assert _lines(block) == ["Examina", "tion and", "appoint", "ment"]


def test_glyphs_and_text_agree_after_the_breaks_are_taken_out(pen: Pen) -> None:
    block = pen.block("Krankenversicherungskarte", STYLE, 60)
    for line in block.lines:
        for run in line.runs:
            assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)
            assert all(cluster < len(run.text) for cluster in run.clusters)
            assert BREAK not in run.text


def test_nothing_is_ever_cut(pen: Pen) -> None:
    text = "Ab" * 400
    block = pen.block(text, STYLE, 30)
    found = "".join(run.text for line in block.lines for run in line.runs)
    assert found == text
