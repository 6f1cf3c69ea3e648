"""Cards for all templates; on Home and where a map is started."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from journeymapper.document.templates import TemplateInfo, snapshot_of, templates
from journeymapper.domain.message import Message, _
from journeymapper.ui.cards import TemplateCard
from journeymapper.ui.context import Context
from journeymapper.ui.thumbnails import drawing_of

_PICTURE = (240.0, 72.0)


def how_much(info: TemplateInfo) -> Message:
    """Say how much there is in a template."""
    return _("{stages} stages, {steps} steps", stages=info.stages, steps=info.steps)


class TemplateCards:
    """Makes cards for all templates; their pictures come one by one when the app is idle."""

    def __init__(self, context: Context, picture: int = 82) -> None:
        self._context = context
        self.infos = templates(context.services.resources.templates)
        self.cards = [
            TemplateCard(context, info.title, context.say(how_much(info)), picture=picture)
            for info in self.infos
        ]
        self._waiting = iter(zip(self.infos, self.cards, strict=True))

    def draw_when_idle(self, owner: QWidget) -> None:
        """Draw the pictures as long as ``owner`` lives."""
        QTimer.singleShot(0, owner, lambda: self._draw_next(owner, self._waiting))

    def _draw_next(
        self, owner: QWidget, waiting: Iterator[tuple[TemplateInfo, TemplateCard]]
    ) -> None:
        for info, card in waiting:
            snapshot = snapshot_of(info.outline)
            card.picture.show_drawing(drawing_of(self._context.tokens, snapshot, *_PICTURE))
            self.draw_when_idle(owner)
            return
