"""One open database: the working copy of a document."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from journeymapper.domain.changes import Change, Step
from journeymapper.domain.entities import Entity
from journeymapper.domain.errors import MissingEntityError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.laid import Brought
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass
from journeymapper.domain.responses import Comment, Responses
from journeymapper.storage import copying, forgetting, guard, history, statements
from journeymapper.storage.engine import (
    PAGE_SIZE,
    Database,
    UnclearCommitError,
    connect,
    prepare_writing,
)
from journeymapper.storage.errors import (
    ChangedElsewhereError,
    DocumentError,
    WriteError,
    damaged,
    write_error,
)
from journeymapper.storage.migrations import CURRENT, migrate
from journeymapper.storage.responses import (
    Histograms,
    drop_rows,
    read_comments,
    read_histograms,
    read_responses,
    sweep,
    write_responses,
    write_rows,
)
from journeymapper.storage.row_changes import amending_statement, row_statement
from journeymapper.storage.rows import all_rows
from journeymapper.storage.tables import APPLICATION_ID, FORMAT

_NO_BLOBS: Mapping[str, tuple[str, bytes]] = MappingProxyType({})
_NO_RESPONSES: Mapping[str, Brought] = MappingProxyType({})
_UNSTORABLE = (sqlite3.Error, OverflowError, UnicodeEncodeError)


@dataclass(frozen=True, slots=True)
class Head:
    """The last step of a document: its number and its id."""

    seq: int
    step: str


class Store:
    """One open database. Every method that fails raises and leaves the file as it was."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.path = database.path
        self.is_open = True
        with guard.reporting_damage():
            self.doc_id, self._head = read_head(database.raw)

    @classmethod
    def create(cls, path: Path, doc_id: str) -> Store:
        """Make a new empty database; raises DocumentError when something is there already."""
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise DocumentError(_("There is a file of this name already.")) from None
        except OSError:
            raise DocumentError(_("No file can be made in this folder.")) from None
        try:
            raw = connect(path)
            try:
                _make_tables(raw, doc_id)
            except BaseException:
                raw.close()
                raise
        except BaseException as error:
            path.unlink(missing_ok=True)
            if isinstance(error, sqlite3.Error):
                raise write_error(error) from error
            raise
        return cls(Database(path, raw))

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open after all checks, brought to the present format; raises DocumentError.

        This is for working copies: never open the user's file with it.
        """
        raw = guard.open_checked(path)
        try:
            with guard.reporting_damage():
                migrate(raw)
                sweep(raw)
            return cls(Database(path, raw))
        except BaseException:
            raw.close()
            raise

    def load(self) -> dict[type[Entity], dict[str, Entity]]:
        """Return all entities by id; raises DocumentError when the file is damaged."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return all_rows(raw)

    def head(self) -> Head | None:
        """Return the last step, or None before the first."""
        with guard.reporting_damage(), self._database.using() as raw:
            return _head(raw)

    def has_step(self, step_id: str) -> bool:
        """Say whether a step is part of this document's history."""
        with guard.reporting_damage(), self._database.using() as raw:
            return raw.execute(statements.SELECT_STEP, (step_id,)).fetchone() is not None

    def title(self) -> str:
        """Return the title of the project; empty when there is none."""
        with guard.reporting_damage(), self._database.using() as raw:
            row = raw.execute(statements.SELECT_TITLE).fetchone()
        return str(row[0]) if row else ""

    def last_instant(self) -> str:
        """Return when the last step was made, in ISO form; empty before the first."""
        with guard.reporting_damage(), self._database.using() as raw:
            head = _head(raw)
            if head is None:
                return ""
            return str(raw.execute(statements.SELECT_STEP, (head.step,)).fetchone()[2])

    def steps(self) -> tuple[Step, ...]:
        """Return all steps, oldest first."""
        with guard.reporting_damage(), self._database.using() as raw:
            return history.read_steps(raw)

    def changes_of(self, seq: int) -> tuple[Change, ...]:
        """Return the changes of a step in the order they were made; empty for no such step."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return history.read_changes(raw, seq)

    def states_at(self, seq: int) -> dict[tuple[type[Entity], str], Entity | None]:
        """Return what everything touched since a step was right after it; None: was not there."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return history.read_states(raw, seq)

    def write(
        self,
        step: Step,
        changes: Sequence[Change],
        blobs: Mapping[str, tuple[str, bytes]] = _NO_BLOBS,
        responses: Mapping[str, Brought] = _NO_RESPONSES,
    ) -> None:
        """Write a step and its changes in one transaction.

        ``blobs`` are (media type, content) by id; each is stored once and never logged.
        ``responses`` are the rows of new batches by id; they are not logged either.
        Raises ChangedElsewhereError when ``step.seq`` does not follow the last one, WriteError
        when it cannot be written; either way nothing happened.
        """
        rows = [row_statement(change) for change in changes]
        log = _log(step, changes)
        with self._writing(step) as raw:
            self._expect_head(raw)
            if step.seq != _next_seq(self._head):
                raise _changed_elsewhere()
            for sql, values in rows:
                _run_row(raw, sql, values)
            raw.execute(statements.INSERT_STEP, history.step_row(step))
            raw.executemany(statements.INSERT_CHANGE, log)
            raw.executemany(
                statements.INSERT_BLOB, [(id_, media, data) for id_, (media, data) in blobs.items()]
            )
            write_responses(raw, responses)

    def amend(self, step: Step, changes: Sequence[Change]) -> None:
        """Rewrite the last step, with its label and instant.

        ``changes`` are all its changes anew, one for each entity, from what was before the step
        to what shall be now; they concern the same entities. Raises as ``write`` does.
        """
        rows = [amending_statement(change) for change in changes]
        log = _log(step, changes)
        values = (step.label.to_json(), step.at, FORMAT, step.seq, step.id)
        with self._writing(step) as raw:
            self._expect_head(raw)
            if Head(step.seq, step.id) != self._head:
                raise _changed_elsewhere()
            _run_row(raw, statements.UPDATE_STEP, values)
            for sql, row in rows:
                _run_row(raw, sql, row)
            raw.execute(statements.DELETE_CHANGES, (step.seq,))
            raw.executemany(statements.INSERT_CHANGE, log)

    def mentions(self, person: Person) -> int:
        """Return how many entries of the history and of imported rows hold a person."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return forgetting.mentions(raw, person)

    def with_phrases(self, person: Person) -> Person:
        """Return a person with what the sheets to be taken out say, and ever said."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return forgetting.with_phrases(raw, person)

    def forget(self, person: Person, step: Step | None = None) -> None:
        """Take a person out of all rows and of the history, in one transaction.

        ``step`` says in the history that it was done. ``tighten`` takes care of what was
        overwritten. Raises as ``write`` does.
        """
        self._expect_place()
        try:
            with self._database.transaction() as raw:
                self._expect_head(raw)
                forgetting.erase(raw, person)
                if step is not None:
                    raw.execute(statements.INSERT_STEP, history.step_row(step))
        except UnclearCommitError as error:
            if step is None or not self._was_written(step):
                raise write_error(error.__cause__ or error) from error
        except _UNSTORABLE as error:
            raise write_error(error) from error
        if step is not None:
            self._head = Head(step.seq, step.id)

    def tighten(self) -> None:
        """Write the file anew, without what was deleted in it; raises WriteError."""
        try:
            with self._database.using() as raw, copying.attaching(raw):
                raw.execute("VACUUM")
        except sqlite3.Error as error:
            raise write_error(error) from error

    def probe(self) -> None:
        """Find out whether a step could be written now; changes nothing. Raises as ``write``."""
        with self._beside_steps() as raw:
            raw.execute(statements.UPDATE_DOCUMENT, (self.doc_id,))

    def lay(self, batch: str, rows: Responses) -> None:
        """Write rows of a batch that a later step brings; raises as ``write`` does."""
        with self._beside_steps() as raw:
            write_rows(raw, batch, rows)

    def drop(self, batch: str) -> None:
        """Take away what was laid for a batch; raises as ``write`` does."""
        with self._beside_steps() as raw:
            drop_rows(raw, batch)

    def blob(self, id_: str) -> bytes:
        """Return the content of an attachment; raises MissingEntityError."""
        with guard.reporting_damage(), self._database.using() as raw:
            row = raw.execute(statements.SELECT_BLOB, (id_,)).fetchone()
        if row is None:
            raise MissingEntityError(_("This picture is no longer in the document."))
        return bytes(row[0])

    def histograms(self) -> Histograms:
        """Count the answers of all imported batches; raises DocumentError."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return read_histograms(raw)

    def comments(self, batch: str) -> tuple[Comment, ...]:
        """Return the comments of an imported batch, by sheet."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return read_comments(raw, batch)

    def responses(self, batch: str) -> Responses:
        """Return all rows of an imported batch."""
        with guard.reporting_damage(), self._database.reading() as raw:
            return read_responses(raw, batch)

    def copy_to(
        self, path: Path, *, new_doc_id: str | None = None, without_history: bool = False
    ) -> None:
        """Write a compact copy to a new file; call it in any thread, steps can go on meanwhile.

        ``without_history`` leaves one step and only the pictures in use. Raises DocumentError
        when something is there already, WriteError when it cannot be written.
        """
        database = self._database
        with guard.reporting_damage(), database.using() as raw:
            self._expect_head(raw)
        copying.copy_database(database, path, new_doc_id, without_history=without_history)

    def close(self) -> None:
        """Close the file; the store cannot be used any more."""
        self.is_open = False
        self._database.close()

    @contextmanager
    def _writing(self, step: Step) -> Iterator[sqlite3.Connection]:
        """Open the transaction that writes a step, and say truly whether it was written."""
        self._expect_place()
        try:
            with self._database.transaction() as raw:
                yield raw
        except UnclearCommitError as error:
            if not self._was_written(step):
                raise write_error(error.__cause__ or error) from error
        except _UNSTORABLE as error:
            raise write_error(error) from error
        self._head = Head(step.seq, step.id)
        self._expect_place()

    @contextmanager
    def _beside_steps(self) -> Iterator[sqlite3.Connection]:
        """Open a transaction that is no step: the document is the same before and after."""
        self._expect_place()
        try:
            with self._database.transaction() as raw:
                self._expect_head(raw)
                yield raw
        except _UNSTORABLE as error:
            raise write_error(error.__cause__ or error) from error

    def _expect_place(self) -> None:
        """Make sure that what is written goes where the document is, not into a lost file."""
        if not self._database.is_in_place():
            raise WriteError(_("The document was moved or deleted while it was open."))

    def _expect_head(self, raw: sqlite3.Connection) -> None:
        """Make sure that nobody wrote since; also an overwritten file shows here."""
        if _head(raw) != self._head:
            raise _changed_elsewhere()

    def _was_written(self, step: Step) -> bool:
        """Look on the disk: a COMMIT that reports an error may have been done all the same."""
        try:
            with self._database.reading() as raw:
                row = raw.execute(statements.SELECT_STEP, (step.id,)).fetchone()
        except sqlite3.Error:
            return False
        return bool(row == (step.seq, step.label.to_json(), step.at))


