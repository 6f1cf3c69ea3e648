"""Who was told? A line for each audience: tick it when it is told, write the letter, add one."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Communication
from journeymapper.domain.kinds import People
from journeymapper.domain.kinds_plan import Audience
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.audience_words import told_words
from journeymapper.drawing.plans.proof_words import audiences, told_how
from journeymapper.ui.commands import proof as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.audience_dialog import AudienceDialog
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.letter_dialog import LetterDialog
from journeymapper.ui.plans.outreach_dialog import OutreachDialog
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel

_MARK, _BUTTON = 16, 26


class ToldCard(QFrame):
    """``lines`` are by id."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.setObjectName("plan_card")
        self._context, self._session = context, session
        self._plan = ""
        self._shown: object = None
        self.lines: dict[str, ToldLine] = {}
        say = context.say
        self.sum = PlainLabel("", "body", "text_secondary")
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.more = IconButton(context, "ellipsis", say(_("More about who is told")))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(IconButton.ToolButtonPopupMode.InstantPopup)
        self.none = PlainLabel(
            say(_("Nobody yet. Those who told us and those who do the work should hear of it.")),
            "body",
            "text_secondary",
            wrap=True,
        )
        self.add = Button(context, say(_("Add")), "link")
        self.add.setMinimumWidth(context.theme.px(_BUTTON))
        self.add.setAccessibleName(say(_("Add who is told")))
        self.add.clicked.connect(lambda _on=False: self.edit(""))
        self.reached = Button(context, "", "link")
        self.reached.clicked.connect(lambda _on=False: self.show_outreach())
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(say(_("Who was told?")), "heading"))
        head.addStretch(1)
        head.addWidget(self.sum)
        head.addWidget(self.add)
        head.addWidget(self.more)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        links = QHBoxLayout()
        links.setSpacing(16)
        links.addWidget(self.reached)
        links.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 6, 10, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.none)
        column.addLayout(self._column)
        column.addLayout(links)
        column.addStretch(1)

    def show_plan(self, snapshot: Snapshot, plan_id: str, today: datetime.date) -> None:
        """Show who is told of a plan."""
        self._plan = plan_id
        found = audiences(snapshot, plan_id)
        told = sum(bool(one.date) for one in found)
        say = self._context.say
        self.sum.setText(say(_("{told} of {n}", told=told, n=len(found))) if found else "")
        self.none.setVisible(not found)
        others = snapshot.select(indexes.OUTREACH_OF_PLAN, plan_id)
        reached = sum(bool(one.date) for one in others)
        self.reached.setVisible(bool(others))
        self.reached.setText(
            say(_("{reached} of {n} others reached", reached=reached, n=len(others)))
        )
        people = queries.project(snapshot).people
        if (found, people, today) != self._shown:
            self._shown = (found, people, today)
            self._make(found, people, today)

    def edit(self, told_id: str) -> None:
        """Add somebody who is told, or change that."""
        dialog = AudienceDialog(self._context, self._session, self._plan, told_id, self.window())
        dialog.exec()
        deleted = dialog.deleted
        dialog.deleteLater()
        self._take_keys(told_id)
        if deleted:
            with self._session.guard():
                self._session.report(commands.delete_audience(self._session.open_document, told_id))

    def tick(self, told_id: str) -> None:
        """Note that somebody was told today, or that they still have to be."""
        document = self._session.open_document
        told = document.snapshot.get(Communication, told_id).date
        day = "" if told else today_of(self._context).isoformat()
        with self._session.guard():
            commands.mark_told(document, told_id, day)

    def write_letter(self, told_id: str) -> None:
        """Open the letter to somebody."""
        dialog = LetterDialog(self._context, self._session, told_id, self.window())
        dialog.exec()
        dialog.deleteLater()
        self._take_keys(told_id)

    def show_outreach(self) -> None:
        """Show who else may have had the same trouble."""
        dialog = OutreachDialog(self._context, self._session, self._plan, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _fill_menu(self) -> None:
        self.menu.clear()
        say = self._context.say
        self.menu.addAction(say(_("Add who is told…"))).triggered.connect(lambda: self.edit(""))
        others = self.menu.addAction(say(_("Who else had this trouble…")))
        others.triggered.connect(self.show_outreach)
        self.menu.addSeparator()
        people = queries.project(self._session.open_document.snapshot).people
        for one in audiences(self._session.open_document.snapshot, self._plan):
            letter = self.menu.addAction(say(_("Letter: {who}…", who=told_words(one, people))))
            letter.triggered.connect(lambda _on=False, id_=one.id: self.write_letter(id_))

    def _make(self, found: tuple[Communication, ...], people: People, today: datetime.date) -> None:
        """Make the lines anew; the keys stay with the line that had them."""
        focused = next((id_ for id_, line in self.lines.items() if line.has_keys()), "")
        for line in self.lines.values():
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.lines = {}
        before: QWidget = self.more
        for one in found:
            line = ToldLine(self._context, one, people, today)
            line.mark.clicked.connect(lambda _on=False, id_=one.id: self.tick(id_))
            line.name.clicked.connect(lambda _on=False, id_=one.id: self.edit(id_))
            line.letter.clicked.connect(lambda _on=False, id_=one.id: self.write_letter(id_))
            self._column.addWidget(line)
            self.lines[one.id] = line
            for part in (line.mark, line.name, line.letter):
                QWidget.setTabOrder(before, part)
                before = part
        if focused in self.lines:
            self.lines[focused].mark.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_keys(self, told_id: str) -> None:
        """Go on where a dialog was asked for: its line was made anew meanwhile."""
        if told_id in self.lines:
            self.lines[told_id].mark.setFocus(Qt.FocusReason.OtherFocusReason)


class ToldLine(QWidget):
    """``mark`` ticks, ``name`` changes, ``letter`` writes the letter while that is to be done."""

    def __init__(
        self, context: Context, one: Communication, people: People, today: datetime.date
    ) -> None:
        super().__init__()
        say = context.say
        words = told_words(one, people)
        who = words if isinstance(words, str) else say(words)
        told = bool(one.date)
        note = _("Note that they were told today: {who}", who=who)
        take_back = _("Note that they are still to be told: {who}", who=who)
        self.mark = IconButton(
            context, "circle-check" if told else "circle", say(take_back if told else note)
        )
        self.mark.setProperty("look", "told_mark")
        self.mark.setIconSize(QSize(_MARK, _MARK))
        self.mark.setFixedWidth(context.theme.px(_BUTTON))
        if told:
            self.mark.setIcon(context.icon("circle-check", "good"))
            context.theme.changed.connect(self._tint)
        self._context = context
        self.name = Button(context, who)
        self.name.setProperty("look", "told")
        self.name.setAccessibleName(say(_("Change who is told: {who}", who=who)))
        self.name.setToolTip(who)
        self.how = ElidedLabel(say(told_how(one, today)) if told else "", "body", "text_secondary")
        letter = _("Write the letter") if one.audience != Audience.TEAM else _("Write to them")
        self.letter = Button(context, say(letter), "link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(4)
        row.addWidget(self.mark)
        row.addWidget(self.name)
        row.addStretch(1)
        row.addWidget(self.how)
        row.addWidget(self.letter)
        self.letter.setVisible(not told)  # only now: without a parent it would be a window
        self.how.setVisible(told)

    def has_keys(self) -> bool:
        """Say whether the keyboard is in this line."""
        return any(part.hasFocus() for part in (self.mark, self.name, self.letter))

    def _tint(self) -> None:
        self.mark.setIcon(self._context.icon("circle-check", "good"))
