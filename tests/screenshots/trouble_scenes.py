"""The history, earlier states, and what stands between the work and its file."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.errors import LockedError, PublishError, WriteError
from journeymapper.document.publisher import FileFound
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import _
from journeymapper.storage.owners import Owner
from journeymapper.ui.commands import versions
from journeymapper.ui.dialogs.restore import RestoreDialog
from journeymapper.ui.dialogs.restore_states import EarlierState
from journeymapper.ui.history.naming import NameDialog
from journeymapper.ui.trouble import notices
from journeymapper.ui.trouble.conflict import ConflictDialog, Side
from journeymapper.ui.trouble.locked import LockedDialog
from journeymapper.ui.trouble.notices import Notice
from tests.screenshots.rig import NOW, Rig, example_file

_NO_ROOM = _("There is no room on the disk.")
_ON_A_DAY = _("on {moment}", moment="9 May 10:14")


def _opened(rig: Rig) -> Document:
    """Open the example and work on it: renamed, taken back, brought again."""
    rig.window.open(example_file(rig))
    document = rig.window.session.document
    assert document is not None
    for step in itertools.islice(document.snapshot.table(Touchpoint).values(), 6):
        with document.step(_("Rename {name}", name=step.name)) as tx:
            operations.rename_touchpoint(tx, step.id, step.name + " again")
    document.undo()
    document.undo()
    document.redo()
    versions.name_point(document, document.history()[3], "Before the team meeting", NOW)
    rig.settle()
    return document


def _history(rig: Rig) -> QWidget:
    document = _opened(rig)
    rig.window.binding.run("view.history")
    assert rig.window.history.panel is not None
    rig.window.history.panel.choose(document.history()[4])
    return rig.window


def _nothing_found(rig: Rig) -> QWidget:
    _history(rig)
    assert rig.window.history.panel is not None
    rig.window.history.panel.search.field.setText("nothing like it")
    return rig.window


def _dialog(make: Callable[[Rig], QDialog]) -> Callable[[Rig], QWidget]:
    def show(rig: Rig) -> QWidget:
        _opened(rig)
        dialog = make(rig)
        dialog.show()
        return dialog

    return show


def _name(rig: Rig) -> QDialog:
    point = _("After: {what}, {when}", what=_("Rename {name}", name="Greeting"), when=_ON_A_DAY)
    return NameDialog(rig.window.context, rig.window, point, "Before the team meeting")


def _locked(rig: Rig) -> QDialog:
    error = LockedError(Owner("FRONT-DESK", 7))
    path = rig.files / "dental.journey"
    return LockedDialog(rig.window.context, error, path, "here", rig.window)


def _conflict(rig: Rig) -> QDialog:
    file, kept = Side("First visit", _ON_A_DAY, 42), Side("First visit", _ON_A_DAY, 1)
    return ConflictDialog(rig.window.context, "dental.journey", file, kept, rig.window)


def _restore(rig: Rig) -> QWidget:
    document = _opened(rig)
    path = document.path
    assert path is not None
    rig.window.session.close()
    desk = Desk(rig.folder / "other", rig.services.clock, rig.services.new_id)
    states = [
        EarlierState(path, NOW.isoformat(), 344_000, 12),
        EarlierState(path, "2026-05-09T08:14:00+00:00", 1_340_000, 1),
        EarlierState(path, "2026-05-08T08:14:00+00:00", 340_000, None),
    ]
    history = (*document.history(), document.history()[-1])
    dialog = RestoreDialog(rig.window.context, desk, states, history, rig.window)
    dialog.show()
    deadline = QDeadlineTimer(10_000)
    while dialog.content is None and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    return dialog


def _banner(notice: Notice) -> Callable[[Rig], QWidget]:
    def show(rig: Rig) -> QWidget:
        _opened(rig)
        rig.window.trouble.banner.show_notice(notice)
        return rig.window

    return show


_CHANGED = notices.file_found(FileFound.CHANGED, was_saved=False)

TROUBLE: tuple[tuple[str, Callable[[Rig], QWidget]], ...] = (
    ("17a-history", _history),
    ("17b-history-nothing-found", _nothing_found),
    ("17c-history-name", _dialog(_name)),
    ("17d-earlier-states", _restore),
    ("18a-not-in-the-file", _banner(notices.unpublished(PublishError(_NO_ROOM)))),
    ("18b-changed-while-closing", _banner(notices.when_closing(_CHANGED))),
    ("18c-not-kept", _banner(notices.stopped(WriteError(_NO_ROOM)))),
    ("18d-brought-back", _banner(notices.recovered(_ON_A_DAY))),
    ("18e-open-elsewhere", _dialog(_locked)),
    ("18f-two-states", _dialog(_conflict)),
)
"""Names of pictures and what they show."""
