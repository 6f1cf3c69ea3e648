"""Asks how a choice of rows shall be called."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.domain.words import NAME_LIMIT
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.naming import NamingDialog


class ViewNameDialog(NamingDialog):
    """Names a new view, or one that has a name."""

    def __init__(self, context: Context, parent: QWidget | None, name: str = "") -> None:
        super().__init__(
            context,
            parent,
            _("Rename this view") if name else _("Keep these rows as a view"),
            _("A view remembers which rows are shown. It is kept in the file."),
            _("For example: for the client"),
            name,
            NAME_LIMIT,
        )
        self.offer(_("Rename") if name else _("Keep this view"))
