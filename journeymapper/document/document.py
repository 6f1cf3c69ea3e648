"""A document that is open: its state, the one way to change it, undo and what it publishes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from journeymapper.document.ahead import Ahead
from journeymapper.document.answer_book import AnswerBook
from journeymapper.document.file_job import FileJob
from journeymapper.document.forgetting import differences
from journeymapper.document.inverse import changes_to, inverse_of
from journeymapper.document.keeping import Keeping
from journeymapper.document.listeners import Listener, Listeners
from journeymapper.document.merging import Merge, merged
from journeymapper.document.publisher import FileFound, Publisher
from journeymapper.document.recent import RecentChanges
from journeymapper.document.stacks import Stacks
from journeymapper.document.tx import Tx
from journeymapper.domain.changes import Change, ChangeSet, Initiator, Step, StepKind
from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.laid import Brought
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import Comment, Responses
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.sources import Clock, IdFactory
from journeymapper.storage.store import Store
from journeymapper.storage.wishes import Wish


class SaveState(StrEnum):
    """What can truly be said about the user's file."""

    SAVED = "saved"
    """All changes are in the user's file."""
    KEPT = "kept"
    """Committed to the working copy; the user's file is older."""
    UNTITLED = "untitled"
    """Committed to the working copy; there is no file of the user's yet."""
    READ_ONLY = "read_only"
    """The file can be looked at; it cannot be changed here."""


