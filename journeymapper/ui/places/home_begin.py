"""The start side of Home: go on with the map of last time, or begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.app.place import place_of
from journeymapper.app.recent import detail
from journeymapper.app.settings import WALKS
from journeymapper.document.document import Document
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
from journeymapper.ui.walk.resuming import continues_at, is_under_way

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
        self.go_on = ContinueCard(context)
        self.go_on.clicked.connect(self._on_click)
        self._go: Callable[[], object] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.go_on)
        self._add_ways()

    def refresh(self) -> None:
        """Show the map that can be gone on with now."""
        found = self._open_document() or self._waiting() or self._last_file()
        self.go_on.setVisible(found)

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
            card.clicked.connect(self._binding.action(action).trigger)
            self._column.addWidget(card)

    def _on_click(self) -> None:
        if self._go is not None:
            self._go()

    def _open_document(self) -> bool:
        document = self._session.document
        if document is None:
            return False
        walks, maps = self._context.settings.get(WALKS), queries.maps(document.snapshot)
        number = continues_at(walks, document, maps[0].id) if maps else ""
        what = _("Continue the walk at {number}", number=number) if number else _where(document)
        self._tell(queries.project(document.snapshot).title, what)
        drawing = drawing_of(self._context.tokens, document.snapshot, *_PICTURE)
        self.go_on.picture.show_drawing(drawing)
        self._go = self._binding.action("go.map").trigger
        if number:
            self._go = self._walk_on
        return True

    def _waiting(self) -> bool:
        """What is in no file is the first to go on with: it lies nowhere else."""
        for item in self._flows.waiting.items():
            self._tell(item.title, self._or_walk(item.doc_id, item.place.words))
            self.go_on.picture.show_drawing(None)
            self.go_on.picture.show_kept(partial(self._memory.picture, item.doc_id))
            self._go = self._then_walk(item.doc_id, partial(self._flows.go_on, item))
            return True
        return False

    def _last_file(self) -> bool:
        for item in self._memory.recent():
            if item.path.exists():
                when = detail(item, self._context.services.clock().astimezone())
                self._tell(item.title, self._or_walk(item.doc_id, when))
                self.go_on.picture.show_drawing(None)
                self.go_on.picture.show_kept(partial(self._memory.picture, item.doc_id))
                self._go = self._then_walk(item.doc_id, partial(self._flows.open_file, item.path))
                return True
        return False

    def _or_walk(self, doc_id: str, usual: Message) -> Message:
        """Say that a walk goes on, where one does."""
        if is_under_way(self._context.settings.get(WALKS), doc_id):
            return _("Continue the walk. {when}", when=usual)
        return usual

    def _then_walk(self, doc_id: str, open_: Callable[[], object]) -> Callable[[], object]:
        """Return what opens a document and goes on with its walk, where one is under way."""

        def go() -> None:
            under_way = is_under_way(self._context.settings.get(WALKS), doc_id)
            open_()
            document = self._session.document
            if under_way and document is not None and document.doc_id == doc_id:
                self._walk_on()

        return go

    def _walk_on(self) -> None:
        self._binding.action("go.map").trigger()
        walk = self._binding.action("walk.start")
        if not walk.isChecked():
            walk.trigger()

    def _tell(self, name: str, what: Message) -> None:
        say = self._context.say
        self.go_on.tell(say(_("Continue: {name}", name=name)), say(what))


def _where(document: Document) -> Message:
    return place_of(document.path, surroundings()).words
