"""What every sub-command is given: the world outside, and the language it speaks."""

from __future__ import annotations

import datetime
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
    """The services of the app and the catalogue of what is printed."""

    services: Services
    catalogue: Catalogue

    def desk(self) -> Desk:
        """Return the desk of this computer's working copies."""
        return Desk(self.services.paths.working, self.services.clock, self.services.new_id)

    def today(self) -> datetime.date:
        """Return the local date."""
        return self.services.clock().astimezone().date()

    def say(self, message: Message) -> None:
        """Print a sentence."""
        output.say(self.catalogue, message)


@contextmanager
def about(path: Path) -> Iterator[None]:
    """Begin every complaint made inside with the name of the file it is about."""
    try:
        yield
    except UserError as error:
        what = _("{file}: {what}", file=path.name or str(path), what=error.message)
        raise UserError(what, error.hint) from error
