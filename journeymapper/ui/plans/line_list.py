"""Lines of an open plan: each is edited in place, the last one is there to type the next."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain.entities import Entity
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.plans import people
from journeymapper.ui.plans.cells import OneOf
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.plans.who_field import WhoField
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_INDENT = 22
"""So far an answer stands under the one it explains, in px."""
_BESIDE_FROM = 600
"""Width, at 100 % text, from which all cells of a line stand beside each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of the lines: how it is made, which value of a line it shows, how wide it is.

    ``new`` says whether it may begin a line; the others are only there once a line is.
    """

    field: str
    title: Message
    make: Callable[[], Any]
    read: Callable[[Any], Any]
    stretch: int = 1
    new: bool = True
    empty: Any = ""


class Row(QWidget):
    """One line; ``id`` is "" for the one that is still to be typed."""

    def __init__(self, lines: LineList, id_: str) -> None:
        super().__init__()
        self.id = id_
        self._lines = lines
        self.cells: dict[str, Any] = {}
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(6)
        self.grid.setVerticalSpacing(2)
        self._indent = QSpacerItem(0, 0)  # within the first column: the others stay in line
        self._head = QWidget()
        self._at_start = QHBoxLayout(self._head)
        self._at_start.setContentsMargins(0, 0, 0, 0)
        self._at_start.setSpacing(0)
        self._at_start.addSpacerItem(self._indent)
        for column in lines.columns:
            cell = column.make()
            self.cells[column.field] = cell
            cell.installEventFilter(self)
            if len(self.cells) == 1:
                self._at_start.addWidget(cell)
            if isinstance(cell, OneOf):
                cell.refused.connect(lines.sheet.session.failed)
            if isinstance(cell, QLineEdit):
                cell.returnPressed.connect(lambda: lines.go_on(self))
        self.extra = QHBoxLayout()
        self.extra.setSpacing(2)
        self.grid.addLayout(self.extra, 0, len(lines.columns) + 1)
        self.drop = IconButton(lines.sheet.context, "x", lines.sheet.say(_("Delete this line")))
        self.drop.clicked.connect(lambda _on=False: lines.delete(self))
        policy = self.drop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.drop.setSizePolicy(policy)
        self.extra.addWidget(self.drop)
        self._narrow: bool | None = None
        self.arrange(narrow=False)

    def arrange(self, *, narrow: bool) -> None:
        """Put all cells beside each other, or where it is narrow the others below the first."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        columns = self._lines.columns
        for place, (column, cell) in enumerate(zip(columns, self.cells.values(), strict=True)):
            below = narrow and place > 0
            row, first = (2, place) if below else (0, place + 1)
            span = len(columns) if narrow and not place else 1
            policy = cell.sizePolicy()
            policy.setRetainSizeWhenHidden(not narrow)
            cell.setSizePolicy(policy)
            self.grid.addWidget(cell if place else self._head, row, first, 1, span)
            self.grid.setColumnStretch(first, column.stretch)
            problem = cell.problem_label()
            if problem is not None:
                self.grid.addWidget(problem, row + 1, first, 1, span)
        self.grid.setColumnStretch(len(columns), 0 if narrow else columns[-1].stretch)

    def put_below(self, widget: QWidget) -> None:
        """Put the rest of what belongs to the line below it."""
        self.grid.addWidget(widget, 4, 1, 1, len(self._lines.columns))

    def show_line(self, line: Entity | None, depth: int) -> None:
        """Show a line of the document, None for the one to be typed."""
        if self._indent.sizeHint().width() != depth * _INDENT:
            self._indent.changeSize(depth * _INDENT, 0)
            self._at_start.invalidate()
        who = people(self._lines.sheet.snapshot)
        self.drop.setVisible(line is not None)
        for column in self._lines.columns:
            cell = self.cells[column.field]
            if isinstance(cell, WhoField):
                cell.offer(who)
            value = column.empty if line is None else column.read(line)
            cell.load(self.id, value, lambda new, field=column.field: self._write(field, new))
            cell.setVisible(line is not None or column.new)

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        first = self.grid.itemAtPosition(0, 0)
        tick = first.widget() if first is not None else None
        cells = [*([tick] if tick is not None else []), *self.cells.values()]
        extra = [self.extra.itemAt(place) for place in range(self.extra.count())]
        cells += [item.widget() for item in extra if item is not None]
        return [cell for cell in cells if isinstance(cell, QWidget)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab out of a line that is being begun: it is there first, with its other fields."""
        tab = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if (
            not self.id
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in tab
        ):
            self.flush()
        return super().eventFilter(watched, event)

    def flush(self) -> bool:
        """Write what is typed here; False when it is refused."""
        kept = [cell.flush() for cell in self.cells.values()]
        return all(kept)

    def _write(self, field: str, value: Any) -> None:
        if self.id:
            self._lines.write(self.id, field, value)
        elif value not in ("", None):
            self._lines.begin(self, field, value)


class LineList(QWidget):
    """Subclasses say which lines there are and how they are written; ``columns`` is set first."""

    def __init__(self, sheet: PlanSheet, title: Message, columns: Sequence[Column]) -> None:
        super().__init__()
        self.sheet = sheet
        self.columns = tuple(columns)
        self.rows: list[Row] = []
        self._beginning: Row | None = None
        self.title = PlainLabel(sheet.say(title), "label", "text_secondary")
        self.setAccessibleName(self.title.text())
        self._narrow = False
        self.note = PlainLabel("", "label", "text_secondary")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.note)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addLayout(head)
        outer.addLayout(self._column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow = self.width() < self.sheet.context.theme.px(_BESIDE_FROM)
        for row in self.rows:
            row.arrange(narrow=self._narrow)

    @abstractmethod
    def lines(self) -> Sequence[Entity]:
        """Return the lines of the plan in the order in which they stand."""

    def indent(self, _line: Entity) -> int:
        """Return how far a line is indented."""
        return 0

    @abstractmethod
    def add(self, fields: Mapping[str, Any]) -> str:
        """Add a line with one field filled in; returns its id. Raises RefusedError."""

    @abstractmethod
    def write(self, id_: str, field: str, value: Any) -> None:
        """Set a field of a line; raises RefusedError."""

    @abstractmethod
    def remove(self, id_: str) -> None:
        """Take a line out."""

    def dress(self, row: Row, line: Entity | None) -> None:
        """Add to a row what only some lists have."""

    def refresh(self) -> None:
        """Show the lines as they are now; rows stay with their lines."""
        known = {row.id: row for row in self.rows if row.id and row is not self._beginning}
        blank = next((r for r in self.rows if not r.id and r is not self._beginning), None)
        lines = list(self.lines())
        rows = [self._row_for(line.id, known) for line in lines]
        for old in known.values():
            self._drop(old)
        rows.append(blank or Row(self, ""))
        if rows != self.rows:
            for row in rows:
                self._column.removeWidget(row)
                self._column.addWidget(row)
                row.show()
            self.rows = rows
        for row, line in zip(rows, [*lines, None], strict=True):
            row.arrange(narrow=self._narrow)
            row.show_line(line, self.indent(line) if line is not None else self.indent_of_next())
            self.dress(row, line)

    def indent_of_next(self) -> int:
        """Return how far the line to be typed is indented."""
        return 0

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        kept = [row.flush() for row in list(self.rows)]
        return all(kept)

    def begin(self, row: Row, field: str, value: Any) -> None:
        """The row that was there to type in becomes a line; the next one comes below it."""
        self._beginning = row
        try:
            made = self.add({field: value})
        finally:
            self._beginning = None
        row.id = made  # as the document has told, unless nobody looks at the list
        self.refresh()

    def go_on(self, row: Row) -> None:
        """Enter: the next row gets the keys."""
        if not row.flush():
            return
        place = self.rows.index(row) + 1 if row in self.rows else len(self.rows) - 1
        target = self.rows[min(place, len(self.rows) - 1)]
        first = next(iter(target.cells.values()))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def delete(self, row: Row) -> None:
        """Take a line out; the keys go to the one after it."""
        place = self.rows.index(row)
        if self.sheet.guarded(lambda: self.remove(row.id)) and self.rows:
            target = self.rows[min(place, len(self.rows) - 1)]
            next(iter(target.cells.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_for(self, id_: str, known: dict[str, Row]) -> Row:
        """A line that was not there before is the one that is being begun, if one is."""
        if id_ in known:
            return known.pop(id_)
        row, self._beginning = self._beginning, None
        if row is None:
            return Row(self, id_)
        row.id = id_
        return row

    def _drop(self, row: Row) -> None:
        for cell in row.cells.values():
            cell.release()
        self._column.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [stop for row in self.rows for stop in row.stops()]
