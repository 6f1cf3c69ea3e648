"""The details of one step, or what several steps share."""

from __future__ import annotations

from itertools import chain

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import steps, ways
from journeymapper.ui.panels.controls import Switch
from journeymapper.ui.panels.feelings import Feelings
from journeymapper.ui.panels.form import Form, channels, roles
from journeymapper.ui.panels.handoffs import HandOffs
from journeymapper.ui.panels.named_choice import NamedChoice
from journeymapper.ui.panels.own_map import OwnMap
from journeymapper.ui.panels.pains import Pains
from journeymapper.ui.panels.plans import StepPlans
from journeymapper.ui.panels.typed import TypedLine, TypedText, Typing
from journeymapper.ui.panels.waits import Waits
from journeymapper.ui.panels.ways import Ways
from journeymapper.ui.widgets.labels import PlainLabel

_LEAST_CHOICE, _AROUND_WORDS = 95, 50
"""Width of a choice at least, and of its icon, arrow and borders, in px at 100 % text."""

_MARGINS = 46
"""What the panel takes from its width, in px at 100 % text."""


class StepForm(Form):
    """Fields that concern one step alone are hidden while several are selected."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        say = bench.say
        self._ids: tuple[str, ...] = ()
        self.name = TypedLine(say, say(_("Name")))
        self.channel = NamedChoice(
            bench.context, say(_("Where it happens")), say(_("Choose or type"))
        )
        self.owner = NamedChoice(bench.context, say(_("Owner")), say(_("Choose or type")))
        self.moment = Switch(bench.context, say(_("Moment of truth")))
        self.feelings = Feelings(bench)
        self.pains = Pains(bench)
        self.description = TypedText(say, say(_("Description")), 3)
        self.waits = Waits(bench)
        self.handoffs = HandOffs(bench)
        self.ways = Ways(bench)
        self.own = OwnMap(bench)
        self.plans = StepPlans(bench)
        self._single: list[QWidget] = []
        self._both = QHBoxLayout()
        self._lay_out()
        self.channel.chosen.connect(self._set_channel)
        self.channel.named.connect(self._add_channel)
        self.owner.chosen.connect(self._set_owner)
        self.owner.named.connect(self._add_owner)
        self.moment.clicked.connect(self._set_moment)
        self.ways.takes_over.connect(self._go_to_handoff)

    def load(self, ids: tuple[str, ...]) -> None:
        """Show these steps."""
        if ids != self._ids:
            self.leave()
        self._ids = ids
        snapshot = self.bench.snapshot
        found = [snapshot.get(Touchpoint, id_) for id_ in ids]
        first, one = found[0], len(found) == 1
        for widget in self._single:
            widget.setVisible(one)
        self.handoffs.hide()
        self.plans.hide()
        self.ways.setVisible(one and ways.are_shown(snapshot))
        none = self.context.say(_("None"))
        channel = {step.channels[:1] for step in found}
        value = first.channels[0] if len(channel) == 1 and first.channels else ""
        self.channel.offer(channels(self.context, snapshot), value, none)
        owner = first.owner or "" if len({step.owner for step in found}) == 1 else ""
        self.owner.offer(roles(self.context, self.bench, snapshot), owner, none)
        self._share_width()
        self.moment.setChecked(all(s.moment_of_truth != MomentOfTruth.NONE for s in found))
        if one:
            self._load_one(first)

    def all_typings(self) -> list[Typing]:
        own = (self.feelings, self.pains, self.waits, self.handoffs, self.ways)
        return [*self.typings, *chain.from_iterable(part.typings() for part in own)]

    def _load_one(self, step: Touchpoint) -> None:
        document, id_ = self.bench.document, step.id
        self.name.typing.load(step.name, lambda text: steps.rename(document, id_, text))
        self.description.typing.load(
            step.description, lambda text: steps.describe(document, id_, text)
        )
        self.feelings.load(id_)
        self.pains.load(id_)
        self.waits.load(step)
        self.handoffs.load(step.id)
        self.ways.load(step)
        self.own.load(step)
        self.plans.load(step)

    def _lay_out(self) -> None:
        self._single.append(self.caption(_("Name")))
        self.put(self.name, self.name.typing)
        self.column.addLayout(self._pair())
        self.column.addSpacing(12)
        self.column.addLayout(self._switch())
        self.column.addSpacing(12)
        self.put(self.feelings)
        self._single.append(self.caption(_("What goes wrong")))
        self.put(self.pains)
        self._single.append(self.caption(_("Description")))
        self.put(self.description, self.description.typing)
        self.put(self.waits)
        self.put(self.handoffs)
        self.put(self.ways)
        self.put(self.own)
        self.put(self.plans)
        self.column.addStretch(1)
        self._single += [
            self.name,
            self.feelings,
            self.pains,
            self.description,
            self.waits,
            self.own,
        ]

    def _share_width(self) -> None:
        """Put two names side by side where both can be read, the longer one wider; else stack."""
        px = self.context.theme.px
        needed: list[int] = []
        for field in (self.channel, self.owner):
            words = field.fontMetrics().horizontalAdvance(field.currentText())
            needed.append(max(words + px(_AROUND_WORDS), px(_LEAST_CHOICE)))
            field.setToolTip(field.currentText())
        room = px(self.context.tokens.size("inspector") - _MARGINS) - self._both.spacing()
        for place, width in enumerate(needed):
            self._both.setStretch(place, width)
        side = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._both.setDirection(side if sum(needed) <= room else down)

    def _pair(self) -> QHBoxLayout:
        row = self._both
        row.setSpacing(12)
        for words, field in ((_("Where it happens"), self.channel), (_("Owner"), self.owner)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(PlainLabel(self.context.say(words), "label", "text_secondary"))
            column.addWidget(field)
            row.addLayout(column, 1)
        return row

    def _switch(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(self.context.say(_("Moment of truth")), "subheading"))
        hint = self.context.say(_("A make-or-break moment"))
        words.addWidget(PlainLabel(hint, "label", "text_secondary"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.moment)
        row.addLayout(words, 1)
        return row

    def _set_channel(self, channel: str) -> None:
        chosen = (channel,) if channel else ()
        self.guarded(lambda: steps.set_channels(self.bench.document, self._ids, chosen))

    def _add_channel(self, name: str) -> None:
        self.guarded(lambda: steps.set_new_channel(self.bench.document, self._ids, name))

    def _set_owner(self, role: str) -> None:
        self.guarded(lambda: steps.set_owner(self.bench.document, self._ids, role or None))

    def _add_owner(self, name: str) -> None:
        self.guarded(lambda: steps.set_new_owner(self.bench.document, self._ids, name))

    def _go_to_handoff(self, step: str) -> None:
        self.bench.select_steps((step,))
        QTimer.singleShot(0, self.handoffs.take_focus)

    def _set_moment(self, on: bool) -> None:
        self.guarded(lambda: steps.set_moment(self.bench.document, self._ids, on=on))
