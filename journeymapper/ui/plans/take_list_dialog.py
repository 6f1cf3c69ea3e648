"""How a changed action list differs, row by row, before anything is changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from journeymapper.document.taking_plan_list import checked
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.plan_list import HEADS, ListChanges
from journeymapper.domain.plan_list_words import NOTHING, cell_words, named, new_words
from journeymapper.importing.plan_list import read_list
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.commands.plan_list import take_in
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.labels import PlainLabel

_SIZE = QSize(960, 600)
_LEAST = 260
_AIR = 10
_COLUMNS = (_("Row"), _("Task or plan"), _("What changes"), _("Now"), _("Becomes"))
_ROW, _NAME, _WHAT, _NOW = 0, 1, 2, 3
_Line = tuple[int, tuple[str, ...]]


class TakeListDialog(DialogFrame):
    """Reads the file in the background; ``found`` is what it comes to, None until then."""

    def __init__(
        self, context: Context, session: Session, path: Path, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("Take in a changed list")), parent, _SIZE, snug=False)
        self._session = session
        self.found: ListChanges | None = None
        self.about = PlainLabel("", "body_large", wrap=True)
        self.about.setText(say(_("Reading {file}…", file=path.name)))
        self.told = PlainLabel("", "body", "text_secondary", wrap=True)
        self.told.hide()
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setObjectName("plain_table")
        self._set_up_table()
        self.body.addWidget(self.about)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Take it in")), "primary")
        self.agree.setEnabled(False)
        self.agree.clicked.connect(self.accept)
        self._work = Background(self)
        self._work.done.connect(self._show)
        self._work.failed.connect(self._refuse)
        self._read(path)

    @property
    def is_read(self) -> bool:
        """Whether the file was read, or refused."""
        return not self._work.busy

    def accept(self) -> None:
        """Take in what is shown, in one step; stay and say why where that is refused."""
        document, found = self._session.document, self.found
        if document is None or found is None or not found.count:
            return
        try:
            self._session.report(take_in(document, found))
        except UserError as error:
            self._refuse(error)
            return
        super().accept()

    def done(self, result: int) -> None:
        self._work.finish()
        super().done(result)

    def _read(self, path: Path) -> None:
        document = self._session.open_document
        snapshot, say = document.snapshot, self.context.say
        new_id = self.context.services.new_id

        def work(stop: Stop) -> ListChanges:
            try:
                return checked(snapshot, new_id, read_list(path, snapshot, say, stop))
            except OSError as error:
                reason = error.strerror or type(error).__name__
                raise UserError(
                    _("The system does not give this file: {reason}.", reason=reason)
                ) from None

        self._work.start(work)

    def _show(self, found: ListChanges) -> None:
        self.found = found
        say = self.context.say
        lines = self._lines(found)
        self.table.setRowCount(len(lines))
        for y, (row, texts) in enumerate(lines):
            for x, text in enumerate((str(row) if row else "–", *texts)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(y, x, item)
            if len(texts) < _NOW + 1:  # a sentence, not what was and what will be
                self.table.setSpan(y, _NOW, 1, 2)
        self.table.setVisible(bool(lines))
        QTimer.singleShot(0, self.table, self._give_room)
        words = _sentence(found)
        self.about.setText(say(words))
        announce(self.about, say(words))
        self.told.setText(say(_("Nothing is changed yet. Undo takes all of it back in one step.")))
        self.told.setVisible(found.count > 0)
        n = found.count
        self.agree.setText(say(_("Take in 1 row") if n == 1 else _("Take in {n} rows", n=n)))
        self.agree.setVisible(n > 0)
        self.agree.setEnabled(n > 0)
        if lines:
            self.table.setCurrentCell(0, _NAME)
        (self.agree if n else self.table).setFocus()

    def _give_room(self) -> None:
        """Rows as high as their texts, with air around those of several lines."""
        self.table.resizeRowsToContents()
        usual = self.table.verticalHeader().defaultSectionSize()
        air = self.context.theme.px(_AIR)
        for row in range(self.table.rowCount()):
            if self.table.rowHeight(row) > usual:
                self.table.setRowHeight(row, self.table.rowHeight(row) + air)

    def _lines(self, found: ListChanges) -> list[_Line]:
        """By row of the list; what is not taken stands first, what is no longer there last."""
        say = self.context.say
        refused: list[_Line] = [
            (one.row, (one.what, say(_("Not taken")), _begun(say(one.why))))
            for one in found.refused
        ]
        taken: list[_Line] = [
            (
                one.row,
                (
                    say(named(one.line)),
                    say(HEADS[one.column]),
                    say(cell_words(one.column, one.before)),
                    say(cell_words(one.column, one.after)),
                ),
            )
            for one in found.changes
        ]
        taken += [
            (one.row, (one.what, say(_("New task")), say(new_words(one)))) for one in found.new
        ]
        gone: list[_Line] = [
            (0, (say(named(one)), say(_("No longer in the list")), say(_("stays as it is"))))
            for one in found.missing
        ]
        return [*refused, *sorted(taken, key=lambda line: line[0]), *gone]

    def _refuse(self, error: UserError) -> None:
        """The file is none of ours, or cannot be read: say why."""
        say = self.context.say
        words = say(error.message)
        self.about.setText(words)
        self.told.setText(say(error.hint) if error.hint is not None else "")
        self.told.setVisible(error.hint is not None)
        self.table.hide()
        self.agree.hide()
        announce(self.about, words, urgent=True)

    def _set_up_table(self) -> None:
        table, say = self.table, self.context.say
        table.setAccessibleName(say(_("How the list differs")))
        table.setHorizontalHeaderLabels([say(head) for head in _COLUMNS])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.setMinimumHeight(self.context.theme.px(_LEAST))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        stretch, fit = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents
        for column in range(len(_COLUMNS)):
            header.setSectionResizeMode(column, fit if column in (_ROW, _WHAT) else stretch)
        table.hide()


def _begun(text: str) -> str:
    """A clause as a sentence of its own."""
    return text[:1].upper() + text[1:]


def _sentence(found: ListChanges) -> Message:
    changed = len({one.row for one in found.changes})
    new, refused = len(found.new), len(found.refused)
    if not found.count and not refused:
        return NOTHING
    if not refused:
        return _("Changed rows: {changed}. New ones: {new}.", changed=changed, new=new)
    return _(
        "Changed rows: {changed}. New ones: {new}. What cannot be taken, and why, stands first.",
        changed=changed,
        new=new,
    )
