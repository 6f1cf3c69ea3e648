"""The small button in the search field: numbers as on the map now, or as on printed sheets."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from journeymapper.app.sheet_words import AS_NOW, as_printed, day_of
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import PrintRun, Stage, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.sheet_numbers import SheetNumbers, outdated
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.widgets.buttons import IconButton

_ICON = 16

_COUNTS = (PrintRun, Stage, Touchpoint)
"""What numbers of steps depend on."""


class NumbersButton(IconButton):
    """Shown only while sheets are on paper whose numbers have changed since; lit while chosen."""

    def __init__(self, bench: Bench) -> None:
        context = bench.context
        super().__init__(context, "printer", context.say(_("Numbers of steps")))
        self._bench, self._say = bench, context.say
        self._numbering = bench.session.numbering
        self.setCheckable(True)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._group = QActionGroup(self._menu)
        self.setMenu(self._menu)
        self.hide()
        self._numbering.changed.connect(self.refresh)
        self._map = ""
        bench.projection.shown.connect(self._on_shown)
        bench.session.changed.connect(self._on_change)

    def refresh(self) -> None:
        """Offer what there is to choose on the map that is shown."""
        bench = self._bench
        offered = outdated(bench.snapshot, bench.projection.map_id) if bench.ready else ()
        self.setVisible(bool(offered))
        if not offered:
            return
        today = self._today()
        now = next((one for one in offered if one.run == self._numbering.run), None)
        self._fill(offered, now)
        if now is None:
            latest = day_of(offered[0], today)
            said: Message = _(
                "Numbers as on the map now. The sheets of {date} have others.", date=latest
            )
        else:
            said = as_printed(now, offered, today)
        self.setToolTip(self._say(said))
        self.setAccessibleName(self._say(said))
        self.setChecked(now is not None)

    def _fill(self, offered: tuple[SheetNumbers, ...], now: SheetNumbers | None) -> None:
        self._menu.clear()
        today = self._today()
        options = [("", AS_NOW)]
        options += [(one.run, as_printed(one, offered, today)) for one in offered]
        for run, words in options:
            action = self._menu.addAction(self._say(words))
            action.setCheckable(True)
            action.setChecked(run == (now.run if now is not None else ""))
            self._group.addAction(action)
            action.triggered.connect(lambda _on=False, run=run: self._numbering.choose(run))

    def _on_shown(self) -> None:
        if self._bench.projection.map_id != self._map:
            self._map = self._bench.projection.map_id
            self.refresh()

    def _on_change(self, changes: ChangeSet) -> None:
        if any(issubclass(change.kind, _COUNTS) for change in changes.changes):
            self.refresh()

    def _today(self) -> datetime.date:
        return self._bench.context.services.clock().astimezone().date()
