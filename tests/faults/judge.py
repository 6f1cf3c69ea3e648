"""What is left after a fault: opened as the app would open it, and compared with what was said."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journeymapper.app.paths import Paths
from journeymapper.document.document import Document
from journeymapper.domain.entities import ENTITIES
from journeymapper.domain.errors import UserError
from journeymapper.domain.snapshot import Snapshot
from journeymapper.storage.images import field_names, image_text
from journeymapper.storage.owners import owner_from_json
from tests.faults.actor import COPY, FILE, desk_of, fingerprint, user_file, working_folder
from tests.faults.outcome import Outcome
from tests.faults.replay import Key, TornError, replayed

_KEPT = ("kept", "opened")
_MAY_STAY = (FILE, COPY, f".{COPY}.part")
"""A hidden part of a copy that was never finished stays until one of its name is."""


@dataclass
class Story:
    """What a process said before it ended."""

    said: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def read(cls, output: bytes) -> Story:
        """Read whole lines; the last one may be cut."""
        return cls([json.loads(line) for line in output.split(b"\n")[:-1]])

    def all(self, *names: str) -> list[dict[str, Any]]:
        """Return what was said under these names, in order."""
        return [line for line in self.said if line["said"] in names]

    @property
    def edits(self) -> int:
        """How many steps were acknowledged."""
        return len(self.all("kept"))

    @property
    def kept(self) -> dict[str, Any] | None:
        """The last state that was acknowledged."""
        return self.all(*_KEPT)[-1] if self.all(*_KEPT) else None

    @property
    def published(self) -> int:
        """The last step that was said to be in the user's file; -1 for none."""
        return max((line["seq"] for line in self.all("published")), default=-1)

    @property
    def possible(self) -> set[str | None]:
        """The states that may be found: the last acknowledged, or one under way after it."""
        states: set[str | None] = set()
        for line in self.said:
            if line["said"] in _KEPT:
                states.clear()
            if line["said"] in (*_KEPT, "trying"):
                states.add(line["state"])
        return states

    @property
    def was_refused(self) -> bool:
        """Say whether something was refused."""
        return bool(self.all("refused"))


def judge(folder: Path, story: Story, outcome: Outcome, where: str) -> None:
    """Open what is left, count what is wrong with it, and close it again."""
    for line in story.all("crashed"):
        outcome.add("wrong", f"{where}: the program ended with {line['why']}")
    _let_a_minute_pass(folder, outcome)
    try:
        _judge_file(folder, story, outcome, where)
        document = _recovered(folder)
    except UserError as error:
        outcome.add("corrupt", f"{where}: {error}")
        return
    if document is None:
        if story.kept is not None:
            outcome.add("lost", f"{where}: nothing is left")
        return
    _judge_state(document, story, outcome, where)
    _close(document, folder, outcome, where)


def _let_a_minute_pass(folder: Path, outcome: Outcome) -> None:
    """A lock that says nothing, because its writing was cut, is believed for a minute."""
    for lock in folder.rglob(".*.lock"):
        if owner_from_json(lock.read_text(errors="replace")) is None:
            os.utime(lock, (1, 1))
            outcome.counts["locks believed for a minute"] += 1


def _judge_file(folder: Path, story: Story, outcome: Outcome, where: str) -> None:
    """Whatever has our ending is whole, backups too; the file is as new as was said."""
    backups = sorted(Paths.under(folder).backups.rglob("*.journey"))
    for path in (*sorted(user_file(folder).parent.glob("*.journey")), *backups):
        with desk_of(folder).look(path) as document:
            seq = document.history()[-1].seq
            if path == user_file(folder) and seq < story.published:
                outcome.add("lost", f"{where}: published {story.published}, in the file {seq}")
    for line in story.all("copied", "published"):
        if not user_file(folder).with_name(line["name"]).exists():
            outcome.add("lost", f"{where}: {line['name']} is not there")


def _recovered(folder: Path) -> Document | None:
    desk = desk_of(folder)
    if user_file(folder).exists():
        return desk.open(user_file(folder))
    waiting = desk.untitled()
    return desk.resume(waiting[0]) if waiting else None


def _judge_state(document: Document, story: Story, outcome: Outcome, where: str) -> None:
    last, kept, possible = document.history()[-1], story.kept, story.possible
    if kept is None:
        return
    if kept["id"] not in {step.id for step in document.history()}:
        outcome.add("lost", f"{where}: step {kept['seq']} was kept, the last is {last.seq}")
    elif fingerprint(document.snapshot) not in possible and None not in possible:
        outcome.add("torn", f"{where}: step {kept['seq']} was kept, another state was found")
    elif last.seq > kept["seq"] + 1:
        outcome.add("torn", f"{where}: steps that nobody made, up to {last.seq}")
    elif story.was_refused and story.all("end") and last.seq != kept["seq"]:
        outcome.add("wrong", f"{where}: a step was refused and is there")


def _close(document: Document, folder: Path, outcome: Outcome, where: str) -> None:
    """Close, look at the closed file with other eyes, and for what stayed behind."""
    snapshot = document.snapshot
    try:
        if document.path is None:
            document.save_as(user_file(folder))
        document.close()
    except UserError as error:
        outcome.add("corrupt", f"{where}: cannot be closed: {error}")
        return
    try:
        check_whole(user_file(folder), snapshot)
    except (TornError, sqlite3.Error) as error:
        outcome.add("torn", f"{where}: {error}")
    left = [p.name for p in user_file(folder).parent.iterdir() if p.name not in _MAY_STAY]
    left += [p.name for p in working_folder(folder).iterdir()]
    outcome.expect(not left, f"{where}: left behind: {left}")


def check_whole(path: Path, snapshot: Snapshot) -> None:
    """A closed file is sound to SQLite, and its rows are what its history leads to."""
    with closing(sqlite3.connect(path)) as raw:
        found = raw.execute("PRAGMA integrity_check").fetchall()
        if found != [("ok",)]:
            raise TornError(f"integrity: {found[0]}")
        if replayed(raw) != images(snapshot):
            raise TornError("the rows are not what the history says")


def images(snapshot: Snapshot) -> dict[Key, dict[str, Any]]:
    """Return all entities as the history would hold them."""
    return {
        (kind.__name__, id_): json.loads(image_text(entity, field_names(kind)))
        for kind in ENTITIES
        for id_, entity in snapshot.table(kind).items()
    }


def fresh(folder: Path, template: Path | None = None) -> Path:
    """Make the folder of a trial anew, empty or as a template; returns it."""
    shutil.rmtree(folder, ignore_errors=True)
    if template is not None:
        shutil.copytree(template, folder, symlinks=True)
    for place in (user_file(folder).parent, working_folder(folder)):
        place.mkdir(parents=True, exist_ok=True)
    return folder
