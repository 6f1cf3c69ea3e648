"""A table to fill in like a spreadsheet, with what is done with its lines below it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.more_export import TableExport
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.adding import AddingRow
from journeymapper.ui.plans.habits.cell_text import CellDelegate, CellModel, CellTable
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class TablePanel(QWidget):
    """Shows one kind of lines. ``refresh`` is called by the page that holds it."""

    def __init__(self, context: Context, session: Session, lines: EntityLines) -> None:
        super().__init__()
        self.context, self.lines, self._session = context, lines, session
        say = context.say
        self.model = CellModel(context, lines, session)
        self.view = CellTable([column.width for column in lines.columns], context.theme.px)
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(context, lines, self.model))
        self.empty = PlainLabel(say(lines.empty), "body_large", "text_secondary", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = PlainLabel("", "body", "text_secondary", wrap=True)
        self.adding = AddingRow(context, lines, self.add)
        self.doings: dict[str, Button] = {}
        self._export = TableExport(context, session, self, lines.title, self.model.table)
        self._set_up_view()
        self._lay_out()
        self.model.refused.connect(lambda error: self.tell(error.message, wrong=True))
        self.view.shifted.connect(self._shift)
        self.view.selectionModel().currentChanged.connect(lambda *_places: self._allow())

    @property
    def line_id(self) -> str:
        """The current line, "" for none."""
        index = self.view.currentIndex()
        return self.model.lines[index.row()].id if index.isValid() else ""

    def refresh(self) -> None:
        """Show the document as it is now; the same line stays the current one."""
        line, column = self.line_id, max(0, self.view.currentIndex().column())
        self.model.show()
        ids = [one.id for one in self.model.lines]
        if line in ids and self.line_id != line:
            self.go_to(line, column)
        some = bool(ids)
        self.view.setVisible(some)
        self.empty.setVisible(not some)
        self.adding.refresh(self._session.open_document.snapshot)
        self.view.fit()
        self.tell(None)
        self._allow()

    def go_to(self, line_id: str, column: int = 0) -> None:
        """Make a line the current one."""
        for row, line in enumerate(self.model.lines):
            if line.id == line_id:
                self.view.setCurrentIndex(self.model.index(row, column))

    def take_focus(self) -> None:
        """Go to the first line, or to where one begins."""
        if not self.model.lines:
            self.adding.take_focus()
            return
        if not self.line_id:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def add(self) -> None:
        """Add the line that was typed below the table."""
        before = {line.id for line in self.model.lines}
        try:
            self.lines.add(self._session.open_document, self.adding.cells())
        except UserError as error:
            self.tell(error.message, wrong=True)
            return
        self.adding.clear()
        for line in self.model.lines:
            if line.id not in before:
                self.go_to(line.id)

    def delete(self) -> None:
        """Take the current line out."""
        if self.line_id:
            with self._session.guard():
                self.lines.delete(self._session.open_document, self.line_id)

    def do(self, key: str) -> None:
        """Do something with the current line, and say what became of it."""
        if self.line_id and self.lines.allowed(
            self._session.open_document.snapshot, key, self.line_id
        ):
            try:
                done = self.lines.do(self._session.open_document, key, self.line_id)
            except UserError as error:
                self.tell(error.message, wrong=True)
                return
            self.tell(done)

    def tell(self, message: Message | None, *, wrong: bool = False) -> None:
        """Say what was done or refused, else what the table shows as a whole."""
        said = self.lines.note(self._session.open_document.snapshot) if message is None else message
        words = "" if said is None else self.context.say(said)
        self.told.setText(f"!  {words}" if wrong else words)
        self.told.setVisible(bool(words))
        self.told.setProperty("role", "text" if message is not None else "text_secondary")
        self.told.style().polish(self.told)

    def write(self, suffix: str) -> bytes:
        """Return the table as a file of this kind."""
        return self._export.write(suffix)

    def _shift(self, way: int) -> None:
        if self.line_id:
            with self._session.guard():
                self.lines.move(self._session.open_document, self.line_id, way)

    def _allow(self) -> None:
        snapshot, line = self._session.open_document.snapshot, self.line_id
        self.drop.setEnabled(bool(line))
        for key, button in self.doings.items():
            button.setEnabled(bool(line) and self.lines.allowed(snapshot, key, line))

    def _set_up_view(self) -> None:
        view = self.view
        view.setAccessibleName(self.context.say(self.lines.title))
        if self.lines.moves:
            view.setToolTip(self.context.say(_("Alt+Up and Alt+Down move a line.")))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()

    def _lay_out(self) -> None:
        say, context = self.context.say, self.context
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for doing in self.lines.doings:
            button = Button(context, say(doing.title), "secondary", doing.icon)
            button.clicked.connect(partial(self._do, doing.key))
            self.doings[doing.key] = button
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.export = Button(context, say(_("Export…")), "quiet", "file-down")
        self.export.clicked.connect(lambda _on=False: self._export.choose(self.export))
        self.drop = Button(context, say(_("Delete line")), "quiet", "trash-2")
        self.drop.clicked.connect(lambda _on=False: self.delete())
        self.drop.setVisible(not self.lines.given)
        buttons.addWidget(self.export)
        buttons.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.told)
        column.addWidget(self.adding)
        column.addLayout(buttons)

    def _do(self, key: str, _checked: bool = False) -> None:
        self.do(key)
