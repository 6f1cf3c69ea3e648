"""A large file on a slow disk: writing it never holds up whoever goes on working."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from random import Random

import pytest

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Stage
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id, now

PICTURES = 8
PICTURE = 5_000_000
"""40 MB in all."""

DELAY = 0.15
"""Seconds that the slow disk takes to confirm whatever it was given."""

LONGEST = 0.1
"""Seconds that a step may take while the file is written."""


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


def make_slow(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let the system confirm what lies in a folder only after a while; returns each delay."""
    confirmed: list[float] = []
    real = os.fsync

    def fsync(descriptor: int) -> None:
        real(descriptor)
        held = os.fstat(descriptor)
        if any(os.path.samestat(held, path.stat()) for path in (folder, *folder.iterdir())):
            time.sleep(DELAY)
            confirmed.append(DELAY)

    monkeypatch.setattr(os, "fsync", fsync)
    return confirmed


def step_times(document: Document, thread: threading.Thread) -> list[float]:
    """Work on while a thread runs; returns how long each step took in seconds."""
    stage = min(document.snapshot.table(Stage))
    taken: list[float] = []
    while thread.is_alive():
        begun = time.perf_counter()
        with document.step(_("Type")) as tx:
            operations.rename_stage(tx, stage, f"Name {len(taken)}")
        taken.append(time.perf_counter() - begun)
        time.sleep(0.005)
    return taken


@pytest.mark.slow
def test_a_step_never_waits_for_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    document = Desk(tmp_path / "working", now, new_id).create(begin, _("Start"))
    chance = Random(1)
    for _number in range(PICTURES):
        with document.step(_("Add a picture")) as tx:
            operations.attach(tx, chance.randbytes(PICTURE), "image/png")
    document.save_as(stick / "visit.journey")
    with document.step(_("Type")) as tx:
        operations.rename_stage(tx, min(document.snapshot.table(Stage)), "Later")
    delays = make_slow(stick, monkeypatch)
    job = document.publishing()
    assert job is not None
    thread = threading.Thread(target=job.run)
    thread.start()
    taken = sorted(step_times(document, thread))
    job.finish()
    monkeypatch.undo()
    assert (stick / "visit.journey").stat().st_size > PICTURES * PICTURE
    assert sum(delays) > 1.0
    assert len(taken) > 50
    assert taken[int(len(taken) * 0.95)] < LONGEST
    assert taken[-1] < 2 * LONGEST, "a delay of the disk, or a piece of the copy, held up a step"
    document.close()
