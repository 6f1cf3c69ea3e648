"""R21, without the window: a slow disk under a large file, while somebody works on.

strace ... python -m tests.faults.slow FOLDER
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from journeymapper.document import operations
from journeymapper.domain.message import _
from tests.faults.actor import Actor
from tests.faults.judge import Story, fresh, judge
from tests.faults.outcome import Outcome
from tests.faults.power import fast_folder
from tests.faults.running import ROOT
from tests.faults.tools import tool

DELAY = 0.3
"""Seconds that the disk takes longer to confirm what it was given by ``fsync``.

The database waits with ``fdatasync``: its disk is as fast as ever.
"""

PICTURES = 19
PICTURE = 5_000_000
"""95 MB in all."""

LONGEST = 0.1
"""Seconds that a step may be held up."""

STEPS = 50
"""So many steps have to be made while the file is written."""


def run(folder: Path, _short: bool) -> Iterator[Outcome]:
    """Publish a large file to a slow disk and measure the steps made meanwhile."""
    with fast_folder(folder) as fast:
        yield measured(fast)


def measured(folder: Path) -> Outcome:
    """Measure in a folder whose disk is fast but for the delays."""
    outcome = Outcome("R21", "steps while 95 MB go to a slow disk")
    trial = fresh(folder / "trial")
    inject = f"inject=fsync:delay_exit={int(DELAY * 1e6)}"
    strace = [tool("strace"), "-f", "-qq", "--seccomp-bpf", "-o", str(folder / "calls")]
    command = [*strace, "-e", "trace=fsync", "-e", inject, sys.executable]
    done = subprocess.run(
        [*command, "-m", "tests.faults.slow", str(trial)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    story = Story.read(done.stdout)
    (found,) = story.all("measured")
    taken = sorted(found["steps"])
    outcome.trials = len(taken)
    late = taken[int(len(taken) * 0.99)]
    outcome.note = (
        f"{len(taken)} steps in {found['seconds']:.1f} s of publishing, slowed down "
        f"{(folder / 'calls').read_text().count('DELAYED')} times; "
        f"median {taken[len(taken) // 2] * 1e3:.1f} ms, 99 of 100 under {late * 1e3:.0f} ms, "
        f"longest {taken[-1] * 1e3:.0f} ms"
    )
    outcome.expect(len(taken) >= STEPS, f"only {len(taken)} steps were made")
    outcome.expect(late < LONGEST, f"steps were held up for {late * 1e3:.0f} ms")
    outcome.expect(taken[-1] < DELAY, "a step waited for the slow disk")
    judge(trial, story, outcome, "after that")
    return outcome


def main(folder: Path) -> None:
    """Work while a thread publishes; say how long each step took in seconds."""
    say = _say
    actor = Actor(folder, say, seed=11)
    chance = Random(11)
    actor.create()
    for _picture in range(PICTURES):
        with actor.document.step(_("Add a picture")) as tx:
            operations.attach(tx, chance.randbytes(PICTURE), "image/png")
    actor.save_as()
    actor.rename()
    job = actor.document.publishing()
    assert job is not None
    thread = threading.Thread(target=job.run)
    begun = time.perf_counter()
    thread.start()
    taken: list[float] = []
    while thread.is_alive():
        started = time.perf_counter()
        actor.rename()
        taken.append(time.perf_counter() - started)
        time.sleep(0.01)
    say("measured", steps=taken, seconds=time.perf_counter() - begun)
    job.finish()
    actor.close()


def _say(said: str, **more: object) -> None:
    print(json.dumps({"said": said, **more}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
