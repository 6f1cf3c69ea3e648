"""Where a statement comes from, in the words of those it is about, and from how many people."""

from __future__ import annotations

from PySide6.QtCore import Signal

from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import People, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser

SOURCES: tuple[tuple[SourceKind, Message], ...] = (
    (SourceKind.STAFF, _("The team’s opinion")),
    (SourceKind.ASSUMPTION, _("A guess")),
    (SourceKind.INTERVIEW, _("People told us")),
    (SourceKind.SURVEY, _("A survey")),
    (SourceKind.ANALYTICS, _("Measured")),
)
"""The choices; who told us is said more exactly where it is known."""

TOLD_US: dict[People, Message] = {
    People.PATIENT: _("Patients told us"),
    People.CUSTOMER: _("Customers told us"),
    People.GUEST: _("Guests told us"),
    People.CLIENT: _("Clients told us"),
    People.RESIDENT: _("Residents told us"),
    People.EMPLOYEE: _("Employees told us"),
    People.CITIZEN: _("Citizens told us"),
}

ASKED = (SourceKind.INTERVIEW, SourceKind.SURVEY, SourceKind.ANALYTICS)
"""Sources that rest on a number of people."""


class SourceChoice(Chooser):
    """A choice of sources."""

    picked = Signal(object)
    """A SourceKind."""

    def __init__(self, context: Context, name: str) -> None:
        super().__init__(context, name)
        self._say = context.say
        for source, words in SOURCES:
            self.addItem(self._say(words), source.value)
        self.activated.connect(lambda: self.picked.emit(self.value()))

    def value(self) -> SourceKind:
        """Return what is chosen."""
        return SourceKind(str(self.currentData()))

    def show_source(self, source: SourceKind | None, people: People) -> None:
        """Show a source, None where several differ, in the words for these people."""
        told = self.findData(SourceKind.INTERVIEW.value)
        self.setItemText(told, self._say(TOLD_US[people]))
        self.setCurrentIndex(self.findData(source.value) if source else -1)


def read_number(text: str) -> int | None:
    """Read a number of people, None for nothing; raises RefusedError for anything else."""
    plain = text.strip()
    if plain and not plain.isdecimal():
        raise RefusedError(_("“{value}” is not a whole number.", value=plain))
    return int(plain) if plain else None
