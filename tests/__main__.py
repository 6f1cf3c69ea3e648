"""The whole check of a checkout: lint, types, contracts, then every part of the tests.

    .venv/bin/python -m tests

Each part ends with its time; the run ends with the sum of all tests on one line. It fails when a
part fails and when everything together takes longer than ``LIMIT`` seconds.
"""

import os
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 540.0
"""Seconds that the whole run may take on two cores."""

ROOM = 2 << 30
"""Bytes that must be free in memory before tests write there instead of on a disk."""

_PYTHON = sys.executable
_TOOLS = Path(_PYTHON).parent
_NO_TESTS = 5  # pytest's exit code for an empty selection
_AS_NAMED = "--no-loadscope-reorder"  # else files with few tests, however long, come last


@dataclass(frozen=True, slots=True)
class Check:
    """A tool that judges the source; it prints only when it fails."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Folders and files of tests, and how many processes share them (0: this one alone).

    What is named first begins first, also when it is in a folder named later. ``shared_by`` is how
    pytest-xdist deals them out. ``on_disk``: its files must be on a disk, not in memory.
    """

    name: str
    places: tuple[str, ...]
    processes: int
    shared_by: str = "loadfile"
    on_disk: bool = False


@dataclass(slots=True)
class Tally:
    """Test cases counted over all parts."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0


CHECKS = (
    Check("lint", (str(_TOOLS / "ruff"), "check", "--quiet", ".")),
    Check("format", (str(_TOOLS / "ruff"), "format", "--quiet", "--check", "--diff", ".")),
    Check("types", (_PYTHON, "-m", "mypy", "--no-error-summary")),
    Check("contracts", (str(_TOOLS / "lint-imports"), "--no-logo", "--no-cache")),
)

PARTS = (
    Part("property, unit, golden, architecture", ("property", "unit", "golden", "architecture"), 2),
    Part("gui", ("gui/test_visual.py", "gui/test_visual_scaled.py", "gui"), 2),
    # apart: it measures how much memory is used; its tests share nothing, so each may go anywhere
    Part("reliability", ("reliability",), 2, "worksteal", on_disk=True),
)
"""A part begins with its longest files, so that no process waits for the other at its end."""


def main() -> int:
    """Run all checks and parts; return 0 only if all hold within the time."""
    started = time.monotonic()
    tally = Tally()
    broken: list[str] = []
    with ThreadPoolExecutor() as beside:  # the checks need one core for a while
        judging = {check.name: beside.submit(judge, check) for check in CHECKS}
        for part in PARTS:
            left = LIMIT - (time.monotonic() - started)
            if not run_part(part, tally, left):
                broken.append(part.name)
            broken += verdicts(judging)
            judging = {}
    took = time.monotonic() - started
    if took > LIMIT:
        broken.append(f"time ({took:.0f} s, at most {LIMIT:.0f} s)")
    print(f"\nall parts: {took:.0f} s of {LIMIT:.0f} s")
    if broken:
        print(f"failed: {'; '.join(broken)}")
    skipped = f", {tally.skipped} skipped" if tally.skipped else ""
    print(f"{tally.passed} passed, {tally.failed} failed{skipped}", flush=True)
    return 1 if broken or not tally.passed else 0


def judge(check: Check) -> str | None:
    """Run a check of the source; return what it said if the source does not hold, else None."""
    done = subprocess.run(
        check.command,
        cwd=ROOT,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return None if done.returncode == 0 else done.stdout


def verdicts(judging: dict[str, Future[str | None]]) -> list[str]:
    """Wait for the checks and tell how they went; return the names of those that failed."""
    broken = []
    for name, future in judging.items():
        said = future.result()
        print(f"{name}: {'ok' if said is None else 'FAILED'}", flush=True)
        if said is not None:
            broken.append(name)
            print(said, flush=True)
    return broken


def run_part(part: Part, tally: Tally, seconds: float) -> bool:
    """Run one part for at most ``seconds``; add to ``tally``; return whether it held."""
    files = _files(part)
    print(f"\n== {part.name}", flush=True)
    if seconds <= 0:
        print("not started: the time for the whole run is over", flush=True)
        return False
    memory = None if part.on_disk else _memory()
    with TemporaryDirectory(dir=memory) as scratch:
        report = Path(scratch) / "report.xml"
        command = [_PYTHON, "-m", "pytest", "-q", f"--junit-xml={report}"]
        if part.processes:
            command += ["-n", str(part.processes), "--dist", part.shared_by, _AS_NAMED]
        command += files
        try:
            code = subprocess.run(
                command, cwd=ROOT, env=_environment(memory), timeout=seconds, check=False
            ).returncode
        except subprocess.TimeoutExpired:
            print("\nstopped: the time for the whole run is over", flush=True)
            return False
        _count(report, tally)
    return code in (0, _NO_TESTS)


def _environment(folder: Path | None = None) -> dict[str, str]:
    """Return the environment of all that is started: no display, and modules compiled once.

    ``folder`` is where its temporary files go.
    """
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment if folder is None else environment | {"TMPDIR": str(folder)}


def _memory() -> Path | None:
    """Return a folder in memory with enough room for files of tests, where the system has one."""
    folder = Path("/dev/shm")  # noqa: S108
    return folder if folder.is_dir() and shutil.disk_usage(folder).free >= ROOM else None


def _files(part: Part) -> list[str]:
    """Return the files with tests in the order in which they begin, each once."""
    found: dict[str, None] = {}
    for place in part.places:
        path = ROOT / "tests" / place
        files = [path] if path.is_file() else sorted(path.rglob("test_*.py"))
        found |= dict.fromkeys(file.relative_to(ROOT).as_posix() for file in files)
    return list(found)


def _count(report: Path, tally: Tally) -> None:
    for suite in _suites(report):
        ran, failed, skipped = (
            int(suite.get("tests", "0")),
            int(suite.get("failures", "0")) + int(suite.get("errors", "0")),
            int(suite.get("skipped", "0")),
        )
        tally.failed += failed
        tally.skipped += skipped
        tally.passed += ran - failed - skipped


def _suites(report: Path) -> Iterator[ET.Element]:
    if report.is_file():
        yield from ET.parse(report).getroot().iter("testsuite")  # noqa: S314 - pytest wrote it


if __name__ == "__main__":
    sys.exit(main())
