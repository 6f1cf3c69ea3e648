"""The places that this version does not have yet: one honest sentence each, and a way on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.app.actions import BY_ID, plain
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.places.base import Place
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class Later:
    """What a place will be for, what this version does instead, and the action that does it."""

    key: str
    title: Message
    sentence: Message
    button: Message
    action: str


LATER: tuple[Later, ...] = (
    Later(
        "workshop",
        _("Work on the map together"),
        _(
            "This version has no agenda and no votes yet. Show the map full screen on the "
            "projector, or hang it up: Print makes sheets for a wall and sheets to write on."
        ),
        _("Go to Print"),
        "go.print",
    ),
)
"""Every place that is honest about itself."""


class LaterPlace(Place):
    """One sentence and one button that works."""

    def __init__(
        self, context: Context, session: Session, binding: ActionBinding, later: Later
    ) -> None:
        self.key = later.key  # type: ignore[misc]  # one class serves several places
        super().__init__(context, session, binding)
        go = BY_ID[f"go.{later.key}"]
        self._name = plain(context.say(go.text))
        self._empty = EmptyPlace(
            context, go.icon, context.say(later.title), context.say(later.sentence)
        )
        self.button = self._empty.offer(
            context.say(later.button), binding.action(later.action).trigger
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)

    def top_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(PlainLabel(self._name, "bar_title"))
        row.addStretch(1)
        return bar

    def activate(self) -> None:
        self.button.setFocus()
