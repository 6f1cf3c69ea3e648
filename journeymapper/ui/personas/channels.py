"""How to reach a persona: what we offer and what is preferred on each channel, in percent."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import Channel, ChannelShare
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import section_title
from journeymapper.ui.commands import statements
from journeymapper.ui.panels.form import channels
from journeymapper.ui.panels.named_choice import NamedChoice
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.lists import StatementList
from journeymapper.ui.personas.share_row import ShareRow
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel


class ChannelSection(StatementList):
    """A row for each channel, a choice to add one, and notes below."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk, NoteSection.CHANNEL)
        self.rows: dict[str, ShareRow] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(5, 1)
        self._offer = PlainLabel(desk.say(_("we offer")), "label", "text_secondary")
        self._likes = ElidedLabel("", "label", "text_secondary")
        self._grid.addWidget(self._offer, 0, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(self._likes, 0, 3, 1, 2, Qt.AlignmentFlag.AlignLeft)
        hint = desk.say(_("Add a channel"))
        self.add = NamedChoice(desk.context, hint, hint)
        self.add.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add.setMinimumWidth(desk.context.theme.px(170))
        self.add.chosen.connect(lambda id_: self._begin(id_, ""))
        self.add.named.connect(lambda name: self._begin("", name))
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addLayout(self._grid)
        top.addSpacing(2)
        top.addWidget(self.add)
        self.column.insertLayout(1, top)

    def refresh(self) -> None:
        super().refresh()
        desk = self.desk
        shares = {share.channel: share for share in self._shares()}
        for channel in [id_ for id_ in self.rows if id_ not in shares]:
            for widget in self.rows.pop(channel).widgets():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for channel in shares:
            if channel not in self.rows:
                row = self.rows[channel] = ShareRow(desk, channel)
                row.put(self._grid, self._grid.rowCount())
        for channel, share in shares.items():
            self.rows[channel].refresh(share)
        self._likes.set_whole(desk.say(_("{name} prefers", name=desk.name)))
        for head in (self._offer, self._likes):
            head.setVisible(bool(shares))
        known = channels(desk.context, desk.snapshot)
        rest = [one for one in known if one[0] not in shares]
        self.add.offer(rest, "", desk.say(_("No channel")))
        self.title(section_title(NoteSection.CHANNEL, desk.name))

    def first_field(self) -> QWidget | None:
        return self.add

    def stops(self) -> list[QWidget]:
        fields = [f for row in self.rows.values() for f in (row.offered, row.preferred)]
        return [*fields, self.add, *super().stops()]

    def _shares(self) -> tuple[ChannelShare, ...]:
        """Return the shares in the order of their channels."""
        snapshot = self.desk.snapshot
        found = snapshot.select(indexes.SHARES_OF_PERSONA, self.desk.persona_id)
        return tuple(sorted(found, key=lambda s: sort_key(snapshot.get(Channel, s.channel))))

    def _begin(self, channel_id: str, name: str) -> None:
        if not (channel_id or name):
            return
        desk = self.desk
        words = name or desk.snapshot.get(Channel, channel_id).name
        desk.guarded(
            lambda: statements.add_share(desk.document, desk.persona_id, channel_id, words)
        )
        row = next(reversed(self.rows.values()), None)
        if row is not None:
            row.offered.setFocus(Qt.FocusReason.TabFocusReason)
