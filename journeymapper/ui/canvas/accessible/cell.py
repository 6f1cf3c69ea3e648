"""One cell of the map, or one card in it, as a screen reader meets it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QWindow
from shiboken6 import VoidPtr, getCppPointer

from journeymapper.ui.canvas.spots import Spot

SET_FOCUS = QAccessibleActionInterface.setFocusAction()
PRESS = QAccessibleActionInterface.pressAction()

_NOTHING = 0


class Around(Protocol):
    """What a cell asks of the map that it belongs to."""

    def list_(self) -> QAccessibleInterface | None:
        """Return the list that holds the cells."""

    def window(self) -> QWindow | None:
        """Return the window that the map is in."""

    def rect_of(self, spot: Spot) -> QRect:
        """Return where a spot is on the screen; empty while it is out of sight."""

    def is_current(self, spot: Spot) -> bool:
        """Say whether the keyboard is in this spot."""

    def is_selected(self, spot: Spot) -> bool:
        """Say whether a spot is selected."""

    def name_of_action(self, action: str) -> str:
        """Return what an action does, in words."""

    def do(self, action: str, spot: Spot) -> None:
        """Carry out an action, as soon as the question has been answered."""


class CellReader(QAccessibleInterface):
    """Answers what a reader asks of a cell. ``words`` and ``spot`` are kept up by `Cells`.

    ``number`` is the one under which Qt knows it. It belongs to Qt from `register` to
    `forget`; in between a reference has to be kept.
    """

    def __init__(self, around: Around, spot: Spot, words: str) -> None:
        super().__init__()
        self.spot = spot
        self.words = words
        self.number = 0
        self._around = around
        self._there = True
        self._actions = _CellActions(self.do, around.name_of_action)

    def register(self) -> None:
        """Let Qt know it."""
        self.number = QAccessible.registerAccessibleInterface(self)

    def forget(self) -> None:
        """Let Qt delete it; nobody may ask it anything afterwards."""
        self._there = False
        QAccessible.deleteAccessibleInterface(self.number)

    def do(self, action: str) -> None:
        """Carry out one of its actions."""
        self._around.do(action, self.spot)

    def isValid(self) -> bool:
        return self._there

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes none as well
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # none before it is shown
        return self._around.window()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self._around.list_()

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def relations(self, _match: Any = None) -> list[Any]:
        return []

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, kind: QAccessible.Text) -> str:
        return self.words if kind == QAccessible.Text.Name else ""

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Writing goes through the editor, which the action opens."""

    def rect(self) -> QRect:
        return self._around.rect_of(self.spot)

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        state.focused = int(self._around.is_current(self.spot))
        state.selected = int(self._around.is_selected(self.spot))
        state.offscreen = int(self.rect().isEmpty())
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Return where the actions are; every other answer has to be a pointer to nothing."""
        if kind == QAccessible.InterfaceType.ActionInterface:
            return VoidPtr(getCppPointer(self._actions)[0])
        return VoidPtr(_NOTHING)


class _CellActions(QAccessibleActionInterface):
    """Go to the cell, and write in it."""

    def __init__(self, do: Callable[[str], None], name: Callable[[str], str]) -> None:
        super().__init__()
        self._do = do
        self._name = name

    def actionNames(self) -> list[str]:
        return [SET_FOCUS, PRESS]

    def doAction(self, action: str) -> None:
        if action in (SET_FOCUS, PRESS):
            self._do(action)

    def localizedActionName(self, action: str) -> str:
        return self._name(action)

    def localizedActionDescription(self, action: str) -> str:
        return self._name(action)

    def keyBindingsForAction(self, action: str) -> Sequence[str]:  # type: ignore[override]
        return ["F2"] if action == PRESS else []
