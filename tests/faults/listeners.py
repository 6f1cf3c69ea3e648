"""R22, without the window: whoever listens to a document fails, and the document does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from journeymapper.domain.changes import ChangeSet
from tests.faults.actor import Actor, fingerprint
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome

TASKS = ("rename", "type", "undo", "redo", "many", "delete_cards")


class ListenerError(Exception):
    """What goes wrong in a view."""


def run(folder: Path, _short: bool) -> Iterator[Outcome]:
    """Let each kind of listener fail in each kind of step."""
    outcome = Outcome("R22", "listeners that fail")
    for task in TASKS:
        for place in ("first", "last"):
            outcome.trials += 1
            _trial(fresh(folder / "trial"), task, place, outcome)
    yield outcome


def _trial(folder: Path, task: str, place: str, outcome: Outcome) -> None:
    where = f"the {place} listener fails at {task}"
    story = Story()

    def say(said: str, **more: object) -> None:
        story.said.append({"said": said, **more})

    actor = Actor(folder, say, seed=12)
    for before in ("create", "save_as", "many", "rename", "undo"):
        getattr(actor, before)()
    if task == "undo":
        actor.redo()
    heard: list[ChangeSet] = []
    listeners: list[Callable[[ChangeSet], None]] = [heard.append, _fail]
    for listener in listeners if place == "last" else reversed(listeners):
        actor.document.subscribe(listener)
    steps = len(actor.document.history())
    raised = _raises(actor, task)
    outcome.expect(raised, f"{where}: nobody was told")
    outcome.expect(len(heard) == 1, f"{where}: the other one heard {len(heard)} times")
    outcome.expect(len(actor.document.history()) == steps + 1, f"{where}: the step is not there")
    last = actor.document.history()[-1]
    say("kept", seq=last.seq, id=last.id, state=fingerprint(actor.document.snapshot))
    outcome.expect(_raises(actor, "rename"), f"{where}: it does not go on")
    last = actor.document.history()[-1]
    say("kept", seq=last.seq, id=last.id, state=fingerprint(actor.document.snapshot))
    actor.close()
    judge(folder, story, outcome, where)


def _fail(_changes: ChangeSet) -> None:
    raise ListenerError


def _raises(actor: Actor, task: str) -> bool:
    try:
        getattr(actor, task)()
    except ListenerError:
        return True
    return False