def read_head(raw: sqlite3.Connection) -> tuple[str, Head | None]:
    """Return the document's id and its last step; raises DocumentError when it has no id."""
    row = raw.execute(statements.SELECT_DOCUMENT).fetchone()
    if row is None:
        raise damaged()
    return str(row[0]), _head(raw)


def _make_tables(raw: sqlite3.Connection, doc_id: str) -> None:
    raw.execute(f"PRAGMA page_size={PAGE_SIZE}").fetchall()
    prepare_writing(raw)
    raw.execute("BEGIN IMMEDIATE")
    for text in CURRENT.values():
        raw.execute(text)
    raw.execute(statements.INSERT_DOCUMENT, (doc_id,))
    raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version={FORMAT}")
    raw.execute("COMMIT")


def _head(raw: sqlite3.Connection) -> Head | None:
    row = raw.execute(statements.SELECT_HEAD).fetchone()
    return None if row is None else Head(*row)


def _next_seq(head: Head | None) -> int:
    return 0 if head is None else head.seq + 1


def _changed_elsewhere() -> ChangedElsewhereError:
    return ChangedElsewhereError(
        _("This document was changed by another program."),
        _("Save a copy under another name, then open the document again."),
    )


def _log(step: Step, changes: Sequence[Change]) -> list[tuple[Any, ...]]:
    try:
        return [history.change_row(step.seq, place, c) for place, c in enumerate(changes)]
    except ValueError as error:  # NaN or an infinity
        raise write_error(error) from error


def _run_row(raw: sqlite3.Connection, sql: str, values: Sequence[Any]) -> None:
    """Run a statement that concerns exactly one row."""
    if raw.execute(sql, values).rowcount != 1:
        raise _changed_elsewhere()
