"""The card of one persona, which is its own editor."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import _
from journeymapper.ui.personas.add_row import AddRow
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.head import HeadSection
from journeymapper.ui.personas.parts import BESIDE, HEAD, ORDER, Part, is_needed, make, part_of
from journeymapper.ui.personas.section import Section, clear

_TWO_COLUMNS = 620


class Card(QScrollArea):
    """Made anew for each persona, each part when it is first shown; follows the desk."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.sections: dict[Part, Section] = {}
        self._opened: set[Part] = set()
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
        """Begin the card of the persona that the desk shows; ``refresh`` fills it."""
        clear(self._column)
        self.sections.clear()
        self._opened.clear()
        self._shape = None
        if not self.desk.ready:
            return
        self._lists = QWidget()
        self._grid = QGridLayout(self._lists)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(18)
        self._add_row = AddRow(self.desk)
        self._column.addWidget(self._lists)
        self._column.addWidget(self._add_row)
        self.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what the document holds now."""
        if not self.desk.ready:
            return
        self.setAccessibleName(self.desk.say(_("Card of {name}", name=self.desk.name)))
        shown = [p for p in ORDER if p in self._opened or is_needed(self.desk, p)]
        for part in shown:
            if part not in self.sections:
                self._insert(part)
        for part, section in self.sections.items():
            if part in shown:
                section.refresh()
            section.setVisible(part in shown)
        self._add_row.offer([part for part in self._add_row.links if part not in shown])
        self._arrange()
        self._order_tabs()

    def flush(self) -> bool:
        """Write everything that is typed; False when something is refused."""
        if self.desk.session.document is None:
            return True
        results = [field.flush() for field in self._body.findChildren(CardText)]
        return all(results)

    def leave(self) -> None:
        """Write everything that is typed, because another card will be shown."""
        if not self.flush():
            problems = [f.typing.problem.text() for f in self._body.findChildren(CardText)]
            why = " ".join(p.removeprefix("!").strip() for p in problems if p)
            self.desk.session.report(_("Not kept. {why}", why=why))

    def open_section(self, part: Part) -> None:
        """Show a section although it is empty, and go to where one begins."""
        self._opened.add(part)
        self.refresh()
        field = self.sections[part].first_field()
        if field is not None:
            self._go(field)

    def go_to(self, section: str, key: str) -> None:
        """Go to the field of a statement, by section and key or id."""
        part = part_of(section)
        self._opened.add(part)
        self.refresh()
        found = self.sections[part].field_of(key) or self.sections[part].first_field()
        head = self.sections[HEAD]
        if section == NoteSection.TRAIT and isinstance(head, HeadSection):
            found = head.facts.dots.get(key)
        if found is not None:
            self._go(found)

    def find_field(self, section: str, key: str) -> CardText | None:
        """Return the field of a statement, by section and key or id."""
        part = self.sections.get(part_of(section))
        return part.field_of(key) if part is not None else None

    def put_below(self, widget: QWidget) -> None:
        """Show something below the card, where there is no room beside it."""
        self._page.insertWidget(1, widget)

    def reveal(self, field: QWidget) -> None:
        """Scroll so far that a field is seen, now and when everything has found its place."""
        self._page.activate()
        self.ensureWidgetVisible(field, 20, 60)
        QTimer.singleShot(0, field, lambda: self.ensureWidgetVisible(field, 20, 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def take_focus(self) -> None:
        """Take the keys without being in a text."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.TabFocusReason)
        self.reveal(field)

    def _insert(self, part: Part) -> None:
        """Make a part and put it where it belongs among those that are there."""
        section = self.sections[part] = make(self.desk, part)
        if part in BESIDE:
            section.setParent(self._lists)
            return
        place = ORDER.index(part)
        before = [p for p in ORDER[:place] if p in self.sections and p not in BESIDE]
        after_lists = place > ORDER.index(BESIDE[-1])
        self._column.insertWidget(len(before) + after_lists, section)

    def _arrange(self) -> None:
        """Put the lists that are shown into two columns, or one below the other."""
        if not self.sections:
            return
        parts = [self.sections[p] for p in BESIDE if p in self.sections]
        shown = [section for section in parts if not section.isHidden()]
        columns = 2 if self.viewport().width() >= _TWO_COLUMNS else 1
        shape = (columns, tuple(map(id, shown)))
        if shape == self._shape:
            return
        self._shape = shape
        while self._grid.count():
            self._grid.takeAt(0)
        for place, section in enumerate(shown):
            row, column = divmod(place, columns)
            self._grid.addWidget(section, row, column, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
        self._lists.setVisible(bool(shown))

    def _order_tabs(self) -> None:
        """Let the Tab key go as one reads."""
        there = [self.sections[part] for part in ORDER if part in self.sections]
        order = [stop for section in there for stop in section.stops()]
        order += self._add_row.links.values()
        if order != self._order:
            self._order = order
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)
