"""By owner: who has to do what, the late first, and how much each has."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.owners import Load, Work, loads
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import Participant
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands import plan_moves as commands
from journeymapper.ui.commands.plans import tick
from journeymapper.ui.context import Context
from journeymapper.ui.plans.load_bar import LoadDelegate
from journeymapper.ui.plans.told_line import ToldLine
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace

_WORK = Qt.ItemDataRole.UserRole
_HINT = _(
    "Enter opens a plan, Space ticks a task off. Alt with up or down gives it to the next person."
)
_PERSON, _LINE = 40, 32
_WIDE, _TIGHT, _WIDE_FROM = (190, 260), (132, 184), 820
"""Widths of the last two columns, and of the view from which they are wide; in px at 100 %."""


class OwnerTree(QTreeWidget):
    """Tells of the keys that do something with the line they stand on."""

    ticked = Signal()
    shifted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Space:
            self.ticked.emit()
        elif held == Qt.KeyboardModifier.AltModifier and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)


class OwnerView(PlanView):
    """A person for each heading, their open plans and tasks below."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        say = context.say
        self._today, self._words = date.min, ""
        self._snapshot: Snapshot | None = None
        self.loads: tuple[Load, ...] = ()
        self.tree = OwnerTree()
        self.tree.setObjectName("plan_tree")
        self.tree.setColumnCount(3)
        self.tree.setHeaderLabels([say(_("Who does what")), say(_("By when")), say(_("How much"))])
        self.tree.setAccessibleName(say(_("Plans and tasks by person")))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setIndentation(18)
        self.tree.setItemDelegateForColumn(2, LoadDelegate(context, self.tree))
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.itemActivated.connect(lambda _item, _column: self._open())
        self.tree.ticked.connect(self._tick)
        self.tree.shifted.connect(self._shift)
        self.told = ToldLine(context, _HINT, self)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.setSpacing(10)
        inside.addWidget(self.tree, 1)
        inside.addWidget(self.told)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyPlace(
                context,
                "users",
                say(_("Nobody has anything to do")),
                say(_("Open plans and tasks stand here by person. Write the first in the list.")),
            )
        )
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.context.theme.px
        widths = _WIDE if self.width() >= px(_WIDE_FROM) else _TIGHT
        for column, width in enumerate(widths, start=1):
            self.tree.setColumnWidth(column, px(width))

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot, self._today = snapshot, today
        found = loads(snapshot, facts(snapshot, today, self.bands), today, self._words)
        if found == self.loads and self.tree.topLevelItemCount() == len(found):
            return
        work = self.work
        self.loads = found
        self._fill()
        self._pages.setCurrentIndex(1 if found or self._words else 0)
        if work is not None:
            self.show_plan(work.id)

    def take_focus(self) -> None:
        first = self.tree.topLevelItem(0)
        if self.tree.currentItem() is None and first is not None:
            self.tree.setCurrentItem(first)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self._words = text
        if self._snapshot is not None:
            self.refresh(self._snapshot, self._today)
            self.told.looked_for(text, found=bool(self.loads))

    def show_plan(self, plan_id: str) -> None:
        """Go to the line of a plan or task."""
        found = QTreeWidgetItemIterator(self.tree)
        while (item := found.value()) is not None:
            work = item.data(0, _WORK)
            if isinstance(work, Work) and work.id == plan_id:
                self.tree.setCurrentItem(item)
                return
            found += 1

    @property
    def work(self) -> Work | None:
        """The plan or task of the current line."""
        item = self.tree.currentItem()
        found = item.data(0, _WORK) if item is not None else None
        return found if isinstance(found, Work) else None

    def menu(self, work: Work) -> QMenu:
        """Return the menu of a line."""
        say, menu = self.context.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if work.plan:
            menu.addAction(say(_("Open the plan"))).triggered.connect(
                lambda _on=False: self._open()
            )
        if work.is_task:
            menu.addAction(say(_("Done"))).triggered.connect(lambda _on=False: self._tick())
        menu.addSeparator()
        for person in self._people():
            words = say(_("Give to {who}", who=person.name))
            menu.addAction(words).triggered.connect(
                lambda _on=False, person=person: self._give(work, person.id)
            )
        return menu

    def _fill(self) -> None:
        say = self.context.say
        self.tree.clear()
        most = max((len(load.work) for load in self.loads), default=1)
        for load in self.loads:
            name = load.name or say(_("Nobody yet"))
            item = QTreeWidgetItem(self.tree, [name, "", say(_how_much(load))])
            item.setData(2, _WORK, (len(load.work), load.late, most))
            item.setSizeHint(0, QSize(0, self.context.theme.px(_PERSON)))
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
            for work in load.work:
                title = work.title.strip() or say(_("Without a name"))
                kind = say(_("task")) if work.is_task else say(_("plan"))
                child = QTreeWidgetItem(item, [title, say(self._when(work)), kind])
                child.setData(0, _WORK, work)
                child.setSizeHint(0, QSize(0, self.context.theme.px(_LINE)))
                if work.late:
                    strong = child.font(1)
                    strong.setBold(True)
                    child.setFont(1, strong)
            item.setExpanded(True)

    def _when(self, work: Work) -> Message:
        if not work.due:
            return _("no date")
        due = in_short(date.fromisoformat(work.due), self._today)
        if work.late:
            return _("Due since {date}", date=due)
        return _("{date}, soon", date=due) if work.soon else due

    def _people(self) -> list[Participant]:
        if self._snapshot is None:
            return []
        known = self._snapshot.table(Participant).values()
        return sorted((one for one in known if one.name), key=sort_key)

    def _open(self) -> None:
        work = self.work
        if work is not None and work.plan:
            self.plan_wanted.emit(work.plan)

    def _tick(self) -> None:
        work, document = self.work, self.session.document
        if work is None or document is None:
            return
        if not work.is_task:
            self.told.tell(_("A plan is closed with proof. Open it to see what is missing."),
                           plan=work.id)  # fmt: skip
            return
        with self.session.guard():
            tick(document, work.id, self._today.isoformat())
            self.session.report(_("“{task}” is done.", task=work.title))

    def _shift(self, by: int) -> None:
        """Give the line to the next person, in the order in which they are known."""
        work, people = self.work, self._people()
        if work is None or not people:
            return
        owner = next(load.person for load in self.loads if work in load.work)
        known = [one.id for one in people]
        place = known.index(owner) + by if owner in known else 0 if by > 0 else len(known) - 1
        if 0 <= place < len(known):
            self._give(work, known[place])

    def _give(self, work: Work, person: str) -> None:
        document = self.session.document
        if document is not None:
            with self.session.guard():
                commands.give_to(document, work.id, person)
                name = document.snapshot.get(Participant, person).name
                self.told.tell(_("“{what}” is with {who} now.", what=work.title, who=name))

    def _open_menu(self, at: QPoint) -> None:
        work = self.work
        if work is not None:
            self.menu(work).exec(self.tree.viewport().mapToGlobal(at))


def _how_much(load: Load) -> Message:
    n = len(load.work)
    if not load.late:
        return _("1 open") if n == 1 else _("{n} open", n=n)
    return _("{n} open, {late} late", n=n, late=load.late)
