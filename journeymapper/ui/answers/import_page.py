"""The preview of a file: its name, its first rows, what was found, and the button that takes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain.entities import Round
from journeymapper.domain.message import Message, _
from journeymapper.importing.answers import header_words
from journeymapper.importing.answers.found import Look
from journeymapper.importing.answers.mapping import ColumnKind
from journeymapper.ui.answers.import_model import FIRST
from journeymapper.ui.answers.import_side import ImportSide
from journeymapper.ui.answers.import_sight import Sight
from journeymapper.ui.answers.import_table import ImportTable
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_ONE_LINE_FROM = 1100
"""From this width on where the answers go stands beside the buttons, in px."""
_BESIDE_FROM, _TABLE = 860, 250
"""From this width on notes stand beside the table; how high that is where they stand below it."""


class ImportPage(QWidget):
    """Shows a Sight; what is wanted of it goes out as signals."""

    take_wanted = Signal()
    cancel_wanted = Signal()
    sheet_wanted = Signal(str)
    round_wanted = Signal(str)
    """The name of a round that is there already, "" for a new one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: tuple[int, ...] = ()
        say = context.say
        self.table = ImportTable(context)
        self.side = ImportSide(context)
        self._title = ElidedLabel("", "title")
        self._about = ElidedLabel("", "body_large", "text_secondary")
        self._icon = _tile()
        self.sheet = Choice(context, say(_("Sheet of the file")))
        self.sheet.activated.connect(lambda at: self.sheet_wanted.emit(self.sheet.itemText(at)))
        self._more = PlainLabel("", "body_large", "text_secondary")
        self.all_rows = Button(context, say(_("Show all rows")), "link")
        self.all_rows.clicked.connect(lambda: self.show_rows(()))
        self._where = PlainLabel("", "heading", wrap=True)
        self._after = PlainLabel("", "body", "text_secondary", wrap=True)
        self._mark = QLabel()
        self.round = Choice(context, say(_("Round that takes the answers")))
        self.round.activated.connect(lambda at: self.round_wanted.emit(self.round.itemData(at)))
        self.cancel = Button(context, say(_("Cancel")))
        self.cancel.clicked.connect(self.cancel_wanted)
        self.take = Button(context, "", "primary")
        self.take.clicked.connect(self.take_wanted)
        self._sight: Sight | None = None
        self._beside: bool | None = None
        self._lay_out()
        self._tint()
        context.theme.changed.connect(self._tint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        px = self._context.theme.px
        narrow = self.width() < px(_ONE_LINE_FROM)
        self._foot.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        beside = self.width() >= px(_BESIDE_FROM)
        if beside == self._beside:
            return
        self._beside = beside
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._line.setVisible(beside)
        self.side.stand(beside=beside)
        self.table.setMinimumHeight(0 if beside else px(_TABLE))

    def show_sight(self, sight: Sight, looks: tuple[Look, ...]) -> None:
        """Show a file as it is read now; ``looks`` is what to look at."""
        say = self._context.say
        if self._sight is None or self._sight.table is not sight.table:
            self._rows = ()
        self._sight = sight
        self._title.set_whole(sight.name)
        self._about.set_whole(say(_about(sight)))
        self.sheet.setVisible(len(sight.table.sheets) > 1)
        self.sheet.clear()
        self.sheet.addItems(list(sight.table.sheets))
        self.sheet.setCurrentText(sight.table.sheet)
        self.table.show_sight(sight, self._rows)
        self.side.show_all(sight.found, looks, kept=sight.mapping.keep_same)
        self._count()

    def show_rows(self, rows: tuple[int, ...]) -> None:
        """Show only some rows, or the first ones again."""
        if self._sight is not None:
            self._rows = rows
            self.table.model_.show(self._sight, rows)
            self.table.heads.lay()
            self._count()

    def say_where(self, where: Message, rounds: tuple[Round, ...], chosen: str) -> None:
        """Say where the answers go; one of ``rounds`` can be chosen instead of a new one."""
        say = self._context.say
        self._where.setText(say(where))
        self.round.clear()
        self.round.addItem(say(_("A new round")), "")
        for pile in rounds:
            self.round.addItem(say(_("Add to {name}", name=pile.name)), pile.name)
        at = max(self.round.findData(chosen), 0) if chosen else 0
        self.round.setCurrentIndex(at)
        self.round.setVisible(bool(rounds))

    def say_take(self, words: Message, *, possible: bool) -> None:
        """Say what the button does, and whether it can be pressed."""
        self.take.setText(self._context.say(words))
        self.take.setEnabled(possible)

    def _count(self) -> None:
        assert self._sight is not None
        say = self._context.say
        total = len(self._rows) or len(self._sight.table.rows)
        more = total - len(self.table.model_.places)
        self._more.setText(say(_("{count} more rows", count=more)) if more else "")
        if self._rows and not more:
            self._more.setText(say(_("Only the rows to look at")))
        self._more.setVisible(bool(more or self._rows))
        self.all_rows.setVisible(bool(self._rows))
        self._after.setText(say(_after(self._sight)))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._icon)
        head.addLayout(names, 1)
        head.addWidget(self.sheet)
        below = QHBoxLayout()
        below.addWidget(self._more)
        below.addWidget(self.all_rows)
        below.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._where)
        words.addWidget(self._after)
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self._mark)
        said.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        for widget in (self.round, self.cancel, self.take):
            buttons.addWidget(widget)
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(12)
        foot.addLayout(said, 1)
        foot.addLayout(buttons)
        self.round.setMinimumContentsLength(16)
        main = QVBoxLayout()
        main.setContentsMargins(22, 18, 18, 14)
        main.setSpacing(12)
        main.addLayout(head)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        main.addWidget(self.table, 1)
        main.addLayout(below)
        main.addLayout(foot)
        self._set_beside(main)

    def _set_beside(self, main: QVBoxLayout) -> None:
        """Put the notes beside the table, all of it in an area that scrolls where it must."""
        self._line = QFrame()
        self._line.setProperty("look", "divider")
        self._line.setFixedWidth(1)
        page = QWidget()
        page.setObjectName("scrolled")
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(main, 1)
        row.addWidget(self._line)
        row.addWidget(self.side)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(self._context.say(_("What is in the file")))
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _tint(self) -> None:
        painter = self._context.painter
        self._icon.setPixmap(painter.pixmap("file-text", 20, "text_secondary"))
        self._mark.setPixmap(painter.pixmap("clipboard-check", 18, "text_secondary"))
        colour = self._context.theme.colour("sunken").name()
        self._icon.setStyleSheet(f"background: {colour}; border-radius: 8px;")


