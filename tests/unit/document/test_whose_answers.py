"""Which answers are a persona's: by the sheet, or by the rule, typed and imported alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from journeymapper.analysis.persona_answers import PersonaAnswers, Shared, answers_of
from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.answer_rules import check_condition
from journeymapper.domain.entities import Persona
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import PersonaStatus, QuestionKind, Respondent, Tier
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses

PARENT, PATIENT = 1.0, 2.0


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")


class World:
    """Anna and Ben, a sheet with a score and "Who fills this in", two typed and five imported."""

    def __init__(self, folder: Path) -> None:
        ids = itertools.count()
        self.desk = Desk(
            folder / "working", lambda: datetime(2026, 5, 9, tzinfo=UTC), lambda: f"i{next(ids)}"
        )
        self.document: Document = self.desk.create(begin, _("Start"))
        with self.document.step(_("Ask")) as tx:
            self.anna = operations.add_persona(tx, "Anna")
            self.ben = operations.add_persona(tx, "Ben")
            self.phone = operations.add_channel(tx, "Telephone")
            self.portal = operations.add_channel(tx, "Portal")
            survey = operations.add_survey(tx, "Visit sheet")
            self.score = operations.add_question(tx, survey, QuestionKind.NPS, "Recommend?")
            self.who = operations.add_question(
                tx,
                survey,
                QuestionKind.CHOICE,
                "Who fills this in?",
                short="Who fills this in",
                options=("Parent", "Patient"),
            )
            self.pile = operations.add_round(tx, survey, "Round 1", "2026-02-01")
        with self.document.step(_("Type in")) as tx:
            for channel, score, who in ((self.phone, 9, PARENT), (self.portal, 4, PATIENT)):
                sheet = operations.add_sheet(tx, self.pile, channel=channel, country="DE")
                operations.set_answer(tx, sheet, self.score, score)
                operations.set_answer(tx, sheet, self.who, who)
        with self.document.step(_("Take")) as tx:
            operations.import_answers(tx, self.pile, self._rows())

    def _rows(self) -> Responses:
        customer, employee = Respondent.CUSTOMER.value, Respondent.EMPLOYEE.value
        return Responses(
            sheets=[
                (1, "2026-05-03", customer, "", self.phone, "DE", "I"),
                (2, "2026-05-04", customer, "", self.phone, "AT", ""),
                (3, "2026-05-04", customer, self.ben, self.phone, "", ""),
                (4, "", customer, "", "", "", "II"),
                (5, "", employee, "", self.phone, "DE", ""),
            ],
            answers=[
                (1, self.score, 8.0, ""),
                (1, self.who, PARENT, ""),
                (2, self.score, 7.0, ""),
                (2, self.who, PATIENT, ""),
                (3, self.score, 6.0, ""),
                (4, self.score, 5.0, ""),
                (5, self.score, 1.0, ""),
            ],
        )

    def rule(self, persona: str, *conditions: str) -> None:
        self.change(persona, answers=conditions)

    def change(self, persona: str, **fields: Any) -> None:
        with self.document.step(_("Change")) as tx:
            operations.change_persona(tx, persona, **fields)

    def scores(self, persona: str) -> list[float]:
        """The scores that count as the persona's."""
        cells = lambda cell: cell.persona == persona  # noqa: E731
        return list(self.document.counts.values(self.score, cells))

    def told(self, persona: str) -> PersonaAnswers:
        return answers_of(self.document.snapshot, self.document.counts, persona)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for tests that say the rule first."""
    made = World(tmp_path_factory.mktemp("shared"))
    yield made
    made.document.close()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path)
    yield made
    made.document.close()


@pytest.mark.parametrize(
    ("rule", "scores"),
    [
        (("channel = telephone",), [7, 8, 9]),
        (("channel != Telephone",), [4]),
        (("country = de",), [4, 8, 9]),
        (("country != DE",), [7]),
        (("tier = I",), [8]),
        (("who = employee",), [1]),
        (("who = employee", "country = AT"), []),
        (("Who fills this in = Parent",), [8, 9]),
        (("who fills this in != parent",), [4, 7]),
        (("channel = Telephone", "Who fills this in = Parent", "country = DE"), [8, 9]),
        (("any", "country = AT", "tier = I"), [7, 8]),
        (("any", "who = employee", "country = AT"), [1, 7]),
        ((), []),
    ],
)
def test_all_conditions_hold_for_what_the_rule_finds(
    shared: World, rule: tuple[str, ...], scores: list[float]
) -> None:
    shared.rule(shared.anna, *rule)
    assert shared.scores(shared.anna) == scores
    assert shared.scores(shared.ben) == [6]
    assert shared.document.counts.total == 11


def test_the_count_follows_the_rule_the_answers_and_undo(world: World) -> None:
    assert world.told(world.anna) == PersonaAnswers(10, 0, 0)
    world.rule(world.anna, "Who fills this in = Parent")
    assert world.told(world.anna) == PersonaAnswers(10, 0, 4)
    with world.document.step(_("Type in")) as tx:
        sheet = operations.add_sheet(tx, world.pile)
        operations.set_answer(tx, sheet, world.who, PARENT)
    assert world.told(world.anna) == PersonaAnswers(11, 0, 5)
    world.rule(world.anna, "Who fills this in = Patient")
    assert world.scores(world.anna) == [4, 7]
    world.document.undo()
    world.document.undo()
    world.document.undo()
    assert world.told(world.anna).all == 0
    world.document.redo()
    assert world.scores(world.anna) == [8, 9]
    world.rule(world.anna, "who = employee")
    assert world.told(world.anna) == PersonaAnswers(1, 0, 1)


def test_the_first_of_two_rules_has_what_both_find_and_both_are_told(world: World) -> None:
    world.rule(world.ben, "channel = Telephone")
    world.rule(world.anna, "country = DE")
    assert (world.scores(world.anna), world.scores(world.ben)) == ([4, 8, 9], [6, 7])
    assert world.told(world.anna).shared == (Shared(world.ben, 4, ours=True),)
    assert world.told(world.ben) == PersonaAnswers(10, 1, 2, (Shared(world.anna, 4, ours=False),))
    with world.document.step(_("Change")) as tx:
        operations.set_primary_persona(tx, world.ben)
    assert (world.scores(world.anna), world.scores(world.ben)) == ([4], [6, 7, 8, 9])
    with world.document.step(_("Retire")) as tx:
        operations.set_persona_status(tx, world.ben, PersonaStatus.RETIRED)
    assert (world.scores(world.anna), world.scores(world.ben)) == ([4, 8, 9], [6])


def test_a_rule_with_a_condition_that_cannot_be_met_finds_nothing_until_it_can(
    world: World,
) -> None:
    world.rule(world.anna, "country = DE", "channel = Telephone")
    with world.document.step(_("Rename")) as tx:
        operations.change_channel(tx, world.phone, name="Hotline")
    assert world.scores(world.anna) == []
    world.rule(world.anna, "country = DE", "channel = Hotline")
    assert world.scores(world.anna) == [8, 9]


def test_answers_of_a_persona_that_is_gone_can_be_found_by_another_rule(world: World) -> None:
    world.rule(world.anna, "channel = Telephone")
    with world.document.step(_("Delete")) as tx:
        operations.delete_persona(tx, world.ben)
    assert world.scores(world.anna) == [6, 7, 8, 9]
    world.document.undo()
    assert world.scores(world.ben) == [6]


def test_rules_hold_after_opening_again(world: World, tmp_path: Path) -> None:
    world.rule(world.anna, "Who fills this in = Parent")
    world.document.save_as(tmp_path / "a.journey")
    world.document.close()
    world.document = world.desk.open(tmp_path / "a.journey")
    assert world.scores(world.anna) == [8, 9]


def test_one_of_two_made_one_keeps_typed_sheets_and_the_only_rule(world: World) -> None:
    world.rule(world.ben, "channel = Portal")
    with world.document.step(_("Type in")) as tx:
        sheet = operations.add_sheet(tx, world.pile, persona=world.ben)
        operations.set_answer(tx, sheet, world.score, 10)
    with world.document.step(_("Make one")) as tx:
        operations.merge_personas(tx, world.anna, world.ben)
    assert world.scores(world.anna) == [4, 10]


def test_a_copy_of_a_card_has_no_rule(world: World) -> None:
    world.rule(world.anna, "country = DE")
    with world.document.step(_("Copy")) as tx:
        copy = operations.duplicate_persona(tx, world.anna, "Anna 2")
    assert world.document.snapshot.get(Persona, copy).answers == ()


@pytest.mark.parametrize(
    ("condition", "said", "hint"),
    [
        ("channel = Fax", "No channel is called “Fax”.", "There are: Telephone, Portal."),
        ("country = Germany", "“Germany” is no country of two letters.", "country = DE"),
        ("tier = IV", "“IV” is no tier.", "There are: I, II, III."),
        ("who = bank", "“bank” is nobody who answers.", "There are: customer, employee."),
        ("country < DE", "“<” compares numbers only.", "Write = for what it is"),
        ("Recommend? = 9", "“Recommend?” is not known of answers.", "who, Who fills this in."),
        ("Who fills this in = Dog", "has no answer “Dog”.", "There are: Parent, Patient."),
    ],
)
def test_a_condition_that_cannot_be_met_is_refused_with_what_there_is(
    shared: World, condition: str, said: str, hint: str
) -> None:
    with pytest.raises(UserError) as caught:
        check_condition(shared.document.snapshot, condition)
    assert said in str(caught.value)
    assert hint in str(caught.value.hint)


def test_tiers_of_rules_are_those_of_sheets(world: World) -> None:
    with world.document.step(_("Type in")) as tx:
        sheet = operations.add_sheet(tx, world.pile, tier=Tier.SECOND)
        operations.set_answer(tx, sheet, world.score, 3)
    world.rule(world.anna, "tier != I")
    assert world.scores(world.anna) == [3, 5]
