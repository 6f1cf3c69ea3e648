"""The list of earlier states of a file: when each was kept, how much had been done by then."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from journeymapper.app.moments import moment
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context

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


class StateList(QListWidget):
    """The newest first; damaged ones cannot be chosen."""

    def __init__(self, context: Context, states: Sequence[EarlierState]) -> None:
        super().__init__()
        self._context = context
        self.states = tuple(states)
        self.setObjectName("states")
        self.setAccessibleName(context.say(_("Earlier states, the newest first")))
        self.setProperty("ring", True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        theme = context.theme
        self.setStyleSheet(
            f"QListWidget#states {{ border: 1px solid {theme.theme.colour('line_strong')};"
            " border-radius: 8px; padding: 4px; }"
            f"QListWidget#states::item {{ min-height: {theme.px(_ROW)}px; padding: 0 8px;"
            " border-radius: 6px; }"
            f"QListWidget#states::item:selected {{ background: {theme.theme.colour('accent_soft')};"
            f" color: {theme.theme.colour('text')}; }}"
            f"QListWidget#states::item:disabled {{ color: {theme.theme.colour('text_tertiary')}; }}"
        )
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
        item = QListWidgetItem(f"{when}\n{self._context.say(_detail(state))}")
        if state.changes is None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addItem(item)


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
