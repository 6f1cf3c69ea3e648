"""What the composition root hands down to the window and to the command line."""

from __future__ import annotations

from journeymapper.app.paths import Paths
from journeymapper.app.resources import Resources
from journeymapper.domain.records import dataclass
from journeymapper.domain.sources import Clock, IdFactory


@dataclass(frozen=True, slots=True)
class Services:
    """The world outside: folders, the time, new ids, the files that come with the app."""

    paths: Paths
    clock: Clock
    new_id: IdFactory
    resources: Resources
