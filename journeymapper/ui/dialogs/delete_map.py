"""Asks before a map is deleted, and names what goes with it and what stays without it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from journeymapper.domain.map_loss import MapLoss, lost_with
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import map_title, step_name
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel


class DeleteMapDialog(DialogFrame):
    """One line for each thing to know; accepted where the map shall go."""

    def __init__(
        self, context: Context, snapshot: Snapshot, map_id: str, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("Delete this map?")), parent, QSize(460, 220))
        for sentence in what_goes(snapshot, map_id, lost_with(snapshot, map_id)):
            self.body.addWidget(PlainLabel(say(sentence), "body_large", wrap=True))
        self.body.addStretch(1)
        self.keep = self.add_button(say(_("Keep it")))
        self.keep.clicked.connect(self.reject)
        self.agree = self.add_button(say(_("Delete this map")), "primary")
        self.agree.clicked.connect(self.accept)
        self.agree.setFocus()


def what_goes(snapshot: Snapshot, map_id: str, loss: MapLoss) -> Iterator[Message]:
    """Say in whole sentences what goes with a map and what stays without it."""
    steps = _("1 step") if loss.steps == 1 else _("{count} steps", count=loss.steps)
    cards = _("1 card") if loss.cards == 1 else _("{count} cards", count=loss.cards)
    yield _(
        "With {name} goes all that is on it: {steps} and {cards}, the feelings and the scores.",
        name=map_title(snapshot, map_id),
        steps=steps,
        cards=cards,
    )
    if loss.plans == 1:
        yield _("1 plan stays and loses its step.")
    elif loss.plans:
        yield _("{count} plans stay and lose their steps.", count=loss.plans)
    for step in loss.above:
        name = step_name(snapshot, step.id)
        yield _("It is the own map of {name}; that step stays without one.", name=name)
    if loss.below == 1:
        yield _("The own map of one of its steps stays in the file.")
    elif loss.below:
        yield _("The {count} own maps of its steps stay in the file.", count=loss.below)
    for future in loss.futures:
        name = map_title(snapshot, future.id)
        yield _("The future map {name} stays and becomes a map of today.", name=name)
    yield _("Ctrl+Z brings all of it back.")
