"""Typing in the table: one cell, or all selected cells of its column, as one step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QTimer, Signal
from PySide6.QtWidgets import QTableView

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Card
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.editing import PAUSE_MS
from journeymapper.ui.commands import tables
from journeymapper.ui.commands.names import step_name
from journeymapper.ui.table.columns import Column, Editor
from journeymapper.ui.table.editor import CellEditor
from journeymapper.ui.table.model import TableModel


class CellEditing(QObject):
    """At most one cell at a time. Words are written a moment after the last key."""

    moved = Signal(int, int)
    """A cell was kept: go so many rows down and columns across."""

    def __init__(self, bench: Bench, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._bench, self._view, self._model = bench, view, model
        self.editor = CellEditor(bench.context, view.viewport())
        self._column: Column | None = None
        self._ids: tuple[str, ...] = ()
        self._at = QPersistentModelIndex()
        self._before = self._written = ""
        self._step_id, self._touched = "", False
        self._cards: frozenset[str] = frozenset()
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._pause)
        self.editor.typed.connect(self._on_typed)
        self.editor.confirmed.connect(self._on_confirmed)
        self.editor.refused.connect(self.cancel)
        self.editor.left.connect(self._on_left)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._place)
        view.horizontalHeader().sectionResized.connect(self._place)
        view.verticalHeader().sectionResized.connect(self._place)

    @property
    def active(self) -> bool:
        """Say whether something is being typed."""
        return self._column is not None

    def open(self, index: QModelIndex, ids: tuple[str, ...], typed: str | None = None) -> bool:
        """Edit a cell; what is kept goes into the cells of all these steps.

        ``typed`` replaces what stands there, as in a spreadsheet.
        """
        step, sight = self._model.step(index.row()), self._model.sight
        if not self.finish() or step is None or sight is None or not index.isValid():
            return False
        column = self._model.columns[index.column()]
        self._column, self._at = column, QPersistentModelIndex(index)
        self._ids = (step.id,) if column.own else tuple(dict.fromkeys((step.id, *ids)))
        self._before = self._written = column.typed(sight, step)
        self._step_id, self._touched = "", False
        self._cards = frozenset(sight.snapshot.table(Card)) if sight.only_told else frozenset()
        self._turn += 1
        text = self._before if typed is None else typed
        title = column.title
        name = sight.say(title) if isinstance(title, Message) else title
        choices = column.choices(sight)
        self.editor.open(
            column.editor, text, name, choices, all_=typed is None, steps=len(self._ids)
        )
        self._place()
        if typed is not None:
            self._on_typed()
        return True

    def finish(self) -> bool:
        """Keep what was typed and close; False, and still open, when it is refused."""
        if self._column is None:
            return True
        if not self.flush():
            return False
        self._close()
        return True

    def flush(self) -> bool:
        """Write what has been typed so far; False when it is refused."""
        self._timer.stop()
        column, sight = self._column, self._model.sight
        text = self.editor.text()
        if column is None or sight is None or not self._touched:
            return True
        if text == self._written and (self._step_id or len(self._ids) == 1):
            return True
        label = label_of(column, self._bench, self._ids)
        puts = [self._putting(column, id_, text) for id_ in self._ids]
        last = self._bench.document.next_undo
        try:
            tables.write(self._bench.document, label, puts, merge=("table", self._turn))
        except UserError as error:
            self.editor.set_problem(self._bench.say(error.message))
            return False
        self._written = text
        step = self._bench.document.next_undo
        if step is not None and (last is None or step.id != last.id):  # something has changed
            self._step_id = step.id
        return True

    def flush_words(self) -> None:
        """Write words that are being typed. A number or a name to choose is written when whole."""
        if self._is_words():
            self.flush()

    def cancel(self) -> None:
        """Close and leave the cells as they were before."""
        if self._column is None:
            return
        column, step_id = self._column, self._step_id
        document, ids = self._bench.document, self._ids
        before = self._before
        self._close()
        if not step_id:
            return
        step = document.next_undo
        if step is not None and step.id == step_id:
            document.undo()
        else:
            puts = [self._putting(column, ids[0], before)]
            tables.write(document, label_of(column, self._bench, ids[:1]), puts)

    def abandon(self) -> None:
        """Close without writing: the document went another way."""
        if self._column is not None:
            self._close()

    def stand_by(self) -> None:
        """Something was undone: words were written before it, all else stays in the editor."""
        if self._column is not None and (self._is_words() or not self._touched):
            self._close()

    def _is_words(self) -> bool:
        column = self._column
        return column is not None and (column.own or column.editor is Editor.LINES)

    def _putting(self, column: Column, step_id: str, text: str) -> tables.Put:
        """Write one cell; what is typed on finds the cards that were made before."""

        def put(tx: Tx) -> None:
            sight = self._model.sight
            if sight is not None:
                column.put(tx, sight.with_new(self._cards), step_id, text)

        return put

    def _on_typed(self) -> None:
        self._touched = True
        self._timer.start()
        self._place()

    def _pause(self) -> None:
        """Words are kept while one types."""
        self.flush_words()

    def _on_confirmed(self, down: int, across: int) -> None:
        if self.finish():
            self.moved.emit(down, across)

    def _on_left(self) -> None:
        if not self.finish():
            self._bench.session.report(_("Not kept. {why}", why=self.editor.problem))

    def _place(self) -> None:
        if self._column is not None and self._at.isValid():
            index = self._model.index(self._at.row(), self._at.column())
            self.editor.place(self._view.visualRect(index))

    def _close(self) -> None:
        self._timer.stop()
        self._column = None
        if self.editor.focus_field.hasFocus():
            self._view.setFocus()  # before it is hidden: else Qt goes on to the next cell
        self.editor.hide()


def label_of(column: Column, bench: Bench, ids: tuple[str, ...]) -> Message:
    """Return what writing into a column is called in the history."""
    title = column.title
    if len(ids) == 1:
        return _("{column} of {name}", column=title, name=step_name(bench.snapshot, ids[0]))
    return _("{column} of {count} steps", column=title, count=len(ids))
