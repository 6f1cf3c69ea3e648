"""The window: a frame around the places; it shows what session and places say."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from journeymapper.app.actions import BY_ID, Menu, When
from journeymapper.app.place import place_of
from journeymapper.app.settings import GEOMETRY
from journeymapper.document.document import SaveState
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet, Initiator
from journeymapper.domain.entities import Project
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.activity_bar import ActivityBar
from journeymapper.ui.areas import step_area
from journeymapper.ui.autosave import Autosave
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.problem import Offer, ProblemBar
from journeymapper.ui.file_place import surroundings
from journeymapper.ui.finder.key import KeyKeeper
from journeymapper.ui.flows import Flows
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.history.side import HistorySide
from journeymapper.ui.late import late
from journeymapper.ui.looks import Looks
from journeymapper.ui.memory import Memory
from journeymapper.ui.menus import FIRST_START, fill_bar, main_menu
from journeymapper.ui.place_stack import PlaceStack
from journeymapper.ui.places.home import HomePlace
from journeymapper.ui.session import Session
from journeymapper.ui.status_bar import StatusBar
from journeymapper.ui.trouble.notices import Offer as WayOut
from journeymapper.ui.trouble.watch import TroubleWatch
from journeymapper.ui.widgets.focus_ring import FocusRing
from journeymapper.ui.widgets.logo import window_icon
from journeymapper.ui.widgets.pressing import EnterPresses
from journeymapper.ui.window_actions import bind_window_actions
from journeymapper.ui.window_drops import WindowDrops

_LEAST = (640, 360)
_FIRST = (1366, 768)
"""Sizes of the window in px: the least, and that of the first start."""

_APP = "Journey Mapper"

_show_on_map: Callable[[MainWindow, str], None] = late("gaps.making", "show_on_map")


class MainWindow(QMainWindow):
    """One window with at most one document."""

    def __init__(self, context: Context, session: Session, looks: Looks) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.looks = looks
        looks.dress(self)
        self._ending = False
        self.setWindowIcon(window_icon(context))
        self.setMinimumSize(*_LEAST)
        self.binding = ActionBinding(context, self)
        self.addActions(list(self.binding.actions()))
        self.memory = Memory(context, session)
        self.flows = Flows(context, session, self.memory, self)
        self.autosave = Autosave(session)
        self.activity = ActivityBar(context, self.binding)
        self.status = StatusBar(context)
        self.problem = ProblemBar(context)
        self.trouble = TroubleWatch(context, session, self)
        self._beside = QHBoxLayout()
        self.history = HistorySide(context, session, self._beside, self)
        self.gaps = GapWatch(context, session, self)
        self.places = PlaceStack(context, session, self.binding, self.flows, self.memory, self.gaps)
        self._menus = fill_bar(self.menuBar(), context, self.binding)
        self._menu = main_menu(self, context, self.binding)
        self._alt_alone = False
        self._enter = EnterPresses(self)
        self._lay_out()
        self._ring = FocusRing(self, context.theme)
        self._drops = WindowDrops(
            self,
            lambda: self.places.current().drops(),
            self.open,
            self.show_problem,
            self._turn_to_map,
        )
        self._finder_key = KeyKeeper(BY_ID["go.anything"].shortcuts[0], self)
        self._tell_conditions()
        bind_window_actions(self)
        self._follow()
        self._restore()
        self._show_title()
        self.show_place("home")

    def open(self, path: Path) -> None:
        """Open a file in this window; a failure is shown in it."""
        self.flows.open_file(path)

    def show_place(self, key: str) -> None:
        """Bring a place to the front."""
        self.places.show_place(key)
        self.activity.mark(key)
        self._arrange()

    def show_problem(self, error: UserError) -> None:
        """Show what went wrong and what the user can do about it."""
        say = self.context.say
        document = self.session.document
        offers: tuple[Offer, ...] = ()
        if self.trouble.knows(error):
            return
        if self.session.is_stopped:
            self.session.report(error.message)  # the banner says why, and what to do
            return
        if earlier := self.flows.opening.earlier_of(error):
            offers = ((say(_("Open an earlier state…")), partial(self.flows.restore, earlier)),)
        elif document is not None and document.path is not None:
            if document.save_state == SaveState.KEPT:
                offers = (
                    (say(_("Try again")), self.flows.save),
                    (say(_("Save elsewhere…")), self.flows.save_as),
                )
            elif document.save_state == SaveState.READ_ONLY:
                offers = ((say(_("Save a copy…")), self.flows.save_copy),)
        self.problem.show_error(error, offers)

    def _turn_to_map(self, at: QPoint) -> bool:
        """Bring the map to the front when its entry is at a point of the screen."""
        entry = self.activity.button("map")
        over = entry.isEnabled() and entry.rect().contains(entry.mapFromGlobal(at))
        if not over or self.places.current() is self.places.place("map"):
            return False
        self.show_place("map")
        return True

    def open_menu(self) -> None:
        """Open the menu, where the window has it at this moment."""
        bar = self.menuBar()
        if bar.isVisible():
            bar.setActiveAction(self._menus[Menu.FILE].menuAction())
            return
        logo = self.activity.logo
        self._menu.popup(logo.mapToGlobal(QPoint(logo.width(), 0)))
        self._menu.setActiveAction(self._menu.actions()[0])

    def step_area(self, step: int) -> None:
        """Give the focus to the next part of the window (``step`` 1) or the one before (-1)."""
        inside = self.places.current().areas()
        areas = (self.activity, self.places.bar, *inside, *self.history.areas(), self.status)
        step_area(areas, QApplication.focusWidget(), step)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._ending = True
        try:
            closed = self.flows.close()
        finally:
            self._ending = False
        if not closed:
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self.context.settings.set(GEOMETRY, geometry)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == Qt.Key.Key_Alt
        if not self._enter.take(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Alt pressed and let go by itself opens the menu."""
        if event.key() == Qt.Key.Key_Alt and self._alt_alone:
            self.open_menu()
        self._alt_alone = False
        super().keyReleaseEvent(event)

    def _lay_out(self) -> None:
        work = QWidget()
        work.setObjectName("work")
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.places.bar)
        column.addWidget(self.trouble.banner)
        column.addWidget(self.problem)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.places, 1)
        column.addLayout(self._beside, 1)
        column.addWidget(self.status)
        frame = QWidget()
        frame.setObjectName("frame")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.activity)
        row.addWidget(work, 1)
        self.setCentralWidget(frame)

    def _tell_conditions(self) -> None:
        session, tell = self.session, self.binding.tell
        tell(When.DOCUMENT_OPEN, lambda: session.document is not None)
        tell(When.CAN_UNDO, session.can_undo)
        tell(When.CAN_REDO, session.can_redo)
        tell(When.MAP_SHOWN, lambda: self.places.current().shows_map())
        tell(When.CAN_FIND, lambda: self.places.current().can_find())

    def _follow(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.changed.connect(self._on_change)
        session.save_state_changed.connect(self._show_state)
        session.failed.connect(self.show_problem)
        session.said.connect(lambda message: self.status.say(self.context.say(message)))
        session.undo_offered.connect(
            lambda message: self.status.say(self.context.say(message), passing=True)
        )
        self.places.fact_changed.connect(self._show_fact)
        self.places.map_wanted.connect(lambda id_: _show_on_map(self, id_))
        self.gaps.changed.connect(lambda: self.activity.show_critical(self.gaps.critical))
        self.activity.menu_wanted.connect(self.open_menu)
        self.memory.changed.connect(self._arrange)
        self.flows.close_failed.connect(self.trouble.closing_failed)
        self.flows.begun.connect(lambda: self.binding.run("walk.start"))
        self.trouble.wanted.connect(self._help_out)
        self.trouble.changed.connect(self.binding.refresh)
        self.history.left.connect(lambda: self.places.current().activate())
        self.history.changed.connect(self.binding.refresh)
        self.history.shown.connect(lambda: self._make_room(for_history=True))
        for panel in ("view.details", "view.check"):
            self.binding.action(panel).toggled.connect(
                lambda on: self._make_room(for_history=False) if on else None
            )

    def _restore(self) -> None:
        saved = self.context.settings.get(GEOMETRY)
        if not (saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode("ascii")))):
            room = self.screen().availableSize()
            self.resize(min(_FIRST[0], room.width()), min(_FIRST[1], room.height()))

    def _on_opened(self) -> None:
        self.problem.clear()
        self._show_title()
        self.show_place("map")
        self.memory.note()  # only now: Home need not be made anew any more

    def _on_closed(self) -> None:
        self._show_title()
        self._show_state()
        if not self._ending:
            self.show_place("home")

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.touches(Project):
            self._show_title()
        if changes.step.initiator != Initiator.APP:
            self.status.pass_on()
        self.binding.refresh()

    def _arrange(self) -> None:
        """Before the first file there is a menu and two buttons, nothing else."""
        home = self.places.place("home")
        first = isinstance(home, HomePlace) and home.is_first_start
        self.menuBar().setVisible(first)
        for which, menu in self._menus.items():
            menu.menuAction().setVisible(which in FIRST_START)
        for part in (self.activity, self.places.bar, self.status):
            part.setVisible(not first)
        self.history.arrange(fits=self.places.current() is not home)
        self.binding.refresh()

    def _make_room(self, *, for_history: bool) -> None:
        """Where there is room for one panel only, the one that came last stays."""
        panels = [self.binding.action(id_) for id_ in ("view.details", "view.check")]
        if self.width() >= self.context.tokens.size("inspector_open_from"):
            return
        if not for_history:
            self.history.hide_for_now()
            return
        for panel in panels:
            if panel.isChecked():
                panel.trigger()

    def _help_out(self, offer: WayOut) -> None:
        """Do what a button of the banner asks for."""
        ways: dict[WayOut, Callable[[], object]] = {
            WayOut.SAVE_ELSEWHERE: self.flows.save_as,
            WayOut.OPEN_FILE: self.flows.open_changed_file,
            WayOut.PUT_AWAY: self.flows.put_away,
            WayOut.OPEN_AGAIN: self.flows.open_again,
            WayOut.SHOW_HISTORY: lambda: self.history.set_wanted(True),
        }
        ways[offer]()

    def _show_title(self) -> None:
        document = self.session.document
        name = queries.project(document.snapshot).title if document else ""
        self.setWindowTitle(f"{name} — {_APP}" if name else _APP)

    def _show_state(self) -> None:
        document = self.session.document
        place = place_of(document.path, surroundings()) if document else None
        session = self.session
        self.status.set_document(
            place, session.state(), stuck=session.stuck, stopped=session.is_stopped
        )

    def _show_fact(self) -> None:
        fact = self.places.current().fact()
        self.status.set_fact(self.context.say(fact) if fact else "")
        self.binding.refresh()
