"""A disk that loses power: what was not waited for may be there, in part, or not at all.

Writes reach the disk in any order, and may be cut between sectors, until the file is synced.
Names come and go in the order in which they did, until their folder is synced.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from random import Random

SECTOR = 512


@dataclass(frozen=True)
class Write:
    """Bytes written to a file at an offset."""

    offset: int
    data: bytes

    def onto(self, content: bytearray) -> None:
        """Do it."""
        content.extend(bytes(max(0, self.offset - len(content))))
        content[self.offset : self.offset + len(self.data)] = self.data


@dataclass(frozen=True)
class Truncate:
    """A file cut, or made longer with zeroes."""

    size: int

    def onto(self, content: bytearray) -> None:
        """Do it."""
        del content[self.size :]
        content.extend(bytes(self.size - len(content)))


@dataclass
class _Inode:
    """A file: what is surely on the disk, and what is on its way there."""

    content: bytearray = field(default_factory=bytearray)
    waiting: list[Write | Truncate] = field(default_factory=list)
    size: int = 0

    def sync(self) -> None:
        for change in self.waiting:
            change.onto(self.content)
        self.waiting.clear()


@dataclass(frozen=True)
class _Entry:
    """A name that came to stand for a file; None: for nothing any more."""

    path: str
    inode: _Inode | None


class Disk:
    """Files by path. Every change is known to the system at once, to the disk only when synced."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._names = {
            path: _Inode(bytearray(content), size=len(content)) for path, content in files.items()
        }
        self._sure = dict(self._names)
        self._waiting: dict[str, list[list[_Entry]]] = {}

    def knows(self, path: str) -> bool:
        """Say whether there is a file of this name."""
        return path in self._names

    def size(self, path: str) -> int:
        """Return how long a file is, for the system."""
        return self._names[path].size

    def create(self, path: str) -> None:
        """Make an empty file."""
        inode = self._names[path] = _Inode()
        self._enter(path, [_Entry(path, inode)])

    def write(self, path: str, offset: int, data: bytes) -> None:
        """Write to a file."""
        inode = self._names[path]
        inode.waiting.append(Write(offset, data))
        inode.size = max(inode.size, offset + len(data))

    def truncate(self, path: str, size: int) -> None:
        """Cut a file or make it longer."""
        inode = self._names[path]
        inode.waiting.append(Truncate(size))
        inode.size = size

    def unlink(self, path: str) -> None:
        """Remove a name."""
        del self._names[path]
        self._enter(path, [_Entry(path, None)])

    def rename(self, old: str, new: str) -> None:
        """Give a file another name, at once with taking the old one from it."""
        inode = self._names[new] = self._names.pop(old)
        self._enter(new, [_Entry(new, inode), _Entry(old, None)])

    def sync(self, path: str) -> None:
        """Wait until a file is on the disk."""
        self._names[path].sync()

    def sync_folder(self, folder: str) -> None:
        """Wait until the names in a folder are on the disk."""
        for entries in self._waiting.pop(folder, []):
            _apply(entries, self._sure)

    def after_power_loss(self, chance: Random) -> dict[str, bytes]:
        """Return one of the states that the disk may be in."""
        names = dict(self._sure)
        for waiting in self._waiting.values():
            for entries in waiting[: chance.randint(0, len(waiting))]:
                _apply(entries, names)
        return {path: _survived(inode, chance) for path, inode in names.items()}

    def _enter(self, path: str, entries: list[_Entry]) -> None:
        self._waiting.setdefault(str(PurePath(path).parent), []).append(entries)


def _apply(entries: list[_Entry], names: dict[str, _Inode]) -> None:
    for entry in entries:
        if entry.inode is None:
            names.pop(entry.path, None)
        else:
            names[entry.path] = entry.inode


def _survived(inode: _Inode, chance: Random) -> bytes:
    content, waiting = bytearray(inode.content), inode.waiting
    match chance.randrange(4):
        case 0:
            kept = []
        case 1:
            kept = waiting[: chance.randint(0, len(waiting))]
        case 2:
            kept = [change for change in waiting if chance.random() < 0.5]
        case _:
            kept = waiting
    for change in kept:
        if isinstance(change, Write) and len(change.data) > SECTOR and chance.random() < 0.3:
            _write_some_sectors(change, content, chance)
        else:
            change.onto(content)
    return bytes(content)


def _write_some_sectors(write: Write, content: bytearray, chance: Random) -> None:
    """Sectors are written whole or not at all, in any order."""
    for start in range(0, len(write.data), SECTOR):
        if chance.random() < 0.5:
            Write(write.offset + start, write.data[start : start + SECTOR]).onto(content)
