"""Asks for a reason in a few words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.naming import NamingDialog

_LONGEST = 300


class ReasonDialog(NamingDialog):
    """``name`` is the reason."""

    def __init__(self, context: Context, parent: QWidget | None, title: Message) -> None:
        about = _("Say in a few words why. It stays in the history of the plan.")
        example = _("For example: it slips again since June")
        super().__init__(context, parent, title, about, example, "", _LONGEST)
        self.field.setAccessibleName(context.say(_("Reason")))
        self.offer(_("Open again"))


def ask_reason(context: Context, parent: QWidget | None, title: Message) -> str | None:
    """Return a reason, or None when nobody wants to any more."""
    dialog = ReasonDialog(context, parent, title)
    agreed = dialog.exec()
    reason = dialog.name
    dialog.deleteLater()
    return reason if agreed else None
