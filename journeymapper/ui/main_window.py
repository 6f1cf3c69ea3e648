"""The window: a frame around the places; it wires actions, session and places together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from journeymapper.app.actions import PLACES, Menu, When
from journeymapper.app.place import place_of
from journeymapper.app.settings import GEOMETRY
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.activity_bar import ActivityBar
from journeymapper.ui.areas import step_area
from journeymapper.ui.autosave import Autosave
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.problem import ProblemBar
from journeymapper.ui.file_chooser import ENDING
from journeymapper.ui.file_place import surroundings
from journeymapper.ui.flows import Flows
from journeymapper.ui.lazy import Lazy
from journeymapper.ui.looks import Looks
from journeymapper.ui.memory import Memory
from journeymapper.ui.menus import FIRST_START, fill_bar, main_menu
from journeymapper.ui.place_stack import PlaceStack
from journeymapper.ui.session import Session
from journeymapper.ui.status_bar import StatusBar
from journeymapper.ui.widgets.focus_ring import FocusRing
from journeymapper.ui.widgets.logo import window_icon
from journeymapper.ui.window_actions import bind_window_actions

_LEAST = (640, 360)
_FIRST = (1366, 768)
"""Sizes of the window: the least, and that of the first start, in px."""


class MainWindow(QMainWindow):
    """One window with at most one document."""

    def __init__(self, context: Context, session: Session, looks: Looks, lazy: Lazy) -> None:
        super().__init__()
        self.context = context
        self.session = session
        self.looks = looks
        self.setAcceptDrops(True)
        self.setWindowIcon(window_icon(context))
        self.setMinimumSize(*_LEAST)
        self.binding = ActionBinding(context, self)
        self.addActions(list(self.binding.actions()))
        self.memory = Memory(context, session)
        self.flows = Flows(context, session, self.memory, lazy, self)
        self.autosave = Autosave(session)
        self.activity = ActivityBar(context, self.binding)
        self.status = StatusBar(context)
        self.problem = ProblemBar(context)
        self.places = PlaceStack(context, session, self.binding, self.flows, self.memory)
        self._menus = fill_bar(self.menuBar(), context, self.binding)
        self._menu = main_menu(self, context, self.binding)
        self._lay_out()
        bind_window_actions(self)
        self._follow()
        self._ring = FocusRing(self, context.theme)
        self._alt_alone = False
        self._restore()
        self.show_place("home")

    def open(self, path: Path) -> None:
        """Open a file in this window; a failure is shown in it."""
        self.flows.open_file(path)

    def show_place(self, key: str) -> None:
        """Bring a place to the front."""
        self.places.show(key)
        self.activity.mark(key)
        self._arrange()

    def open_menu(self) -> None:
        """Open the menu, where the window has one at this moment."""
        bar = self.menuBar()
        if bar.isVisible():
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(self._menus[Menu.FILE].menuAction())
            return
        logo = self.activity.logo
        self._menu.popup(logo.mapToGlobal(QPoint(logo.width(), 0)))
        self._menu.setActiveAction(self._menu.actions()[0])

    def step_area(self, step: int) -> None:
        """Give the focus to the next part of the window (``step`` 1) or the one before (-1)."""
        place = self.places.current()
        areas = (self.activity, self.places.bar, *place.areas(), self.status)
        step_area(areas, QApplication.focusWidget(), step)

    def retry_tint(self) -> None:
        """Let everything that depends on colours be drawn anew."""
        self.binding.refresh()

    def _lay_out(self) -> None:
        work = QWidget()
        work.setObjectName("work")
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.places.bar, self.problem):
            column.addWidget(part)
        column.addWidget(self.places, 1)
        column.addWidget(self.status)
        frame = QWidget()
        frame.setObjectName("frame")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.activity)
        row.addWidget(work, 1)
        self.setCentralWidget(frame)

    def _follow(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.changed.connect(self._on_change)
        session.save_state_changed.connect(self._show_state)
        session.failed.connect(self.show_problem)
        session.said.connect(lambda message: self.status.say(self.context.say(message)))
        self.places.fact_changed.connect(self._show_fact)
        self.activity.menu_wanted.connect(self.open_menu)
        self.memory.changed.connect(self._arrange)
        tell = self.binding.tell
        document_open: Callable[[], bool] = lambda: session.document is not None
        tell(When.DOCUMENT_OPEN, document_open)
        tell(When.CAN_UNDO, lambda: session.document is not None and _can_undo(session))
        tell(When.CAN_REDO, lambda: session.document is not None and _can_redo(session))
        tell(When.MAP_SHOWN, lambda: document_open() and self.places.current().key == "map")
        tell(When.CAN_FIND, lambda: self.places.current().can_find())
        if not self.places.has_map:
            tell(When.SOMETHING_SELECTED, lambda: False)
