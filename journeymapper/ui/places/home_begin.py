"""The start side of Home: go on with the map of last time, or begin."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from journeymapper.app.place import UNTITLED, place_of
from journeymapper.app.recent import detail
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.cards import BeginCard, ContinueCard
from journeymapper.ui.context import Context
from journeymapper.ui.file_place import surroundings
from journeymapper.ui.flows import Flows
from journeymapper.ui.memory import Memory
from journeymapper.ui.session import Session
from journeymapper.ui.thumbnails import drawing_of

_PICTURE = (296.0, 138.0)


class BeginSection(QWidget):
    """The large button when there is something to go on with, three ways to begin below."""

    def __init__(
        self,
        context: Context,
        session: Session,
        binding: ActionBinding,
        flows: Flows,
        memory: Memory,
    ) -> None:
        super().__init__()
        self._context = context
        self._session = session
        self._binding = binding
        self._flows = flows
        self._memory = memory
        self.go_on: ContinueCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._add_ways()

    def refresh(self) -> None:
        """Show the map that can be gone on with now."""
        if self.go_on is not None:
            self._column.removeWidget(self.go_on)
            self.go_on.hide()
            self.go_on.deleteLater()
        self.go_on = self._open_document() or self._unsaved() or self._last_file()
        if self.go_on is not None:
            self._column.insertWidget(0, self.go_on)

    def _add_ways(self) -> None:
        say = self._context.say
        ways: tuple[tuple[str, str, Message, Message, str], ...] = (
            (
                "file.new",
                "plus",
                _("Start a new map"),
                _("Blank or with the steps of a template"),
                "",
            ),
            (
                "file.open",
                "folder-open",
                _("Open a file"),
                _("From this computer, a cloud folder or a stick"),
                "",
            ),
            (
                "file.example",
                "eye",
                _("Look at an example"),
                _("A finished map of an invented practice"),
                say(_("EXAMPLE")),
            ),
        )
        for action, icon, title, about, tag in ways:
            card = BeginCard(self._context, icon, say(title), say(about), tag)
            self._run_on_click(card, action)
            self._column.addWidget(card)

    def _run_on_click(self, card: QPushButton, action: str) -> None:
        card.clicked.connect(self._binding.action(action).trigger)

    def _open_document(self) -> ContinueCard | None:
        document = self._session.document
        if document is None:
            return None
        where = place_of(document.path, surroundings()).words
        card = self._card(queries.project(document.snapshot).title, self._context.say(where))
        card.picture.show_drawing(drawing_of(self._context.tokens, document.snapshot, *_PICTURE))
        self._run_on_click(card, "go.map")
        return card

    def _unsaved(self) -> ContinueCard | None:
        """A document that never got a file is the first to go on with: it lies nowhere else."""
        for doc_id, title in self._flows.untitled():
            card = self._card(title, self._context.say(UNTITLED.words))
            card.clicked.connect(lambda _on=False, id_=doc_id: self._flows.open_untitled(id_))
            return card
        return None

    def _last_file(self) -> ContinueCard | None:
        for item in self._memory.recent():
            if item.path.exists():
                now = self._context.services.clock().astimezone()
                card = self._card(item.title, self._context.say(detail(item, now)))
                card.picture.show_pixmap(self._memory.picture(item))
                self._open_on_click(card, item.path)
                return card
        return None

    def _open_on_click(self, card: QPushButton, path: Path) -> None:
        card.clicked.connect(lambda: self._flows.open_file(path))

    def _card(self, name: str, what: str) -> ContinueCard:
        title = self._context.say(_("Continue: {name}", name=name))
        return ContinueCard(self._context, title, what)
