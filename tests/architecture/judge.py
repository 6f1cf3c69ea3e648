"""Judges sketches of the house by the contracts, one after the other: `python -m` this module.

For each folder that is named on a line of standard input it writes a line of JSON: the names of
the contracts that do not hold there. One process for all: it takes longer to start than to judge.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys

from importlinter import configuration
from importlinter.application import use_cases


def broken(folder: str) -> list[str]:
    """Return the names of the contracts in ``folder`` that do not hold.

    Raises:
        ValueError: a contract could not be judged at all.
    """
    os.chdir(folder)
    sys.path[0] = folder
    sys.modules.pop("journeymapper", None)
    options = use_cases.read_user_options()
    use_cases._register_contract_types(options)
    report = use_cases.create_report(options, cache_dir=None)
    if report.could_not_run:
        raise ValueError(str(report.invalid_contract_options))
    return [
        contract.name for contract, check in report.get_contracts_and_checks() if not check.kept
    ]


def main() -> None:
    """Answer until there is nothing more to read."""
    configuration.configure()
    for line in sys.stdin:
        with contextlib.redirect_stdout(io.StringIO()):  # it shows how far it has come
            names = broken(line.rstrip("\n"))
        print(json.dumps(names), flush=True)


if __name__ == "__main__":
    main()
