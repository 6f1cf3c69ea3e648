"""The views of the place besides the card: which is in front, made when it is first wanted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from journeymapper.domain.message import _
from journeymapper.ui.commands import accounts, merging
from journeymapper.ui.late import late
from journeymapper.ui.personas.bar import PersonasBar
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.views import PersonaView
from journeymapper.ui.widgets.segmented import Segmented

_beside = late("personas.beside", "SideBySide")
_boxes = late("personas.boxes", "FourBoxes")
_round = late("personas.round", "PersonaRound")
_accounts = late("accounts.view", "AccountsView")
_merge_dialog = late("personas.merge", "MergeDialog")

CARD, BESIDE, BOXES, ROUND, ACCOUNTS = "card", "beside", "boxes", "round", "accounts"


class Views(QObject):
    """``current`` is the view in front, None for the card. ``changed``: another one was chosen."""

    changed = Signal()

    def __init__(
        self, desk: CardDesk, bar: PersonasBar, show_persona: Callable[[str], object]
    ) -> None:
        super().__init__(bar)
        self._desk, self._bar, self._show_persona = desk, bar, show_persona
        self._key = CARD
        self._made: dict[str, PersonaView] = {}
        self._makers: dict[str, Callable[[], PersonaView]] = {
            BESIDE: self._make_beside,
            BOXES: self._make_boxes,
            ROUND: self._make_round,
            ACCOUNTS: lambda: _accounts(desk),
        }
        say = desk.say
        options = [(CARD, say(_("Card"))), (BESIDE, say(_("Side by side")))]
        options.append((ACCOUNTS, say(_("Accounts"))))
        self.tabs = Segmented(say(_("How the personas are shown")), options, CARD)
        self.tabs.chosen.connect(self.choose)
        bar.start.addWidget(self.tabs)
        desk.opened.connect(lambda _part: self.choose(CARD))

    @property
    def current(self) -> PersonaView | None:
        """The view in front, made if it was not there yet."""
        maker = self._makers.get(self._key)
        if maker is not None and self._key not in self._made:
            self._made[self._key] = maker()
        return self._made.get(self._key)

    def choose(self, key: str) -> None:
        """Bring a view to the front because somebody wants it."""
        if key != self._key:
            self.show(key)
            self.changed.emit()

    def show(self, key: str) -> None:
        """Bring a view to the front; what was typed in the one before is written."""
        if key == self._key:
            return
        self.leave()
        self._key = key
        self.tabs.set_value(key if key in (BESIDE, ACCOUNTS) else CARD)

    def refresh(self, *, somebody: bool) -> None:
        """Show what the document holds."""
        self.tabs.setVisible(somebody)
        wanted = somebody and accounts.is_wanted(self._desk.snapshot)
        self.tabs.button(ACCOUNTS).setVisible(wanted)
        self.tabs.button(ACCOUNTS).setEnabled(wanted)
        view = self.current
        self._bar.search.setVisible(somebody and view is None)
        if view is not None:
            self._bar.paper.hide()
        if somebody and view is not None:
            view.refresh()

    def flush(self) -> None:
        """Write what is typed in the view in front."""
        view = self._made.get(self._key)
        if view is not None and self._desk.session.document is not None:
            view.flush()

    def leave(self) -> None:
        """The view in front goes: write what is typed there."""
        view = self._made.get(self._key)
        if view is not None and self._desk.session.document is not None:
            view.leave()

    def fill(self, menu: QMenu) -> None:
        """Offer what fills the card of the persona that is shown."""
        desk = self._desk
        if not desk.ready:
            return
        ways = (
            (BOXES, _("{name} in four boxes", name=desk.name)),
            (ROUND, _("Persona round for {name}, 20 minutes", name=desk.name)),
        )
        for key, words in ways:
            action = menu.addAction(desk.say(words))
            action.triggered.connect(partial(self._on_entry, key))
        shown = menu.addAction(desk.say(_("Accounts and tiers")))
        shown.setCheckable(True)
        shown.setChecked(accounts.is_wanted(desk.snapshot))
        shown.triggered.connect(self.want_accounts)

    def want_accounts(self, shown: bool) -> None:
        """Show the accounts as a view of their own, or hide them; nothing is deleted."""
        desk = self._desk
        if not shown:
            self.choose(CARD)
        desk.guarded(lambda: accounts.want(desk.document, shown=shown))
        if shown:
            self.choose(ACCOUNTS)

    def merge(self, kept_id: str, other_id: str) -> None:
        """Ask what becomes of two cards, and make one of them."""
        desk = self._desk
        dialog = _merge_dialog(desk, kept_id, other_id, self._bar.window())
        if dialog.exec():
            with desk.session.guard():
                desk.session.report(merging.merge(desk.document, kept_id, other_id, dialog.sides()))
                self._show_persona(kept_id)
        dialog.deleteLater()

    def _on_entry(self, key: str, _checked: bool = False) -> None:
        self.choose(key)

    def _make_boxes(self) -> PersonaView:
        view = _boxes(self._desk)
        view.finished.connect(partial(self.choose, CARD))
        view.round_wanted.connect(partial(self.choose, ROUND))
        made: PersonaView = view
        return made

    def _make_round(self) -> PersonaView:
        view = _round(self._desk)
        view.finished.connect(partial(self.choose, CARD))
        made: PersonaView = view
        return made

    def _make_beside(self) -> PersonaView:
        view = _beside(self._desk)
        view.merge_wanted.connect(self.merge)
        made: PersonaView = view
        return made
