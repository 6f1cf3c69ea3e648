"""Which process holds something, and whether it still runs."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import asdict
from pathlib import Path

from journeymapper.domain.records import dataclass
from journeymapper.domain.sources import Clock, now

_BOOT = Path("/proc/sys/kernel/random/boot_id")

_ENDED = "Z"
"""The state of a process that has ended, and whose parent has not asked how yet."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A process on some computer. ``at`` is the UTC instant it took hold, in ISO form.

    ``started`` tells processes apart that had the same number; empty where nobody can say.
    """

    host: str
    pid: int
    at: str = ""
    started: str = ""

    def is_alive(self) -> bool:
        """Say whether the process still runs; one on another computer counts as running."""
        if self.host != socket.gethostname():
            return True
        if not process_runs(self.pid):
            return False
        started = _started(self.pid)
        return not started or not self.started or started == self.started

    def is_me(self) -> bool:
        """Say whether it is this very process."""
        return (self.host, self.pid) == (socket.gethostname(), os.getpid()) and self.is_alive()

    def to_json(self) -> str:
        """Return the stored form."""
        return json.dumps(asdict(self))


def this_process(clock: Clock = now) -> Owner:
    """Return the process we are."""
    pid = os.getpid()
    at = clock().isoformat(timespec="seconds")
    return Owner(socket.gethostname(), pid, at, _started(pid))


def owner_from_json(text: str) -> Owner | None:
    """Read the stored form back; None for anything else."""
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match plain:
        case {"host": str(host), "pid": int(pid), "at": str(at), "started": str(started)}:
            return Owner(host, pid, at, started)
        case _:
            return None


def process_runs(pid: int) -> bool:
    """Say whether a process of this computer runs; where that cannot be asked, it does."""
    if os.name == "nt":
        return True  # there, signal 0 would end the process
    if pid <= 0:
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return _stat(pid)[:1] != [_ENDED]


def _started(pid: int) -> str:
    """Return when a process began, as a text that no other process of this number shares."""
    try:
        boot = _BOOT.read_text(encoding="ascii").strip()
        return f"{boot}:{_stat(pid)[19]}"
    except (OSError, IndexError, ValueError):
        return ""


def _stat(pid: int) -> list[str]:
    """Return what Linux tells of a process, from its state on; empty where nobody can say."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return []
    return told.rpartition(")")[2].split()
