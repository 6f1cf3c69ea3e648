"""The card of one persona, which is its own editor."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.kinds import NoteSection, PersonaKind
from journeymapper.domain.message import _
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.add_row import STORY, AddRow
from journeymapper.ui.personas.buyer import BuyerSection
from journeymapper.ui.personas.channels import ChannelSection
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.head import HeadSection
from journeymapper.ui.personas.keyed import KeyedSection
from journeymapper.ui.personas.lists import StatementList
from journeymapper.ui.personas.mind import MindSection
from journeymapper.ui.personas.section import Section, clear
from journeymapper.ui.personas.story import StorySection

_TWO_COLUMNS = 620
_SIDE_BY_SIDE = (
    NoteSection.CHANNEL,
    NoteSection.HELP,
    NoteSection.GOAL,
    NoteSection.FRUSTRATION,
    NoteSection.NEED,
    NoteSection.ACCESS,
    NoteSection.BRAND,
)
MORE = (
    NoteSection.QUESTION,
    NoteSection.BUYER,
    NoteSection.CHARACTER,
    NoteSection.BRAND,
    NoteSection.ORGANISATION,
)
"""Sections that are shown when they hold something, or when the menu More says so."""


class Card(QScrollArea):
    """Made anew for each persona; follows the desk."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.sections: dict[NoteSection | str, Section] = {}
        self._opened: set[NoteSection | str] = set()
        self._order: list[QWidget] = []
        self._shape: object = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        page = QWidget()
        page.setObjectName("scrolled")
        self._page = QVBoxLayout(page)
        self._page.setContentsMargins(24, 18, 24, 24)
        self._page.setSpacing(20)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(20)
        self._page.addWidget(self._body)
        self._page.addStretch(1)
        self.setWidget(page)
        desk.chosen.connect(self.rebuild)
        desk.refreshed.connect(self.refresh)
        desk.opened.connect(self.open_section)
        desk.jump.connect(self.go_to)

    def rebuild(self) -> None:
        """Show the card of the persona that the desk shows, from its beginning."""
        clear(self._column)
        self.sections.clear()
        self._opened.clear()
        self._shape = None
        if not self.desk.ready:
            return
        self._make()
        self.refresh()
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what the document holds now."""
        if not (self.desk.ready and self.sections):
            return
        self.setAccessibleName(self.desk.say(_("Card of {name}", name=self.desk.name)))
        for section in self.sections.values():
            section.refresh()
        shown = {key: self._is_shown(key) for key in self.sections}
        for key, section in self.sections.items():
            section.setVisible(shown[key])
        self._add_row.offer([key for key in self._add_row.links if not shown[key]])
        self._arrange()
        self._order_tabs()

    def flush(self) -> bool:
        """Write everything that is typed; False when something is refused."""
        results = [field.flush() for field in self._body.findChildren(CardText)]
        return all(results)

    def leave(self) -> None:
        """Write everything that is typed, because another card will be shown."""
        if not self.flush():
            problems = [f.typing.problem.text() for f in self._body.findChildren(CardText)]
            why = " ".join(p.removeprefix("!").strip() for p in problems if p)
            self.desk.session.report(_("Not kept. {why}", why=why))

    def open_section(self, key: NoteSection | str) -> None:
        """Show a section although it is empty, and go to where one begins."""
        self._opened.add(key)
        self.refresh()
        field = self.sections[key].first_field()
        if field is not None:
            self._go(field)

    def go_to(self, section: str, key: str) -> None:
        """Go to the field of a statement, by section and key or id."""
        wanted = _part_of(section)
        self._opened.add(wanted)
        self.refresh()
        found = self.sections[wanted].field_of(key) or self.sections[wanted].first_field()
        if section == NoteSection.TRAIT:
            head = self.sections[""]
            found = head.facts.dots.get(key) if isinstance(head, HeadSection) else None
        if found is not None:
            self._go(found)

    def find_field(self, section: str, key: str) -> CardText | None:
        """Return the field of a statement, by section and key or id."""
        part = self.sections.get(_part_of(section))
        return part.field_of(key) if part is not None else None

    def put_below(self, widget: QWidget) -> None:
        """Show something below the card, where there is no room beside it."""
        self._page.insertWidget(1, widget)

    def reveal(self, field: CardText) -> None:
        """Scroll so far that a field is seen."""
        self.ensureWidgetVisible(field, 20, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Take the keys without being in a text."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self._page.activate()
        self.ensureWidgetVisible(field, 20, 60)

    def _make(self) -> None:
        desk = self.desk
        head, mind = HeadSection(desk), MindSection(desk)
        self.sections = {"": head, NoteSection.EMOTION: mind}
        organisation = KeyedSection(desk, NoteSection.ORGANISATION)
        self.sections[NoteSection.ORGANISATION] = organisation
        self.sections[NoteSection.BUYER] = BuyerSection(desk)
        for section in _SIDE_BY_SIDE:
            is_channel = section == NoteSection.CHANNEL
            made = ChannelSection(desk) if is_channel else StatementList(desk, section)
            self.sections[section] = made
        self.sections[STORY] = StorySection(desk)
        self.sections[NoteSection.QUESTION] = KeyedSection(desk, NoteSection.QUESTION)
        self.sections[NoteSection.CHARACTER] = KeyedSection(desk, NoteSection.CHARACTER)
        self._lists = QWidget()
        self._grid = QGridLayout(self._lists)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(18)
        for key, part in self.sections.items():
            if key in _SIDE_BY_SIDE:
                part.setParent(self._lists)
            elif key in (STORY, NoteSection.QUESTION):
                continue
            elif key != NoteSection.CHARACTER:
                self._column.addWidget(part)
        self._column.addWidget(self._lists)
        for key in (NoteSection.CHARACTER, STORY, NoteSection.QUESTION):
            self._column.addWidget(self.sections[key])
        self._add_row = AddRow(desk)
        self._column.addWidget(self._add_row)

    def _is_shown(self, key: NoteSection | str) -> bool:
        if key in self._opened or self.sections[key].is_filled():
            return True
        if not isinstance(key, NoteSection) or key not in MORE:
            return False
        organisation = self.desk.persona.kind == PersonaKind.ORGANISATION
        wanted = personas.is_wanted(self.desk.snapshot, key)
        return wanted or (organisation and key == NoteSection.ORGANISATION)

    def _arrange(self) -> None:
        """Put the lists that are shown into two columns, or one below the other."""
        if not self.sections:
            return
        shown = [self.sections[key] for key in _SIDE_BY_SIDE if not self.sections[key].isHidden()]
        columns = 2 if self.viewport().width() >= _TWO_COLUMNS else 1
        shape = (columns, tuple(map(id, shown)))
        if shape == self._shape:
            return
        self._shape = shape
        while self._grid.count():
            self._grid.takeAt(0)
        for place, section in enumerate(shown):
            self._grid.addWidget(
                section, place // columns, place % columns, Qt.AlignmentFlag.AlignTop
            )
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self._lists.setVisible(bool(shown))

    def _order_tabs(self) -> None:
        """Let the Tab key go as one reads."""
        order = [stop for section in self.sections.values() for stop in section.stops()]
        order += self._add_row.links.values()
        if order != self._order:
            self._order = order
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)


def _part_of(section: str) -> NoteSection | str:
    """Return the part of the card that shows a section; facts and traits are in the head."""
    if section in (NoteSection.DEMOGRAPHIC, NoteSection.TRAIT):
        return ""
    return section if section in ("", STORY) else NoteSection(section)
