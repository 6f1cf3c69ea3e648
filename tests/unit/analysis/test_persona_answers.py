"""What a rule finds for a persona counts where gaps are told by persona."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.domain.entities import Round
from journeymapper.domain.kinds import QuestionKind
from tests.unit.analysis.gap_world import GapWorld


def test_a_rule_tells_that_one_persona_has_it_worse() -> None:
    world = GapWorld()
    question = world.ask(
        QuestionKind.NPS, world.booking, [9, 10, 9, 9, 10, 9], sheet={"country": "DE"}
    )
    (pile,) = world.tx.snapshot.table(Round)
    world.answer(pile, question, [2, 3, 4, 5, 6, 0, 1, 8], country="AT")
    ben = operations.add_persona(world.tx, "Ben")
    assert world.found("G24") == []
    operations.change_persona(world.tx, world.anna, answers=("country = AT",))
    operations.change_persona(world.tx, ben, answers=("country = DE",))
    (gap,) = world.found("G24")
    assert (gap.persona, str(gap.text)) == (world.anna, "Anna has it worse than Ben.")
