"""Asks, row by row, what becomes of two cards that are made one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from journeymapper.analysis.persona_rows import (
    CardRow,
    Likeness,
    Side,
    card_rows,
    kept_texts,
    usual_side,
)
from journeymapper.domain.message import _
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.personas.beside_rows import short_name
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.row_words import row_title, shown_line
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_WORDS = {Side.LEFT: _("Left"), Side.BOTH: _("Both"), Side.RIGHT: _("Right")}
_WIDTHS = (92, 100, 168, 100, 110)


class MergeRow(QFrame):
    """What the left card says, the choice, what the right card says, and what it becomes."""

    def __init__(self, desk: CardDesk, row: CardRow) -> None:
        super().__init__()
        self._desk, self.row = desk, row
        self.setObjectName("persona_row")
        self.setProperty("differs", row.likeness == Likeness.DIFFERENT)
        say = desk.say
        title = say(row_title(row))
        sides = [s for s in Side if s != Side.BOTH or row.joins]
        options = [(side.value, say(_WORDS[side])) for side in sides]
        self.choice = Segmented(title, options, usual_side(row).value)
        for side in sides:
            name = _("{row}: {side}", row=title, side=_WORDS[side])
            self.choice.button(side.value).setAccessibleName(say(name))
        self.result = PlainLabel("", "body", wrap=True)
        grid = _grid(self)
        left, right = (self._lines(cell) for cell in row.texts)
        parts = (
            PlainLabel(title, "subheading", wrap=True),
            PlainLabel(left, "body", "text_secondary", wrap=True),
            self.choice,
            PlainLabel(right, "body", "text_secondary", wrap=True),
            self.result,
        )
        for column, part in enumerate(parts):
            grid.addWidget(part, 0, column, Qt.AlignmentFlag.AlignTop)
        self.choice.chosen.connect(lambda _value: self._show())
        self._show()

    @property
    def side(self) -> Side:
        """Which side is chosen."""
        return Side(self.choice.value())

    def _show(self) -> None:
        self.result.setText(self._lines(kept_texts(self.row, self.side)))

    def _lines(self, texts: tuple[str, ...]) -> str:
        return "\n".join(self._desk.say(shown_line(self.row, text)) for text in texts) or "–"


class MergeDialog(DialogFrame):
    """``sides`` is what was chosen; nothing is written here."""

    def __init__(self, desk: CardDesk, kept_id: str, other_id: str, parent: QWidget) -> None:
        say, snapshot = desk.say, desk.snapshot
        name, other = short_name(desk, kept_id), short_name(desk, other_id)
        title = _("Make one card of {name} and {other}", name=name, other=other)
        super().__init__(desk.context, say(title), parent, QSize(940, 640), snug=False)
        hint = _(
            "Tab goes from row to row, the arrow keys choose. Where both are kept under one"
            " heading, the statement is as sure as the less sure of the two."
        )
        self.body.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        self.rows = [MergeRow(desk, row) for row in card_rows(snapshot, (kept_id, other_id))]
        rows = QVBoxLayout()
        rows.setSpacing(0)
        head = QFrame()
        grid = _grid(head)
        words = ("", say(_("{name}", name=name)), "", say(_("{name}", name=other)))
        for column, text in enumerate((*words, say(_("What it becomes")))):
            grid.addWidget(PlainLabel(text, "subheading", wrap=True), 0, column)
        rows.addWidget(head)
        for row in self.rows:
            rows.addWidget(row)
        self.body.addLayout(rows)
        taken = _(
            "Feelings, channels and maps of {other} are taken where {name} has none.",
            name=name,
            other=other,
        )
        self.body.addWidget(PlainLabel(say(taken), "label", "text_secondary", wrap=True))
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Make one card")), "primary")
        self.agree.clicked.connect(self.accept)
        if self.rows:
            first = self.rows[0].choice
            first.button(first.value()).setFocus(Qt.FocusReason.OtherFocusReason)

    def sides(self) -> dict[CardRow, Side]:
        """Return what is kept for each row."""
        return {row.row: row.side for row in self.rows}


def _grid(owner: QWidget) -> QGridLayout:
    grid = QGridLayout(owner)
    grid.setContentsMargins(8, 6, 8, 6)
    grid.setHorizontalSpacing(10)
    for column, width in enumerate(_WIDTHS):
        grid.setColumnMinimumWidth(column, width)
        grid.setColumnStretch(column, 0 if column in (0, 2) else 1)
    return grid
