"""The tab that takes answers from a file: choose, look, take. Nothing is added before that."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from journeymapper.document.taking import Landing, landing
from journeymapper.domain import indexes
from journeymapper.domain.entities import ImportBatch, Round
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.importing.answers.found import Do, Look
from journeymapper.importing.answers.mapping import Mapping
from journeymapper.importing.answers.remembered import remember
from journeymapper.importing.tables.worker import StoppedError
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.answers import import_sight
from journeymapper.ui.answers.import_page import ImportPage
from journeymapper.ui.answers.import_sight import Desk, Sight
from journeymapper.ui.answers.import_taking import ImportTaking
from journeymapper.ui.answers.import_waiting import ImportBusy, ImportStart
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import ENDING, FileChooser
from journeymapper.ui.garbage import no_search
from journeymapper.ui.session import Session

_NOWHERE = Landing(None, "", (), None, "", 1)


class ImportTab(QWidget):
    """Holds a file at most; ``taken`` tells that its answers are in the document now."""

    taken = Signal(str)
    """The id of the round they went into."""
    _progress = Signal(str)

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__()
        self._context, self._session, self._binding = context, session, binding
        self._background = Background(self)
        self._path = Path()
        self._sight: Sight | None = None
        self._anyway = False
        self._chooser = FileChooser(context, self)
        self.taking = ImportTaking(context, session, self)
        self.start = ImportStart(context)
        self.busy = ImportBusy(context)
        self.page = ImportPage(context)
        self._stack = QStackedLayout(self)
        for part in (self.start, self.busy, self.page):
            self._stack.addWidget(part)
        self.setAcceptDrops(True)
        self._wire()

    @property
    def sight(self) -> Sight | None:
        """The file that is shown, or None."""
        return self._sight

    def choose(self) -> None:
        """Ask for a file and read it."""
        path = self._chooser.to_table()
        if path is not None:
            self.read(path)

    def read(self, path: Path, sheet: str = "") -> None:
        """Read a file beside the window's work; its preview comes when it is done."""
        desk = self._desk()
        if desk is None:
            return
        self._path, self._anyway = path, False
        self.busy.say_reading(path.name)
        self._stack.setCurrentWidget(self.busy)
        progress: Callable[[str], None] = self._progress.emit

        def do(stop: Stop) -> object:
            try:
                with no_search():
                    return desk.open(path, sheet, stop, progress)
            except StoppedError:
                return None

        self._background.start(do)

    def cancel(self) -> None:
        """Leave the file as it is, and the document too."""
        if self.taking.busy:
            self.taking.cancel()
            self._judge()
            self._stack.setCurrentWidget(self.page)
            return
        self._background.cancel()
        self._sight = None
        self.start.say_nothing()
        self._stack.setCurrentWidget(self.start)

    def take(self) -> None:
        """Take the answers into the document as one step, beside the window's work."""
        sight = self._sight
        if sight is None or not self.page.take.isEnabled() or self.taking.busy:
            return
        self.busy.say_taking(sight.name)
        self._stack.setCurrentWidget(self.busy)
        self.busy.stop.setFocus()
        self.taking.start(sight)

    def _on_taken(self, sight: Sight, label: Message, pile: str) -> None:
        document = self._session.document
        if document is None:
            return
        remember(self._context.services.paths.data, sight.table, sight.mapping)
        self._sight = None
        name = document.snapshot.get(Round, pile).name
        self.start.say_taken(sight.reading.count, sight.name, name)
        self._stack.setCurrentWidget(self.start)
        self._session.report(label)
        self.taken.emit(pile)

    def _on_refused(self, error: UserError) -> None:
        self._session.failed.emit(error)
        self._judge()
        self._stack.setCurrentWidget(self.page)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and self._desk() is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is None:
            event.ignore()
            return
        event.acceptProposedAction()
        self.read(path)

    def _wire(self) -> None:
        self._background.done.connect(self._show)
        self._background.failed.connect(self._refuse)
        self._progress.connect(self.busy.say_what)
        self.taking.progress.connect(self.busy.say_share)
        self.taking.taken.connect(self._on_taken)
        self.taking.refused.connect(self._on_refused)
        self.start.choose_wanted.connect(self.choose)
        self.busy.cancel_wanted.connect(self.cancel)
        page, heads = self.page, self.page.table.heads
        page.cancel_wanted.connect(self.cancel)
        page.take_wanted.connect(self.take)
        page.sheet_wanted.connect(lambda name: self.read(self._path, name))
        page.round_wanted.connect(lambda n: self._change(lambda m: dataclasses.replace(m, round=n)))
        page.side.wanted.connect(self._do)
        heads.kind_wanted.connect(
            lambda at, kind: self._change(lambda m: import_sight.told(m, at, kind))
        )
        heads.scale_wanted.connect(
            lambda at, low, high: self._change(lambda m: import_sight.scaled(m, at, low, high))
        )
        heads.turn_wanted.connect(lambda at: self._change(lambda m: import_sight.turned(m, at)))
        heads.unit_wanted.connect(
            lambda at, unit: self._change(lambda m: import_sight.in_unit(m, at, unit))
        )
        heads.order_wanted.connect(
            lambda order: self._change(lambda m: dataclasses.replace(m, order=order))
        )
        heads.minutes_wanted.connect(
            lambda on: self._change(lambda m: dataclasses.replace(m, minutes=on))
        )
        heads.swap_wanted.connect(
            lambda one, other: self._change(lambda m: import_sight.swapped(m, one, other))
        )
        self._session.closed.connect(self._leave)
        self._session.leaving.connect(self._background.finish)
        self._session.changed.connect(lambda _changes: self._judge())

    def _leave(self) -> None:
        self.cancel()

    def _desk(self) -> Desk | None:
        document = self._session.document
        if document is None:
            return None
        minutes = self._context.say(_("Minutes waited"))
        folder = self._context.services.paths.data
        return Desk(document.snapshot, minutes, folder, document.responses)

    def _change(self, how: Callable[[Mapping], Mapping]) -> None:
        """Judge the file anew with something else told about it."""
        sight, desk = self._sight, self._desk()
        if sight is None or desk is None:
            return
        mapping = how(sight.mapping)

        def do(_stop: Stop) -> object:
            with no_search():
                return desk.look(sight.name, sight.table, mapping)

        self._background.start(do)

    def _do(self, look: Look) -> None:
        match look.do:
            case Do.SHOW:
                self.page.show_rows(look.places)
            case Do.TURN:
                self._change(lambda m: import_sight.turned(m, look.column))
            case Do.DATES:
                self._change(lambda m: dataclasses.replace(m, order=_other(m.order)))
            case Do.KEEP:
                self._change(lambda m: dataclasses.replace(m, keep_same=not m.keep_same))
            case Do.ANYWAY:
                self._anyway = True
                self._judge()

    def _show(self, found: object) -> None:
        if not isinstance(found, Sight):
            return
        self._sight = found
        self._stack.setCurrentWidget(self.page)
        self._judge(fresh=True)

    def _refuse(self, error: UserError) -> None:
        self._sight = None
        self.start.say_error(self._path.name, error)
        self._stack.setCurrentWidget(self.start)

    def _judge(self, *, fresh: bool = False) -> None:
        """Say where the answers go, or why they cannot."""
        document, sight = self._session.document, self._sight
        if document is None or sight is None or self.taking.busy:
            return
        looks = sight.looks
        place, rounds = _NOWHERE, tuple[Round, ...]()
        refused: UserError | None = None
        try:
            place = landing(document.snapshot, sight.intake)
        except UserError as error:
            refused = error
            hint = error.hint or Message("")
            looks = (Look(error.message, hint), *looks)
        if place.survey is not None:
            rounds = document.snapshot.select(indexes.ROUNDS_OF_SURVEY, place.survey)
        waits = sight.before is not None and not self._anyway
        if sight.before is not None and waits:
            looks = (_known_before(sight.before), *looks)
        self.page.show_sight(sight, looks) if fresh else self.page.side.show_all(
            sight.found, looks, kept=sight.mapping.keep_same
        )
        count = sight.reading.count
        self.page.say_where(_where(count, place, refused=refused), rounds, sight.mapping.round)
        words = _("Take 1 answer") if count == 1 else _("Take {count} answers", count=count)
        self.page.say_take(words, possible=count > 0 and refused is None and not waits)


def _known_before(batch: ImportBatch) -> Look:
    text = _("From {name}, on {date}.", name=batch.name, date=batch.taken)
    return Look(_("These answers were taken before"), text, Do.ANYWAY)


def _where(count: int, place: Landing, *, refused: UserError | None) -> Message:
    if refused is not None:
        return _("The answers cannot be taken like this")
    if not count:
        return _("Say which column holds answers")
    if count == 1:
        return _("1 answer goes into round {number}, {name}", number=place.number, name=place.name)
    return _(
        "{count} answers go into round {number}, {name}",
        count=count,
        number=place.number,
        name=place.name,
    )


def _other(order: str) -> str:
    return "mdy" if order == "dmy" else "dmy"


def _dropped(event: QDragEnterEvent | QDropEvent) -> Path | None:
    """Return the one file that is dropped, unless it is a map: the window opens those."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() != ENDING else None
