"""The list of earlier states of a file: when each was kept, how much had been done by then."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from journeymapper.app.moments import moment
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.paint.fonts import qfont
from journeymapper.ui.widgets.rows import paint_ground

Index = QModelIndex | QPersistentModelIndex
_ROW = 44


@dataclass(frozen=True, slots=True)
class EarlierState:
    """A kept state: its file, the UTC instant it was kept in ISO form, bytes, changes so far.

    ``changes`` is None where the kept file is damaged itself.
    """

    path: Path
    at: str
    size: int
    changes: int | None


_DETAIL = Qt.ItemDataRole.UserRole


class StateList(QListWidget):
    """The newest first; damaged ones cannot be chosen."""

    def __init__(self, context: Context, states: Sequence[EarlierState]) -> None:
        super().__init__()
        self._context = context
        self.states = tuple(states)
        self.setObjectName("states")
        self.setAccessibleName(context.say(_("Earlier states, the newest first")))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setItemDelegate(_StatePainter(context, self))
        line = context.theme.theme.colour("line_strong")
        self.setStyleSheet(f"QListWidget#states {{ border: 1px solid {line}; }}")
        now = context.services.clock().astimezone()
        for state in self.states:
            self._add(state, now)

    def chosen(self) -> EarlierState | None:
        """Return the selected state."""
        row = self.currentRow()
        return self.states[row] if 0 <= row < len(self.states) else None

    def choose_first(self) -> None:
        """Select the newest state that can be read."""
        for row, state in enumerate(self.states):
            if state.changes is not None:
                self.setCurrentRow(row)
                return

    def _add(self, state: EarlierState, now: datetime.datetime) -> None:
        when = self._context.say(moment(state.at, now))
        detail = self._context.say(_detail(state))
        item = QListWidgetItem(when)
        item.setData(_DETAIL, detail)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{when}. {detail}")
        if state.changes is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)


class _StatePainter(QStyledItemDelegate):
    """When a state was kept, and below how much it holds."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, self._context.theme.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._context.theme
        painter.save()
        paint_ground(painter, option, theme)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        lines = ((index.data(), "body", "text"), (index.data(_DETAIL), "label", "text_secondary"))
        top = theme.px(5)
        for text, style, role in lines:
            painter.setFont(qfont(self._context.tokens.style(style), theme.scale))
            painter.setPen(theme.colour(role if enabled else "text_tertiary"))
            height = theme.px(17)
            area = option.rect.adjusted(14, top, -12, 0)
            area.setHeight(height)
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(area, int(QStyle.visualAlignment(option.direction, side)), text)
            top += height
        painter.restore()


def _detail(state: EarlierState) -> Message:
    size = size_in_words(state.size)
    if state.changes is None:
        return _("Damaged, {size}", size=size)
    if state.changes == 1:
        return _("1 change, {size}", size=size)
    return _("{count} changes, {size}", count=state.changes, size=size)


def size_in_words(size: int) -> Message:
    """Return a size in bytes as "120 kB" or "1.4 MB"."""
    if size < 1_000_000:
        return _("{size} kB", size=max(1, round(size / 1000)))
    return _("{size} MB", size=f"{size / 1_000_000:.1f}")
