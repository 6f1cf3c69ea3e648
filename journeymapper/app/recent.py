"""The files opened lately: a short list, the newest first."""

from __future__ import annotations

import datetime
from pathlib import Path

from journeymapper.app.dates import when
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass

MOST = 12
"""Longest list that is kept."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A file and what the list says about it.

    ``at`` is the UTC instant of last use in ISO form, ``doc_id`` names its small picture.
    """

    path: Path
    title: str
    organisation: str
    at: str
    doc_id: str

    def write(self) -> dict[str, str]:
        """Return the stored form."""
        return {
            "path": str(self.path),
            "title": self.title,
            "organisation": self.organisation,
            "at": self.at,
            "doc_id": self.doc_id,
        }

    @staticmethod
    def read(plain: object) -> Recent | None:
        """Read the stored form; None when it is damaged."""
        if not isinstance(plain, dict):
            return None
        texts = [plain.get(key) for key in ("path", "title", "organisation", "at", "doc_id")]
        path, title, organisation, at, doc_id = (t if isinstance(t, str) else "" for t in texts)
        if not path or not doc_id.replace("-", "").isalnum():
            return None
        return Recent(Path(path), title, organisation, at, doc_id)


def detail(recent: Recent, now: datetime.datetime) -> Message:
    """Say whose map it is and when it was last open, seen from ``now``."""
    last = when(recent.at, now)
    if not recent.organisation:
        return last
    return _("{organisation}, {when}", organisation=recent.organisation, when=last)


def with_newest(recent: tuple[Recent, ...], newest: Recent) -> tuple[Recent, ...]:
    """Return the list with this file first and only once."""
    return (newest, *without(recent, newest.path))[:MOST]


def without(recent: tuple[Recent, ...], path: Path) -> tuple[Recent, ...]:
    """Return the list without a file."""
    return tuple(item for item in recent if item.path != path)
