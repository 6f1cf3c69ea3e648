"""Verbs about named versions."""

from __future__ import annotations

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Version
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _


def add_version(tx: Tx, name: str, step_id: str, at: str = "", id_: str = "") -> str:
    """Give the state after a step a name; ``at`` is the instant of naming.

    ``id_`` is the id of what the version was kept for, so that it is found again by that.
    """
    if not name.strip():
        raise RefusedError(_("A version needs a name."))
    return tx.insert(Version(id_ or tx.new_id(), name, step_id, at)).id


def rename_version(tx: Tx, version_id: str, name: str) -> None:
    """Give a version another name."""
    if not name.strip():
        raise RefusedError(_("A version needs a name."))
    tx.change(Version, version_id, name=name)


def delete_version(tx: Tx, version_id: str) -> None:
    """Forget the name of a version; its state stays in the history."""
    tx.delete(Version, version_id)
