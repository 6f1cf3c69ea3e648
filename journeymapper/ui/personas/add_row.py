"""The quiet row at the end of a card that offers the sections which are empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.words import ADD
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

STORY = "story"
"""The key of the section with the story, which is no list of statements."""

_GAP = 14


class AddRow(QWidget):
    """As many links beside each other as there is room for."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._word = PlainLabel(desk.say(_("Add")), "body", "text_tertiary")
        self._offered: list[NoteSection | str] = []
        self._shape: object = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._word.setParent(self)
        self.links: dict[NoteSection | str, Button] = {}
        words: dict[NoteSection | str, Message] = {**ADD, STORY: _("Story")}
        for key, message in words.items():
            link = Button(desk.context, desk.say(message), "link")
            link.setParent(self)
            link.setMinimumHeight(24)
            link.clicked.connect(partial(self._on_link, key))
            name = _("Add: {what}", what=message)
            link.setAccessibleName(desk.say(name))
            self.links[key] = link

    def offer(self, keys: list[NoteSection | str]) -> None:
        """Offer these sections; without any there is no row."""
        self._offered = keys
        self.setVisible(bool(keys))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        for key, link in self.links.items():
            link.setVisible(key in self._offered)
        parts: list[QWidget] = [self._word, *(self.links[key] for key in self._offered)]
        widest = max(part.sizeHint().width() for part in parts) + _GAP
        columns = max(1, min(len(parts), self.width() // widest))
        if sum(part.sizeHint().width() + _GAP for part in parts) < self.width():
            columns = len(parts)
        shape = (columns, tuple(self._offered))
        if shape == self._shape:
            return
        self._shape = shape
        while self._grid.count():
            self._grid.takeAt(0)
        for place, part in enumerate(parts):
            self._grid.addWidget(part, place // columns, place % columns)
        for column in range(len(self.links) + 2):
            self._grid.setColumnStretch(column, int(column == columns))

    def _on_link(self, key: NoteSection | str, _checked: bool = False) -> None:
        self._desk.opened.emit(key)
