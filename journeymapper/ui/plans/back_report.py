"""What came of all of it: what worked, how quickly, and whether customers are content again."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from journeymapper.analysis.alerts.outcomes import Outcome, what_worked
from journeymapper.analysis.alerts.recovery import (
    Paired,
    Spread,
    more_pairs,
    paired,
    times_by_step,
)
from journeymapper.analysis.alerts.words import asked, exact
from journeymapper.domain.entities import Question
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import steps_of
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.labels import PlainLabel

Row = list[str]


class BackReport(DialogFrame):
    """Three small tables; each says what is missing while it is empty."""

    def __init__(self, context: Context, snapshot: Snapshot, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(context, say(_("What came of it")), parent, QSize(760, 560), snug=False)
        self.tables: dict[str, list[Row]] = {}
        outcomes = [self._outcome(row) for row in what_worked(snapshot)]
        self._part(
            "outcomes",
            _("What worked"),
            (_("What we did"), _("People"), _("Came back"), _("Share")),
            outcomes,
            _("Write in a word or two what you did, once something is mended."),
        )
        names = dict(steps_of(snapshot))
        rows = [
            [
                names.get(times.step or "") or say(_("No step")),
                self._spread(times.response),
                self._spread(times.fixed),
            ]
            for times in times_by_step(snapshot)
        ]
        self._part(
            "times",
            _("How quickly"),
            (_("Step"), _("First answer"), _("Mended")),
            sorted(rows),
            _("Press “I have reached them” and “It is mended”, then the times stand here."),
        )
        pairs = [self._pair(snapshot, row) for row in paired(snapshot)]
        self._part(
            "pairs",
            _("The same people before and after"),
            (_("Question"), _("People"), _("Content before"), _("Content after")),
            pairs,
            _("Note under “Made good” how they marked it before and after."),
        )
        for row in paired(snapshot):
            self.body.addWidget(PlainLabel(say(verdict(row)), "body", "text_secondary", wrap=True))
        said = _("Making good repairs damage. It is no reason to expect more than before.")
        self.body.addWidget(PlainLabel(say(said), "body", "text_secondary", wrap=True))
        self.body.addStretch(1)
        done = self.add_button(say(_("Done")), "primary")
        done.clicked.connect(self.accept)

    def _outcome(self, row: Outcome) -> Row:
        share = f"{row.rate * 100:.0f} %"
        if row.few:
            share = self.context.say(_("{share}, few cases", share=share))
        return [row.outcome, str(row.n), str(row.reopened), share]

    def _spread(self, spread: Spread | None) -> str:
        say = self.context.say
        if spread is None:
            return say(_("not known"))
        middle = exact(spread.median)
        if spread.n == 1:
            return say(_("{time} (once)", time=middle))
        return say(
            _(
                "{middle} in the middle, {low} to {high} ({n} times)",
                middle=middle,
                low=exact(spread.low),
                high=exact(spread.high),
                n=spread.n,
            )
        )

    def _pair(self, snapshot: Snapshot, row: Paired) -> Row:
        question = snapshot.get(Question, row.question)
        return [
            asked(question),
            str(row.n),
            str(row.satisfied_before),
            str(row.satisfied_after),
        ]

    def _part(
        self, key: str, title: Message, heads: tuple[Message, ...], rows: list[Row], none: Message
    ) -> None:
        say = self.context.say
        self.tables[key] = rows
        self.body.addWidget(PlainLabel(say(title), "subheading"))
        if not rows:
            self.body.addWidget(PlainLabel(say(none), "body", "text_secondary", wrap=True))
            return
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, head in enumerate(heads):
            grid.addWidget(PlainLabel(say(head), "label", "text_secondary"), 0, place)
        for line, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                said = PlainLabel(cell, "body", wrap=place == 0)
                grid.addWidget(said, line, place, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(inside)


def verdict(row: Paired) -> Message:
    """Say what the pairs show, in honest words: never "no effect"."""
    changed = _(
        "{better} became content, {worse} no longer are.", better=row.better, worse=row.worse
    )
    match row.change.verdict:
        case "higher":
            return _("{changed} More than chance could do.", changed=changed)
        case "lower":
            return _("{changed} Worse, and more than chance could do.", changed=changed)
    more = more_pairs(row)
    if more is None:
        return _("{changed} We cannot tell yet.", changed=changed)
    return _("{changed} We cannot tell yet: about {n} more people would.", changed=changed, n=more)
