"""On the way to choosing us: three stages by three questions, as a table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_figures import completeness
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import (
    BUYER_KEYS,
    BUYER_STAGES,
    buyer_prompts,
    section_title,
)
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.section import Section
from journeymapper.ui.personas.statement import KeyedStatement
from journeymapper.ui.widgets.labels import PlainLabel

_WIDE = 600


class BuyerCell(QFrame):
    """One cell of the table: in a narrow window its question stands above it."""

    def __init__(self, desk: CardDesk, key: str) -> None:
        super().__init__()
        self.setObjectName("persona_table_cell")
        self.statement = KeyedStatement(desk, NoteSection.BUYER, key, "", hint="…", words=False)
        self.label = PlainLabel("", "label", "text_secondary", wrap=True)
        self.label.setContentsMargins(4, 0, 0, 0)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self.statement.field.box, 1)
        line.addWidget(self.statement.sure, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 5)
        column.setSpacing(1)
        column.addWidget(self.label)
        column.addLayout(line)
        column.addStretch(1)
        self.statement.sure.set_quiet()


class BuyerSection(Section):
    """The table; in a narrow window one stage below the other."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self.cells = {key: BuyerCell(desk, key) for key in BUYER_KEYS}
        self._wide: bool | None = None
        self._heads = [_head(desk, place) for place in range(len(BUYER_STAGES))]
        prompts = buyer_prompts("")
        self._prompts = {key: PlainLabel("", "body", "text", wrap=True) for key in prompts}
        self._table = QFrame()
        self._table.setObjectName("persona_table")
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setSpacing(0)
        self._corner = QFrame()
        self._corner.setObjectName("persona_table_head")
        self._sides = {key: _side(label) for key, label in self._prompts.items()}
        for part in (self._corner, *self._heads, *self._sides.values(), *self.cells.values()):
            part.setParent(self._table)
        self.column.addWidget(self._table)
        self._arrange(wide=True)

    def refresh(self) -> None:
        desk = self.desk
        done, all_ = completeness(desk.snapshot, desk.persona_id, NoteSection.BUYER)
        filled = _("{n} of {total} filled", n=done, total=all_)
        self.title(section_title(NoteSection.BUYER, desk.name), filled)
        prompts = buyer_prompts(desk.name)
        for key, label in self._prompts.items():
            label.setText(desk.say(prompts[key]))
        for key, cell in self.cells.items():
            stage, prompt = key.split(".")
            words = desk.say(prompts[prompt])
            cell.label.setText(words)
            name = _("{stage}: {prompt}", stage=BUYER_STAGES[stage], prompt=prompts[prompt])
            cell.statement.field.setAccessibleName(desk.say(name))
            cell.statement.refresh()

    def field_of(self, key: str) -> CardText | None:
        cell = self.cells.get(key)
        return cell.statement.field if cell else None

    def first_field(self) -> QWidget | None:
        return next(iter(self.cells.values())).statement.field

    def stops(self) -> list[QWidget]:
        return [
            stop
            for cell in self.cells.values()
            for stop in (cell.statement.field, cell.statement.sure)
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=event.size().width() >= _WIDE)

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        grid = self._grid
        while grid.count():
            grid.takeAt(0)
        stages, prompts = list(BUYER_STAGES), list(self._prompts)
        for column in range(4):
            grid.setColumnStretch(column, (3 if column else 2) if wide else int(column == 0))
        self._corner.setVisible(wide)
        for side in self._sides.values():
            side.setVisible(wide)
        if wide:
            grid.addWidget(self._corner, 0, 0)
        for place, stage in enumerate(stages):
            row = 0 if wide else place * (len(prompts) + 1)
            grid.addWidget(self._heads[place], row, place + 1 if wide else 0)
            for line, prompt in enumerate(prompts, start=1):
                cell = self.cells[f"{stage}.{prompt}"]
                cell.label.setVisible(not wide)
                grid.addWidget(cell, row + line, place + 1 if wide else 0)
        if wide:
            for line, prompt in enumerate(prompts, start=1):
                grid.addWidget(self._sides[prompt], line, 0)


def _side(label: PlainLabel) -> QFrame:
    side = QFrame()
    side.setObjectName("persona_table_cell")
    column = QVBoxLayout(side)
    column.setContentsMargins(12, 9, 8, 6)
    column.addWidget(label)
    column.addStretch(1)
    return side


def _head(desk: CardDesk, place: int) -> QFrame:
    head = QFrame()
    head.setObjectName("persona_table_head")
    number = PlainLabel(str(place + 1), "tag", "surface")
    number.setProperty("look", "disc")
    number.setFixedSize(18, 18)
    number.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words = PlainLabel(desk.say(list(BUYER_STAGES.values())[place]), "subheading", wrap=True)
    row = QHBoxLayout(head)
    row.setContentsMargins(12, 7, 8, 7)
    row.setSpacing(8)
    row.addWidget(number)
    row.addWidget(words, 1)
    return head
