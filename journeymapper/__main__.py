"""The composition root: reads the world outside once and hands it down.

A sub-command goes to the command line, everything else opens the window. Imports stand inside
the functions here, and only here: the command line never loads widgets, and the window never
loads the command line.
"""

from __future__ import annotations

import builtins
import gc
import importlib
import os
import sys
from collections.abc import Sequence

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.domain.errors import UserError
from journeymapper.domain.sources import new_id, now


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app with these arguments, or those of the process; returns the exit code."""
    if getattr(sys, "frozen", False):  # a process that reads a foreign file begins here too
        importlib.import_module("multiprocessing").freeze_support()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        services = Services(Paths.find(os.environ), now, new_id, resources.find())
    except UserError as error:
        print(error, error.hint or "", file=sys.stderr)
        return 2
    if _is_command(arguments):
        from journeymapper.cli.main import main as command_line  # noqa: PLC0415

        return command_line(arguments, services)
    gc.disable()  # nothing that is made for the window is given back before it is there
    load_qt()
    from journeymapper.ui.app import run  # noqa: PLC0415

    return run(services, arguments)


def load_qt() -> None:
    """Load Qt, and let modules be imported as before.

    It puts a function of its own in the place of Python's that reads the source text of every
    module that comes after it, in search of a way of spelling its names that nothing here uses.
    """
    ordinary = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = ordinary


def _is_command(arguments: Sequence[str]) -> bool:
    """A bare word or an option is a command; a name with a dot or a folder is a file."""
    if not arguments:
        return False
    first = arguments[0]
    return first.startswith("-") or not any(mark in first for mark in "./\\:")


if __name__ == "__main__":
    sys.exit(main())
