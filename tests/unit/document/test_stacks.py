"""What can be undone follows from the history alone."""

from journeymapper.document.stacks import Stacks
from journeymapper.domain.changes import Initiator, Step, StepKind
from journeymapper.domain.message import _


def step(
    seq: int,
    kind: StepKind = StepKind.DO,
    initiator: Initiator = Initiator.USER,
    inverse_of: int | None = None,
) -> Step:
    return Step(f"step-{seq}", seq, _("Step"), "2026", initiator, kind, inverse_of)


def test_creation_cannot_be_undone() -> None:
    assert Stacks([step(0, StepKind.CREATE)]).next_undo is None


def test_undo_goes_back_step_by_step_and_redo_forward() -> None:
    stacks = Stacks([step(0, StepKind.CREATE), step(1), step(2)])
    assert stacks.next_undo == step(2)
    stacks.push(step(3, StepKind.UNDO, inverse_of=2))
    assert stacks.next_undo == step(1)
    assert stacks.next_redo is not None
    assert stacks.next_redo.seq == 3
    stacks.push(step(4, StepKind.REDO, inverse_of=3))
    assert [stacks.next_redo, stacks.next_undo] == [None, step(4, StepKind.REDO, inverse_of=3)]


def test_a_new_step_ends_redo() -> None:
    undone = [step(0, StepKind.CREATE), step(1), step(2, StepKind.UNDO, inverse_of=1)]
    assert Stacks([*undone, step(3)]).next_redo is None


def test_what_participants_did_is_not_ours_to_undo() -> None:
    theirs = step(2, initiator=Initiator.PARTICIPANT)
    assert Stacks([step(0, StepKind.CREATE), step(1), theirs]).next_undo == step(1)


def test_an_import_can_be_undone() -> None:
    imported = step(1, initiator=Initiator.IMPORT)
    assert Stacks([step(0, StepKind.CREATE), imported]).next_undo == imported
