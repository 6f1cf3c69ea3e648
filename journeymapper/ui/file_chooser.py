"""Asks for a file to open or a place to save, with the computer's own dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from journeymapper.app.settings import LAST_FOLDER
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context

ENDING = ".journey"
_PICTURES = "*.png *.jpg *.jpeg *.webp *.gif"
_TABLES = "*.csv *.tsv *.txt *.xls *.xlsx *.xlsm *.ods"
_UNWANTED = '<>:"/\\|?*'


class FileChooser:
    """Begins in the folder used last, else in the documents folder."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        self._context = context
        self._parent = parent

    def to_open(self) -> Path | None:
        """Ask for a file to open; None when the user changed their mind."""
        return self._existing(_("Open a map"), _("Journey maps"), f"*{ENDING}")

    def to_save(self, title: Message, name: str) -> Path | None:
        """Ask for a place to save under a suggested name; an existing file is asked about."""
        dialog = self._dialog(title, _("Journey maps"), f"*{ENDING}")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.selectFile(file_name(name) + ENDING)
        return self._answer(dialog)

    def to_export(self, kind: str, name: str, suffix: str) -> Path | None:
        """Ask for a place for a file of another kind; ``kind`` is its name for people."""
        dialog = QFileDialog(self._parent, self._context.say(_("Export")), str(self._folder()))
        dialog.setNameFilters([f"{kind} (*{suffix})"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(file_name(name) + suffix)
        return self._answer(dialog)

    def to_picture(self) -> Path | None:
        """Ask for a picture; None when the user changed their mind."""
        return self._existing(_("Choose a picture"), _("Pictures"), _PICTURES)

    def to_table(self) -> Path | None:
        """Ask for a file with answers; None when the user changed their mind."""
        return self._existing(_("Choose a file with answers"), _("Tables"), _TABLES)

    def to_list(self) -> Path | None:
        """Ask for an action list that was changed; None when the user changed their mind."""
        return self._existing(_("Choose the changed list"), _("Excel workbook"), "*.xlsx")

    def _existing(self, title: Message, kind: Message, endings: str) -> Path | None:
        dialog = self._dialog(title, kind, endings)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        return self._answer(dialog)

    def _dialog(self, title: Message, kind: Message, endings: str) -> QFileDialog:
        say = self._context.say
        dialog = QFileDialog(self._parent, say(title), str(self._folder()))
        dialog.setNameFilters([f"{say(kind)} ({endings})", f"{say(_('All files'))} (*)"])
        return dialog

    def _answer(self, dialog: QFileDialog) -> Path | None:
        accepted = dialog.exec()
        chosen = dialog.selectedFiles() if accepted else []
        dialog.deleteLater()
        if not chosen:
            return None
        path = Path(chosen[0])
        self._context.settings.set(LAST_FOLDER, str(path.parent))
        return path

    def _folder(self) -> Path:
        last = self._context.settings.get(LAST_FOLDER)
        if last and Path(last).is_dir():
            return Path(last)
        kind = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(kind) or Path.home())


def file_name(title: str) -> str:
    """Return a title as the name of a file that every computer takes, without an ending."""
    kept = "".join(" " if c in _UNWANTED or ord(c) < 32 else c for c in title)
    return " ".join(kept.split()).strip(". ")[:80] or "map"
