"""The recent files on Home, with their small pictures, and the switch for confidential work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.app.place import place_of
from journeymapper.app.recent import Recent, detail
from journeymapper.app.settings import KEEP_RECENT, THUMBNAILS
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import FileCard
from journeymapper.ui.context import Context
from journeymapper.ui.file_place import surroundings
from journeymapper.ui.flows import Flows
from journeymapper.ui.memory import Memory
from journeymapper.ui.waiting import Waiting
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.labels import PlainLabel

_LEAST = 330
_FIRST = 4
"""So many files are shown at first, to leave the templates in sight."""


class FilesSection(QWidget):
    """A card for each recent file; one that is gone says so and can be taken off the list."""

    def __init__(self, context: Context, flows: Flows, memory: Memory) -> None:
        super().__init__()
        self._context = context
        self._flows = flows
        self._memory = memory
        self._filter = ""
        self._pictures = PlainLabel("", "small", "text_secondary")
        self._switch = Button(context, "", "link")
        self._switch.setProperty("scale", "small")
        self._switch.clicked.connect(self._toggle)
        self._nothing = PlainLabel("", "body", "text_secondary", wrap=True)
        self.grid = FlowGrid(_LEAST, 2)
        self._show_all = False
        self._all = Button(context, "", "link")
        self._all.clicked.connect(self._show_everything)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(PlainLabel(context.say(_("Recent files")), "section"))
        head.addStretch(1)
        head.addWidget(self._pictures)
        head.addWidget(self._switch)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.grid)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def filter(self, text: str) -> None:
        """Show only the files whose name, organisation or place holds the text."""
        self._filter = text
        self.refresh()

    def refresh(self) -> None:
        """Show the list as it is now."""
        say, settings = self._context.say, self._context.settings
        on = settings.get(THUMBNAILS)
        remembered = settings.get(KEEP_RECENT)
        self._pictures.setText(say(_("Small pictures on") if on else _("Small pictures off")))
        self._switch.setText(say(_("Switch off for confidential work") if on else _("Switch on")))
        self._pictures.setVisible(remembered)
        self._switch.setVisible(remembered)
        waiting = [item for item in self._flows.waiting.items() if self._named(item.title)]
        found = [item for item in self._memory.recent() if self._matches(item)]
        everything = self._show_all or bool(self._filter.strip())
        shown = found if everything else found[:_FIRST]
        cards = [self._waiting_card(item) for item in waiting]
        self.grid.set_widgets(cards + [self._card(item) for item in shown])
        self.grid.setVisible(bool(found or waiting))
        self._all.setText(say(_("Show all {n} files", n=len(found))))
        self._all.setVisible(len(shown) < len(found))
        self._nothing.setText(say(self._why_empty()))
        self._nothing.setVisible(not found and not waiting)

    def _matches(self, item: Recent) -> bool:
        folder = str(item.path.parent)
        return self._named(f"{item.title} {item.organisation} {item.path.name} {folder}")

    def _named(self, words: str) -> bool:
        return self._filter.casefold().strip() in words.casefold()

    def _why_empty(self) -> Message:
        if not self._context.settings.get(KEEP_RECENT):
            return _("Recent files are not remembered. You can change this in the settings.")
        if self._filter.strip():
            return _("No recent file has “{words}” in its name.", words=self._filter.strip())
        return _("Files that you have opened or saved appear here.")

    def _card(self, item: Recent) -> FileCard:
        say = self._context.say
        now = self._context.services.clock().astimezone()
        there = item.path.exists()
        gone = "" if there else say(_("Not there any more: {file}", file=item.path.name))
        place = place_of(item.path, surroundings())
        title = item.title or item.path.stem
        card = FileCard(self._context, title, say(detail(item, now)), place, gone=gone)
        card.setToolTip(str(item.path))
        card.picture.show_kept(partial(self._memory.picture, item.doc_id))
        card.clicked.connect(lambda: self._flows.open_file(item.path))
        card.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        card.customContextMenuRequested.connect(
            lambda at: self._menu(item).popup(card.mapToGlobal(at))
        )
        return card

    def _waiting_card(self, item: Waiting) -> FileCard:
        """A map that is in no file is listed first: it lies nowhere else."""
        where = self._context.say(_("Click to go on, then save it where you like."))
        card = FileCard(self._context, item.title, where, item.place)
        card.picture.show_kept(partial(self._memory.picture, item.doc_id))
        card.clicked.connect(lambda: self._flows.go_on(item))
        return card

    def _menu(self, item: Recent) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._context.say(_("Open")), lambda: self._flows.open_file(item.path))
        menu.addAction(
            self._context.say(_("Take off this list")), lambda: self._memory.forget(item)
        )
        return menu

    def _show_everything(self) -> None:
        self._show_all = True
        self.refresh()

    def _toggle(self) -> None:
        settings = self._context.settings
        settings.set(THUMBNAILS, not settings.get(THUMBNAILS))
        self._memory.apply_settings()
