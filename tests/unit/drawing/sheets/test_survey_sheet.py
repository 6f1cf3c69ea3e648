"""The questionnaire of a survey: each question with its own scale, on as many pages as needed."""

from datetime import date

import pytest

from journeymapper.domain.entities import Question, Survey
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.kinds import Better, QuestionKind, Scale
from journeymapper.domain.scales import checked_question
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Icon, Rect
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.sheets.page import HEIGHT, WIDTH
from journeymapper.drawing.sheets.survey_sheet import survey_sheets
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import changed, practice, setting, text_of

DAY = date(2026, 5, 12)


@pytest.fixture
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, setting(engine).tokens, ENGLISH, whole=True)


def world(*questions: Question) -> Snapshot:
    return changed(
        practice(), Survey("s", "Visit sheet"), *(checked_question(one) for one in questions)
    )


def asked(kind: QuestionKind, name: str, **fields: object) -> Question:
    position = float(ord(name[0]))
    return Question(name, "s", kind, f"{name}?", short=name, position=position, **fields)  # type: ignore[arg-type]


def test_each_question_stands_with_the_marks_that_are_typed_for_it(pen: Pen) -> None:
    snapshot = world(
        asked(QuestionKind.NPS, "a"),
        asked(QuestionKind.CSAT, "b", scale=Scale.FACES, better=Better.LOW),
        asked(QuestionKind.CSAT, "c", scale=Scale.STARS),
        asked(QuestionKind.NUMBER, "d", unit="minutes"),
        asked(QuestionKind.COUNT, "e"),
        asked(QuestionKind.CHOICE, "f", options=("Phone", "Online")),
        asked(QuestionKind.TEXT, "g"),
    )
    (sheet,) = survey_sheets(snapshot, "s", pen, DAY)
    groups = {group.key: group for group in sheet.drawing.groups}
    boxes = {
        name: sum(isinstance(s, Rect) and bool(s.stroke) for s in groups[f"answers:{name}"].shapes)
        for name in "abcdef"
    }
    assert boxes == {"a": 11, "b": 5, "c": 5, "d": 0, "e": 2, "f": 2}
    assert text_of(groups["answers:b"]).index("great") < text_of(groups["answers:b"]).index("awful")
    assert sum(isinstance(s, Icon) for s in groups["answers:c"].shapes) == 5
    assert "minutes" in text_of(groups["answers:d"])
    assert "Online" in text_of(groups["answers:f"])
    assert "line:g:2" in groups


def test_many_questions_go_on_to_another_page_and_none_is_lost(pen: Pen) -> None:
    many = [asked(QuestionKind.CES, chr(97 + i)) for i in range(24)]
    sheets = survey_sheets(world(*many), "s", pen, DAY)
    keys = [g.key for sheet in sheets for g in sheet.drawing.groups if g.key.startswith("answers:")]
    assert len(sheets) > 1
    assert keys == [f"answers:{question.id}" for question in many]
    for sheet in sheets:
        for group in sheet.drawing.groups:
            box = group.box
            assert box.right <= WIDTH, group.key
            assert box.bottom <= HEIGHT, group.key


def test_a_survey_that_is_not_there_is_refused(pen: Pen) -> None:
    with pytest.raises(MissingEntityError):
        survey_sheets(practice(), "s", pen, DAY)
