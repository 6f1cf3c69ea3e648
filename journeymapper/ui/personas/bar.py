"""The bar above the cards: whose card, search, undo, more."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from journeymapper.domain import queries
from journeymapper.domain.kinds import PersonaStatus
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.words import name_of
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.search import SearchField

_TITLE_FROM = 700
_WORDS_FROM = 900
"""Widths, at 100 % text, from which the bar has its title, and words on its buttons."""


class PersonasBar(QWidget):
    """Shows what it is told. ``start`` and ``end`` are places for more buttons."""

    chosen = Signal(str)
    new_wanted = Signal()

    def __init__(self, desk: CardDesk, binding: ActionBinding, more: QMenu) -> None:
        super().__init__()
        self._desk = desk
        context, say = desk.context, desk.say
        self._title = PlainLabel(say(_("Personas")), "bar_title")
        self._arrow = PlainLabel("›", "body_large", "text_tertiary")
        self.who = QPushButton()
        self.who.setProperty("look", "quiet")
        self.who.setAutoDefault(False)
        self.who.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.who.setMenu(self._menu)
        self.start, self.end = QHBoxLayout(), QHBoxLayout()
        self.search = SearchField(context, say(_("Find in personas")), "Ctrl F")
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(context.theme.px(236))
        self.more = Button(context, say(_("More")), "quiet", "ellipsis")
        self.more.setAccessibleName(say(_("More")))
        self.more.setMenu(more)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.setSpacing(8)
        for part in (self._title, self._arrow, self.who):
            row.addWidget(part)
        row.addLayout(self.start)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        undo = QHBoxLayout()
        undo.setSpacing(0)
        for id_, icon in (("edit.undo", "undo-2"), ("edit.redo", "redo-2")):
            action = binding.action(id_)
            button = IconButton(context, icon, action.text().replace("&", ""))
            button.follow(action)
            undo.addWidget(button)
        row.addLayout(undo)
        row.addLayout(self.end)
        self.paper = Button(context, say(_("Print card")), "secondary", "printer")
        self.paper.setAccessibleName(say(_("Print card")))
        self.paper.clicked.connect(lambda: desk.paper_wanted.emit(desk.persona_id))
        row.addWidget(self.paper)
        row.addWidget(self.more)
        self._tint()
        context.theme.changed.connect(self._tint)

    def refresh(self) -> None:
        """Show whose card is open."""
        desk = self._desk
        self.who.setVisible(desk.ready)
        self._arrow.setVisible(desk.ready and not self._title.isHidden())
        self.paper.setVisible(desk.ready and desk.persona.status != PersonaStatus.RETIRED)
        if desk.ready:
            self.who.setText(shortened(desk.name, 24).replace("&", "&&"))
            self.who.setAccessibleName(desk.say(_("Card of {name}", name=desk.name)))
            self.who.setToolTip(desk.name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width() / self._desk.context.theme.scale
        self._title.setVisible(width >= _TITLE_FROM)
        self._arrow.setVisible(width >= _TITLE_FROM and not self.who.isHidden())
        self.search.show_keys(wanted=width >= _TITLE_FROM)
        self.more.setText(self._desk.say(_("More")) if width >= _WORDS_FROM else "")
        words = self._desk.say(_("Print card"))
        self.paper.setText(words if width >= _WORDS_FROM else "")
        self.paper.setToolTip("" if self.paper.text() else words)

    def minimumSizeHint(self) -> QSize:
        return QSize(380, super().minimumSizeHint().height())

    def _fill(self) -> None:
        self._menu.clear()
        desk = self._desk
        for persona in queries.personas(desk.snapshot):
            words = desk.say(_("{name}", name=name_of(persona)))
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(persona.id == desk.persona_id)
            action.triggered.connect(lambda _on=False, id_=persona.id: self.chosen.emit(id_))
        self._menu.addSeparator()
        new = self._menu.addAction(desk.say(_("New persona")))
        new.triggered.connect(self.new_wanted)

    def _tint(self) -> None:
        self.who.setIcon(self._desk.context.icon("chevron-down", "text_tertiary"))