def _tile() -> QLabel:
    tile = QLabel()
    tile.setFixedSize(40, 40)
    tile.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return tile


def _about(sight: Sight) -> Message:
    rows = len(sight.table.rows)
    shown = min(rows, FIRST)
    if rows == shown and not sight.table.sheet:
        return _("{rows} rows found. Say what each column is, most is already guessed.", rows=rows)
    if rows == shown:
        return _(
            "{rows} rows found, sheet “{sheet}”. Say what each column is, most is already guessed.",
            rows=rows,
            sheet=sight.table.sheet,
        )
    if sight.table.sheet:
        return _(
            "{rows} rows found, sheet “{sheet}”, first {shown} shown."
            " Say what each column is, most is already guessed.",
            rows=rows,
            sheet=sight.table.sheet,
            shown=shown,
        )
    return _(
        "{rows} rows found, first {shown} shown. Say what each column is, most is already guessed.",
        rows=rows,
        shown=shown,
    )


def _after(sight: Sight) -> Message:
    private = any(
        column.kind == ColumnKind.LEAVE_OUT
        and header_words.points_to(header_words.words_of(column.header), header_words.PRIVATE)
        for column in sight.mapping.columns
    )
    if private:
        return _("Names are not kept. Undo takes the whole import back.")
    return _("Undo takes the whole import back.")
