"""Comments as one looks for them."""

from __future__ import annotations

import pytest

from journeymapper.app.comments import NONE, CommentBook, Wanted
from journeymapper.domain.entities import ENTITIES, CommentMark, Entity, Question, Theme
from journeymapper.domain.kinds import CommentKind, QuestionKind
from journeymapper.domain.responses import Comment
from journeymapper.domain.snapshot import Snapshot

TEXTS = (
    "Waiting (40 min) was too long",
    "Ärztin freundlich,\nwait-free",
    "We awaited more. Straße laut",
)


@pytest.fixture
def book() -> CommentBook:
    made = CommentBook()
    made.take([Comment(f"a{i}", "r1" if i else "r0", f"q{i}", t) for i, t in enumerate(TEXTS)])
    tables: dict[type[Entity], dict[str, Entity]] = {kind: {} for kind in ENTITIES}
    tables[Question] = {"q2": Question("q2", "s", QuestionKind.TEXT, touchpoint="step")}
    tables[Theme] = {
        "t0": Theme("t0", "Time", ("wait", "40 min"), 2.0),
        "t1": Theme("t1", "Noise", (), 1.0),
        "t2": Theme("t2", "Empty", ("  ",), 3.0),
    }
    tables[CommentMark] = {
        "m0": CommentMark("m0", "a0", mood=-1, wow=True),
        "m1": CommentMark("m1", "a1", themes=("t1",), kind=CommentKind.PRAISE),
    }
    made.note(Snapshot(tables))
    return made


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (Wanted(), [0, 1, 2]),
        (Wanted("wait"), [0, 1]),
        (Wanted("arztin"), [1]),
        (Wanted("STRASSE"), [2]),
        (Wanted("freundlich wait"), [1]),
        (Wanted("(40"), [0]),
        (Wanted("nothing"), []),
        (Wanted(round="r1"), [1, 2]),
        (Wanted(question="q0"), [0]),
        (Wanted(theme="t0"), [0, 1]),
        (Wanted(theme="t1"), [1]),
        (Wanted(theme=NONE), [2]),
        (Wanted(theme="gone"), []),
        (Wanted(touchpoint="step"), [2]),
        (Wanted(touchpoint=NONE), [0, 1]),
        (Wanted(mood="-1"), [0]),
        (Wanted(mood=NONE), [1, 2]),
        (Wanted(kind="praise"), [1]),
        (Wanted(kind="wow"), [0]),
        (Wanted("wait", round="r1", kind="praise"), [1]),
    ],
)
def test_comments_are_narrowed_down(book: CommentBook, wanted: Wanted, rows: list[int]) -> None:
    assert book.sift(wanted) == rows


def test_themes_count_what_was_given_and_what_keywords_find(book: CommentBook) -> None:
    assert book.counts() == {"t1": 1, "t0": 2, "t2": 0}
    assert [theme.id for theme in book.themes_of(1)] == ["t1", "t0"]
    assert book.found_themes(1) == {"t0"}


def test_a_step_noted_by_hand_wins_over_that_of_the_question(book: CommentBook) -> None:
    assert [book.step(row) for row in range(3)] == ["", "", "step"]
