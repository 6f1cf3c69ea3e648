"""Where documents are begun, opened and found again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from journeymapper.document.document import Document
from journeymapper.document.publisher import Publisher
from journeymapper.document.tx import Tx
from journeymapper.domain.message import Message
from journeymapper.domain.sources import Clock, IdFactory
from journeymapper.storage.working import Leftover, WorkingCopies

Fill = Callable[[Tx], None]


class Desk:
    """Opens documents; ``working`` is the folder of the working copies."""

    def __init__(self, working: Path, clock: Clock, new_id: IdFactory) -> None:
        self._copies = WorkingCopies(working)
        self._clock = clock
        self._new_id = new_id

    def create(self, fill: Fill, label: Message) -> Document:
        """Begin a document without a file; ``fill`` makes its content, as the first step.

        When ``fill`` raises, nothing is left behind.
        """
