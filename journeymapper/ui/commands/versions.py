"""Going back to a point of the history, and names for such points."""

from __future__ import annotations

import datetime

from journeymapper.app.moments import moment_in_a_name
from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.changes import Step
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import shortened


def go_back(document: Document, step: Step, now: datetime.datetime) -> bool:
    """Make everything as it was after a step, as a new step; False when nothing is different."""
    when = moment_in_a_name(step.at, now)
    label = _("Back to {when}, after: {what}", when=when, what=step.label)
    return document.go_back(step, label) is not None


def name_point(document: Document, step: Step, name: str, now: datetime.datetime) -> None:
    """Give the state after a step a name."""
    at = now.astimezone(datetime.UTC).isoformat(timespec="seconds")
    with document.step(_("Name a version: {name}", name=shortened(name))) as tx:
        operations.add_version(tx, name, step.id, at)


def rename_point(document: Document, version_id: str, name: str) -> None:
    """Give a named version another name."""
    with document.step(_("Rename a version: {name}", name=shortened(name))) as tx:
        operations.rename_version(tx, version_id, name)


def forget_name(document: Document, version_id: str, name: str) -> None:
    """Take a name away; the point of the history stays."""
    with document.step(_("Take away the name: {name}", name=shortened(name))) as tx:
        operations.delete_version(tx, version_id)