class Document:
    """One open document. ``snapshot`` is the only thing that is read.

    A change that fails raises and leaves the snapshot, the history and the file as they were.
    """

    def __init__(self, store: Store, publisher: Publisher, clock: Clock, new_id: IdFactory) -> None:
        self._store = store
        self._publisher = publisher
        self._keeping = Keeping(store)
        self._clock = clock
        self._new_id = new_id
        self._sitting = new_id()
        self._listeners = Listeners()
        self._steps = list(store.steps())
        self._stacks = Stacks(self._steps)
        self._merge: Merge | None = None
        self._answers = AnswerBook(store)
        self._recent = RecentChanges()
        self._in_step = False
        self._is_open = True
        self.snapshot = Snapshot(store.load())

    @property
    def doc_id(self) -> str:
        """The identity of the document, kept through renames and moves of its file."""
        return self._store.doc_id

    @property
    def path(self) -> Path | None:
        """The user's file; None while the document is untitled."""
        return self._publisher.target

    @property
    def save_state(self) -> SaveState:
        """What can truly be said about the user's file at this moment."""
        if self._publisher.read_only:
            return SaveState.READ_ONLY
        if self._publisher.target is None:
            return SaveState.UNTITLED
        return SaveState.SAVED if self._publisher.is_current else SaveState.KEPT

    @contextmanager
    def step(
        self,
        label: Message,
        *,
        initiator: Initiator = Initiator.USER,
        merge: Hashable | None = None,
    ) -> Iterator[Tx]:
        """Open a step: what is done to the Tx inside happens together, or not at all.

        Steps with the same ``merge`` key (typing into one field) become one, unless something
        else happened between them. A step without any change leaves no trace.
        """
        self._check_writable()
        if self._in_step:
            raise RuntimeError("a step is open already")
        self._in_step = True
        try:
            tx = Tx(self.snapshot, self._new_id)
            yield tx
        finally:
            self._in_step = False
        if not tx.changes:
            return
        last = self._merge
        if self._publisher.is_copying or tx.responses:
            merge = None  # a step that may be in the user's file is never rewritten
        if merge is not None and last is not None and last.key == merge:
            joined = merged(last.changes, tx.changes)
            if joined is not None:
                self._amend(last.step, label, joined, tx)
                return
        step = self._new_step(label, initiator, StepKind.DO)
        self._keeping.write(step, tx.changes, tx.blobs, tx.responses)
        self._written(step, tuple(tx.changes), tx.finished(), tx.responses)
        if merge is not None:
            self._merge = Merge(merge, step, tuple(tx.changes))

    @property
    def next_undo(self) -> Step | None:
        """The step that undo would take back, or None."""
        return self._stacks.next_undo

    @property
    def next_redo(self) -> Step | None:
        """The undo that redo would take back, or None."""
        return self._stacks.next_redo

    @property
    def undo_reaches_back(self) -> bool:
        """Say whether the next undo concerns an earlier sitting, so that one should ask."""
        step = self._stacks.next_undo
        return step is not None and step.sitting != self._sitting

    def undo(self) -> ChangeSet | None:
        """Take back the last own step, as a new step; None when there is nothing."""
        return self._take_back(self._stacks.next_undo, StepKind.UNDO)

    def redo(self) -> ChangeSet | None:
        """Take back the last undo, as a new step; None when there is nothing."""
        return self._take_back(self._stacks.next_redo, StepKind.REDO)

    def go_back(self, step: Step, label: Message) -> ChangeSet | None:
        """Make everything as it was right after a step, as a new step that can be undone.

        Named versions stay. Returns None when nothing has changed since.
        """
        self._check_writable()
        changes = changes_to(self._store.states_at(step.seq), self.snapshot)
        if not changes:
            return None
        new = self._new_step(label, Initiator.USER, StepKind.DO)
        self._keeping.write(new, changes)
        return self._written(new, changes, self.snapshot.with_changes(changes))

    def mentions(self, person: Person) -> int:
        """Return how many entries of the history and of imported rows hold a person."""
        return self._store.mentions(person)

    def forget(self, person: Person) -> None:
        """Take a person out of everything we keep: no undo, no trace (decision 8).

        Raises UserError when it cannot be begun; or, when it is done here and the user's file or
        an earlier state could not be written: the next opening goes on.
        """
        self._check_writable()
        self._merge = None
        self._fulfil(self._publisher.wish(self._store, person, self._new_id()))

    def go_on_forgetting(self) -> None:
        """Finish what a crash interrupted; raises as ``forget`` does."""
        for wish in self._publisher.wishes(self.doc_id):
            self._fulfil(wish)

    def history(self) -> tuple[Step, ...]:
        """Return all steps, oldest first; the first is the creation."""
        return tuple(self._steps)

    def changes_of(self, step: Step) -> tuple[Change, ...]:
        """Return what a step of the history changed, in the order in which it was done."""
        return self._recent.of(step.seq) or tuple(self._store.changes_of(step.seq))

    def state_after(self, step: Step) -> Snapshot:
        """Return everything as it was right after a step; names of versions are today's."""
        now = self.snapshot
        return now.with_changes(changes_to(self._store.states_at(step.seq), now))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after each step; returns a function that ends it."""
        return self._listeners.add(listener)

    def blob(self, attachment_id: str) -> bytes:
        """Return the content of an attachment; raises MissingEntityError."""
        return self._store.blob(attachment_id)

    @property
    def counts(self) -> Counts:
        """The histograms of all answers; nothing of them changes, so workers may have them."""
        return self._answers.counts(self.snapshot)

    def comments(self) -> tuple[Comment, ...]:
        """Return all that people wrote, typed answers before imported ones."""
        return self._answers.comments(self.snapshot)

    def responses(self, batch_id: str) -> Responses:
        """Return the rows of an imported batch."""
        return self._store.responses(batch_id)

    def ahead(self, fill: Callable[[Tx], object]) -> Ahead:
        """Begin an import that is worked out beside the window; raises RefusedError."""
        self._check_writable()
        return Ahead(self._store, self.snapshot, self._new_id, fill)

    def publish(self) -> None:
        """Write the user's file, when it is older than the document; raises PublishError."""
        job = self.publishing()
        if job is not None:
            job.finish()

    def publishing(self, *, last: bool = False) -> FileJob | None:
        """Begin to write the user's file; None when there is none or it is up to date.

        Run the job in any thread and finish it in this one: only then is the file known to be
        up to date. Steps can go on meanwhile. ``last`` says that the document will be closed.
        """
        self._merge = None
        return self._publisher.publishing(self._store, last=last)

    def save_as(self, path: Path) -> None:
        """Give the document another file and publish it there; an existing one is replaced."""
        self.moving(path).finish()

    def moving(self, path: Path) -> FileJob:
        """Begin what ``save_as`` does; see ``publishing``."""
        self._merge = None
        return self._publisher.moving(self._store, path)

    def save_copy(self, path: Path, *, without_history: bool = False) -> None:
        """Write a copy with an identity of its own; this document stays where it is."""
        self.copying(path, without_history=without_history).finish()

    def copying(self, path: Path, *, without_history: bool = False) -> FileJob:
        """Begin what ``save_copy`` does; see ``publishing``."""
        self._merge = None
        new_id = self._new_id()
        return self._publisher.copying(self._store, path, new_id, without_history=without_history)

    def look_at_file(self) -> FileFound:
        """Ask the disk whether the user's file is as it was left; cheap when it is."""
        return self._publisher.look_at_file(self._store)

    def close(self) -> None:
        """Publish what is not published and close; an untitled document is kept for later."""
        if self._is_open:
            self._merge = None
            self._publisher.close(self._store)
            self._end()

    def put_away(self, *, as_own: bool = False) -> None:
        """Close and leave the user's file as it is; what is kept here waits for it.

        ``as_own`` makes it a document without a file: it never goes into that file again.
        """
        if self._is_open:
            self._publisher.put_away(self._store, as_own=as_own)
            self._end()

    @property
    def stopped_by(self) -> UserError | None:
        """Why all changes are refused at the moment; None when they are taken."""
        return self._keeping.stopped_by

    @property
    def last_step_seconds(self) -> float:
        """How long the disk took for the last step."""
        return self._keeping.seconds

    @property
    def is_sound(self) -> bool:
        """Say whether the snapshot is what the disk holds, after a fault in our own code."""
        head = self._store.head()
        last = self._steps[-1] if self._steps else None
        return (head.step if head else None) == (last.id if last else None) and not self._in_step

    def watch(self, alarm: Callable[[UserError], None]) -> Callable[[], None]:
        """Call this when the disk does not take a step; returns a function that ends it."""
        return self._keeping.watch(alarm)

    def stop(self, reason: UserError) -> None:
        """Refuse all changes until ``go_on``; what was kept can be read and saved elsewhere."""
        self._merge = None
        self._keeping.stop(reason)

    def go_on(self) -> None:
        """Take changes again; raises UserError when the disk would still not take them."""
        self._keeping.go_on()

    def _fulfil(self, wish: Wish) -> None:
        if not self._store.has_step(wish.step):
            step = self._new_step(_("Forget a person"), Initiator.USER, StepKind.FORGET)
            step = dataclasses.replace(step, id=wish.step)
            try:
                self._store.forget(wish.person, step)
            except UserError:
                self._publisher.drop_wish(wish)
                raise
            self._steps = list(self._store.steps())
            self._stacks, self._recent = Stacks(self._steps), RecentChanges()
            self._answers = AnswerBook(self._store)
            after = Snapshot(self._store.load())
            self._apply(step, differences(self.snapshot, after), after)
        self._publisher.fulfil(self._store, wish)

    def _check_writable(self) -> None:
        self._publisher.check_writable()
        self._keeping.check()

    def _end(self) -> None:
        self._is_open = False
        self._listeners.clear()
        self._keeping.forget()

    def _new_step(
        self, label: Message, initiator: Initiator, kind: StepKind, inverse_of: int | None = None
    ) -> Step:
        return Step(
            id=self._new_id(),
            seq=self._steps[-1].seq + 1 if self._steps else 0,
            label=label,
            at=self._clock().isoformat(timespec="milliseconds"),
            initiator=initiator,
            kind=kind if self._steps else StepKind.CREATE,
            inverse_of=inverse_of,
            sitting=self._sitting,
        )

    def _take_back(self, step: Step | None, kind: StepKind) -> ChangeSet | None:
        if step is None:
            return None
        self._check_writable()
        taken_back = self._recent.of(step.seq) or self._store.changes_of(step.seq)
        changes = inverse_of(taken_back, self.snapshot)
        label = self._label_of(step, kind)
        new = self._new_step(label, step.initiator, kind, inverse_of=step.seq)
        self._keeping.write(new, changes)
        return self._written(new, changes, self.snapshot.with_changes(changes))

    def _label_of(self, step: Step, kind: StepKind) -> Message:
        """Return what taking a step back is called: what is redone has its own name again."""
        if kind is StepKind.UNDO:
            return _("Undo: {what}", what=step.label)
        return step.label if step.inverse_of is None else self._steps[step.inverse_of].label

    def _amend(self, last: Step, label: Message, joined: tuple[Change, ...], tx: Tx) -> None:
        at = self._clock().isoformat(timespec="milliseconds")
        step = dataclasses.replace(last, label=label, at=at)
        self._keeping.amend(step, joined)
        self._steps[-1] = step
        self._stacks.replace_last(step)
        self._recent.note(step.seq, joined)
        key = self._merge.key if self._merge else None
        self._apply(step, tuple(tx.changes), tx.finished())
        self._merge = Merge(key, step, joined)

    def _written(
        self,
        step: Step,
        changes: tuple[Change, ...],
        after: Snapshot,
        brought: Mapping[str, Brought] | None = None,
    ) -> ChangeSet:
        self._steps.append(step)
        self._stacks.push(step)
        self._recent.note(step.seq, changes)
        self._merge = None
        return self._apply(step, changes, after, brought)

    def _apply(
        self,
        step: Step,
        changes: tuple[Change, ...],
        after: Snapshot,
        brought: Mapping[str, Brought] | None = None,
    ) -> ChangeSet:
        self.snapshot = after
        self._publisher.note_step(step)
        change_set = ChangeSet(step, changes)
        self._answers.note(change_set, brought or {})
        self._listeners.tell(change_set)
        return change_set
