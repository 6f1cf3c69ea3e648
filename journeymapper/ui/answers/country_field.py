"""A field for a country: its code, or its name where that is known."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from journeymapper.domain.countries import country_code
from journeymapper.domain.message import _
from journeymapper.ui.context import Context


class CountryField(QLineEdit):
    """``code`` is what was typed: DE, "" for none, or None while it is no country."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(name)
        self.setPlaceholderText(context.say(_("like DE")))
        self.textChanged.connect(lambda _text: self._judge())

    @property
    def code(self) -> str | None:
        """The code of the country that was typed."""
        return country_code(self.text())

    def set_code(self, code: str) -> None:
        """Show a country."""
        if self.text() != code:
            self.setText(code)

    def _judge(self) -> None:
        wrong = self.code is None
        words = _("This is no country. Write its code of two letters, such as DE.")
        self.setProperty("wrong", wrong)
        self.setToolTip(self._context.say(words) if wrong else "")
        self.style().unpolish(self)
        self.style().polish(self)
