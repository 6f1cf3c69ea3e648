"""Earlier states of the user's files, kept apart from them in the app's own folder.

Of each document the last ten are kept, and the last one of each of the last fourteen days.
"""

from __future__ import annotations

import datetime
import hashlib
import secrets
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.forgetting import Person
from journeymapper.domain.records import dataclass
from journeymapper.domain.sources import Clock
from journeymapper.storage.copying import pour, sync
from journeymapper.storage.errors import DamagedError
from journeymapper.storage.files import FileIdentity, identify
from journeymapper.storage.rewriting import rewrite_without

LAST = 10
DAYS = 14
APART = datetime.timedelta(minutes=10)
"""While somebody works, states closer together than this are not kept one by one."""

_STAMP = "%Y%m%dT%H%M%S"
_ENDING = ".journey"
_LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Backup:
    """A kept state: its file, the UTC instant it was kept and the start of its last step's id."""

    path: Path
    at: datetime.datetime
    head: str

    @property
    def size(self) -> int:
        """How large its file is, in bytes; 0 when it is gone."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    @property
    def steps(self) -> int | None:
        """How many steps it holds, read from its file; None when that is damaged."""
        try:
            head = identify(self.path).head
        except UserError:
            return None
        return head.seq + 1 if head else 0


class Backups:
    """The folder of kept states; it is made when it is not there."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def of(self, doc_id: str) -> tuple[Backup, ...]:
        """Return the kept states of a document, newest first."""
        found = (_read_name(path) for path in self._place(doc_id).glob(f"*{_ENDING}"))
        return tuple(sorted((b for b in found if b), key=_age, reverse=True))

    def keep(self, source: Path, identity: FileIdentity, *, always: bool = False) -> Backup | None:
        """Keep the user's file as it is now, unless that state or a very recent one is kept.

        ``always`` keeps it however recent the last one is. A backup that cannot be made never
        stops the work: the result is None then.
        """
        with suppress(OSError):
            return self._keep(source, identity, always=always)
        return None

    def forget(self, doc_id: str, person: Person) -> None:
        """Take a person out of all kept states of a document; a damaged one is deleted.

        Raises OSError or DocumentError when that cannot be done.
        """
        place = self._place(doc_id)
        for part in place.glob("*.part"):
            part.unlink(missing_ok=True)
        for backup in self.of(doc_id):
            part = place / f"{secrets.token_hex(8)}.part"
            try:
                with backup.path.open("rb") as original, part.open("xb") as copy:
                    part.chmod(0o600)
                    pour(original, copy)
                rewrite_without(part, person)
                part.replace(backup.path)
            except DamagedError:
                backup.path.unlink()  # nobody can open it, and it may say anything
            finally:
                part.unlink(missing_ok=True)
        if place.exists():
            sync(place)

    def _keep(self, source: Path, identity: FileIdentity, *, always: bool) -> Backup | None:
        known = self.of(identity.doc_id)
        now = self._clock().astimezone(datetime.UTC)
        head = identity.head.step if identity.head else ""
        if any(b.head == _short(head) for b in known):
            return None
        if known and not always and now - known[0].at < APART:
            return None
        try:
            return self._copy(source, identity, now, head)
        except (OSError, UserError):
            return None
        finally:
            self._thin_out(identity.doc_id)

    def _copy(
        self, source: Path, identity: FileIdentity, now: datetime.datetime, head: str
    ) -> Backup | None:
        place = self._place(identity.doc_id)
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        for part in place.glob("*.part"):
            part.unlink(missing_ok=True)  # of a process that ended in the middle
        part = place / f"{secrets.token_hex(8)}.part"
        try:
            with source.open("rb") as original, part.open("xb") as copy:
                part.chmod(0o600)
                pour(original, copy)
            if not identify(part).is_same_content(identity):
                return None
            path = place / f"{now.strftime(_STAMP)}-{_short(head)}{_ENDING}"
            part.replace(path)
            sync(place)
        finally:
            part.unlink(missing_ok=True)
        return Backup(path, now.replace(microsecond=0), _short(head))

    def _thin_out(self, doc_id: str) -> None:
        kept = self.of(doc_id)
        for backup in superfluous(kept, self._clock()):
            with suppress(OSError):
                backup.path.unlink()

    def _place(self, doc_id: str) -> Path:
        """Return the folder of a document; a file from anywhere may call itself anything."""
        plain = "".join(c for c in doc_id if c.isascii() and (c.isalnum() or c in "-_"))
        if plain != doc_id or not 0 < len(plain) <= _LONGEST_ID:
            plain = hashlib.sha256(doc_id.encode(errors="replace")).hexdigest()
        return self._folder / plain


def superfluous(kept: Sequence[Backup], now: datetime.datetime) -> tuple[Backup, ...]:
    """Return what need not be kept of states given newest first."""
    days: set[datetime.date] = set()
    oldest = now.astimezone(datetime.UTC).date() - datetime.timedelta(days=DAYS - 1)
    gone: list[Backup] = []
    for place, backup in enumerate(kept):
        day = backup.at.date()
        first_of_day = day not in days and day >= oldest
        days.add(day)
        if place >= LAST and not first_of_day:
            gone.append(backup)
    return tuple(gone)


def _age(backup: Backup) -> tuple[datetime.datetime, int]:
    """Return what orders states, also those of the same second."""
    return backup.at, backup.path.stat().st_mtime_ns


def _short(head: str) -> str:
    return "".join(c for c in head if c.isalnum())[:12] or "begin"


def _read_name(path: Path) -> Backup | None:
    stamp, _, head = path.name.removesuffix(_ENDING).partition("-")
    try:
        at = datetime.datetime.strptime(stamp, _STAMP).replace(tzinfo=datetime.UTC)
    except ValueError:
        return None
    return Backup(path, at, head)
