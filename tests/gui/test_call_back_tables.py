"""Rules, routes, what to do and levels as tables; answers typed in. No window is needed."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    Alert,
    AlertRoute,
    AlertRule,
    EscalationLevel,
    Protocol,
    Question,
    Role,
    Round,
    Sheet,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Better, QuestionKind, Tier
from journeymapper.domain.kinds_plan import Comparator
from journeymapper.domain.message import _
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.commands import answers
from journeymapper.ui.plans.route_tables import Levels, Protocols, Routes
from journeymapper.ui.plans.rule_table import Rules, read_mark

AT = "2026-05-15T08:14:00+00:00"


def fill(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_role(tx, "Front desk")
    survey = operations.add_survey(tx, "Visit")
    operations.add_question(tx, survey, QuestionKind.NPS, "Would you recommend us?")
    operations.add_question(tx, survey, QuestionKind.TEXT, "What to change?")
    operations.add_round(tx, survey, "May", "2026-05-01")


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    ids = itertools.count()
    now = datetime.datetime(2026, 5, 15, 8, 14, tzinfo=datetime.UTC)
    made = Desk(tmp_path, lambda: now, lambda: f"i{next(ids)}").create(fill, _("Begin"))
    yield made
    made.close()


def asked(document: Document, kind: QuestionKind) -> str:
    return next(q.id for q in document.snapshot.table(Question).values() if q.kind == kind)


def test_answers_typed_in_raise_and_take_back(document: Document) -> None:
    commands.begin_usual(document)
    nps, pile = asked(document, QuestionKind.NPS), next(iter(document.snapshot.table(Round)))
    sheet = answers.type_sheet(document, pile, 9, {nps: 2.0}, {}, AT)
    assert len(document.snapshot.table(Alert)) == 1
    why = asked(document, QuestionKind.TEXT)
    answers.write_comment(document, sheet, why, "Cold", AT)
    assert [a.text for a in document.snapshot.table(Alert).values()] == ["Cold"]
    answers.correct_answer(document, sheet, nps, 9.0, AT)
    assert not document.snapshot.table(Alert)
    answers.correct_answer(document, sheet, nps, 1.0, AT)
    answers.delete_sheet(document, sheet)
    assert not document.snapshot.table(Alert)
    assert document.snapshot.find(Sheet, sheet) is None


def row(lines: Lines, document: Document, place: int = 0) -> dict[str, str]:
    return {key: str(cell) for key, cell in lines.read(document.snapshot)[place].cells.items()}


def test_rules_are_filled_in_like_a_spreadsheet(document: Document) -> None:
    lines, nps = Rules(), asked(document, QuestionKind.NPS)
    lines.add(document, {"name": "Unhappy", "question": nps})
    (rule,) = document.snapshot.table(AlertRule)
    assert "nothing meets: Unhappy" in str(lines.note(document.snapshot))
    for key, text in (
        ("mark", "<= 5"),
        ("hours", "24"),
        ("tier", "I"),
        ("phrase", " never  again "),
    ):
        lines.write(document, rule, key, text)
    found = row(lines, document)
    assert (found["mark"], found["hours"], found["phrase"]) == ("at most 5", "24", "never again")
    assert document.snapshot.get(AlertRule, rule).tier == Tier.FIRST
    assert lines.note(document.snapshot) is None
    for key, text in (("mark", "11"), ("mark", "often"), ("hours", "0"), ("name", " ")):
        with pytest.raises(RefusedError):
            lines.write(document, rule, key, text)
    lines.write(document, rule, "active", "no")
    assert row(lines, document)["active"] == "no"
    lines.delete(document, rule)
    assert not document.snapshot.table(AlertRule)


@pytest.mark.parametrize(
    ("text", "better", "wanted"),
    [
        ("6", Better.HIGH, (Comparator.AT_MOST, 6)),
        ("6", Better.LOW, (Comparator.AT_LEAST, 6)),
        ("At Least 4", Better.HIGH, (Comparator.AT_LEAST, 4)),
        ("just 0", Better.HIGH, (Comparator.EQUAL, 0)),
        ("", Better.HIGH, (Comparator.AT_MOST, None)),
    ],
)
def test_a_mark_is_read_on_the_side_that_is_bad(
    text: str, better: Better, wanted: tuple[Comparator, float | None]
) -> None:
    question = Question("q", "s", low=0, high=10, better=better)
    assert read_mark(text, question) == wanted


def test_routes_protocols_and_levels_are_tables_too(document: Document) -> None:
    role = next(iter(document.snapshot.table(Role)))
    routes, protocols, levels = Routes(), Protocols(), Levels()
    routes.add(document, {"touchpoint": "", "role": role})
    (route,) = document.snapshot.table(AlertRoute)
    routes.write(document, route, "tier", "I")
    assert row(routes, document)["touchpoint"] == "Every step"
    with pytest.raises(RefusedError, match="who gets it"):
        routes.add(document, {"touchpoint": "", "role": ""})
    protocols.add(document, {"protocol": "Call", "text": "Listen", "minutes": "30"})
    protocols.add(document, {"protocol": " call ", "text": "Write", "minutes": ""})
    assert len(document.snapshot.table(Protocol)) == 1
    first = protocols.read(document.snapshot)[0].id
    protocols.write(document, first, "protocol", "Later")
    assert sorted(p.name for p in document.snapshot.table(Protocol).values()) == ["Call", "Later"]
    protocols.delete(document, first)
    assert [p.name for p in document.snapshot.table(Protocol).values()] == ["Call"]
    levels.add(document, {"minutes": "240", "role": role})
    levels.add(document, {"minutes": "60", "role": ""})
    assert [x.level for x in document.snapshot.table(EscalationLevel).values()] == [1, 2]
    assert levels.note(document.snapshot) is not None
    with pytest.raises(RefusedError):
        levels.add(document, {"minutes": "", "role": ""})
    for lines in (routes, levels):
        lines.delete(document, lines.read(document.snapshot)[0].id)
