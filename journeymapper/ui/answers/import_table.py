"""The preview: rows below heads with choosers, which are made when their column comes in sight."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from journeymapper.domain.message import Message, _
from journeymapper.importing.answers.kind_words import KIND_WORDS
from journeymapper.importing.answers.mapping import Column
from journeymapper.ui.answers.import_column import ColumnHead, MinutesHead, written_as
from journeymapper.ui.answers.import_model import FIRST, ImportModel
from journeymapper.ui.answers.import_sight import Sight, has_order
from journeymapper.ui.context import Context

_Index = QModelIndex | QPersistentModelIndex
_HEAD = 98
_ROW = 44
_NARROW, _WIDE = 108, 170
_LONG = 18
_BESIDE, _BOLDER = 14, 1.06
"""Room beside the words below a chooser, and how much wider they are in the weight of links."""
_AROUND = 54
"""What a chooser needs besides its words, in px."""


class ImportHeads(QHeaderView):
    """A row of heads above the columns."""

    swap_wanted = Signal(int, int)
    kind_wanted = Signal(int, object)
    scale_wanted = Signal(int, float, float)
    turn_wanted = Signal(int)
    unit_wanted = Signal(int, str)
    order_wanted = Signal(str)
    minutes_wanted = Signal(bool)

    def __init__(self, context: Context, view: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, view)
        self._context = context
        self._sight: Sight | None = None
        self._heads: dict[int, QWidget] = {}
        self._target = -1
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make_next)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(lambda *_sizes: self.lay())
        view.horizontalScrollBar().valueChanged.connect(lambda _at: self.lay())

    def show_sight(self, sight: Sight) -> None:
        """Show the columns of a file; the chooser that has the keyboard keeps it."""
        focused = next((n for n, head in self._heads.items() if _has_keys(head)), None)
        for head in self._heads.values():
            head.hide()
            head.deleteLater()
        self._heads = {}
        self._sight = sight
        self.lay()
        again = self.head(focused) if focused is not None else None
        if isinstance(again, ColumnHead | MinutesHead):
            again.choice.setFocus()

    def head(self, place: int) -> QWidget | None:
        """Return the head of a column, None while it is out of sight."""
        if place not in self._heads and place in self._seen():
            self._put(place)
        return self._heads.get(place)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._context.theme.px(_HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay()

    def lay(self) -> None:
        """Put the heads above their columns; those that come in sight are made soon."""
        seen = self._seen()
        for place, head in self._heads.items():
            size = self.sectionSize(place)
            head.setGeometry(self.sectionViewportPosition(place), 0, size, self.height())
            head.setVisible(place in seen)
        if any(place not in self._heads for place in seen):
            self._soon.start()

    def _seen(self) -> list[int]:
        """Return the columns that are in sight."""
        if self._sight is None:
            return []
        width = self.viewport().width()
        return [
            place
            for place in range(self.count())
            if -self.sectionSize(place) < self.sectionViewportPosition(place) < width
        ]

    def _make_next(self) -> None:
        """Make one head at a time: a file with many columns holds nobody up."""
        place = next((n for n in self._seen() if n not in self._heads), None)
        if place is not None:
            self._put(place)
            self._soon.start()

    def _put(self, place: int) -> None:
        head = self._heads[place] = self._make(place)
        head.setParent(self.viewport())
        x, size = self.sectionViewportPosition(place), self.sectionSize(place)
        head.setGeometry(x, 0, size, self.height())
        head.show()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        colour = self._context.theme.colour
        made = self._sight is not None and logicalIndex == len(self._sight.table.header)
        aimed = logicalIndex == self._target
        painter.fillRect(rect, colour("accent_soft" if made or aimed else "sunken"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour("line_strong"))
        if aimed:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 3), colour("accent"))

    def _make(self, place: int) -> QWidget:
        assert self._sight is not None
        if place == len(self._sight.table.header):
            minutes = MinutesHead(self._context)
            minutes.chosen.connect(self.minutes_wanted)
            return minutes
        ordered = has_order(self._sight.table, place)
        head = ColumnHead(self._context, place, self._sight.mapping, ordered=ordered)
        head.chosen.connect(self.kind_wanted)
        head.scale_wanted.connect(self.scale_wanted)
        head.turn_wanted.connect(self.turn_wanted)
        head.unit_wanted.connect(self.unit_wanted)
        head.order_wanted.connect(self.order_wanted)
        head.moved.connect(self._move)
        head.dragged.connect(self._aim)
        head.dropped.connect(self._drop)
        return head

    def _move(self, place: int, step: int) -> None:
        assert self._sight is not None
        other = place + step
        if 0 <= other < len(self._sight.table.header):
            self.swap_wanted.emit(place, other)
            head = self.head(other)
            if isinstance(head, ColumnHead):
                head.choice.setFocus()

    def _aim(self, place: int, at: QPoint) -> None:
        target = self._under(at)
        self._target = target if target != place else -1
        self.viewport().update()

    def _drop(self, place: int, at: QPoint) -> None:
        aimed, self._target = self._target, -1
        self.viewport().update()
        if aimed >= 0 and aimed == self._under(at):
            self.swap_wanted.emit(place, aimed)

    def _under(self, at: QPoint) -> int:
        assert self._sight is not None
        inside = self.viewport().mapFromGlobal(at)
        if not self.viewport().rect().contains(inside):
            return -1
        found = self.logicalIndexAt(inside)
        return found if found < len(self._sight.table.header) else -1


def _has_keys(head: QWidget) -> bool:
    focus = head.window().focusWidget()
    return focus is not None and head.isAncestorOf(focus)


class _Ground(QStyledItemDelegate):
    """Paints the ground that the model names below what the style paints."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colour = index.data(Qt.ItemDataRole.BackgroundRole)
        if colour is not None:
            painter.fillRect(option.rect, colour)
        super().paint(painter, option, index)


