"""The details of a stage."""

from __future__ import annotations

from journeymapper.domain.entities import Stage
from journeymapper.domain.kinds import Phase
from journeymapper.domain.message import _
from journeymapper.drawing.map.words import PHASES
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands import stages
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.panels.form import Form, roles
from journeymapper.ui.panels.named_choice import NamedChoice
from journeymapper.ui.panels.typed import TypedLine, TypedText


class StageForm(Form):
    """Name, part of the journey, goal and owner."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        say = bench.say
        self._id = ""
        self.name = TypedLine(say, say(_("Name")))
        self.phase = Chooser(bench.context, say(_("Part of the journey")))
        for phase, words in PHASES.items():
            self.phase.addItem(say(words), phase.value)
        self.goal = TypedText(say, say(_("Goal")), 2)
        self.owner = NamedChoice(bench.context, say(_("Owner")), say(_("Choose or type")))
        self.caption(_("Name"))
        self.put(self.name, self.name.typing)
        self.caption(_("Part of the journey"))
        self.put(self.phase)
        self.caption(_("What they want to reach here"))
        self.put(self.goal, self.goal.typing)
        self.caption(_("Owner"))
        self.put(self.owner)
        self.column.addStretch(1)
        self.phase.activated.connect(self._set_phase)
        self.owner.chosen.connect(self._set_owner)
        self.owner.named.connect(self._add_owner)

    def load(self, stage_id: str) -> None:
        """Show a stage."""
        if stage_id != self._id:
            self.leave()
        self._id = stage_id
        document, snapshot = self.bench.document, self.bench.snapshot
        stage = snapshot.get(Stage, stage_id)
        self.name.typing.load(stage.name, lambda text: stages.rename(document, stage_id, text))
        self.goal.typing.load(stage.goal, lambda text: stages.set_goal(document, stage_id, text))
        self.phase.setCurrentIndex(self.phase.findData(stage.phase.value))
        none = self.context.say(_("None"))
        self.owner.offer(roles(self.context, self.bench, snapshot), stage.owner or "", none)

    def _set_phase(self) -> None:
        phase = Phase(str(self.phase.currentData()))
        self.guarded(lambda: stages.set_phase(self.bench.document, self._id, phase))

    def _set_owner(self, role: str) -> None:
        self.guarded(lambda: stages.set_owner(self.bench.document, self._id, role or None))

    def _add_owner(self, name: str) -> None:
        self.guarded(lambda: stages.set_new_owner(self.bench.document, self._id, name))
