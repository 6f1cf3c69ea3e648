"""How the steps of a document reach the disk: how long it takes, and what happens when they do not.

A step that cannot be written has not happened. Whoever shows the document is told, and can have
all changes refused until the disk takes them again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from journeymapper.domain.changes import Change, Step
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.laid import Brought
from journeymapper.domain.message import _
from journeymapper.storage.errors import ChangedElsewhereError, UnstorableError, WriteError
from journeymapper.storage.store import Store

Alarm = Callable[[UserError], None]


class Keeping:
    """Writes steps to the store. ``seconds`` is how long the last one took."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._alarms: list[Alarm] = []
        self.seconds = 0.0
        self.stopped_by: UserError | None = None

    def watch(self, alarm: Alarm) -> Callable[[], None]:
        """Call this when the disk does not take a step; returns a function that ends it."""
        self._alarms.append(alarm)
        return lambda: self._alarms.remove(alarm)

    def forget(self) -> None:
        """Tell nobody any more."""
        self._alarms.clear()

    def stop(self, reason: UserError) -> None:
        """Refuse all changes from now on."""
        self.stopped_by = reason

    def go_on(self) -> None:
        """Take changes again; raises UserError when the disk would still not take them."""
        self._store.probe()
        self.stopped_by = None

    def check(self) -> None:
        """Raise RefusedError while changes are refused."""
        if self.stopped_by is not None:
            raise RefusedError(
                _("This is not kept yet. {why}", why=self.stopped_by.message),
                _("Nothing is lost: what you typed stays here until it can be kept."),
            )

    def write(
        self,
        step: Step,
        changes: Sequence[Change],
        blobs: Mapping[str, tuple[str, bytes]] | None = None,
        responses: Mapping[str, Brought] | None = None,
    ) -> None:
        """Write a step; raises as the store does."""
        with self._watched():
            self._store.write(step, changes, blobs or {}, responses or {})

    def amend(self, step: Step, changes: Sequence[Change]) -> None:
        """Rewrite the last step; raises as the store does."""
        with self._watched():
            self._store.amend(step, changes)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        except UnstorableError:
            raise
        except (WriteError, ChangedElsewhereError) as error:
            for alarm in tuple(self._alarms):
                alarm(error)
            raise
        finally:
            self.seconds = time.perf_counter() - begun
