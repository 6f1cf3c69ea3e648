"""The rows of the history: order, heads, words, filter, and what ten thousand of them cost."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt

from journeymapper.domain.changes import Initiator, Step, StepKind
from journeymapper.domain.entities import Version
from journeymapper.domain.message import _
from journeymapper.text.catalogue import ENGLISH
from journeymapper.ui.history.model import HistoryModel
from journeymapper.ui.history.words import taken_back

NOW = datetime.datetime(2026, 5, 15, 10, 14, tzinfo=datetime.UTC)


def step(
    seq: int,
    label: str = "",
    *,
    sitting: str = "s",
    kind: StepKind = StepKind.DO,
    of: int | None = None,
    minutes: int = 0,
    by: Initiator = Initiator.USER,
) -> Step:
    at = NOW - datetime.timedelta(minutes=minutes)
    message = _("Write “{text}”", text=label or f"change {seq}")
    return Step(f"id-{seq}", seq, message, at.isoformat(), by, kind, of, sitting)


@pytest.fixture
def owner(qapp: QObject) -> Iterator[QObject]:
    made = QObject(qapp)
    yield made
    made.deleteLater()


@pytest.fixture
def model(owner: QObject) -> HistoryModel:
    return HistoryModel(ENGLISH.say, lambda: NOW, owner)


def texts(model: HistoryModel) -> list[str]:
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_the_newest_stands_first_under_the_head_of_its_sitting(model: HistoryModel) -> None:
    steps = [
        step(0, "a", sitting="old", minutes=60 * 24 * 6),
        step(1, "b", sitting="old", minutes=60 * 24 * 6 - 10),
        step(2, "c", minutes=70),
        step(3, "d", minutes=9),
    ]
    model.show_steps(steps, ())
    assert texts(model) == [
        "Today 09:04 to 10:05",
        "Write “d”",
        "Write “c”",
        "9 May 10:14 to 10:24",
        "Write “b”",
        "Write “a”",
    ]
    assert model.head_at(model.index(0)) == ("Today 09:04 to 10:05", "2 changes")
    assert not model.index(0).flags() & Qt.ItemFlag.ItemIsSelectable


def test_undo_and_redo_say_plainly_what_they_did(model: HistoryModel) -> None:
    steps = [
        step(0, kind=StepKind.CREATE),
        step(1, "a"),
        Step(
            "u",
            2,
            _("Undo: {what}", what=step(1, "a").label),
            NOW.isoformat(),
            kind=StepKind.UNDO,
            inverse_of=1,
            sitting="s",
        ),
        step(3, "a", kind=StepKind.REDO, of=2),
        step(4, "from paper", by=Initiator.IMPORT),
    ]
    model.show_steps(steps, ())
    said = [ENGLISH.say(r.what) for row in range(1, 6) if (r := model.reading_at(model.index(row)))]
    assert said[:3] == ["Write “from paper”", "Redo: Write “a”", "Undo: Write “a”"]
    first = model.reading_at(model.index(1))
    assert first is not None
    assert str(first.when) == "Today 10:14, from an import"


def test_what_was_taken_back_is_marked_until_it_is_brought_again() -> None:
    row = [step(0), step(1), step(2, kind=StepKind.UNDO, of=1)]
    assert taken_back(row) == {1}
    row.append(step(3, kind=StepKind.REDO, of=2))
    assert taken_back(row) == frozenset()
    row.append(step(4, kind=StepKind.UNDO, of=3))
    assert taken_back(row) == {1, 3}


def test_a_named_point_shows_its_name(model: HistoryModel) -> None:
    model.show_steps([step(0), step(1, "a")], [Version("v", "Before the meeting", "id-1")])
    assert texts(model)[1] == "Before the meeting"
    assert "Write “a”" in str(model.index(1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_filter_finds_words_names_and_times(model: HistoryModel) -> None:
    steps = [step(n, minutes=60 * 24 * (9 - n), sitting=str(n // 5)) for n in range(10)]
    model.show_steps(steps, [Version("v", "Before the meeting", "id-4")])
    model.filter("MEETING")
    assert texts(model)[1:] == ["Before the meeting"]
    model.filter("10 may")
    assert texts(model) == ["10 May 10:14", "Before the meeting"]
    model.filter("nothing like it")
    assert texts(model) == []
    model.filter("")
    assert model.rowCount() == 12


def test_a_new_step_leaves_the_others_in_their_place(model: HistoryModel) -> None:
    steps = [step(n) for n in range(5)]
    model.show_steps(steps, ())
    resets: list[int] = []
    inserted: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.show_steps([*steps, step(5)], ())
    assert (resets, inserted) == ([], [(1, 1)])
    model.show_steps([*steps, step(5), step(6, sitting="next")], ())
    assert (resets, inserted) == ([], [(1, 1), (0, 1)])
    assert texts(model)[1] == "Write “change 6”"


def test_a_rewritten_step_is_found_by_its_new_words(model: HistoryModel) -> None:
    model.show_steps([step(0), step(1, "Gre")], ())
    model.filter("gre")
    model.show_steps([step(0), step(1, "Greeting")], ())
    model.filter("greeting")
    assert texts(model)[1:] == ["Write “Greeting”"]


def test_ten_thousand_steps_are_shown_and_searched_at_once(model: HistoryModel) -> None:
    steps = [step(n, minutes=(10_000 - n) * 5, sitting=str(n // 40)) for n in range(10_000)]
    begun = time.perf_counter()
    model.show_steps(steps, ())
    model.show_steps([*steps, step(10_000, sitting="249")], ())
    shown = time.perf_counter()
    model.filter("change 77")
    found = time.perf_counter()
    assert model.rowCount() > 111
    assert shown - begun < 0.2
    assert found - shown < 1.0
