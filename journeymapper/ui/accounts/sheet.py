"""The sheet of one account: why this tier, who looks after it, goals, contacts, history, calls."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.tiers import tier_of
from journeymapper.domain.entities import Account, Role
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import Message, _
from journeymapper.drawing.account_sheet.words import TIERS, suggestion
from journeymapper.ui.accounts.persona_choice import PersonaChoice
from journeymapper.ui.accounts.words import explanation
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.panels.named_choice import NamedChoice
from journeymapper.ui.panels.typed import TypedLine, TypedText
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.sure import read_date
from journeymapper.ui.personas.words import day
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_TEXTS: dict[str, Message] = {
    "goals": _("What the account wants to reach"),
    "contacts": _("Contacts there"),
    "history": _("What happened so far"),
}


class AccountSheet(QWidget):
    """Shows an account by id; everything typed is written a moment later."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self.account_id = ""
        say = desk.say
        self.name = ElidedLabel("", "heading")
        self.suggested = PlainLabel("", "body", wrap=True)
        self.why = PlainLabel("", "label", "text_secondary", wrap=True)
        self.tier = Choice(desk.context, say(_("Tier")))
        self.reason = TypedLine(say, say(_("Why this tier")))
        self.reason.setToolTip(say(_("A reason, when it differs from the scores")))
        self.decide = Button(desk.context, say(_("Decide")), "secondary")
        self.manager = NamedChoice(desk.context, say(_("Looked after by")), say(_("Nobody yet")))
        self.persona = PersonaChoice(desk, say(_("Typical of")), self._set_persona)
        self.texts = {key: TypedText(say, say(words), 2) for key, words in _TEXTS.items()}
        self.last = TypedLine(say, say(_("Last call, like 2026-05-15")))
        self.last.setPlaceholderText("2026-05-15")
        self.called = Button(desk.context, say(_("Called today")), "secondary", "phone")
        self.delete = Button(desk.context, say(_("Delete this account")), "quiet", "trash-2")
        self._lay_out()
        self._follow()

    def show_account(self, account_id: str) -> None:
        """Show another account; what was typed for the one before is written."""
        if account_id != self.account_id:
            self.flush()
            self.account_id = account_id
            self.reason.clear()
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds."""
        desk = self._desk
        account = desk.snapshot.find(Account, self.account_id)
        self.setVisible(account is not None)
        if account is None:
            return
        say, view = desk.say, tier_of(desk.snapshot, account)
        self.name.set_whole(account.name)
        self.suggested.setText(say(suggestion(view)))
        self.why.setText("\n".join(map(say, explanation(view))))
        self.tier.setCurrentIndex(self.tier.findData(account.tier.value))
        if not self.reason.hasFocus() and self.reason.text() != account.tier_reason:
            self.reason.setText(account.tier_reason or self.reason.text())
        self._offer(account)
        for key, text in self.texts.items():
            text.typing.load(getattr(account, key), partial(self._write, account.id, key))
        self.last.typing.load(account.last_call, partial(self._write_date, account.id))
        known = (
            say(_("Last call: {date}", date=day(account.last_call))) if account.last_call else ""
        )
        self.last.setToolTip(known)

    def flush(self) -> bool:
        """Write everything typed; False when something is refused."""
        results = [field.typing.flush() for field in self.texts.values()]
        return all((*results, self.last.typing.flush()))

    def _offer(self, account: Account) -> None:
        desk, snapshot = self._desk, self._desk.snapshot
        roles = sorted(snapshot.table(Role).values(), key=sort_key)
        icon = desk.context.icon("user")
        things = [(role.id, role.name, icon) for role in roles]
        self.manager.offer(things, account.manager or "", desk.say(_("Nobody")))
        self.persona.show_persona(account.persona)

    def _write(self, account_id: str, field: str, text: str) -> None:
        commands.write(self._desk.document, account_id, field, text)

    def _write_date(self, account_id: str, text: str) -> None:
        commands.write(self._desk.document, account_id, "last_call", read_date(text))

    def _set(self, field: str, value: str) -> None:
        desk, id_ = self._desk, self.account_id
        desk.guarded(lambda: commands.write(desk.document, id_, field, value or None))

    def _set_persona(self, persona_id: str | None) -> None:
        commands.write(self._desk.document, self.account_id, "persona", persona_id)

    def _decide(self) -> None:
        desk, tier = self._desk, Tier(str(self.tier.currentData()))
        reason = self.reason.text()
        desk.guarded(lambda: commands.decide_tier(desk.document, self.account_id, tier, reason))

    def _on_tier(self, _place: int) -> None:
        """Following the scores needs no reason; anything else waits for one."""
        if str(self.tier.currentData()) == Tier.UNKNOWN:
            self.reason.clear()
            self._decide()
        else:
            self.reason.setFocus()

    def _call(self) -> None:
        desk = self._desk
        desk.guarded(lambda: commands.called(desk.document, self.account_id, desk.today))

    def _delete(self) -> None:
        desk = self._desk
        with desk.session.guard():
            desk.session.report(commands.delete(desk.document, self.account_id))

    def _follow(self) -> None:
        self.tier.activated.connect(self._on_tier)
        self.decide.clicked.connect(self._decide)
        self.reason.returnPressed.connect(self._decide)
        self.manager.chosen.connect(lambda id_: self._set("manager", id_))
        self.manager.named.connect(self._name_manager)
        self.called.clicked.connect(self._call)
        self.delete.clicked.connect(self._delete)

    def _name_manager(self, name: str) -> None:
        desk, id_ = self._desk, self.account_id
        desk.guarded(lambda: commands.set_manager(desk.document, id_, name))

    def _lay_out(self) -> None:
        say = self._desk.say
        self.tier.addItem(say(_("As the scores say")), Tier.UNKNOWN.value)
        for tier in (Tier.FIRST, Tier.SECOND, Tier.THIRD):
            self.tier.addItem(say(TIERS[tier]), tier.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 20, 14)
        column.setSpacing(5)
        for part in (self.name, self.suggested, self.why):
            column.addWidget(part)
        holds = QHBoxLayout()
        holds.addWidget(self.tier, 1)
        self._row(column, _("Tier that holds"), holds)
        decided = QHBoxLayout()
        decided.setSpacing(6)
        decided.addWidget(self.reason, 1)
        decided.addWidget(self.decide)
        self.reason.setPlaceholderText(say(_("A reason, when it differs from the scores")))
        column.addLayout(decided)
        column.addWidget(_line())
        who = QHBoxLayout()
        who.setSpacing(6)
        who.addWidget(self.manager, 1)
        self._row(column, _("Looked after by"), who)
        typical = QHBoxLayout()
        typical.addWidget(self.persona, 1)
        self._row(column, _("Typical of"), typical)
        for key, words in _TEXTS.items():
            column.addWidget(PlainLabel(say(words), "label", "text_secondary"))
            column.addWidget(self.texts[key])
            column.addWidget(self.texts[key].typing.problem)
        calls = QHBoxLayout()
        calls.setSpacing(6)
        calls.addWidget(self.last, 1)
        calls.addWidget(self.called)
        self._row(column, _("Last call"), calls)
        column.addWidget(self.last.typing.problem)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.delete)
        column.addLayout(foot)
        column.addStretch(1)

    def _row(self, column: QVBoxLayout, words: Message, row: QHBoxLayout) -> None:
        column.addWidget(PlainLabel(self._desk.say(words), "label", "text_secondary"))
        column.addLayout(row)


def _line() -> QFrame:
    line = QFrame()
    line.setObjectName("persona_block")
    line.setFixedHeight(1)
    return line
