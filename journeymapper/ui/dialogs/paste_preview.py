"""What goes where, when what is pasted does not simply fit."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.commands.cards import Cell
from journeymapper.ui.commands.clipboard.plan import Plan, Write
from journeymapper.ui.commands.names import shortened, stage_name, step_name
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

SHOWN = 8
"""So many texts are listed; the first ones and, when some are new, the first new ones."""


class PastePreview(DialogFrame):
    """Lists texts and their places; ``chosen`` is the plan to carry out, None for nothing."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None,
        snapshot: Snapshot,
        map_id: str,
        plan: Plan,
        cell: Cell | None,
    ) -> None:
        title = context.say(_("What is pasted goes here"))
        super().__init__(context, title, parent, QSize(560, 420))
        self.chosen: Plan | None = None
        self._snapshot = snapshot
        self._map = map_id
        self._numbers = queries.numbers(snapshot, map_id)
        self._plan = plan
        say = context.say
        for sentence in self._sentences():
            self.body.addWidget(PlainLabel(say(sentence), "body_large", wrap=True))
        self._list()
        self.body.addStretch(1)
        self._offer(say(_("Cancel")), None)
        if cell is not None:
            self._offer(say(_("All into this cell")), plan.into(cell))
        known = plan.without_new()
        if plan.new_steps and known.writes:
            self._offer(say(_("Only what fits")), known)
        self._offer(say(self._agreement()), plan, primary=True)

    def _sentences(self) -> list[Message]:
        plan = self._plan
        found: list[Message] = []
        if plan.new_steps == 1:
            found.append(_("The map has one step too few for it."))
        elif plan.new_steps:
            found.append(_("The map has {count} steps too few for it.", count=plan.new_steps))
        if plan.replaces:
            found.append(
                _("{count} names or feelings that stand there are replaced.", count=plan.replaces)
            )
        if plan.homeless:
            found.append(
                _(
                    "{count} texts are left out, because there is no row for them here.",
                    count=len(plan.homeless),
                )
            )
        return found

    def _agreement(self) -> Message:
        count = self._plan.new_steps
        if count == 1:
            return _("Add a step and paste")
        if count:
            return _("Add {count} steps and paste", count=count)
        return _("Paste")

    def _list(self) -> None:
        say = self.context.say
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        listed = self._listed()
        for row, write in enumerate(listed):
            text = shortened(write.item.text) or say(_("a picture"))
            grid.addWidget(PlainLabel(text, "body", wrap=True), row, 0)
            grid.addWidget(
                PlainLabel(say(self._where(write)), "body", "text_secondary", wrap=True), row, 1
            )
        self.body.addLayout(grid)
        more = len(self._plan.writes) - len(listed)
        if more:
            words = say(_("and {count} more", count=more))
            self.body.addWidget(PlainLabel(words, "body", "text_secondary"))

    def _listed(self) -> list[Write]:
        """Return some texts that have a place already and some that need a new step."""
        known = [write for write in self._plan.writes if write.new is None]
        new = [write for write in self._plan.writes if write.new is not None]
        of_new = min(len(new), max(SHOWN // 2, SHOWN - len(known)))
        return [*known[: SHOWN - of_new], *new[:of_new]]

    def _where(self, write: Write) -> Message:
        """Return where a text goes, with the row where more than one row is written to."""
        place = self._place(write)
        if len({other.cell.lane for other in self._plan.writes}) < 2:
            return place
        row = row_label(self._snapshot, self.context.tokens, write.cell.lane)
        return _("{row}, {place}", row=row, place=place)

    def _place(self, write: Write) -> Message:
        if write.new is not None:
            return _("new step {number}", number=self._new_number(write.new))
        place = write.cell.place
        name = (
            step_name(self._snapshot, place)
            if write.cell.touchpoint
            else stage_name(self._snapshot, place)
        )
        return _("{number} {name}", number=self._numbers.get(place, ""), name=name)

    def _new_number(self, new: int) -> str:
        stage = self._snapshot.get(Stage, self._plan.stage)
        known = len(queries.touchpoints(self._snapshot, stage.id))
        return f"{self._numbers.get(stage.id, '')}.{known + new + 1}"

    def _offer(self, words: str, plan: Plan | None, *, primary: bool = False) -> None:
        button = self.add_button(words, "primary" if primary else "secondary")

        def choose() -> None:
            self.chosen = plan
            self.done(plan is not None)

        button.clicked.connect(choose)
        if primary:
            button.setFocus()
