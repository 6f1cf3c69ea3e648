"""Faults of our own making: with one of them in, the harness has to fail."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from journeymapper.domain.changes import Change, Step
from journeymapper.domain.laid import Brought
from journeymapper.storage import engine, history, responses, row_changes, statements, store
from journeymapper.storage.store import Head, Store


def history_in_a_second_transaction() -> None:
    """Write the rows first and the history afterwards, each whole in itself."""

    def write(
        self: Store,
        step: Step,
        changes: Sequence[Change],
        blobs: Mapping[str, tuple[str, bytes]] = store._NO_BLOBS,
        brought: Mapping[str, Brought] = store._NO_RESPONSES,
    ) -> None:
        with self._database.transaction() as raw:
            for change in changes:
                store._run_row(raw, *row_changes.row_statement(change))
        with self._database.transaction() as raw:
            raw.execute(statements.INSERT_STEP, history.step_row(step))
            raw.executemany(statements.INSERT_CHANGE, store._log(step, changes))
            rows = [(id_, media, content) for id_, (media, content) in blobs.items()]
            raw.executemany(statements.INSERT_BLOB, rows)
            responses.write_responses(raw, brought)
        self._head = Head(step.seq, step.id)

    _put(Store, "write", write)


def no_waiting_for_the_disk() -> None:
    """Never wait until the disk has what was written."""
    engine._WRITING["synchronous"] = 0


def _put(owner: type, name: str, function: Callable[..., Any]) -> None:
    setattr(owner, name, function)


FAULTS: Mapping[str, Callable[[], None]] = {
    "": lambda: None,
    "second": history_in_a_second_transaction,
    "no-sync": no_waiting_for_the_disk,
}
"""The faults by name; each lasts as long as the process."""
