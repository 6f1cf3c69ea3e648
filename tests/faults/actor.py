"""Somebody who works on a document and says, after each call returned, what is kept.

Every sentence is one line of JSON, written at once: what was said survives the process.
"""

from __future__ import annotations

import hashlib
import signal
import uuid
from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from random import Random
from typing import Any

from journeymapper.app.paths import Paths
from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document, SaveState
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import ENTITIES, Card, Lane, Stage, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import IdFactory, now
from journeymapper.domain.sources import new_id as random_id
from tests.plan_walk import STEP, WALK

Say = Callable[..., None]

FILE = "map.journey"
COPY = "copy.journey"
MANY = 150
"""So many cards come in one step, as from an import."""


def user_file(folder: Path) -> Path:
    """Return the user's file of a trial."""
    return folder / "user" / FILE


def working_folder(folder: Path) -> Path:
    """Return the folder of the working copies of a trial, where the command line has it too."""
    return Paths.under(folder).working


def desk_of(folder: Path, new_id: IdFactory = random_id) -> Desk:
    """Return the desk of a trial."""
    return Desk(working_folder(folder), now, new_id, Paths.under(folder).backups)


def repeatable_ids(seed: int) -> IdFactory:
    """Return a maker of the same ids for the same seed: so the same pages are written."""
    chance = Random(f"ids {seed}")
    return lambda: str(uuid.UUID(int=chance.getrandbits(128), version=4))


def fingerprint(snapshot: Snapshot) -> str:
    """Return what tells one state from every other."""
    digest = hashlib.blake2b(digest_size=12)
    for kind in ENTITIES:
        for id_, entity in sorted(snapshot.table(kind).items()):
            digest.update(f"{id_}{entity!r}".encode())
    return digest.hexdigest()


