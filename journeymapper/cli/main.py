"""The way in: which sub-command it is, and what its end means to the shell."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence

import journeymapper
from journeymapper.app import log
from journeymapper.app.services import Services
from journeymapper.cli import output
from journeymapper.cli.commands import COMMANDS, load
from journeymapper.cli.context import Context
from journeymapper.cli.parsing import Parser, UsageError
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.text.catalogue import ENGLISH

OK = 0
FINDINGS = 1
BAD_INPUT = 2
"""Exit codes: all is well; something was found or failed; the input is not usable."""

_LOG = logging.getLogger(__name__)


def main(argv: Sequence[str], services: Services) -> int:
    """Run a sub-command; ``argv`` begins with its name. Returns the exit code.

    What the user can mend ends as one line on stderr and code 2, never as a traceback.
    """
    try:
        code = _run(list(argv), Context(services, ENGLISH))
        sys.stdout.flush()
        return code
    except UserError as error:
        output.complain(ENGLISH, error)
        return BAD_INPUT
    except SystemExit as left:  # argparse leaves after --help
        return left.code if isinstance(left.code, int) else OK
    except BrokenPipeError:  # the reader of our output has gone; nothing is left to be flushed
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return FINDINGS
    except Exception as error:  # noqa: BLE001 - the last line of defence before the shell
        output.complain(ENGLISH, UserError(_failed(services, error)))
        return FINDINGS


def _run(argv: list[str], context: Context) -> int:
    name = argv[0] if argv else "--help"
    if name in ("-h", "--help"):
        _print_help(context)
        return OK
    if name == "--version":
        context.say(Message("{text}", text=f"journeymapper {journeymapper.__version__}"))
        return OK
    if name not in COMMANDS:
        raise UsageError(
            _("There is no command “{name}”.", name=name), _("See “journeymapper --help”.")
        )
    command = load(name)
    parser = Parser(name, context.catalogue.say(COMMANDS[name][1]))
    command.arguments(parser)
    return command.run(parser.parse_args(argv[1:]), context)


def _print_help(context: Context) -> None:
    context.say(_("journeymapper [FILE]: open the window"))
    for name, (_module, about) in COMMANDS.items():
        text = context.catalogue.say(about)
        context.say(Message("{text}", text=f"journeymapper {name:<10} {text}"))
    context.say(_("More about a command: journeymapper COMMAND --help"))


def _failed(services: Services, error: Exception) -> Message:
    """Write what happened into the log and say where it is; never a word of a document."""
    path = log.set_up(services.paths.logs)
    _LOG.error("%s", log.without_content(error))
    if path is None:
        return _("Something went wrong inside Journey Mapper; nothing was half done.")
    return _("Something went wrong inside Journey Mapper; what it was is in {log}.", log=str(path))
