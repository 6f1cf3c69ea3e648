"""Fields of an open plan: a caption, what is typed, and why it is refused if it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.plans.cells import OneOf
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.labels import PlainLabel

_TWO_FROM = 620
"""Width, at 100 % text, from which fields stand in two columns."""


class Field(QWidget):
    """A cell under its caption."""

    def __init__(
        self,
        sheet: PlanSheet,
        caption: Message,
        cell: Any,
        read: Callable[[], Any],
        write: Callable[[Any], None],
    ) -> None:
        super().__init__()
        self.cell = cell
        self._sheet, self._read, self._write = sheet, read, write
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self.caption = PlainLabel(sheet.say(caption), "label", "text_secondary")
        column.addWidget(self.caption)
        column.addWidget(cell)
        if isinstance(cell, OneOf):
            cell.refused.connect(sheet.session.failed)
        problem = cell.problem_label()
        if problem is not None:
            column.addWidget(problem)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what the document holds."""
        self.cell.load(self._sheet.plan_id, self._read(), self._write)

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return tab_stops(self.cell)

    def flush(self) -> bool:
        """Write what is typed; False when it is refused."""
        return bool(self.cell.flush())


class Fields(QWidget):
    """Fields in two columns where there is room.

    A wide one has a row of its own; one that ``starts`` begins a row.
    """

    def __init__(self, sheet: PlanSheet) -> None:
        super().__init__()
        self.sheet = sheet
        self._parts: list[tuple[Any, bool, bool]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._columns = 0
        self._hidden: list[bool] = []

    def put(self, widget: Any, *, wide: bool = False, starts: bool = False) -> Any:
        """Add a field, or anything else with ``refresh`` and ``flush``."""
        widget.setParent(self)
        self._parts.append((widget, wide, starts or wide))
        self._columns = 0
        self._arrange()
        return widget

    def of_plan(self, caption: Message, name: str, cell: Any, *, wide: bool = False) -> Field:
        """Add a field for a field of the plan itself."""
        sheet = self.sheet
        field = Field(
            sheet,
            caption,
            cell,
            lambda: getattr(sheet.plan, name),
            lambda value: sheet.write(**{name: value}),
        )
        self.put(field, wide=wide)
        return field

    def refresh(self) -> None:
        """Show what the document holds."""
        for part, _wide, _starts in self._parts:
            part.refresh()
        hidden = [_is_hidden(part) for part, _wide, _starts in self._parts]
        if hidden != self._hidden:
            self._hidden = hidden
            self._place()

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        kept = [part.flush() for part, _wide, _starts in self._parts]
        return all(kept)

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [stop for part, _wide, _starts in self._parts for stop in part.stops()]

    def set_width(self, width: int) -> None:
        """Say how much room there is."""
        columns = 2 if width >= self.sheet.context.theme.px(_TWO_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _arrange(self) -> None:
        self._columns = self._columns or 2
        self._place()

    def _place(self) -> None:
        row = column = 0
        for part, _wide, _starts in self._parts:
            self._grid.removeWidget(part)
        for part, wide, starts in self._parts:
            if _is_hidden(part):
                continue
            if starts and column:
                row, column = row + 1, 0
            span = self._columns if wide else 1
            self._grid.addWidget(part, row, column, 1, span)
            column += span
            if column >= self._columns:
                row, column = row + 1, 0
        for place in range(2):
            self._grid.setColumnStretch(place, 1 if place < self._columns else 0)


def tab_stops(widget: QWidget) -> list[QWidget]:
    """Return where the Tab key stops in a widget: itself, or what it consists of."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [widget]
    return [one for one in widget.findChildren(QPushButton) if one.isEnabled()]


def _is_hidden(widget: QWidget) -> bool:
    """Say whether somebody hid a widget; one that was never shown is not hidden by that."""
    explicit = widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return explicit and widget.isHidden()
