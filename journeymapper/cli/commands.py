"""The sub-commands there are. A command's module is loaded when the command is given.

Each module has ``arguments(parser)``, which adds what the command takes, and
``run(arguments, context) -> int``, which does it and returns the exit code.
"""

from __future__ import annotations

import argparse
import importlib
from typing import Protocol, cast

from journeymapper.cli.context import Context
from journeymapper.domain.message import Message, _

COMMANDS: dict[str, tuple[str, Message]] = {
    "new": ("new", _("begin a file: blank, with the steps of a template, or the example")),
    "info": ("info", _("say what is in a file")),
    "export": ("export", _("make a PDF, SVG or PNG of the maps in a file")),
    "analyse": ("analyse", _("say where the journey falls short and what the answers say")),
    "check": ("check", _("look for damage in a file")),
    "history": ("history", _("list the steps in which a file was made")),
    "undo": ("undo", _("take back the last step")),
    "redo": ("redo", _("take back the last undo")),
    "recover": ("recover", _("find and bring back work that did not reach its file")),
    "templates": ("templates", _("list the templates")),
    "self-test": ("self_test", _("try the main parts of the program on this computer")),
}
"""Name -> (module, what it does), in the order of the help."""


class Command(Protocol):
    """A module that is a sub-command."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the command takes."""

    def run(self, arguments: argparse.Namespace, context: Context) -> int:
        """Do it; return the exit code."""


def load(name: str) -> Command:
    """Return the module of a command; raises KeyError for a name that is none."""
    module, _about = COMMANDS[name]
    return cast(Command, importlib.import_module(f"journeymapper.cli.{module}"))
