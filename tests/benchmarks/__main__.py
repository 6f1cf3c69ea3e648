"""Runs the families of rows, each in a process of its own, and prints one table.

`python -m tests.benchmarks [FAMILY...]`. The exit code is 0 whether goals are reached or not.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.measuring import Result
from tests.benchmarks.places import BUILD, ROOT
from tests.benchmarks.table import lines

FAMILIES = {
    "start": "starting",
    "open": "opening",
    "step": "steps",
    "repaint": "repaint",
    "move": "moving",
    "pdf": "paper",
    "flow": "flow",
    "gaps": "gaps",
    "memory": "memory",
    "linear": "linear",
}
"""The modules with rows by the names they are called by, in the order of the table."""

MINUTES = 15
"""The longest that one family may take."""


def main(argv: Sequence[str]) -> int:
    """Measure the families named, or all; print the table and write it as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("families", nargs="*", metavar="FAMILY", help=", ".join(FAMILIES))
    parser.add_argument("--json", type=Path, default=BUILD / "bench.json")
    arguments = parser.parse_args(argv)
    unknown = [name for name in arguments.families if name not in FAMILIES]
    if unknown:
        parser.error(f"no such family: {', '.join(unknown)}")
    results: list[Result] = []
    broken: list[str] = []
    for family in arguments.families or FAMILIES:
        print(f"measuring {family} ...", file=sys.stderr, flush=True)
        try:
            results += measured(family)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            broken.append(f"{family}: {error}")
    print("\n".join(lines(results)))
    for trouble in broken:
        print(f"NOT MEASURED {trouble}")
    write(arguments.json, results, broken)
    print(f"written: {arguments.json}")
    return 0


def measured(family: str) -> Iterator[Result]:
    """Run one family in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{FAMILIES[family]}"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        timeout=60 * MINUTES,
        check=True,
    )
    return map(Result.from_json, done.stdout.splitlines())


def write(path: Path, results: Sequence[Result], broken: Sequence[str]) -> None:
    """Write everything that was measured, and on what."""
    path.parent.mkdir(parents=True, exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "system": platform.platform(),
        "processors": os.cpu_count(),
    }
    rows = [result.to_json() for result in results]
    whole = {"machine": machine, "rows": rows, "not_measured": list(broken)}
    path.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
