"""The map while answers come in elsewhere: it rests, and shows them when it is looked at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journeymapper.document import operations
from journeymapper.domain import queries
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.map import MapPlace


def test_the_map_follows_answers_when_it_is_shown(
    window: MainWindow, open_example: Callable[[MainWindow], Path]
) -> None:
    open_example(window)
    place = window.places.place("map")
    assert isinstance(place, MapPlace)
    window.binding.run("go.map")
    document, projection = window.session.document, place.projection
    assert document is not None
    step = next(
        step.id
        for step in queries.touchpoints_of_map(document.snapshot, projection.map_id)
        if step.name == "Cleaning"
    )
    window.binding.run("go.answers")
    before = projection.layout
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "Cleaning")
        question = operations.add_question(
            tx, survey, QuestionKind.CSAT, "Satisfied?", touchpoint=step
        )
        pile = operations.add_round(tx, survey, "May", "2026-05-04")
        for mark in (5, 5, 4, 4, 5, 5):
            operations.set_answer(tx, operations.add_sheet(tx, pile), question, mark)
    assert projection.layout is before

    window.binding.run("go.map")
    assert projection.layout is not before
    assert projection.layout is not None
    (told,) = projection.layout.frame.told[step].figures
    assert told.figure.n == 6
    known = projection.layout.contents[step].sure
    assert known is not None
    assert known.n == 6

    window.binding.run("go.answers")
    window.session.undo()
    with document.step(_("Rename")) as tx:  # any other step brings the map up to date at once
        operations.rename_touchpoint(tx, step, "Cleaning the teeth")
    assert projection.layout.frame.told.get(step) is None
