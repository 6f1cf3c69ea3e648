"""The pages of the review: lists to read, and what is typed on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.plans.facts import PlanFacts
from journeymapper.analysis.plans.review import Part
from journeymapper.domain.dates import in_words
from journeymapper.domain.kinds_plan import ReviewStatus
from journeymapper.domain.message import Message, _
from journeymapper.domain.months import months_later
from journeymapper.drawing.plans import view_words
from journeymapper.ui.commands.plan_reviews import PlanWord
from journeymapper.ui.context import Context
from journeymapper.ui.plans.card import say_name
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_STATUS: tuple[tuple[str, Message], ...] = (
    ("", _("Not spoken of")),
    (ReviewStatus.ON_TRACK.value, _("On track")),
    (ReviewStatus.AT_RISK.value, _("At risk")),
    (ReviewStatus.OFF_TRACK.value, _("Off track")),
)

_OFTEN = (1, 2, 3, 6, 12)


class ReviewPage(QWidget):
    """A part of the hour: its title, what it is for, and below whatever it holds."""

    def __init__(self, context: Context, part: Part) -> None:
        super().__init__()
        self.context = context
        say = context.say
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(PlainLabel(say(part.title), "title"))
        self.column.addWidget(
            PlainLabel(say(part.about), "body_large", "text_secondary", wrap=True)
        )

    def first(self) -> QWidget | None:
        """Return what takes the keyboard here."""
        return None

    @property
    def typed(self) -> bool:
        """Say whether something was written or chosen here."""
        return False


class ReadPage(ReviewPage):
    """Only sentences to talk about, in groups with a heading."""

    def __init__(
        self,
        context: Context,
        part: Part,
        groups: Sequence[tuple[Message, Sequence[Message], Message]],
    ) -> None:
        """Each group is its heading, its sentences, and what stands there without any."""
        super().__init__(context, part)
        for head, lines, empty in groups:
            self.column.addWidget(PlainLabel(context.say(head), "subheading"))
            for line in lines or (empty,):
                role = "text" if lines else "text_secondary"
                self.column.addWidget(PlainLabel(context.say(line), "body_large", role, wrap=True))
        self.column.addStretch(1)


class WritePage(ReviewPage):
    """A field to write in."""

    def __init__(self, context: Context, part: Part, name: Message) -> None:
        super().__init__(context, part)
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(context.say(name))
        self.field.setPlaceholderText(context.say(name))
        self.field.setTabChangesFocus(True)
        self.column.addWidget(self.field, 1)

    def first(self) -> QWidget:
        return self.field

    @property
    def text(self) -> str:
        """What was written."""
        return self.field.toPlainText().strip()

    @property
    def typed(self) -> bool:
        return bool(self.text)


class PlansPage(ReviewPage):
    """How each plan stands and what is decided of it, a row for each."""

    def __init__(
        self, context: Context, part: Part, plans: Sequence[PlanFacts], today: date
    ) -> None:
        super().__init__(context, part)
        say = context.say
        self.rows: dict[str, tuple[Choice, QLineEdit]] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, one in enumerate(plans):
            name = say_name(context, one)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(PlainLabel(name, "subheading", wrap=True))
            stands = _("{who}, {when}", who=view_words.who(one), when=view_words.when(one, today))
            words.addWidget(PlainLabel(say(stands), "body", "text_secondary"))
            status = Choice(context, say(_("How “{plan}” stands", plan=name)))
            for value, title in _STATUS:
                status.addItem(say(title), value)
            decision = QLineEdit()
            decision.setAccessibleName(say(_("What we decide about “{plan}”", plan=name)))
            decision.setPlaceholderText(say(_("What we decide")))
            grid.addLayout(words, row, 0)
            grid.addWidget(status, row, 1)
            grid.addWidget(decision, row, 2)
            self.rows[one.id] = (status, decision)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(2, 5)
        self.column.addLayout(grid)
        if not plans:
            words_ = say(_("No plan is open. Write down below what the next one should be."))
            self.column.addWidget(PlainLabel(words_, "body_large", "text_secondary", wrap=True))
        self.decision = QLineEdit()
        self.decision.setAccessibleName(say(_("What we decide about all of it")))
        self.decision.setPlaceholderText(say(_("What we decide about all of it")))
        self.column.addWidget(self.decision)
        self.column.addStretch(1)

    def first(self) -> QWidget:
        return next((status for status, _text in self.rows.values()), self.decision)

    def words(self) -> tuple[PlanWord, ...]:
        """Return what was said of the plans that were spoken of.

        A decision without a choice counts as on track: nothing that is typed is lost.
        """
        said: list[PlanWord] = []
        for plan, (status, decision) in self.rows.items():
            value, text = str(status.currentData() or ""), decision.text().strip()
            if value or text:
                said.append(PlanWord(plan, ReviewStatus(value or ReviewStatus.ON_TRACK), text))
        return tuple(said)

    @property
    def typed(self) -> bool:
        return bool(self.words() or self.decision.text().strip())


class NextPage(ReviewPage):
    """The next date, and every how many months."""

    def __init__(self, context: Context, part: Part, today: date, months: int) -> None:
        super().__init__(context, part)
        say = context.say
        self._today, self._before = today, months
        self.told_field = QLineEdit()
        self.told_field.setAccessibleName(say(_("Who tells whom")))
        self.told_field.setPlaceholderText(say(_("Who tells whom")))
        self.months = Choice(context, say(_("How often")))
        for number in sorted({*_OFTEN, months}):
            self.months.addItem(say(_every(number)), number)
        self.months.setCurrentIndex(self.months.findData(months))
        self.months.setMaximumWidth(context.theme.px(220))
        self.next = PlainLabel("", "value", wrap=True)
        self.months.currentIndexChanged.connect(lambda _place: self._tell())
        self.column.addWidget(self.told_field)
        self.column.addWidget(PlainLabel(say(_("How often")), "subheading"))
        self.column.addWidget(self.months)
        self.column.addWidget(self.next)
        self.column.addStretch(1)
        self._tell()

    def first(self) -> QWidget:
        return self.told_field

    @property
    def text(self) -> str:
        """Who tells whom."""
        return self.told_field.text().strip()

    @property
    def every(self) -> int:
        """How many months there are between two reviews."""
        return int(self.months.currentData())

    @property
    def typed(self) -> bool:
        return bool(self.text) or self.every != self._before

    def _tell(self) -> None:
        day = in_words(months_later(self._today, self.every))
        self.next.setText(self.context.say(_("Next review: {date}", date=day)))


def _every(months: int) -> Message:
    return _("Every month") if months == 1 else _("Every {n} months", n=months)
