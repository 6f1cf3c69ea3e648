"""The table of accounts: name, country, manager, a score for each criterion, the tier."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from journeymapper.analysis.tiers import tier_of
from journeymapper.domain import indexes
from journeymapper.domain.entities import Account, Role, TierCriterion
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.drawing.account_sheet.words import number
from journeymapper.ui.accounts.lands import country_name, read_country
from journeymapper.ui.accounts.words import short_tier
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.personas.desk import CardDesk

_NAME, _COUNTRY, _MANAGER = range(3)
_OWN = 3
"""Columns before the scores."""

_TIER_WIDTH = 130


class AccountTable(QTableWidget):
    """One line for each account. Typing in a cell writes it; ``picked`` has an account's id."""

    picked = Signal(str)

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._loading = False
        self._ids: list[str] = []
        self._criteria: list[TierCriterion] = []
        self.setAccessibleName(desk.say(_("Accounts")))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setProperty("look", "lines")
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(start)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(desk.context.theme.px(32))
        self.itemChanged.connect(self._on_item)
        self.currentCellChanged.connect(self._on_cell)

    def refresh(self) -> None:
        """Show what the document holds; the same cell stays the current one."""
        desk, snapshot = self._desk, self._desk.snapshot
        here = (self.account_id(), self.currentColumn())
        self._loading = True
        self._criteria = sorted(snapshot.table(TierCriterion).values(), key=sort_key)
        held = sorted(snapshot.table(Account).values(), key=sort_key)
        self._ids = [account.id for account in held]
        say = desk.say
        own = [say(_("Account")), say(_("Country")), say(_("Looked after by"))]
        heads = [*own, *(c.name for c in self._criteria), say(_("Tier"))]
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(held))
        for row, account in enumerate(held):
            self._fill(row, account)
        self._size()
        if here[0] in self._ids:
            self.setCurrentCell(self._ids.index(here[0]), max(here[1], 0))
        self._loading = False

    def account_id(self) -> str:
        """Return the account of the current line, "" for none."""
        row = self.currentRow()
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def go_to(self, account_id: str) -> None:
        """Make an account the current line."""
        if account_id in self._ids:
            self.setCurrentCell(self._ids.index(account_id), max(self.currentColumn(), 0))

    def flush(self) -> None:
        """Write what is being typed in a cell."""
        if self.state() == QAbstractItemView.State.EditingState:
            self.viewport().setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            item = self.currentItem()
            if item is not None and self.currentColumn() != _NAME:
                item.setText("")
            return
        super().keyPressEvent(event)

    def _fill(self, row: int, account: Account) -> None:
        desk, snapshot = self._desk, self._desk.snapshot
        manager = snapshot.find(Role, account.manager)
        scores = {
            score.criterion: score.value
            for score in snapshot.select(indexes.SCORES_OF_ACCOUNT, account.id)
        }
        texts = [account.name, country_name(account.country), manager.name if manager else ""]
        for column, text in enumerate(texts):
            self._put(row, column, text, writable=column != _MANAGER)
        for place, criterion in enumerate(self._criteria):
            self._put(row, _OWN + place, number(scores.get(criterion.id)), centred=True)
        tier = desk.say(short_tier(tier_of(snapshot, account)))
        self._put(row, _OWN + len(self._criteria), tier, writable=False)

    def _put(
        self, row: int, column: int, text: str, *, writable: bool = True, centred: bool = False
    ) -> None:
        item = QTableWidgetItem(text)
        if not writable:
            item.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
        if centred:
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        item.setToolTip(text)
        self.setItem(row, column, item)

    def _size(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        px = self._desk.context.theme.px
        for column in range(1, self.columnCount()):
            item = self.horizontalHeaderItem(column)
            cells = [item, *(self.item(row, column) for row in range(self.rowCount()))]
            texts = [cell.text() for cell in cells if cell is not None]
            words = max(self.fontMetrics().horizontalAdvance(text) for text in texts)
            self.setColumnWidth(column, min(max(words + px(26), px(70)), px(150)))
        self.setColumnWidth(self.columnCount() - 1, px(_TIER_WIDTH))

    def _on_item(self, item: QTableWidgetItem) -> None:
        if self._loading:
            return
        desk, text, column = self._desk, item.text(), item.column()
        account = self._ids[item.row()]
        with desk.session.guard():
            if column == _NAME:
                commands.write(desk.document, account, "name", text)
            elif column == _COUNTRY:
                commands.write(desk.document, account, "country", read_country(text))
            elif 0 <= column - _OWN < len(self._criteria):
                criterion = self._criteria[column - _OWN].id
                commands.score(desk.document, account, criterion, text)
        self.refresh()

    def _on_cell(self, row: int, _column: int, before: int, _before_column: int) -> None:
        if not self._loading and row != before:
            self.picked.emit(self.account_id())
