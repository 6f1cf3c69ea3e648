"""The table with its filters: reads the document, writes through commands, shares the cursor."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from journeymapper.analysis.step_figures import AtStep, step_figures
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Question, Round, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import steps, tables
from journeymapper.ui.table.bar import FilterBar
from journeymapper.ui.table.choosing import columns_of
from journeymapper.ui.table.clipboard import from_text, to_text
from journeymapper.ui.table.columns import Plain
from journeymapper.ui.table.editing import CellEditing, label_of
from journeymapper.ui.table.filters import Quick, Wanted
from journeymapper.ui.table.looks import CellLooks
from journeymapper.ui.table.model import TableModel
from journeymapper.ui.table.sharing import SharedSelection
from journeymapper.ui.table.sight import Sight
from journeymapper.ui.table.view import StepTable
from journeymapper.ui.widgets.empty import EmptyPlace


class TablePanel(QWidget):
    """Follows the document while it is in front."""

    all_shown = Signal()
    """No filter is on any more: the words that were looked for are no matter either."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._counts: Counts | None = None
        self._made_from: tuple[object, ...] = ()
        self._told: Mapping[str, AtStep] = {}
        context = bench.context
        self.model = TableModel(CellLooks(bench), self)
        self.view = StepTable(context, self.model)
        self.view.setAccessibleName(context.say(_("Table of the steps")))
        self.bar = FilterBar(context)
        self.editing = CellEditing(bench, self.view, self.model)
        self.shared = SharedSelection(bench, self.view, self.model)
        self._none = EmptyPlace(
            context,
            "filter",
            context.say(_("No step fits")),
            context.say(_("No step of this map has what the filter asks for.")),
        )
        self.show_all_button = self._none.offer(context.say(_("Show all steps")), self.show_all)
        inside = QWidget()
        self._stack = QStackedLayout(inside)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(inside, 1)
        self._follow()

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps of which a cell is selected."""
        return self.shared.steps

    def refresh(self) -> None:
        """Show the map as it is now."""
        bench = self._bench
        if not bench.ready:
            self.editing.abandon()
            self.model.show(None, ())
            self.all_shown.emit()
            return
        setting = bench.projection.setting
        sight = Sight.of(
            bench.document.snapshot,
            bench.projection.map_id,
            bench.persona,
            bench.say,
            only_told=setting.only_told,
            answers=self._answers(),
        )
        current = self._where()
        wanted = self.model.wanted
        with self.shared.waiting():
            self.model.show(sight, columns_of(sight, bench.context.tokens))
            self.bar.set_quick(self.model.wanted.quick)
            if current is not None and not self.view.currentIndex().isValid():
                self._stand(*current)
        self._tell()
        if wanted != self.model.wanted:  # another map: the words looked for are gone too
            self.all_shown.emit()

    def _answers(self) -> Mapping[str, AtStep]:
        """Return what was counted at steps; counted again only where something of it changed."""
        document = self._bench.document
        table = document.snapshot.table
        made_from = (table(Question), table(Round), table(Touchpoint))
        if self._counts is not document.counts or self._made_from != made_from:
            self._counts, self._made_from = document.counts, made_from
            self._told = step_figures(document.snapshot, document.counts)
        return self._told

    def flush(self) -> None:
        """Write the words that are being typed."""
        self.editing.flush_words()

    def edit(self) -> None:
        """Open the editor in the current cell."""
        self._edit(None)

    def name(self, step_id: str) -> None:
        """Open the editor on the name of a step, shown whatever the filter says."""
        if self.model.row_of(step_id) < 0:
            self.show_all()
        self._stand(step_id, "name")
        self._edit(None)

    def edit_cell(self, step_id: str, key: str) -> None:
        """Open the editor in a column of a step."""
        if self.model.row_of(step_id) < 0:
            self.show_all()
        self._stand(step_id, key)
        self._edit(None)

    def clear(self) -> None:
        """Empty the selected cells, as one step."""
        cells = self.shared.cells()
        texts = [(row, column, "") for row, column in cells if self._can_be_empty(column)]
        if not texts:
            self._bench.session.report(_("There is nothing here that can be emptied."))
            return
        if len(texts) == 1:
            label = _("Empty {what}", what=self._name_of(texts[0][0], texts[0][1]))
        else:
            label = _("Empty {count} cells", count=len(texts))
        self._write(label, texts)

    def copy(self) -> None:
        """Put the selected cells on the clipboard, for a spreadsheet."""
        cells = self.shared.cells()
        sight = self.model.sight
        if not cells or sight is None:
            return
        chosen = set(cells)
        rows = sorted({row for row, _column in cells})
        columns = sorted({column for _row, column in cells})
        texts = [[self._text(r, c) if (r, c) in chosen else "" for c in columns] for r in rows]
        QGuiApplication.clipboard().setText(to_text(texts))

    def paste(self) -> None:
        """Write what a spreadsheet has copied, from the current cell on, as one step."""
        rows = from_text(QGuiApplication.clipboard().text())
        start = self.view.currentIndex()
        if not start.isValid() or not any(any(row) for row in rows):
            return
        if len(rows) == 1 and len(rows[0]) == 1:
            cells = [c for c in self.shared.cells() if c[1] == start.column()]
            texts = [(row, column, rows[0][0]) for row, column in cells]
        else:
            texts = [
                (start.row() + down, start.column() + across, text)
                for down, row in enumerate(rows)
                for across, text in enumerate(row)
                if start.row() + down < self.model.rowCount()
                and start.column() + across < self.model.columnCount()
            ]
        count = len(texts)
        label = _("Paste 1 cell") if count == 1 else _("Paste {count} cells", count=count)
        self._write(label, texts)

    def filter(self, text: str) -> None:
        """Show only the steps with a text somewhere."""
        if self.editing.finish():
            self._choose(Wanted(text, self.bar.quick()))

    def show_all(self) -> None:
        """Show all steps again."""
        if self.editing.finish():
            self.bar.set_quick(frozenset())
            self._choose(Wanted())
            self.all_shown.emit()

    def choose_moments(self, *, only: bool) -> None:
        """Show only the moments of truth, or all steps, with the cursor where they are marked."""
        self.show_all()
        if only:
            self.bar.set_quick(frozenset((Quick.MOMENTS,)))
            self._choose(Wanted(quick=self.bar.quick()))
        if self.model.rowCount():
            row = max(0, self.view.currentIndex().row())
            self._stand(self.model.ids[row], "moment")

    def shift(self, by: int) -> bool:
        """Move the current step a place towards the start (-1) or the end (+1) of the journey."""
        step = self.model.step(self.view.currentIndex().row())
        return step is not None and steps.shift(self._bench.document, step.id, by)

    def rows(self) -> list[list[Plain]]:
        """Return what is shown, with a line of titles, for a file."""
        sight = self.model.sight
        if sight is None:
            return []
        say = self._bench.say
        titles = [c.title for c in self.model.columns]
        head: list[Plain] = [say(_("Number"))]
        head += [say(title) if isinstance(title, Message) else title for title in titles]
        found = [head]
        for row, id_ in enumerate(self.model.ids):
            step = self.model.step(row)
            if step is not None:
                cells = [column.plain(sight, step) for column in self.model.columns]
                found.append([sight.numbers[id_], *cells])
        return found

    def _follow(self) -> None:
        view = self.view
        view.may_leave = self.editing.finish
        view.wanted.connect(self._edit)
        view.cleared.connect(self.clear)
        view.copied.connect(self.copy)
        view.pasted.connect(self.paste)
        self.editing.moved.connect(self._move)
        self.bar.changed.connect(self._on_quick)
        self.bar.journey_wanted.connect(self._order_as_journey)
        self.model.layoutChanged.connect(self._tell)
        self.model.layoutAboutToBeChanged.connect(self.editing.finish)

    def _on_quick(self) -> None:
        if self.editing.finish():
            self._choose(Wanted(self.model.wanted.text, self.bar.quick()))

    def _order_as_journey(self) -> None:
        if self.editing.finish():
            order = Qt.SortOrder.AscendingOrder
            self.view.horizontalHeader().setSortIndicator(-1, order)

    def _choose(self, wanted: Wanted) -> None:
        with self.shared.waiting():
            self.model.choose(wanted)
        self._tell()

    def _tell(self) -> None:
        shown, sorting = self.model.rowCount(), self.model.sorting
        self.bar.tell(shown, self.model.count, sorted_=bool(sorting.key))
        nothing = bool(self.model.count) and not shown
        self._stack.setCurrentWidget(self._none if nothing else self.view)

    def _edit(self, typed: str | None) -> None:
        index = self.view.currentIndex()
        column = self.model.columns[index.column()] if index.isValid() else None
        if column is None or not self._bench.session.can_change():
            return
        if column.key == "moment" and typed == " ":
            steps.toggle_moment(self._bench.document, self._ids_in(index.column()))
            return
        self.view.scrollTo(index)
        self.editing.open(index, self._ids_in(index.column()), typed)

    def _ids_in(self, column: int) -> tuple[str, ...]:
        """Return the steps whose cell in a column is selected, in the order of the rows."""
        rows = sorted(row for row, other in self.shared.cells() if other == column)
        return tuple(self.model.ids[row] for row in rows)

    def _text(self, row: int, column: int) -> str:
        step, sight = self.model.step(row), self.model.sight
        if step is None or sight is None:
            return ""
        return self.model.columns[column].text(sight, step)

    def _can_be_empty(self, column: int) -> bool:
        return self.model.columns[column].key not in ("stage", "name")

    def _name_of(self, row: int, column: int) -> Message:
        return label_of(self.model.columns[column], self._bench, (self.model.ids[row],))

    def _write(self, label: Message, texts: list[tuple[int, int, str]]) -> None:
        """Write texts into cells (row, column) as one step; all of them or none."""
        sight = self.model.sight
        if sight is None or not self.editing.finish():
            return
        columns, ids = self.model.columns, self.model.ids

        def putting(row: int, column: int, text: str) -> tables.Put:
            return lambda tx: columns[column].put(tx, sight, ids[row], text)

        with self._bench.session.guard():
            tables.write(self._bench.document, label, [putting(*one) for one in texts])
            self._bench.session.report_gone(label)

    def _move(self, down: int, across: int) -> None:
        at = self.view.currentIndex()
        if down or across:
            self.view.go(at.row() + down, at.column() + across)

    def _where(self) -> tuple[str, str] | None:
        index = self.view.currentIndex()
        step = self.model.step(index.row()) if index.isValid() else None
        return (step.id, self.model.columns[index.column()].key) if step is not None else None

    def _stand(self, step_id: str, key: str) -> None:
        row, column = self.model.row_of(step_id), max(0, self.model.column_of(key))
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, column))
            self.view.reveal(self.model.index(row, column))
