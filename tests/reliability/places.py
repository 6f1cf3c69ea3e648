"""A user's folder with a document in it, and what happens to both."""

from __future__ import annotations

import resource
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.changes import Initiator
from journeymapper.domain.entities import Role, Stage
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id, now


def begin(tx: Tx) -> None:
    operations.add_project(tx, title="Visit")
    operations.add_stage(tx, operations.add_map(tx, "Visit"), "Arrive")


class Place:
    """A user's folder, and desks of this and another computer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / "user" / "visit.journey"
        self.file.parent.mkdir()
        self.working = folder / "here" / "working"
        self.backups = folder / "here" / "backups"
        self.here = self.desk()
        self.elsewhere = Desk(folder / "elsewhere", now, new_id)

    def desk(self) -> Desk:
        """Return the desk of a program that was started anew."""
        return Desk(self.working, now, new_id, self.backups)

    def document(self) -> Document:
        """Return an open document that is in its file."""
        document = self.here.create(begin, _("Begin"))
        document.save_as(self.file)
        return document

    def copy(self) -> Path:
        """Copy the file to another folder, as one does to take it along."""
        other = self._folder / "other"
        other.mkdir(exist_ok=True)
        return Path(shutil.copy(self.file, other))

    def changed_elsewhere(self, role: str = "Theirs") -> bytes:
        """Return a later state of the file, made on another computer."""
        other = self.copy()
        document = self.elsewhere.open(other)
        add_role(document, role)
        document.close()
        return other.read_bytes()


def add_role(document: Document, name: str, initiator: Initiator = Initiator.USER) -> None:
    with document.step(_("Add"), initiator=initiator) as tx:
        operations.add_role(tx, name)


def roles(document: Document) -> list[str]:
    return sorted(role.name for role in document.snapshot.table(Role).values())


def roles_in(path: Path, desk: Desk) -> list[str]:
    with desk.look(path) as document:
        return roles(document)


def by_others(path: Path, sql: str) -> None:
    """Let another program write a file that is a database."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(sql)


def crash(document: Document) -> None:
    """End without a word, as a killed process does; its lock belongs to nobody then."""
    document._store._database.raw.close()
    assert document.path is not None
    document.path.with_name(f".{document.path.name}.lock").unlink()


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def add_picture(document: Document, content: bytes) -> None:
    (journey,) = {stage.map for stage in document.snapshot.table(Stage).values()}
    with document.step(_("Add a picture")) as tx:
        stage = min(tx.snapshot.table(Stage))
        lane = operations.add_lane(tx, journey, LaneKind.CUSTOM, "Pictures")
        image = operations.attach(tx, content, "image/png")
        operations.add_card(tx, lane, "", stage=stage, image=image)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
