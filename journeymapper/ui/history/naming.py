"""Asks for the name of a point of the history."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.naming import NamingDialog

_LONGEST = 200


class NameDialog(NamingDialog):
    """``name`` is "" when an existing name shall be taken away."""

    def __init__(
        self, context: Context, parent: QWidget | None, point: Message, name: str = ""
    ) -> None:
        super().__init__(
            context,
            parent,
            _("Rename this version") if name else _("Name this version"),
            point,
            _("For example: before the team meeting"),
            name,
            _LONGEST,
        )
        if name:
            forget = self.add_button(context.say(_("Take the name away")))
            forget.clicked.connect(self._forget)
        self.offer(_("Keep this name"))

    def _forget(self) -> None:
        self.field.clear()
        self.accept()
