"""The bar above the plans: which map, which view, search, undo, the action list, more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from journeymapper.app.actions import BY_ID, plain
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.plans.views import ViewEntry
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel
from journeymapper.ui.widgets.search import SearchField
from journeymapper.ui.widgets.segmented import Segmented

_GAPS = 54
"""Room between and around the tabs, the search and the buttons, in px."""
_ABOUT_FROM, _WORDS_FROM, _UNDO_FROM, _TITLE_FROM = 1180, 1080, 880, 760
"""Widths, at 100 % text, from which the bar names the map, has words on its buttons, undo, and
its title."""


class PlanBar(QWidget):
    """Shows what it is told and says what is wanted."""

    chosen = Signal(str)
    """A view, by its key."""
    print_wanted = Signal()

    def __init__(self, context: Context, binding: ActionBinding, more: QMenu) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self._title = PlainLabel(plain(say(BY_ID["go.plan"].text)), "bar_title")
        self._arrow = PlainLabel("›", "body_large", "text_tertiary")
        self.about = ElidedLabel("", "body", "text_secondary")
        self._divider = QFrame()
        self._divider.setProperty("look", "divider")
        self._divider.setFixedSize(1, 22)
        self.tabs: Segmented | None = None
        self.prints = True
        self._options: tuple[tuple[str, str], ...] = ()
        self._place = QHBoxLayout()
        self.search = SearchField(context, say(_("Find in plans")), "Ctrl F")
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(96)
        self.search.setMaximumWidth(context.theme.px(192))
        self.print = Button(context, say(_("Print action list")), icon="printer")
        self.print.setAccessibleName(say(_("Print action list")))
        self.print.setToolTip(say(_("The list with boxes to tick, for colleagues without the app")))
        self.print.clicked.connect(lambda _on=False: self.print_wanted.emit())
        self.more = Button(context, say(_("More")), "quiet", "ellipsis")
        self.more.setAccessibleName(say(_("More")))
        self.more.setMenu(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(8)
        for part in (self._title, self._arrow, self.about, self._divider):
            row.addWidget(part)
        row.addLayout(self._place)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        self._spare = []
        for id_, icon in (("edit.undo", "undo-2"), ("edit.redo", "redo-2")):
            action = binding.action(id_)
            button = IconButton(context, icon, action.text().replace("&", ""))
            button.follow(action)
            row.addWidget(button)
            self._spare.append(button)
        row.addWidget(self.print)
        row.addWidget(self.more)

    def show_views(self, views: Sequence[ViewEntry], key: str) -> None:
        """Offer these views, the one of this key in front."""
        say = self._context.say
        options = tuple((view.key, say(view.title)) for view in views)
        if self.tabs is None or options != self._options:
            if self.tabs is not None:
                self._place.removeWidget(self.tabs)
                self.tabs.hide()
                self.tabs.deleteLater()
            self._options = options
            self.tabs = Segmented(say(_("How the plans are shown")), options, key)
            self.tabs.chosen.connect(self.chosen)
            self._place.addWidget(self.tabs)
        self.tabs.setVisible(len(options) > 1)
        self.tabs.set_value(key)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the views and the buttons stay."""
        super().resizeEvent(event)
        width = self.width() / self._context.theme.scale
        say = self._context.say
        for part in (self._arrow, self.about, self._divider):
            part.setVisible(width >= _ABOUT_FROM)
        self._title.setVisible(width >= _TITLE_FROM)
        self.print.setText(say(_("Print action list")) if width >= _WORDS_FROM else "")
        self.more.setText(say(_("More")) if width >= _WORDS_FROM else "")
        self.search.show_keys(wanted=width >= _WORDS_FROM)
        for button in self._spare:
            button.setVisible(width >= _UNDO_FROM)
        self._fit()

    def _fit(self) -> None:
        """Where the names of all views need the room, printing is found under More."""
        tabs = self.tabs.sizeHint().width() if self.tabs is not None else 0
        others = (self.search.minimumWidth(), self.print.sizeHint().width(),
                  self.more.sizeHint().width())  # fmt: skip
        needed = tabs + sum(others) + _GAPS
        self.prints = self.width() >= needed or self._title.isVisibleTo(self)
        self.print.setVisible(self.prints)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
