"""The review of all plans, led through its hour; what is written is kept as one step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from journeymapper.analysis.plans.facts import facts
from journeymapper.analysis.plans.review import (
    AGENDA,
    Block,
    Part,
    Rhythm,
    last_review,
    late_lines,
    measured_lines,
    rhythm,
    soon_lines,
)
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Review
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.months import months_later
from journeymapper.ui.commands.plan_reviews import Minutes, keep_review
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.ask import ask
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.review_pages import (
    NextPage,
    PlansPage,
    ReadPage,
    ReviewPage,
    WritePage,
)
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel

_SIZE = QSize(1000, 640)
_LIST, _BESIDE_FROM = 270, 740
"""Widths at 100 % text: of the list of parts, and of the dialog from which it is there."""


class ReviewDialog(DialogFrame):
    """The parts of the hour at the start side, the one in play beside it."""

    def __init__(
        self, context: Context, document: Document, today: date, parent: QWidget | None
    ) -> None:
        say = context.say
        super().__init__(context, say(_("Review of all plans")), parent, _SIZE, snug=False)
        self._document, self._today = document, today
        due = _due_words(rhythm(document.snapshot, today))
        self.due = PlainLabel(say(due), "body_large", "text_secondary", wrap=True)
        self.told = PlainLabel("", "body", wrap=True)
        self.told.hide()
        self.pages = {part.block: self._page(part) for part in AGENDA}
        self.agenda = QListWidget()
        self.agenda.setObjectName("plan_agenda")
        self.agenda.setAccessibleName(say(_("The hour, part by part")))
        self.agenda.setFixedWidth(context.theme.px(_LIST))
        self.agenda.setWordWrap(True)
        self._stack = QStackedWidget()
        for part in AGENDA:
            words = _("{minutes} min   {title}", minutes=part.minutes, title=part.title)
            item = QListWidgetItem(say(words), self.agenda)
            item.setSizeHint(QSize(0, context.theme.px(44)))
            self._stack.addWidget(self.pages[part.block])
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.agenda)
        row.addWidget(self._stack, 1)
        self.body.addWidget(self.due)
        self.body.addLayout(row, 1)
        self.body.addWidget(self.told)
        total = sum(part.minutes for part in AGENDA)
        self.add_at_start(
            PlainLabel(say(_("{n} minutes in all", n=total)), "body", "text_secondary")
        )
        self.back = self.add_button(say(_("Back")))
        self.back.clicked.connect(lambda _on=False: self._go(-1))
        self.next = self.add_button(say(_("Next part")))
        self.next.clicked.connect(lambda _on=False: self._go(1))
        self.keep = self.add_button(say(_("Keep the review")), "primary")
        self.keep.setDefault(False)  # Enter in a field must not end the meeting
        self.keep.clicked.connect(self.accept)
        self.agenda.currentRowChanged.connect(self._show)
        self.agenda.setCurrentRow(0)
        self.agenda.setFocus()

    @property
    def typed(self) -> bool:
        """Say whether something was written or chosen."""
        return any(page.typed for page in self.pages.values())

    def minutes(self) -> Minutes:
        """Return what was written."""
        plans, changes, after = self._plans, self._changes, self._next
        parts = [plans.decision.text().strip(), after.text]
        return Minutes(
            self._today,
            "\n".join(part for part in parts if part),
            changes.text,
            after.every,
            plans.words(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the parts are gone through with the buttons alone."""
        super().resizeEvent(event)
        self.agenda.setVisible(self.width() >= self.context.theme.px(_BESIDE_FROM))

    def accept(self) -> None:
        """Keep it, also without a word: that all was looked at is worth keeping."""
        try:
            keep_review(self._document, self.minutes())
        except UserError as error:
            self.told.setText(self.context.say(error.message))
            self.told.show()
            return
        super().accept()

    def reject(self) -> None:
        """Leave; what was written is kept, or the review goes on. Undo takes it back."""
        if not self.typed:
            super().reject()
        elif ask(
            self.context,
            self,
            _("Keep what was written?"),
            _("Leaving keeps what was written so far. Undo takes it back."),
            yes=_("Keep and leave"),
            no=_("Go on"),
        ):
            self.accept()

    @property
    def _plans(self) -> PlansPage:
        page = self.pages[Block.PLANS]
        assert isinstance(page, PlansPage)
        return page

    @property
    def _changes(self) -> WritePage:
        page = self.pages[Block.CHANGES]
        assert isinstance(page, WritePage)
        return page

    @property
    def _next(self) -> NextPage:
        page = self.pages[Block.NEXT]
        assert isinstance(page, NextPage)
        return page

    def _page(self, part: Part) -> ReviewPage:
        snapshot, today = self._document.snapshot, self._today
        found = facts(snapshot, today, {})
        match part.block:
            case Block.AGREED:
                return ReadPage(self.context, part, _agreed(last_review(snapshot)))
            case Block.LATE:
                late = late_lines(snapshot, found, today)
                soon = soon_lines(snapshot, found, today)
                groups = [
                    (_("Late"), late, _("Nothing is late.")),
                    (_("Due within a week"), soon, _("Nothing is due within a week.")),
                ]
                return ReadPage(self.context, part, groups)
            case Block.MEASURED:
                lines = measured_lines(snapshot, self._document.counts, found)
                empty = _("No plan that has started has a measure. Which one should get one?")
                return ReadPage(self.context, part, [(_("Before and now"), lines, empty)])
            case Block.PLANS:
                still = [one for one in found if one.standing.open]
                return PlansPage(self.context, part, still, today)
            case Block.CHANGES:
                return WritePage(self.context, part, _("What we change"))
            case Block.NEXT:
                months = queries.project(snapshot).plan_months
                return NextPage(self.context, part, today, months)

    def _go(self, by: int) -> None:
        self.agenda.setCurrentRow(self.agenda.currentRow() + by)
        page = self._stack.currentWidget()
        first = page.first() if isinstance(page, ReviewPage) else None
        (first or self.next).setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, row: int) -> None:
        self._stack.setCurrentIndex(row)
        self.back.setEnabled(row > 0)
        self.next.setEnabled(row < len(AGENDA) - 1)


def open_review(context: Context, session: Session, parent: QWidget) -> None:
    """Lead through the review until it is kept or left."""
    document, today = session.document, today_of(context)
    if document is None:
        return
    dialog = ReviewDialog(context, document, today, parent)
    kept = dialog.exec()
    dialog.deleteLater()
    if kept:
        months = queries.project(document.snapshot).plan_months
        day = in_words(months_later(today, months))
        session.report(_("The review is kept. The next is on {date}.", date=day))


def _agreed(last: Review | None) -> list[tuple[Message, list[Message], Message]]:
    if last is None:
        empty = _("This is the first review. Say what you want from the plans.")
        return [(_("Last time"), [], empty)]
    day = in_words(date.fromisoformat(last.date))
    lines = [
        _("{line}", line=line)
        for text in (last.decision, last.changes)
        for line in text.splitlines()
        if line.strip()
    ]
    return [(_("On {date}", date=day), lines, _("Nothing was written down."))]


def _due_words(found: Rhythm) -> Message:
    day = in_words(found.due)
    if found.late:
        return _("This review is due since {date}.", date=day)
    if found.days == 0:
        return _("This review is due today.")
    return _("The next review is due on {date}; it may be held earlier.", date=day)
