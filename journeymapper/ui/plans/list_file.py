"""The action list as a table for a spreadsheet, and back: the two entries under More."""

from __future__ import annotations

import importlib

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.plans.take_list_dialog import TakeListDialog
from journeymapper.ui.session import Session


def save_list(context: Context, session: Session, parent: QWidget) -> None:
    """Ask for a place and write the list there."""
    document, say = session.document, context.say
    if document is None:
        return
    writer = importlib.import_module("journeymapper.export.plan_list")  # heavy
    out = FileChooser(context, parent).to_export(
        say(_("Excel workbook")), say(writer.TITLE), writer.SUFFIX
    )
    if out is not None:
        with session.guard():
            writer.export_list(document.snapshot, out, context.catalogue)
            session.report(_("The list is in {name}.", name=out.name))


def take_list(context: Context, session: Session, parent: QWidget) -> None:
    """Ask for a changed list, show how it differs, and take it in if that is wanted."""
    if session.document is None:
        return
    path = FileChooser(context, parent).to_list()
    if path is None or session.document is None:
        return
    dialog = TakeListDialog(context, session, path, parent)
    dialog.exec()
    dialog.deleteLater()
