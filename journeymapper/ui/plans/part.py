"""One of the five steps, unfolded: its heading, its fields, the team's and the customers' word."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.plans.steps import NAMES, TITLES
from journeymapper.document import operations
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import PlanWord
from journeymapper.domain.kinds import People
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import Message, _
from journeymapper.ui.plans.cells import Paragraph
from journeymapper.ui.plans.fields import Field, Fields
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.plans.step_mark import StepMark
from journeymapper.ui.widgets.labels import PlainLabel

THEIR_WORD: dict[People, Message] = {
    People.PATIENT: _("What patients say about it"),
    People.CUSTOMER: _("What customers say about it"),
    People.GUEST: _("What guests say about it"),
    People.CLIENT: _("What clients say about it"),
    People.RESIDENT: _("What residents say about it"),
    People.EMPLOYEE: _("What employees say about it"),
    People.CITIZEN: _("What citizens say about it"),
}

NO_WORD: dict[People, Message] = {
    People.PATIENT: _("No patient was heard on this yet"),
    People.CUSTOMER: _("No customer was heard on this yet"),
    People.GUEST: _("No guest was heard on this yet"),
    People.CLIENT: _("No client was heard on this yet"),
    People.RESIDENT: _("No resident was heard on this yet"),
    People.EMPLOYEE: _("No employee was heard on this yet"),
    People.CITIZEN: _("No citizen was heard on this yet"),
}


class Part(QWidget):
    """``fields`` is filled by ``fill``; the two words come last."""

    def __init__(self, sheet: PlanSheet, part: PlanPart) -> None:
        super().__init__()
        self.sheet, self.part = sheet, part
        self.setAccessibleName(sheet.say(TITLES[part]))
        head = QHBoxLayout()
        head.setSpacing(8)
        self.mark = StepMark(sheet.context)
        head.addWidget(self.mark)
        head.addWidget(PlainLabel(sheet.say(NAMES[part]), "section"))
        head.addWidget(PlainLabel(sheet.say(TITLES[part]), "body", "text_secondary"))
        head.addStretch(1)
        self.silent = PlainLabel("", "label", "text_secondary")
        head.addWidget(self.silent)
        self.fields = Fields(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.fields)
        self.fill()
        self.team = self._word(_("What the team says about it"), "team")
        self.theirs = self._word(THEIR_WORD[People.CUSTOMER], "customers")

    @abstractmethod
    def fill(self) -> None:
        """Put the fields of this step."""

    def lacks(self) -> Field | None:
        """Return the field that still has to be filled where it is not the first one."""
        return None

    def refresh(self, *, filled: bool) -> None:
        """Show what the document holds."""
        self.mark.set_done(done=filled)
        people = queries.project(self.sheet.snapshot).people
        words = self.sheet.say(THEIR_WORD[people])
        self.theirs.caption.setText(words)
        self.theirs.cell.setAccessibleName(words)
        self.silent.setText(self.sheet.say(NO_WORD[people]))
        self.silent.setVisible(not self._said("customers").strip())
        self.fields.refresh()

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        return self.fields.flush()

    def set_width(self, width: int) -> None:
        """Say how much room there is."""
        self.fields.set_width(width)

    def paragraph(self, caption: Message, hint: Message, lines: int = 2) -> Paragraph:
        """Return a field for several lines of words."""
        say = self.sheet.say
        return Paragraph(self.sheet.context, say(caption), say(hint), lines)

    def _word(self, caption: Message, whose: str) -> Field:
        sheet = self.sheet

        def write(text: str) -> None:
            sheet.change(
                lambda tx: operations.set_plan_word(tx, sheet.plan_id, self.part, **{whose: text}),
                merge=("plan word", sheet.plan_id, self.part, whose),
            )

        field = Field(
            sheet,
            caption,
            Paragraph(sheet.context, sheet.say(caption), "", 1),
            lambda: self._said(whose),
            write,
        )
        self.fields.put(field, starts=whose == "team")
        return field

    def _said(self, whose: str) -> str:
        found = self.sheet.snapshot.select(indexes.WORDS_OF_PLAN, self.sheet.plan_id)
        word = next((w for w in found if w.part == self.part), None)
        return str(getattr(word, whose)) if isinstance(word, PlanWord) else ""
