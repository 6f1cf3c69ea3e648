"""The bar above the walk: what is walked through, undo, the way to the map."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands.names import map_title
from journeymapper.ui.context import Context
from journeymapper.ui.walk import words
from journeymapper.ui.walk.facts import main_persona
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import ElidedLabel


class WalkBar(QWidget):
    """Shows what it is told."""

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        self._context = context
        self._title = ElidedLabel("", "bar_title")
        self._map = ElidedLabel("", "body_large", "text_secondary")
        self.to_map = Button(context, context.say(_("Go to the map")), "secondary", "route")
        self.to_map.setToolTip(context.say(_("Go to the map (Esc)")))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addWidget(self._map)
        row.addStretch(1)
        undo = QHBoxLayout()
        undo.setSpacing(0)
        for id_, icon in (("edit.undo", "undo-2"), ("edit.redo", "redo-2")):
            action = binding.action(id_)
            button = IconButton(context, icon, action.text().replace("&", ""))
            button.follow(action)
            undo.addWidget(button)
        row.addLayout(undo)
        row.addWidget(self.to_map)

    def show_map(self, snapshot: Snapshot, map_id: str) -> None:
        """Say what is walked through."""
        say = self._context.say
        self._title.set_whole(say(words.title(snapshot, map_id)))
        persona = main_persona(snapshot, map_id)
        title = map_title(snapshot, map_id)
        what = _("›  {map}", map=title)
        if persona is not None:
            name = persona.short or persona.name
            what = _("›  {map}, {persona}", map=title, persona=name)
        self._map.set_whole(say(what))
