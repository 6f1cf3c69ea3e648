"""Country and language of a persona among the facts: written as names, kept as codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.accounts.lands import (
    country_name,
    language_name,
    read_country,
    read_language,
)
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.widgets.labels import PlainLabel

TITLES: Mapping[str, Message] = {"country": _("Country"), "language": _("Language")}

_READ: Mapping[str, Callable[[str], str]] = {"country": read_country, "language": read_language}
_NAME: Mapping[str, Callable[[str], str]] = {"country": country_name, "language": language_name}


class Origin(QWidget):
    """The two beside each other, each when it says something or was asked for."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._wanted: set[str] = set()
        self.fields: dict[str, CardText] = {}
        self._cells: dict[str, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for key, title in TITLES.items():
            name = desk.say(title)
            write = partial(self._write, desk.persona_id, key)
            field = CardText(desk.say, name, write, type_="fact", hint="…")
            label = PlainLabel(name, "label", "text_secondary", wrap=True)
            label.setContentsMargins(4, 0, 0, 0)
            cell = QWidget()
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(label)
            column.addWidget(field.box)
            column.addStretch(1)
            row.addWidget(cell, 1)
            self.fields[key], self._cells[key] = field, cell

    def refresh(self) -> None:
        """Show what the document holds."""
        for key, field in self.fields.items():
            code = getattr(self._desk.persona, key)
            field.load(_NAME[key](code) if code else "")
            self._cells[key].setVisible(bool(code) or key in self._wanted)
        self.setVisible(bool(self.shown()))

    def shown(self) -> list[str]:
        """Return which of the two are there."""
        return [key for key, cell in self._cells.items() if not cell.isHidden()]

    def want(self, key: str) -> None:
        """Show one that says nothing yet."""
        self._wanted.add(key)
        self.refresh()

    def _write(self, persona_id: str, key: str, text: str) -> None:
        personas.write(self._desk.document, persona_id, key, _READ[key](text))
