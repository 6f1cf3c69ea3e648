"""The programme: five steps in order, each written down and ticked when it is done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.plans.programme import progress
from journeymapper.document import operations
from journeymapper.domain.entities import ProgrammeStep
from journeymapper.domain.message import Message, _
from journeymapper.domain.programme import STEPS
from journeymapper.ui.answers.date_field import date_text
from journeymapper.ui.context import Context
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.habits.customer_views import CustomerViews
from journeymapper.ui.plans.habits.fields import PageText
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.plans.habits.table import TablePanel
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.choice import Tick
from journeymapper.ui.widgets.labels import PlainLabel

_VIEWS = 2
"""The step that lists how customers see us."""

_TABLE_HEIGHT = 300


class StepBlock(QWidget):
    """A step: its question, what was written, and whether it is done."""

    def __init__(self, page: ProgrammePage, number: int) -> None:
        super().__init__()
        self._page, self._number = page, number
        say, words = page.context.say, STEPS[number - 1]
        self.tick = Tick(page.context, "")
        self.tick.clicked.connect(self._tick)
        self.text = PageText(say, say(words.title), 2, say(words.ask))
        head = QHBoxLayout()
        title = _("{number}. {title}", number=number, title=words.title)
        head.addWidget(PlainLabel(say(title), "heading", wrap=True), 1)
        head.addWidget(self.tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.text.typing.problem)

    def refresh(self, known: ProgrammeStep | None) -> None:
        """Show what was written."""
        self.text.hold(self._number, known.text if known is not None else "", self._write)
        done = known.done if known is not None else ""
        say = self._page.context.say
        words = _("Done on {day}", day=date_text(done, self._page.context)) if done else _("Done")
        self.tick.setChecked(bool(done))
        self.tick.setText(say(words))
        self.tick.setAccessibleName(say(_("Done: {title}", title=STEPS[self._number - 1].title)))

    def _write(self, text: str) -> None:
        self._page.set(self._number, _("Programme, step {number}", number=self._number), text=text)

    def _tick(self, on: bool) -> None:
        self._page.tick(self._number, on=on)


class ProgrammePage(Page):
    """All five steps below each other; how far they are stands above them."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None) -> None:
        super().__init__(
            context,
            session,
            _("Programme in five steps"),
            _("From what you want to change to how you see that it works. In your own words."),
            parent,
        )
        self.how_far = PlainLabel("", "subheading", wrap=True)
        self.body.addWidget(self.how_far)
        self.views = TablePanel(context, session, CustomerViews(context))
        self.views.setMinimumHeight(context.theme.px(_TABLE_HEIGHT))
        self.tables.append(self.views)
        self.blocks = [StepBlock(self, number) for number in range(1, len(STEPS) + 1)]
        for number, block in enumerate(self.blocks, start=1):
            self.body.addWidget(block)
            if number == _VIEWS:
                self.body.addWidget(self.views)
        self.body.addStretch(1)
        self.refresh()
        self.blocks[(progress(self.snapshot).next or 1) - 1].text.setFocus()

    def refresh(self) -> None:
        found = progress(self.snapshot)
        for block, known in zip(self.blocks, found.steps, strict=True):
            block.refresh(known)
        self.views.refresh()
        words = _("All five steps are done. Look again when the figures of step 5 say so.")
        if found.next is not None:
            words = _(
                "{done} of {all} steps done. Next: {title}",
                done=found.done,
                all=len(STEPS),
                title=STEPS[found.next - 1].title,
            )
        self.how_far.setText(self.context.say(words))

    def flush(self) -> bool:
        written = [block.text.typing.flush() for block in self.blocks]
        return all(written)

    def set(self, number: int, label: Message, **fields: str) -> None:
        """Write a field of a step."""
        merge = ("programme", number) if "text" in fields else None
        with self.document.step(label, merge=merge) as tx:
            operations.set_single(tx, ProgrammeStep, number, **fields)

    def tick(self, number: int, *, on: bool) -> None:
        """Say that a step is done today, or is not."""
        today = today_of(self.context).isoformat()
        label = _("Step {number} of the programme is done", number=number)
        if not on:
            label = _("Step {number} of the programme is not done", number=number)
        with self.session.guard():
            self.set(number, label, done=today if on else "")
