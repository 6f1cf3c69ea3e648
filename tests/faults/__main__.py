"""Run the rows, print the table, write ``build/faults.json``; the exit code is 1 if one fails."""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.outcome import Outcome, skipped
from tests.faults.rows import ROWS, Row
from tests.faults.table import lines, write
from tests.faults.tools import ToolMissingError

RESULT = Path(__file__).resolve().parents[2] / "build" / "faults.json"


def main(argv: Sequence[str]) -> int:
    """Run the rows named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help=", ".join(ROWS))
    parser.add_argument("--short", action="store_true", help="few trials of each row")
    parser.add_argument("--json", type=Path, default=RESULT)
    arguments = parser.parse_args(argv)
    unknown = [name for name in arguments.rows if name not in ROWS]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}")
    outcomes: list[Outcome] = []
    for name in arguments.rows or ROWS:
        print(f"{name}: {ROWS[name].what} ...", file=sys.stderr, flush=True)
        for outcome in run(name, ROWS[name], short=arguments.short):
            outcomes.append(outcome)
            verdict = "ok" if outcome.holds else f"FAILED {outcome.reasons}"
            print(f"    {outcome.trials} trials: {verdict}", file=sys.stderr, flush=True)
    print("\n".join(lines(outcomes)))
    write(arguments.json, outcomes)
    print(f"written: {arguments.json}")
    return 0 if all(outcome.holds for outcome in outcomes) else 1


def run(name: str, row: Row, *, short: bool) -> Iterator[Outcome]:
    """Run one row in a folder of its own; whatever it raises is a failure of the row."""
    with TemporaryDirectory(prefix="faults-") as folder:
        started = time.monotonic()
        try:
            for outcome in row.run(Path(folder), short):
                outcome.seconds = time.monotonic() - started
                started = time.monotonic()
                yield outcome
        except ToolMissingError as error:
            yield skipped(name, row.what, str(error))
        except Exception:  # noqa: BLE001 - a row that breaks has failed; the others go on
            yield skipped(name, row.what, traceback.format_exc())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
