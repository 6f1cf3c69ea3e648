"""Verbs about the project itself and its attachments."""

from __future__ import annotations

import hashlib
from typing import Any

from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Project
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _

LARGEST_ATTACHMENT = 20 * 1024 * 1024
"""Largest attachment, in bytes."""


def add_project(tx: Tx, **fields: Any) -> str:
    """Begin a document: it has exactly one project."""
    if tx.snapshot.table(Project):
        raise RefusedError(_("This document has a project already."))
    return tx.insert(Project(tx.new_id(), **fields)).id


def set_project(tx: Tx, **fields: Any) -> None:
    """Set title, organisation, people word, language or other fields of the project."""
    tx.change(Project, queries.project(tx.snapshot).id, **fields)


def attach(tx: Tx, content: bytes, media_type: str) -> str:
    """Keep a picture or file; the same content is kept once. Returns its id."""
    if len(content) > LARGEST_ATTACHMENT:
        raise RefusedError(
            _("This file is larger than {limit} MB.", limit=LARGEST_ATTACHMENT // 1024**2),
            _("Make the picture smaller and try again."),
        )
    content_id = hashlib.blake2b(content, digest_size=20).hexdigest()
    return tx.attach(content, media_type, content_id)
