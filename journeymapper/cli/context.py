"""What every sub-command is given: the world outside, and the language it speaks."""

from __future__ import annotations

import datetime
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from journeymapper.app.services import Services
from journeymapper.cli import output
from journeymapper.document.desk import Desk
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.text.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Context:
    """The services of the app and the catalogue of what is printed; ``silent`` prints nothing."""

    services: Services
    catalogue: Catalogue
    silent: bool = False

    def desk(self, working: Path | None = None) -> Desk:
        """Return the desk of this computer's working copies, or one with a folder of its own."""
        folder = working or self.services.paths.working
        return Desk(folder, self.services.clock, self.services.new_id)

    def today(self) -> datetime.date:
        """Return the local date."""
        return self.services.clock().astimezone().date()

    def say(self, message: Message) -> None:
        """Print a sentence."""
        if not self.silent:
            output.say(self.catalogue, message)


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Begin every complaint made inside with the name of the file it is about."""
    try:
        yield
    except UserError as error:
        raise UserError(_named(path, error.message), error.hint) from error
    except OSError as error:
        raise UserError(_named(path, _reason(error))) from error


def _named(path: Path, what: Message) -> Message:
    return _("{file}: {what}", file=path.name or str(path), what=what)


def _reason(error: OSError) -> Message:
    """Say what the system has against a file or its name."""
    if error.errno == errno.ENAMETOOLONG:
        return _("The name of the file is too long.")
    if isinstance(error, PermissionError):
        return _("There is no permission to read or write here.")
    return _("The system does not take this file: {reason}.", reason=error.strerror or "")
