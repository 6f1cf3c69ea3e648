"""Opens an earlier state of a file: as a map of its own, or as a step back in the open one."""

from __future__ import annotations

import datetime

from PySide6.QtWidgets import QWidget

from journeymapper.app.moments import moment_in_a_name, moment_within
from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.message import _
from journeymapper.ui.commands import versions
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.restore import Answer, RestoreDialog
from journeymapper.ui.dialogs.restore_states import EarlierState
from journeymapper.ui.session import Session


def restore(context: Context, session: Session, doc_id: str, window: QWidget) -> None:
    """Show the earlier states of a document and open the one that is chosen; raises UserError."""
    document = session.document
    is_open = document is not None and document.doc_id == doc_id
    can_go_back = is_open and session.can_change()
    history = document.history() if document is not None and can_go_back else ()
    states = earlier_states(session, doc_id)
    dialog = RestoreDialog(context, session.desk, states, history, window)
    answer = dialog.exec()
    state, content, step = dialog.state, dialog.content, dialog.step
    dialog.deleteLater()
    now = context.services.clock().astimezone()
    if answer == Answer.GO_BACK and document is not None and step is not None:
        session.flush.emit()
        versions.go_back(document, step, now)
        when = moment_within(step.at, now)
        session.report(_("Everything is as it was {when}. Ctrl+Z takes that back.", when=when))
    elif answer == Answer.OPEN and state is not None and content is not None:
        _open(context, session, state, content.title, now)


def earlier_states(session: Session, doc_id: str) -> tuple[EarlierState, ...]:
    """Return what is kept of a document, newest first."""
    return tuple(
        EarlierState(kept.path, kept.at.isoformat(), kept.size, kept.steps)
        for kept in session.desk.backups(doc_id)
    )


def _open(
    context: Context, session: Session, state: EarlierState, title: str, now: datetime.datetime
) -> None:
    when = moment_in_a_name(state.at, now)
    name = context.say(_("{title}, as on {when}", title=title, when=when))

    def fill(tx: Tx) -> None:
        operations.set_project(tx, title=name)

    session.begin_from(state.path, fill, _("Open as on {when}", when=when))
    session.report(_("This is a map of its own. Nothing was overwritten."))
