"""Imports whose rows lie there before their step: counted only with it, and swept without it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.ahead import PIECE
from journeymapper.document.document import Document
from journeymapper.document.taking import take
from journeymapper.domain.entities import ImportBatch, Question, Survey
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.intake import Asked, Intake
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.responses import AnswerRow, Responses
from journeymapper.storage.store import Store
from tests.unit.document.test_answers import begin, desk_in

COUNT = 2 * PIECE + 1


def file_with(count: int, mark: float = 9.0) -> Intake:
    """Return a file in which everybody gives the same mark, and the last a comment."""
    sheets = [(n, "2026-05-03", "customer", "", "", "", "") for n in range(1, count + 1)]
    answers: list[AnswerRow] = [(n, "0", mark, "") for n in range(1, count + 1)]
    answers.append((count, "1", None, "Kühl"))
    asked = (
        Asked(QuestionKind.NPS, "Recommend", low=0, high=10),
        Asked(QuestionKind.TEXT, "Why"),
    )
    return Intake("May.csv", asked, Responses(sheets, answers), "2026-05-03")


@pytest.fixture
def document(tmp_path: Path) -> Document:
    return desk_in(tmp_path).create(begin, _("Start"))


def rows_in(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        one, other = (
            raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("response", "response_sheet")
        )
    return int(one + other)


def working(document: Document) -> Path:
    return document._store.path


def test_it_counts_from_its_step_on_and_is_what_taking_at_once_gives(
    document: Document, tmp_path: Path
) -> None:
    intake = file_with(COUNT)
    told: list[tuple[int, int]] = []
    job = document.ahead(partial(take, intake=intake, today="2026-05-12"))
    assert job.run(lambda: False, lambda n, of: told.append((n, of)))
    assert told == [(0, COUNT), (PIECE, COUNT), (2 * PIECE, COUNT), (COUNT, COUNT)]
    assert (document.counts.total, document.comments(), len(document.history())) == (0, (), 1)
    with document.step(_("Take")) as tx:
        job.finish(tx)
    assert (document.counts.total, len(document.comments())) == (COUNT, 1)
    assert len(document.history()) == 2

    plain = desk_in(tmp_path / "plain").create(begin, _("Start"))
    with plain.step(_("Take")) as tx:
        batch = take(tx, intake, "2026-05-12")
    (laid,) = document.snapshot.table(ImportBatch)
    names = {q.short: q.id for q in document.snapshot.table(Question).values()}
    theirs = {q.short: q.id for q in plain.snapshot.table(Question).values()}
    by_name = [(n, names["Why" if q == theirs["Why"] else "Recommend"], v, t)
               for n, q, v, t in plain.responses(batch).answers]  # fmt: skip
    assert sorted(document.responses(laid).answers, key=str) == sorted(by_name, key=str)
    assert document.responses(laid).sheets == plain.responses(batch).sheets
    plain.close()

    document.undo()
    assert (document.counts.total, document.snapshot.table(Survey)) == (0, {})
    document.redo()
    assert document.counts.total == COUNT
    document.save_as(tmp_path / "a.journey")
    document.close()
    again = desk_in(tmp_path / "again").open(tmp_path / "a.journey")
    assert again.counts.total == COUNT
    again.close()


def test_stopped_in_the_midst_no_row_stays(document: Document) -> None:
    seen: list[int] = []
    job = document.ahead(partial(take, intake=file_with(COUNT), today="2026-05-12"))
    assert not job.run(lambda: len(seen) == 2, lambda n, _of: seen.append(n))
    assert seen == [0, PIECE]
    assert rows_in(working(document)) == 0
    document.close()


def test_what_does_not_fit_is_refused_before_any_row_is_written(document: Document) -> None:
    job = document.ahead(partial(take, intake=file_with(3, mark=11.0), today="2026-05-12"))
    with pytest.raises(RefusedError, match="11"):
        job.run(lambda: False)
    assert rows_in(working(document)) == 0
    document.close()


def test_questions_that_changed_meanwhile_are_noticed(document: Document) -> None:
    with document.step(_("Ask")) as tx:
        survey = operations.add_survey(tx, "May")
        nps = operations.add_question(tx, survey, QuestionKind.NPS, short="Recommend")
    job = document.ahead(partial(take, intake=file_with(3), today="2026-05-12"))
    assert job.run(lambda: False)
    with document.step(_("Drop")) as tx:
        operations.delete_question(tx, nps)
    before = document.snapshot
    with pytest.raises(RefusedError, match="changed"), document.step(_("Take")) as tx:
        job.finish(tx)
    assert document.snapshot == before
    job.drop()
    assert rows_in(working(document)) == 0
    document.close()


def test_other_steps_and_the_users_file_go_on_meanwhile(document: Document, tmp_path: Path) -> None:
    """The file that is written in between holds nothing of what does not count yet."""
    target = tmp_path / "a.journey"
    document.save_as(target)
    job = document.ahead(partial(take, intake=file_with(5), today="2026-05-12"))
    assert job.run(lambda: False)
    with document.step(_("Ask")) as tx:
        operations.add_survey(tx, "Another")
    document.publish()
    assert (rows_in(target), rows_in(working(document))) == (0, 11)
    with document.step(_("Take")) as tx:
        job.finish(tx)
    document.publish()
    assert rows_in(target) == 11
    document.close()


@pytest.mark.parametrize("undone", [False, True])
def test_after_a_crash_rows_without_their_step_are_swept(
    document: Document, tmp_path: Path, *, undone: bool
) -> None:
    """What an undo left stays, because a redo brings it back."""
    kept = document.ahead(partial(take, intake=file_with(2), today="2026-05-12"))
    assert kept.run(lambda: False)
    with document.step(_("Take")) as tx:
        kept.finish(tx)
    if undone:
        document.undo()
    lost = document.ahead(partial(take, intake=file_with(3), today="2026-05-12"))
    assert lost.run(lambda: False)
    copy = tmp_path / "after the crash"
    copy.write_bytes(working(document).read_bytes())
    document.close()
    assert rows_in(copy) == 5 + 7
    Store.open(copy).close()
    assert rows_in(copy) == 5


def test_a_step_never_names_rows_that_are_not_there(document: Document) -> None:
    job = document.ahead(partial(take, intake=file_with(3), today="2026-05-12"))
    assert job.run(lambda: False)
    for batch in list(job._laid):
        document._store.drop(batch)
    before = document.snapshot
    with pytest.raises(Exception, match="does not fit"), document.step(_("Take")) as tx:
        job.finish(tx)
    assert document.snapshot is before
    document.close()
