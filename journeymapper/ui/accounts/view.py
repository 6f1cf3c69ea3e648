"""Accounts beside the personas: the table with its sheet, promises to tiers, segments."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain.entities import Account, TierCriterion
from journeymapper.domain.message import _
from journeymapper.ui.accounts.calls import CallsDue
from journeymapper.ui.accounts.promises import Criteria, Promises
from journeymapper.ui.accounts.segments import Segments
from journeymapper.ui.accounts.sheet import AccountSheet
from journeymapper.ui.accounts.table import AccountTable
from journeymapper.ui.accounts.words import FIRST_CRITERIA
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.views import PersonaView, scrolled_page
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_SHEET = 340
TABLE, PROMISES, SEGMENTS = "table", "promises", "segments"


class AccountsView(PersonaView):
    """Which page and which account is shown is window state."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        say = desk.say
        options = [
            (TABLE, say(_("Accounts"))),
            (PROMISES, say(_("Criteria and promises"))),
            (SEGMENTS, say(_("Segments"))),
        ]
        self.pages = Segmented(say(_("What is shown of accounts")), options, TABLE)
        self.add = Button(desk.context, say(_("New account")), "secondary", "plus")
        self.begin = Button(desk.context, say(_("Score by four usual criteria")), "secondary")
        self.hint = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self.calls = CallsDue(desk)
        self.table = AccountTable(desk)
        self.sheet = AccountSheet(desk)
        self.criteria, self.promises = Criteria(desk), Promises(desk)
        self.segments = Segments(desk)
        self._stack = QStackedWidget()
        self._lay_out()
        self.pages.chosen.connect(self._on_page)
        self.add.clicked.connect(self._add)
        self.begin.clicked.connect(self._begin)
        self.table.picked.connect(self._on_picked)

    def refresh(self) -> None:
        snapshot = self.desk.snapshot
        accounts, criteria = snapshot.table(Account), snapshot.table(TierCriterion)
        self.begin.setVisible(not criteria)
        self.hint.setVisible(not accounts or not criteria)
        words = _("Write down your client organisations; a sheet for each opens beside the table.")
        if accounts:
            words = _("Choose what makes an account important, so that a tier can be suggested.")
        self.hint.setText(self.desk.say(words))
        self.table.setVisible(bool(accounts))
        for part in (self.calls, self.table, self.criteria, self.promises, self.segments):
            part.refresh()
        if accounts and not self.table.account_id():
            self.table.setCurrentCell(0, 0)
        self.sheet.show_account(self.table.account_id())
        self._side.setVisible(bool(accounts))

    def flush(self) -> bool:
        self.table.flush()
        parts = (self.sheet, self.criteria, self.promises, self.segments)
        results = [part.flush() for part in parts]
        return all(results)

    def take_focus(self) -> None:
        target: QWidget = self.pages.button(self.pages.value())
        if self.pages.value() == TABLE:
            target = self.table if self.desk.snapshot.table(Account) else self.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, key: str) -> None:
        """Show the table, the promises or the segments."""
        self.pages.set_value(key)
        self._on_page(key)

    def _on_page(self, key: str) -> None:
        self.flush()
        self._stack.setCurrentIndex((TABLE, PROMISES, SEGMENTS).index(key))
        self.add.setVisible(key == TABLE)

    def _on_picked(self, account_id: str) -> None:
        self.sheet.show_account(account_id)

    def _add(self) -> None:
        desk = self.desk
        with desk.session.guard():
            made = commands.add(desk.document, desk.say(_("New account")))
            self.table.go_to(made)
            item = self.table.item(self.table.currentRow(), 0)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            if item is not None:
                self.table.setCurrentItem(item)
                self.table.editItem(item)

    def _begin(self) -> None:
        desk = self.desk
        names = [desk.say(name) for name in FIRST_CRITERIA]
        desk.guarded(lambda: commands.begin(desk.document, names))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 8)
        bar.setSpacing(8)
        bar.addWidget(self.pages)
        bar.addStretch(1)
        bar.addWidget(self.begin)
        bar.addWidget(self.add)
        left = QWidget()
        table = QVBoxLayout(left)
        table.setContentsMargins(24, 0, 12, 16)
        table.setSpacing(8)
        table.addWidget(self.hint)
        table.addWidget(self.calls)
        table.addWidget(self.table, 1)
        table.addStretch(0)
        self._side = QScrollArea()
        self._side.setWidgetResizable(True)
        self._side.setFrameShape(QScrollArea.Shape.NoFrame)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFixedWidth(self.desk.context.theme.px(_SHEET))
        self.sheet.setObjectName("scrolled")
        self._side.setWidget(self.sheet)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left, 1)
        row.addWidget(self._side)
        self._stack.addWidget(both)
        say = self.desk.say
        for name, parts in (
            (_("Criteria and promises"), (self.criteria, self.promises)),
            (_("Segments"), (self.segments,)),
        ):
            area, page = scrolled_page(say(name))
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            page.setSpacing(24)
            for part in parts:
                page.addWidget(part)
            page.addStretch(1)
            self._stack.addWidget(area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)
