"""The list of comments: what somebody wrote, and below it what is known of it."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from journeymapper.app.comments import CommentBook
from journeymapper.domain.message import _
from journeymapper.ui.answers.comment_words import BETWEEN, Names, facts
from journeymapper.ui.context import Context
from journeymapper.ui.paint.fonts import qfont
from journeymapper.ui.widgets.rows import paint_ground

Index = QModelIndex | QPersistentModelIndex

_HEIGHT, _SIDE, _TOP, _GAP = 64, 14, 4, 3
_LINES = 2
_FAR = 400
"""So many characters of a line that does not end are measured."""


class CommentModel(QAbstractListModel):
    """Shows some rows of a book; a row is only put into words when it is seen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.book = CommentBook()
        self.rows: list[int] = []
        self.names = Names(None)

    def show(self, book: CommentBook, rows: list[int], names: Names) -> None:
        """Show these rows; when they are the same ones, only their words are new."""
        self.names = names
        if book is self.book and rows == self.rows:
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.book, self.rows = book, rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def facts(self, place: int) -> str:
        """Return what is known of the comment at a place, as one line."""
        found = facts(self.book, self.rows[place], self.names)
        say = self._context.say
        return BETWEEN.join(part if isinstance(part, str) else say(part) for part in found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.book.comments[self.rows[index.row()]].text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.book.comments[self.rows[index.row()]].text
            return self._context.say(_("{text}. {facts}", text=text, facts=self.facts(index.row())))
        return None


class CommentPainter(QStyledItemDelegate):
    """Two lines of the comment and one of facts."""

    def __init__(self, context: Context, model: CommentModel) -> None:
        super().__init__(model)
        self._context = context
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._context.theme
        painter.save()
        paint_ground(painter, option, theme)
        painter.setPen(theme.colour("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        area = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        body, label = self._font("body"), self._font("label")
        painter.setPen(theme.colour("text"))
        text = str(index.data())[: 4 * _FAR].replace("\n", " ")
        metrics, spacing = QFontMetrics(label), QFontMetrics(body).lineSpacing()
        lines = _lines_of(text, body, area.width(), option.direction)
        high = len(lines) * spacing + _GAP + metrics.height()
        top = area.top() + max(0, (area.height() - high) // 2)
        side = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        painter.setFont(body)
        for number, shown in enumerate(lines):
            box = QRect(area.left(), top + number * spacing, area.width(), spacing)
            painter.drawText(box, int(side | Qt.TextFlag.TextSingleLine), shown)
        painter.setPen(theme.colour("text_secondary"))
        painter.setFont(label)
        below = top + len(lines) * spacing + _GAP
        line = QRect(area.left(), below, area.width(), metrics.height())
        words = metrics.elidedText(
            self._model.facts(index.row()), Qt.TextElideMode.ElideRight, line.width()
        )
        painter.drawText(line, int(side | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _font(self, style: str) -> QFont:
        return qfont(self._context.tokens.style(style), self._context.theme.scale)


def _lines_of(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> list[str]:
    """Return the lines a text has room for; the last one ends with an ellipsis where it must."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while len(lines) < _LINES:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        end = start + line.textLength()
        shown = text[start:end]
        if len(lines) == _LINES - 1 and end < len(text):
            rest = text[start : start + _FAR]
            shown = QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        lines.append(shown)
    layout.endLayout()
    return lines


class CommentList(QTableView):
    """A table of one column, which need not look at each row to know where it is.

    ``chosen`` tells that other comments are selected; ``menu_wanted`` where a menu is.
    """

    chosen = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.model_ = CommentModel(context)
        self.setModel(self.model_)
        self.setItemDelegate(CommentPainter(context, self.model_))
        self.setObjectName("comments")
        self.setAccessibleName(context.say(_("Comments")))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(context.theme.px(_HEIGHT))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at))
        )
        self.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen.emit())

    def selected(self) -> list[int]:
        """Return the rows of the book that are selected, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.model_.rows[place] for place in places]

    def select_place(self, place: int) -> None:
        """Select one comment and scroll to it."""
        if 0 <= place < len(self.model_.rows):
            self.setCurrentIndex(self.model_.index(place))