class Actor:
    """Its public methods are the tasks that are broken into."""

    def __init__(
        self, folder: Path, say: Say, seed: int = 0, new_id: IdFactory = random_id
    ) -> None:
        self.folder = folder
        self.file = user_file(folder)
        self.desk = desk_of(folder, new_id)
        self._say = say
        self._chance = Random(seed)
        self._document: Document | None = None

    @property
    def document(self) -> Document:
        """The open document."""
        assert self._document is not None
        return self._document

    def create(self) -> None:
        """Begin a document that has no file."""
        self._document = self.desk.create(self._begin, _("Begin"))
        self._kept()

    def save_as(self, name: str = FILE) -> None:
        """Give it a file."""
        self.document.save_as(self.file.with_name(name))
        self._say("published", seq=self.document.history()[-1].seq, name=name)

    def save_copy(self, name: str = COPY) -> None:
        """Write a copy without its history."""
        self.document.save_copy(self.file.with_name(name), without_history=True)
        self._say("copied", name=name)

    def open(self) -> None:
        """Open the file; what a crash left is taken up."""
        self._document = self.desk.open(self.file)
        is_view = self._document.save_state is SaveState.READ_ONLY
        self._kept("viewed" if is_view else "opened")

    def resume(self) -> None:
        """Open the document that has no file."""
        waiting = self.desk.untitled()
        if not waiting:
            raise RefusedError(_("Nothing waits."))
        self._document = self.desk.resume(waiting[0])
        self._kept("opened")

    def edit(self) -> None:
        """Make one step of any kind."""
        self._chance.choice((self.rename, self.add_card, self.picture, self.delete_cards))()

    def rename(self) -> None:
        """Change one field to a text of any length."""
        stage = min(self.document.snapshot.table(Stage))
        name = f"{self._chance.random()} " + "word " * self._chance.randrange(30)
        self._step(lambda tx: operations.rename_stage(tx, stage, name))

    def add_card(self) -> None:
        """Add a card with a long text."""
        self._step(lambda tx: self._add_card(tx, "word " * self._chance.randrange(1800)))

    def many(self) -> None:
        """Add many cards in one step."""
        self._step(lambda tx: [self._add_card(tx, f"{n} " + "word " * 40) for n in range(MANY)])

    def picture(self) -> None:
        """Add a picture and refer to it."""
        content = self._chance.randbytes(self._chance.randrange(20_000))
        self._step(
            lambda tx: self._add_card(
                tx, "Picture", image=operations.attach(tx, content, "image/png")
            )
        )

    def delete_cards(self) -> None:
        """Delete half of the cards."""
        cards = sorted(self.document.snapshot.table(Card))
        if len(cards) < 2:
            self.add_card()
        else:
            gone = self._chance.sample(cards, len(cards) // 2)
            self._step(lambda tx: self._delete(tx, gone))

    def type(self) -> None:
        """Type a word into a field: one step, rewritten with each letter."""
        touchpoint = min(self.document.snapshot.table(Touchpoint))
        for end in range(1, 5):
            self._type(touchpoint, f"{self._chance.random()}"[: end + 2])

    def undo(self) -> None:
        """Take back the last step."""
        self._say("trying", state=None)
        if self.document.undo() is not None:
            self._kept()

    def redo(self) -> None:
        """Take back the last undo."""
        self._say("trying", state=None)
        if self.document.redo() is not None:
            self._kept()

    def publish(self) -> None:
        """Bring the file up to date."""
        self.document.publish()
        state = self.document.save_state.value
        self._say("published", seq=self.document.history()[-1].seq, name=FILE, state=state)

    def close(self) -> None:
        """Close the document."""
        last = self.document.history()[-1].seq
        has_file = self.document.path is not None
        self.document.close()
        self._document = None
        self._say("published" if has_file else "closed", seq=last, name=FILE, closed=True)

    def state(self) -> None:
        """Say what the document says of its file."""
        self._say("state", state=self.document.save_state.value)

    def begin_plan(self) -> None:
        """Begin a document with a step that a plan mends, in a file."""
        self._document = self.desk.create(self._begin_plan, _("Begin"))
        self.document.save_as(self.file)
        self._kept()

    def plan_on(self) -> None:
        """Make the next step of the plan that is walked."""
        done = len(self.document.history()) - 1
        self._step(WALK[done])

    def hang(self) -> None:
        """Wait to be killed."""
        signal.pause()

    def _begin_plan(self, tx: Tx) -> None:
        self._begin(tx)
        operations.rename_touchpoint(tx, min(tx.snapshot.table(Touchpoint)), STEP)

    def _begin(self, tx: Tx) -> None:
        operations.add_project(tx, title="Recall")
        journey = operations.add_map(tx, "Recall")
        for stage in ("Book", "Come", "Leave"):
            stage_id = operations.add_stage(tx, journey, stage)
            for step in ("First", "Then", "Last"):
                operations.add_touchpoint(tx, stage_id, f"{step} of {stage}")

    def _add_card(self, tx: Tx, text: str, **fields: Any) -> str:
        rows = sorted(tx.snapshot.table(Lane).values(), key=lambda row: row.id)
        row = next(row for row in rows if row.kind == LaneKind.DOING)
        touchpoint = self._chance.choice(sorted(tx.snapshot.table(Touchpoint)))
        return operations.add_card(tx, row.id, text, touchpoint=touchpoint, **fields)

    def _delete(self, tx: Tx, cards: Iterable[str]) -> None:
        for card in cards:
            operations.delete_card(tx, card)

    def _type(self, touchpoint: str, text: str) -> None:
        self._step(lambda tx: operations.rename_touchpoint(tx, touchpoint, text), merge="name")

    def _step(self, do: Callable[[Tx], object], merge: Hashable | None = None) -> None:
        with self.document.step(_("Work"), merge=merge) as tx:
            do(tx)
            self._say("trying", state=fingerprint(tx.snapshot))
        self._kept()

    def _kept(self, what: str = "kept") -> None:
        last = self.document.history()[-1]
        state = fingerprint(self.document.snapshot)
        self._say(what, seq=last.seq, id=last.id, state=state)
