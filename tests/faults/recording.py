"""Every change that a process makes to the files of a folder, from its system calls."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.faults.disk_model import Disk
from tests.faults.running import Stable
from tests.faults.strace import attached

_CALLS = (
    "openat",
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "copy_file_range",
    "sendfile",
    "fsync",
    "fdatasync",
    "ftruncate",
    "truncate",
    "fallocate",
    "lseek",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "unlink",
    "unlinkat",
)
_UNKNOWN = ("pwritev", "copy_file_range", "sendfile", "truncate", "fallocate", "link", "linkat")
"""Calls that the program does not make; should it begin to, the model has to learn them."""

_LINE = re.compile(r"^(\d+)\s+(\w+)\((.*)\)\s+= (\d+|0x[0-9a-f]+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FILE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Call:
    """One system call that succeeded; ``path`` is that of its file, where it has one."""

    name: str
    descriptor: int
    path: str
    texts: tuple[bytes, ...]
    rest: str
    result: int


def recorded(stable: Stable, log: Path, folder: Path, *tasks: str, seeded: str = "") -> list[Call]:
    """Run a process and return its calls in order."""
    with attached(stable, log, _CALLS, "-y", "-xx", "-s", "4000000"):
        story = stable.finish(folder, *tasks, seeded=seeded)
    assert story.all("end"), story.said[-1:]
    own = str(stable.pid)
    with log.open(encoding="ascii") as lines:
        calls = [_call(found) for line in lines if (found := _LINE.match(line)) and found[1] != own]
    unknown = {call.name for call in calls if call.name in _UNKNOWN}
    assert not unknown, f"the model does not know {unknown}"
    return calls


def _call(found: re.Match[str]) -> Call:
    _process, name, arguments, result = found.groups()
    texts = _TEXT.findall(arguments)
    assert not any(cut for _text, cut in texts), "a text was cut"
    file = _FILE.match(arguments)
    return Call(
        name,
        int(file[1]) if file else -1,
        _bytes(file[2]).decode(errors="replace") if file else "",
        tuple(_bytes(text) for text, _cut in texts),
        arguments,
        int(result, 0),
    )


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


class Replay:
    """Does recorded calls again, on a disk that can lose power between any two of them."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self.disk = disk
        self.folder = str(folder)
        self._positions: dict[int, int] = {}

    def steps(self, calls: list[Call]) -> Iterator[dict[str, Any] | None]:
        """Do the calls; yields after each that counts, with what the process said by it."""
        for call in calls:
            if call.name == "writev":
                yield json.loads(b"".join(call.texts))
            elif self._do(call):
                yield None

    def _do(self, call: Call) -> bool:
        match call.name:
            case "openat":
                return self._open(call)
            case "rename" | "renameat" | "renameat2" | "unlink" | "unlinkat":
                return self._name(call)
            case "lseek":
                self._positions[call.descriptor] = call.result
                return False
            case _:
                return self._is_ours(call.path) and self._file(call)

    def _open(self, call: Call) -> bool:
        path = call.texts[0].decode(errors="replace")
        self._positions[call.result] = 0
        if not self._is_ours(path):
            return False
        if "O_CREAT" in call.rest and not self.disk.knows(path):
            self.disk.create(path)
            return True
        if "O_TRUNC" in call.rest:
            self.disk.truncate(path, 0)
            return True
        if "O_APPEND" in call.rest:
            self._positions[call.result] = self.disk.size(path)
        return False

    def _name(self, call: Call) -> bool:
        paths = [text.decode(errors="replace") for text in call.texts]
        if not self._is_ours(paths[-1]):
            return False
        if len(paths) == 1:
            self.disk.unlink(paths[0])
        else:
            self.disk.rename(*paths)
        return True

    def _file(self, call: Call) -> bool:
        path = call.path
        match call.name:
            case "pwrite64":
                offset = int(call.rest.rpartition(",")[2], 0)
                self.disk.write(path, offset, call.texts[0][: call.result])
            case "write":
                offset = self._positions[call.descriptor]
                self.disk.write(path, offset, call.texts[0][: call.result])
                self._positions[call.descriptor] = offset + call.result
            case "ftruncate":
                self.disk.truncate(path, int(call.rest.rpartition(",")[2], 0))
            case "fsync" | "fdatasync" if self.disk.knows(path):
                self.disk.sync(path)
            case "fsync" | "fdatasync":
                self.disk.sync_folder(path)
        return True

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self.folder)
