"""The process that is broken into.

    python -m tests.faults.child session --in FOLDER --seed N   works until it is killed
    python -m tests.faults.child puppet --in FOLDER     does what stdin says, line by line
    python -m tests.faults.child TASK.. --in FOLDER     does tasks, the last one marked
    python -m tests.faults.child stable                 forks a process for each line of stdin

A task that is refused is tried once more.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NoReturn

from journeymapper.domain.errors import UserError
from journeymapper.domain.sources import new_id
from tests.faults import older, seeded
from tests.faults.actor import Actor, repeatable_ids
from tests.faults.moments import Moments

_STDOUT = 1


def say(what: str, **more: object) -> None:
    """Write one line at once; ``writev`` so that faults in ``write`` spare it."""
    os.writev(_STDOUT, [json.dumps({"said": what, **more}).encode() + b"\n"])


def session(actor: Actor, chance: Random) -> None:
    """Work without end; each phase is announced."""
    while True:
        say("phase", name="recovery")
        actor.open()
        for _turn in range(chance.randrange(1, 4)):
            work(actor, chance)
        say("phase", name="close")
        actor.close()


def work(actor: Actor, chance: Random) -> None:
    """Edit, take back, bring back, publish."""
    say("phase", name="edit")
    for _edit in range(chance.randrange(2, 12)):
        (actor.type if chance.random() < 0.2 else actor.edit)()
    say("phase", name="undo")
    for _undo in range(chance.randrange(1, 4)):
        actor.undo()
    if chance.random() < 0.7:
        actor.redo()
    if chance.random() < 0.8:
        say("phase", name="publish")
        actor.publish()


def puppet(actor: Actor) -> None:
    """Do each task that a line of stdin names; end with ``done`` or why it was refused.

    ``anew`` forgets what is open, as if the process had ended and another had begun.
    """
    for line in sys.stdin:
        name, *arguments = line.split()
        if name == "anew":
            actor = Actor(actor.folder, say)
            say("done")
            continue
        try:
            getattr(actor, name)(*arguments)
            say("done")
        except UserError as error:
            say("refused", type=type(error).__name__, why=str(error))


def tasks(actor: Actor, names: Sequence[str], moments: Moments) -> None:
    """Do the tasks; the last one between the marks ``begin`` and ``end``."""
    *before, last = names
    for name in before:
        getattr(actor, name)()
    say("begin")
    moments.begin()
    for _attempt in range(2):
        try:
            getattr(actor, last)()
            break
        except UserError as error:
            say("refused", type=type(error).__name__, why=str(error))
    moments.end()
    say("end", moments=moments.count)


def stable() -> None:
    """Fork a process for each line: a list of arguments; say when it ends."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say("started", pid=os.getpid())
            run(json.loads(line))
        os.waitpid(child, 0)
        say("ended")


def run(argv: Sequence[str]) -> NoReturn:
    """Run, and end without tidying up, as a killed process would."""
    try:
        main(argv)
    except Exception as error:  # noqa: BLE001 - whatever it is, it must be heard of
        say("crashed", type=type(error).__name__, why=repr(error)[:500])
    os._exit(0)


def main(argv: Sequence[str]) -> None:
    """Do what the arguments say."""
    parser = argparse.ArgumentParser()
    parser.add_argument("task", nargs="+")
    parser.add_argument("--in", dest="folder", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0, help="0: ids are random")
    parser.add_argument("--seeded", choices=seeded.FAULTS, default="")
    parser.add_argument("--moment", type=int, default=0)
    parser.add_argument("--fault", default="KILL")
    arguments = parser.parse_args(argv)
    older.know()
    seeded.FAULTS[arguments.seeded]()
    moments = Moments(arguments.folder, arguments.moment, arguments.fault)
    seed = arguments.seed
    actor = Actor(arguments.folder, say, seed, repeatable_ids(seed) if seed else new_id)
    match arguments.task:
        case ["session"]:
            session(actor, Random(arguments.seed))
        case ["puppet"]:
            puppet(actor)
        case names:
            tasks(actor, names, moments)


if __name__ == "__main__":
    if sys.argv[1:] == ["stable"]:
        stable()
    else:
        run(sys.argv[1:])