class ImportTable(QTableView):
    """Reads only; what is chosen is chosen in the heads."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.model_ = ImportModel(context, self)
        self.setModel(self.model_)
        self.heads = ImportHeads(context, self)
        self.setHorizontalHeader(self.heads)
        self.setAccessibleName(context.say(_("The first rows of the file")))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setItemDelegate(_Ground(self))
        self._dress()
        context.theme.changed.connect(self._dress)
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(context.theme.px(_ROW))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_sight(self, sight: Sight, wanted: tuple[int, ...] = ()) -> None:
        """Show a file; the widths that somebody chose stay while the columns do."""
        fresh = self.model_.columnCount() == 0 or self.heads.count() == 0
        names = [
            self.model_.headerData(n, Qt.Orientation.Horizontal) for n in range(self.heads.count())
        ]
        self.model_.show(sight, wanted)
        if fresh or tuple(names[: len(sight.table.header)]) != sight.table.header:
            self._fit(sight)
        else:
            self._widen(sight)
        self.heads.show_sight(sight)

    def _fit(self, sight: Sight) -> None:
        """Give words more room than marks, and nobody less than a chooser needs."""
        px = self._context.theme.px
        rows = sight.table.rows[:FIRST]
        for place, column in enumerate(sight.mapping.columns):
            cells = (row[place] for row in rows)
            longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
            least = px(_WIDE if longest > _LONG else _NARROW)
            self.setColumnWidth(place, max(least, self._need(column)))
        self._fit_minutes(sight)

    def _widen(self, sight: Sight) -> None:
        """Give choosers that say more now the room for it."""
        for place, column in enumerate(sight.mapping.columns):
            need = self._need(column)
            if self.columnWidth(place) < need:
                self.setColumnWidth(place, need)
        self._fit_minutes(sight)

    def _fit_minutes(self, sight: Sight) -> None:
        if sight.reading.waits is not None:
            width = self._chooser(_("Minutes waited"))
            self.setColumnWidth(len(sight.table.header), width)

    def _need(self, column: Column) -> int:
        """Return the room that the head of a column needs to show all its words."""
        written = written_as(column)
        metrics = QFontMetrics(self.font())
        form = metrics.horizontalAdvance(self._context.say(written)) if written else 0
        form = round(form * _BOLDER) + self._context.theme.px(_BESIDE)
        return max(self._chooser(KIND_WORDS[column.kind]), form)

    def _chooser(self, words: Message) -> int:
        """Return the room that a chooser needs to show these words."""
        metrics = QFontMetrics(self.font())
        return metrics.horizontalAdvance(self._context.say(words)) + self._context.theme.px(_AROUND)

    def _dress(self) -> None:
        line = self._context.theme.colour("line").name()
        ground = self._context.theme.colour("sunken").name()
        self.setStyleSheet(
            f"QTableView::item {{ padding-left: 8px; border-bottom: 1px solid {line}; }}"
            f"QTableCornerButton::section {{ background: {ground}; border: none; }}"
        )
