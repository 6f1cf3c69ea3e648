"""A table under More of Answers: to fill in like a spreadsheet, with undo and export."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QLineEdit,
    QTableView,
    QWidget,
)

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.more_export import TableExport
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.answers.more_model import MoreDelegate, MoreModel, offer
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_SIZE, _WIDEST = QSize(1000, 600), 1240
_AROUND, _AIR = 60, 14
"""Room around a table, and beside the words of a cell, in px."""
_LETTERS, _FIELD = 22, 120
"""Least letters of a choice and width of a field below the table."""
_BESIDE_FROM = 720
"""From this width on what is added stands in one line."""


class MoreTable(QTableView):
    """Del empties the current cell; the columns share the width there is.

    Where there is too little, short words and headings keep what they need and the table scrolls.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self._widths = widths

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def share(self) -> None:
        """Give the columns their widths; again after other lines are shown."""
        room, wanted = self.viewport().width(), sum(self._widths)
        needed = [self._needed(number, width) for number, width in enumerate(self._widths)]
        given = [width * room // wanted for width in self._widths]
        if any(need > share for need, share in zip(needed, given, strict=True)):
            spare = max(0, room - sum(needed))
            parts = zip(needed, self._widths, strict=True)
            given = [need + spare * width // wanted for need, width in parts]
        for number, width in enumerate(given):
            self.setColumnWidth(number, width)

    def _needed(self, number: int, wanted: int) -> int:
        """Return what a column needs: its heading, and its words as far as it is to have room."""
        words = min(self.sizeHintForColumn(number) + _AIR, wanted)
        return max(self.horizontalHeader().sectionSizeHint(number), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the key that ended the typing comes here too
            return
        index, model = self.currentIndex(), self.model()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and index.isValid():
            if model.flags(index) & Qt.ItemFlag.ItemIsEditable:
                model.setData(index, "")
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
            return
        super().keyPressEvent(event)


class MoreDialog(DialogFrame):
    """Shows one kind of table; each cell that is written is a step."""

    def __init__(
        self, context: Context, session: Session, lines: Lines, parent: QWidget | None
    ) -> None:
        say = context.say
        wide = sum(column.width for column in lines.columns) + _AROUND
        size = QSize(min(max(_SIZE.width(), wide), _WIDEST), _SIZE.height())
        super().__init__(context, say(lines.title), parent, size, snug=False)
        self._session, self._kind = session, lines
        self._line: QBoxLayout | None = None
        self.model = MoreModel(context, lines, session)
        self.view = MoreTable([column.width for column in lines.columns])
        self.view.setObjectName("plain_table")
        self.view.setModel(self.model)
        self.view.setItemDelegate(MoreDelegate(context, lines, self.model))
        self.empty = PlainLabel(say(lines.empty), "body_large", "text_secondary", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.told = PlainLabel("", "body", "text", wrap=True)
        self.fields: dict[str, QLineEdit | Choice] = {}
        self._export = TableExport(context, session, self, lines.title, self.model.table)
        self._set_up_view()
        self._lay_out()
        self.model.refused.connect(self._refuse)
        self.model.written.connect(lambda: self._tell(None))
        session.changed.connect(self._show)
        for keys, do in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        self._show()
        if self.model.lines:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()
        elif self.fields:
            next(iter(self.fields.values())).setFocus()

    def accept(self) -> None:
        """Close, unless something that was typed would be lost; Esc closes all the same."""
        self.setFocus()  # what is being typed is kept
        if self.model.holds_refused:
            self._tell(_("What is marked with “!” is not kept. Mend it, or empty the cell."))
            return
        super().accept()

    def done(self, result: int) -> None:
        self.setFocus()  # what is being typed is kept
        self._session.changed.disconnect(self._show)
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._line is not None:
            way = QBoxLayout.Direction
            beside = self.width() >= self.context.theme.px(_BESIDE_FROM)
            self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def add(self) -> None:
        """Add the line that was typed below the table."""
        cells = {
            key: str(field.currentData() or "") if isinstance(field, QComboBox) else field.text()
            for key, field in self.fields.items()
        }
        try:
            self._kind.add(self._session.open_document, cells)
        except UserError as error:
            self._refuse(error)
            return
        for field in self.fields.values():
            if isinstance(field, QLineEdit):
                field.clear()
        self._tell(None)
        next(iter(self.fields.values())).setFocus()

    def delete(self) -> None:
        """Take the current line out."""
        index = self.view.currentIndex()
        if index.isValid():
            with self._session.guard():
                self._kind.delete(self._session.open_document, self.model.lines[index.row()].id)

    def write(self, suffix: str) -> bytes:
        """Return the table as a file of this kind; nothing in it comes alive."""
        return self._export.write(suffix)

    def _set_up_view(self) -> None:
        view, px = self.view, self.context.theme.px
        view.setProperty("look", "lines")
        view.setAccessibleName(self.context.say(self._kind.title))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed
        )
        view.setTabKeyNavigation(False)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(px(32))
        head = view.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)

    def _lay_out(self) -> None:
        say, context = self.context.say, self.context
        self.body.addWidget(PlainLabel(say(self._kind.about), "body", "text_secondary", wrap=True))
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.told)
        if self._kind.first:
            self.body.addLayout(self._adding())
            self.drop = Button(context, say(_("Delete line")), "quiet", "trash-2")
            self.drop.clicked.connect(lambda _on=False: self.delete())
            self.add_at_start(self.drop)
        self.export = Button(context, say(_("Export…")), "quiet", "file-down")
        self.export.clicked.connect(lambda _on=False: self._export.choose(self.export))
        self.add_at_start(self.export)
        close = self.add_button(say(_("Done")), "primary")
        close.setDefault(False)
        close.clicked.connect(self.accept)

    def _adding(self) -> QBoxLayout:
        say, context = self.context.say, self.context
        row = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(8)
        snapshot = self._session.open_document.snapshot
        for key in self._kind.first:
            column = next(one for one in self._kind.columns if one.key == key)
            name = say(column.title)
            if self._kind.options(snapshot, key) and (column.choice or column.fixed):
                box = Choice(context, name)
                offer(box, context, self._kind, snapshot, key)
                box.setMinimumContentsLength(_LETTERS)
                self.fields[key] = box
            else:
                field = QLineEdit()
                field.setPlaceholderText(name)
                field.setAccessibleName(name)
                field.setMinimumWidth(context.theme.px(_FIELD))
                field.returnPressed.connect(self.add)
                self.fields[key] = field
            row.addWidget(self.fields[key], 2 if isinstance(self.fields[key], Choice) else 1)
        add = Button(context, say(_("Add line")), icon="plus")
        add.clicked.connect(lambda _on=False: self.add())
        row.addWidget(add)
        return row

    def _show(self, *_changes: object) -> None:
        self.model.show()
        self.view.share()
        some = bool(self.model.lines)
        self.view.setVisible(some)
        self.empty.setVisible(not some)
        if self._kind.first:
            self.drop.setEnabled(some)
        self._tell(None)

    def _refuse(self, error: UserError) -> None:
        self._tell(error.message)

    def _tell(self, trouble: Message | None) -> None:
        """Say what was refused, else what the table shows as a whole."""
        said = self._kind.note(self._session.open_document.snapshot) if trouble is None else trouble
        self.told.setText("" if said is None else self.context.say(said))
        self.told.setProperty("role", "text" if trouble is not None else "text_secondary")
        self.told.style().polish(self.told)
