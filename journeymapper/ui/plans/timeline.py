"""The timeline: plans and tasks along the days; their ends are moved by mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.analysis.plans.calendar import Bar, Zoom, bars, span_of
from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.stretch import Dates, Part, stretched
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.timeline import lay_out, words_of
from journeymapper.drawing.plans.view_words import STAGES
from journeymapper.ui.commands import plan_moves as commands
from journeymapper.ui.commands.plans import tick
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import pen_of
from journeymapper.ui.plans.dates_dialog import DatesDialog
from journeymapper.ui.plans.dragging import Dragging
from journeymapper.ui.plans.spot import Spot
from journeymapper.ui.plans.timeline_pane import TimelinePane
from journeymapper.ui.plans.told_line import ToldLine
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.segmented import Segmented

_HINT = _(
    "Drag a bar or one of its ends. Keys: Alt with an arrow moves it by a day,"
    " Alt and Shift move its end, Ctrl and Shift its beginning."
)
_ZOOMS = ((Zoom.WEEK, _("Weeks")), (Zoom.MONTH, _("Months")), (Zoom.QUARTER, _("Quarters")))
_GRIP = 9
"""So many px of each end of a bar are that end."""
_ALT, _SHIFT, _CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
_PARTS: dict[Qt.KeyboardModifier, Part] = {
    _ALT: "both",
    _ALT | _SHIFT: "due",
    _CTRL | _SHIFT: "begin",  # Ctrl and Alt with arrows belong to some desktops
}


class TimelineView(PlanView):
    """While a bar is held it is shown where it would be; nothing is written before it is let go."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        say = context.say
        self._today, self._words = date.min, ""
        self._snapshot: Snapshot | None = None
        self._rows: tuple[Bar, ...] = ()
        self._held: tuple[Bar, Part, QPoint] | None = None
        self._drawn: tuple[tuple[Bar, ...], date] = ((), date.min)
        self._at_today = False
        self.zoom = Segmented(
            say(_("What one part of the axis is")),
            [(zoom.value, say(words)) for zoom, words in _ZOOMS],
            Zoom.MONTH.value,
        )
        self.zoom.chosen.connect(self._choose_zoom)
        self.now = Button(context, say(_("Go to today")), "quiet", "calendar")
        self.now.clicked.connect(lambda _on=False: self._go_to_today())
        self.pane = TimelinePane(context, self._name)
        self.pane.setAccessibleName(say(_("Plans along the days")))
        self.pane.resized.connect(self._redraw)
        self.pane.spot_made.connect(self._on_spot)
        self.told = ToldLine(context, _HINT, self)
        self.told.open_wanted.connect(self.plan_wanted)
        self.dragging = Dragging(self)
        self._empty = EmptyPlace(
            context,
            "calendar",
            say(_("No plans yet")),
            say(_("Plans and tasks appear here along the days. Write the first one in the list.")),
        )
        self._lay_out()
        context.theme.changed.connect(self._redraw)

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self.dragging.cancel()
        self._snapshot, self._today = snapshot, today
        found = facts(snapshot, today, self.bands, self._words)
        rows = bars(snapshot, found, today, self._words)
        if (rows, today) == self._drawn:
            return
        self._rows, self._drawn = rows, (rows, today)
        self._pages.setCurrentIndex(1 if self._rows or self._words else 0)
        self._draw()
        if not self._at_today and self._rows:
            self._at_today = True
            self._go_to_today()

    def take_focus(self) -> None:
        first = self.pane.spots.get(self._rows[0].id) if self._rows else None
        (first or self.zoom.button(self.zoom.value())).setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self._words = text
        if self._snapshot is not None:
            self.refresh(self._snapshot, self._today)
            self.told.looked_for(text, found=bool(self._rows))

    def forget(self) -> None:
        self._at_today = False

    def show_plan(self, plan_id: str) -> None:
        """Take the keyboard to the bar of a plan or task."""
        if plan_id in self.pane.spots:
            self.pane.spots[plan_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def lift(self, taken: QWidget, point: QPoint) -> bool:
        """Take a bar, or one of its ends."""
        bar = self._bar(taken)
        if bar is None or not self._may_move(bar):
            return False
        self._held = (bar, self._part(taken, bar, taken.mapFromGlobal(point).x()), point)
        return True

    def hover(self, _taken: QWidget, point: QPoint) -> None:
        """Show the bar where it would be."""
        if self._held is not None:
            bar = self._held[0]
            begin, due = self._dates_at(point)
            self._draw(replace(bar, begin=begin, due=due, late=False))
            self.told.preview(words_of(replace(bar, begin=begin, due=due, late=False), self._today))

    def drop(self, _taken: QWidget, point: QPoint) -> None:
        """Keep the dates."""
        if self._held is None:
            return
        bar, dates = self._held[0], self._dates_at(point)
        self._held = None
        self.told.rest()
        self._set(bar, dates)
        self._draw()

    def put_back(self, _taken: QWidget) -> None:
        """All stands where it stood."""
        self._held = None
        self.told.rest()
        self._draw()

    def menu(self, bar: Bar) -> QMenu:
        """Return the menu of a bar."""
        say, menu = self.context.say, QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        plan = bar.of if bar.is_task else bar.id
        if plan:
            menu.addAction(say(_("Open the plan"))).triggered.connect(
                lambda _on=False: self.plan_wanted.emit(plan)
            )
        menu.addAction(say(_("Dates…"))).triggered.connect(lambda _on=False: self.ask_dates(bar))
        if bar.is_task:
            done = bar.stage == "closed"
            words = _("Not done") if done else _("Done")
            menu.addAction(say(words)).triggered.connect(
                lambda _on=False: self._tick(bar, done=not done)
            )
        return menu

    def ask_dates(self, bar: Bar) -> None:
        """Let somebody type the dates."""
        document = self.session.document
        if document is None:
            return

        def keep(begin: str, due: str) -> None:
            commands.set_dates(document, bar.id, begin, due)

        dialog = DatesDialog(self.context, self, bar, keep)
        dialog.exec()
        dialog.deleteLater()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.zoom)
        bar.addWidget(self.now)
        bar.addStretch(1)
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(10)
        inside.addLayout(bar)
        inside.addWidget(self.pane, 1)
        inside.addWidget(self.told)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _draw(self, moved: Bar | None = None) -> None:
        """Draw all rows; with a bar that is held where it would be."""
        if self._snapshot is None:
            return
        zoom = Zoom(self.zoom.value())
        span = span_of(self._rows, self._today, zoom)  # that of before: nothing jumps
        rows = [moved if moved is not None and row.id == moved.id else row for row in self._rows]
        least = self.pane.viewport().width() / self.context.theme.scale
        self.pane.show_line(
            lay_out(pen_of(self.context), rows, self._today, zoom, least=least, span=span)
        )

    def _redraw(self) -> None:
        self._draw()

    def _on_spot(self, spot: Spot) -> None:
        self.dragging.watch(spot)
        spot.setCursor(Qt.CursorShape.SizeHorCursor)
        spot.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        spot.customContextMenuRequested.connect(lambda at: self._open_menu(spot, at))
        spot.opened.connect(lambda: self._open(spot))
        spot.chosen.connect(lambda: self._tell(spot))
        spot.arrow.connect(lambda dx, dy, held: self._on_arrow(spot, dx, dy, held))

    def _open_menu(self, spot: Spot, at: QPoint) -> None:
        bar = self._bar(spot)
        if bar is not None:
            self.menu(bar).exec(spot.mapToGlobal(at))

    def _open(self, spot: Spot) -> None:
        bar = self._bar(spot)
        if bar is not None and bar.is_task:
            self.ask_dates(bar)
        elif bar is not None:
            self.plan_wanted.emit(bar.id)

    def _tell(self, spot: Spot) -> None:
        bar = self._bar(spot)
        if bar is not None:
            self.told.preview(words_of(bar, self._today))

    def _on_arrow(self, spot: Spot, dx: int, dy: int, held: Qt.KeyboardModifier) -> None:
        bar = self._bar(spot)
        if bar is None:
            return
        if dy and not held:
            place = self._rows.index(bar) + dy
            if 0 <= place < len(self._rows):
                self.show_plan(self._rows[place].id)
        elif dx and held in _PARTS and self._may_move(bar):
            self._set(bar, stretched(bar, _PARTS[held], dx, self._today), merge=True)
            moved = self._bar(spot)
            if moved is not None:
                self.told.tell(words_of(moved, self._today))

    def _may_move(self, bar: Bar) -> bool:
        if bar.stage == "closed":
            self.told.tell(_already(bar), plan="" if bar.is_task else bar.id)
        return bar.stage != "closed" and self.session.can_change()

    def _part(self, taken: QWidget, bar: Bar, x: int) -> Part:
        grip = min(_GRIP, taken.width() // 3)
        if bar.begin is not None and x < grip:
            return "begin"
        return "due" if x > taken.width() - grip else "both"

    def _dates_at(self, point: QPoint) -> Dates:
        assert self._held is not None
        bar, part, start = self._held
        return stretched(bar, part, self.pane.days_of((point - start).x()), self._today)

    def _set(self, bar: Bar, dates: Dates, *, merge: bool = False) -> None:
        document, (begin, due) = self.session.document, dates
        if document is None or (bar.begin, bar.due) == dates:
            return
        with self.session.guard():
            first = begin.isoformat() if begin else ""
            last = due.isoformat() if due else ""
            commands.set_dates(document, bar.id, first, last, merge=merge)

    def _tick(self, bar: Bar, *, done: bool) -> None:
        document = self.session.document
        if document is not None:
            with self.session.guard():
                tick(document, bar.id, self._today.isoformat() if done else "")

    def _bar(self, spot: QWidget) -> Bar | None:
        return next((row for row in self._rows if row.id == getattr(spot, "id", "")), None)

    def _name(self, bar: Bar) -> str:
        words = words_of(bar, self._today)
        return self.context.say(_("{what}, {stage}", what=words, stage=STAGES[bar.stage]))

    def _choose_zoom(self, _key: str) -> None:
        self._draw()
        self._go_to_today()

    def _go_to_today(self) -> None:
        if self.pane.line is not None:
            self.pane.show_today(self.pane.line.x_of(self._today))


def _already(bar: Bar) -> Message:
    if bar.is_task:
        return _("“{task}” is done, so its dates stay as they are.", task=bar.title)
    return _("“{plan}” is closed, so its dates stay as they are.", plan=bar.title)
