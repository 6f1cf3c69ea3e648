"""Impact and effort: which plans bring much for little; set by dragging or by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHeaderView,
    QMenu,
    QScrollArea,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.plans.facts import facts
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.impact import QUADRANTS, UNRATED, Rated
from journeymapper.ui.commands import plan_moves as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.card import say_name
from journeymapper.ui.plans.dragging import Dragging
from journeymapper.ui.plans.impact_field import FieldWidget
from journeymapper.ui.plans.spot import Spot
from journeymapper.ui.plans.told_line import ToldLine
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace

_HINT = _(
    "Drag a number to where its plan belongs. Keys: Alt with up or down says what it brings,"
    " with left or right how much work it is."
)
_ID = Qt.ItemDataRole.UserRole
_ALT = Qt.KeyboardModifier.AltModifier
_FIRST = 3
"""Where a plan begins that keys bring into the field: in the middle."""
_LIST, _ROW = 340, 30
_BESIDE_FROM, _LOWEST, _AROUND = 800, 260, 24
"""Width from which the list stands beside the field, its least height below it, and what is left
free around it then; in px at 100 % text."""


class ImpactView(PlanView):
    """Open plans as numbers on a field of five by five, and a list that says which they are."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        say = context.say
        self._today, self._words = date.min, ""
        self._snapshot: Snapshot | None = None
        self.plans: tuple[Rated, ...] = ()
        self.field = FieldWidget(context)
        self.field.spot_made.connect(self._on_spot)
        self.list = QTreeWidget()
        self.list.setObjectName("plan_tree")
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([say(_("Plan")), say(_("Brings")), say(_("Work"))])
        self.list.setAccessibleName(say(_("Plans by what they bring and cost")))
        self.list.setIndentation(14)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            self.list.setColumnWidth(column, context.theme.px(58))
        self.list.itemActivated.connect(lambda item, _column: self._on_item(item))
        self.told = ToldLine(context, _HINT, self)
        self.dragging = Dragging(self)
        page = QWidget()
        both = QWidget()
        both.setObjectName("scrolled")
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(16)
        self._both.addWidget(self.field, 1)
        self._both.addWidget(self.list)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(both)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.setSpacing(10)
        inside.addWidget(scroll, 1)
        inside.addWidget(self.told)
        self._pages = QStackedWidget()
        self._pages.addWidget(
            EmptyPlace(
                context,
                "sprout",
                say(_("No open plans")),
                say(
                    _("Here you see which plans bring much for little work. Write one in the list.")
                ),
            )
        )
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list stands below the field."""
        super().resizeEvent(event)
        px, way = self.context.theme.px, QBoxLayout.Direction
        beside = self.width() >= px(_BESIDE_FROM)
        self._both.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.list.setFixedWidth(px(_LIST) if beside else self.width() - 2 * px(_AROUND))
        self.list.setMinimumHeight(0 if beside else px(_LOWEST))

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self.dragging.cancel()
        self._snapshot, self._today = snapshot, today
        known = facts(snapshot, today, self.bands, self._words)
        self.plans = tuple(
            Rated(one.id, number, say_name(self.context, one), one.plan.impact, one.plan.effort)
            for number, one in enumerate((one for one in known if one.standing.open), start=1)
        )
        self.field.show_plans(self.plans)
        for plan in self.plans:
            spot = self.field.spots[plan.id]
            spot.setAccessibleName(self.context.say(_told(plan)))
            spot.setToolTip(self.context.say(_told(plan)))
        self._fill()
        self._pages.setCurrentIndex(1 if self.plans or self._words else 0)

    def take_focus(self) -> None:
        first = self.field.spots[self.plans[0].id] if self.plans else self.list
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self._words = text
        if self._snapshot is not None:
            self.refresh(self._snapshot, self._today)
            self.told.looked_for(text, found=bool(self.plans))

    def show_plan(self, plan_id: str) -> None:
        """Take the keyboard to the number of a plan."""
        if plan_id in self.field.spots:
            self.field.spots[plan_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def rate(self, plan: Rated, impact: int | None, effort: int | None) -> None:
        """Set both figures of a plan, each 1 to 5, or None."""
        document = self.session.document
        if document is None or (plan.impact, plan.effort) == (impact, effort):
            return
        with self.session.guard():
            commands.rate(document, plan.id, impact, effort)
            self.told.tell(_told(replace(plan, impact=impact, effort=effort)))

    def lift(self, taken: QWidget, _point: QPoint) -> bool:
        """Take a number."""
        return self._plan(taken) is not None and self.session.can_change()

    def hover(self, taken: QWidget, point: QPoint) -> None:
        """Show it where it would be."""
        moved = self._moved(taken, point)
        if moved is not None:
            self.field.show_plans([moved if p.id == moved.id else p for p in self.plans])
            self.told.preview(_told(moved))

    def drop(self, taken: QWidget, point: QPoint) -> None:
        """Keep it there; below the field it is not rated."""
        plan, moved = self._plan(taken), self._moved(taken, point)
        self.put_back(taken)
        if plan is not None and moved is not None:
            self.rate(plan, moved.impact, moved.effort)

    def put_back(self, _taken: QWidget) -> None:
        """All stands where it stood."""
        self.field.show_plans(self.plans)
        self.told.rest()

    def menu(self, plan: Rated) -> QMenu:
        """Return the menu of a number."""
        say, menu = self.context.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say(_("Open the plan"))).triggered.connect(
            lambda _on=False: self.plan_wanted.emit(plan.id)
        )
        menu.addAction(say(UNRATED)).triggered.connect(
            lambda _on=False: self.rate(plan, None, None)
        )
        return menu

    def _on_spot(self, spot: Spot) -> None:
        self.dragging.watch(spot)
        spot.setCursor(Qt.CursorShape.OpenHandCursor)
        spot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        spot.customContextMenuRequested.connect(lambda at: self._open_menu(spot, at))
        spot.opened.connect(lambda: self.plan_wanted.emit(spot.id))
        spot.chosen.connect(lambda: self._tell(spot))
        spot.arrow.connect(lambda dx, dy, held: self._on_arrow(spot, dx, dy, held))

    def _tell(self, spot: Spot) -> None:
        plan = self._plan(spot)
        if plan is not None:
            self.told.preview(_told(plan))

    def _on_arrow(self, spot: Spot, dx: int, dy: int, held: Qt.KeyboardModifier) -> None:
        plan = self._plan(spot)
        if plan is None:
            return
        if held == _ALT:
            if plan.impact is None or plan.effort is None:
                self.rate(plan, plan.impact or _FIRST, plan.effort or _FIRST)
            else:
                self.rate(plan, _held_in(plan.impact - dy), _held_in(plan.effort + dx))
        elif not held:
            place = plan.number - 1 + dx + dy
            if 0 <= place < len(self.plans):
                self.show_plan(self.plans[place].id)

    def _open_menu(self, spot: Spot, at: QPoint) -> None:
        plan = self._plan(spot)
        if plan is not None:
            self.menu(plan).exec(spot.mapToGlobal(at))

    def _moved(self, taken: QWidget, point: QPoint) -> Rated | None:
        plan = self._plan(taken)
        if plan is None:
            return None
        rating = self.field.rating_at(self.field.mapFromGlobal(point))
        impact, effort = rating if rating is not None else (None, None)
        return replace(plan, impact=impact, effort=effort)

    def _plan(self, taken: QWidget) -> Rated | None:
        return next((plan for plan in self.plans if plan.id == getattr(taken, "id", "")), None)

    def _fill(self) -> None:
        say = self.context.say
        current = self.list.currentItem()
        wanted = current.data(0, _ID) if current is not None else None
        self.list.clear()
        for part in (*QUADRANTS.values(), UNRATED):
            here = [plan for plan in self.plans if plan.part == part]
            if not here:
                continue
            head = QTreeWidgetItem(self.list, [say(part)])
            head.setSizeHint(0, QSize(0, self.context.theme.px(_ROW)))
            font = head.font(0)
            font.setBold(True)
            head.setFont(0, font)
            for plan in here:
                name = say(_("{number}  {plan}", number=plan.number, plan=plan.name))
                figures = [str(value or "") for value in (plan.impact, plan.effort)]
                item = QTreeWidgetItem(head, [name, *figures])
                item.setToolTip(0, plan.name)
                item.setData(0, _ID, plan.id)
                item.setSizeHint(0, QSize(0, self.context.theme.px(_ROW)))
                if plan.id == wanted:
                    self.list.setCurrentItem(item)
            head.setExpanded(True)

    def _on_item(self, item: QTreeWidgetItem) -> None:
        plan_id = item.data(0, _ID)
        if isinstance(plan_id, str):
            self.plan_wanted.emit(plan_id)


def _held_in(value: int) -> int:
    return min(5, max(1, value))


def _told(plan: Rated) -> Message:
    if plan.impact is None or plan.effort is None:
        return _("{number}, {plan}: not rated yet", number=plan.number, plan=plan.name)
    return _(
        "{number}, {plan}: brings {impact} of 5, work {effort} of 5. {part}",
        number=plan.number,
        plan=plan.name,
        impact=plan.impact,
        effort=plan.effort,
        part=plan.part,
    )
