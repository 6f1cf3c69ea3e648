"""Turns the table of actions into QActions: one handler for each id, named conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from journeymapper.app.actions import ACTIONS, Action, When
from journeymapper.ui.context import Context

Handler = Callable[[], object]
Condition = Callable[[], bool]


class ActionBinding(QObject):
    """All QActions of a window, by id.

    Places bind handlers for their own ids and tell their conditions; `refresh` asks all
    conditions again. Binding an id or a condition twice raises ValueError.
    """

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._handlers: dict[str, Handler] = {}
        self._checks: dict[str, Condition] = {}
        self._conditions: dict[When, Condition] = {When.ALWAYS: lambda: True}
        self._actions = {action.id: self._make(action) for action in ACTIONS}

    def action(self, id_: str) -> QAction:
        """Return the QAction of an id; raises KeyError."""
        return self._actions[id_]

    def actions(self) -> Iterable[QAction]:
        """Return all QActions in the order of the table."""
        return self._actions.values()

    def bind(self, id_: str, handler: Handler, checked: Condition | None = None) -> None:
        """Give an action its one handler; ``checked`` tells whether a checkable one is on."""
        if id_ not in self._actions or id_ in self._handlers:
            raise ValueError(id_)
        self._handlers[id_] = handler
        if checked is not None:
            self._checks[id_] = checked

    def tell(self, when: When, condition: Condition) -> None:
        """Say how to find out whether a condition holds."""
        if when in self._conditions:
            raise ValueError(when)
        self._conditions[when] = condition

    def unbound(self) -> tuple[str, ...]:
        """Return the ids that nobody handles; empty in a finished window."""
        return tuple(id_ for id_ in self._actions if id_ not in self._handlers)

    def run(self, id_: str) -> None:
        """Do what the action does, when its condition holds."""
        self.refresh()
        self._actions[id_].trigger()

    def refresh(self) -> None:
        """Ask all conditions again: what can be used now, what is on."""
        held = {when: condition() for when, condition in self._conditions.items()}
        for action in ACTIONS:
            qaction = self._actions[action.id]
            handled = action.id in self._handlers
            qaction.setEnabled(handled and held.get(action.when, False))
            if action.checkable and action.id in self._checks:
                qaction.setChecked(self._checks[action.id]())

    def _make(self, action: Action) -> QAction:
        made = QAction(self._context.say(action.text), self)
        made.setObjectName(action.id)
        made.setStatusTip(self._context.say(action.help))
        made.setShortcuts([QKeySequence(keys) for keys in action.shortcuts])
        made.setCheckable(action.checkable)
        made.setMenuRole(QAction.MenuRole.NoRole)
        made.triggered.connect(lambda _checked=False: self._trigger(action))
        return made

    def _trigger(self, action: Action) -> None:
        """Call the handler; a check mark shows what is so, not what was clicked."""
        handler = self._handlers.get(action.id)
        if handler is not None:
            handler()
            self.refresh()
