"""The history beside the place: every step, back to any of them, names for some."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout

from journeymapper.app.moments import moment_within
from journeymapper.domain.changes import Step
from journeymapper.domain.entities import Version
from journeymapper.domain.message import _
from journeymapper.ui.commands import versions
from journeymapper.ui.context import Context
from journeymapper.ui.history.model import HistoryModel
from journeymapper.ui.history.naming import NameDialog
from journeymapper.ui.history.painting import RowPainter
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.search import SearchField

_TALL = 440
"""Height in px from which there is room for a hint above the buttons."""


class StepList(QListView):
    """The rows; Esc leaves for the place."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HistoryPanel(QFrame):
    """Follows the document while it is shown; costs nothing while it is not."""

    closed = Signal()
    left = Signal()
    """The keyboard should go back to the place."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context = context
        self._session = session
        self.setObjectName("history")
        self.setAccessibleName(context.say(_("History")))
        self.hide()
        self.model = HistoryModel(context.say, self._now, self)
        self.list = StepList()
        self.search = SearchField(context, context.say(_("Find a change")))
        self.note = PlainLabel("", "body", "text_secondary", wrap=True)
        self.back = Button(context, context.say(_("Go back to this point")), "secondary", "history")
        self.name = Button(context, context.say(_("Name this version…")))
        self._hint = PlainLabel("", "label", "text_secondary", wrap=True)
        self._set_up_list()
        self._lay_out()
        self._follow()
        self._dress()

    def refresh(self) -> None:
        """Show the history as it is now."""
        document = self._session.document
        if self.isHidden() or document is None:
            return
        chosen = self.chosen()
        names = tuple(document.snapshot.table(Version).values())
        self.model.show_steps(document.history(), names)
        self.choose(chosen)
        self._say_what_is_missing()

    def chosen(self) -> Step | None:
        """Return the selected step."""
        return self.model.step_at(self.list.currentIndex())

    def choose(self, step: Step | None) -> None:
        """Select a step; None selects none."""
        row = -1 if step is None else self.model.row_of(step.seq)
        index = self.model.index(row) if row >= 0 else QModelIndex()
        self.list.setCurrentIndex(index)
        self._judge()

    def go_back(self) -> None:
        """Make everything as it was after the selected step; it is one step itself."""
        step, document = self.chosen(), self._session.document
        if step is None or document is None or not self._session.can_change():
            return
        self._session.flush.emit()
        now = self._now()
        when = moment_within(step.at, now)
        with self._session.guard():
            said = _("Nothing is different from what it was then.")
            if versions.go_back(document, step, now):
                self.choose(document.history()[-1])
                said = _("Everything is as it was {when}. Ctrl+Z takes that back.", when=when)
            self._session.report(said)

    def name_point(self) -> None:
        """Ask for a name for the point after the selected step."""
        step, document = self.chosen(), self._session.document
        if step is None or document is None or not self._session.can_change():
            return
        version = self.model.version_of(step)
        point = _(
            "After: {what}, {when}", what=step.label, when=moment_within(step.at, self._now())
        )
        dialog = NameDialog(self._context, self.window(), point, version.name if version else "")
        if dialog.exec():
            with self._session.guard():
                if version is None:
                    versions.name_point(document, step, dialog.name, self._now())
                elif not dialog.name:
                    versions.forget_name(document, version.id, version.name)
                else:
                    versions.rename_point(document, version.id, dialog.name)
            self.choose(step)
        dialog.deleteLater()

    def take_focus(self) -> None:
        """Give the keyboard to the list, with a step selected."""
        if self.chosen() is None and len(self.model.steps):
            self.choose(self.model.steps[-1])
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the list gets it."""
        super().resizeEvent(event)
        self._hint.setVisible(event.size().height() >= self._context.theme.px(_TALL))

    def _set_up_list(self) -> None:
        rows = self.list
        rows.setObjectName("steps")
        rows.setAccessibleName(self._context.say(_("Changes, the newest first")))
        rows.setUniformItemSizes(True)
        rows.setMouseTracking(True)
        rows.setFrameShape(QFrame.Shape.NoFrame)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows.setModel(self.model)
        rows.setItemDelegate(RowPainter(self._context, self.model))

    def _lay_out(self) -> None:
        say = self._context.say
        close = IconButton(self._context, "x", say(_("Close the history")))
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.addWidget(PlainLabel(say(_("History")), "heading"), 1)
        head.addWidget(close)
        find = QHBoxLayout()
        find.setContentsMargins(16, 0, 16, 8)
        find.addWidget(self.search)
        self.note.setContentsMargins(16, 4, 16, 8)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 14)
        foot.setSpacing(8)
        foot.addWidget(self._hint)
        foot.addWidget(self.back)
        foot.addWidget(self.name)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(find)
        column.addWidget(self.note)
        column.addWidget(self.list, 1)
        column.addWidget(self._line)
        column.addLayout(foot)

    def _follow(self) -> None:
        session = self._session
        session.opened.connect(self._begin_anew)
        session.changed.connect(self.refresh)
        session.stopped.connect(self._judge)
        session.save_state_changed.connect(self._judge)
        self.search.changed.connect(self._filter)
        self.search.left.connect(self.list.setFocus)
        self.search.entered.connect(lambda _text: self.take_focus())
        self.list.selectionModel().currentChanged.connect(self._judge)
        self.list.activated.connect(self.go_back)
        self.list.left.connect(self.left)
        self.back.clicked.connect(self.go_back)
        self.name.clicked.connect(self.name_point)
        self._context.theme.changed.connect(self._dress)

    def _begin_anew(self) -> None:
        self.search.field.clear()
        self.choose(None)
        self.refresh()
        self.list.scrollToTop()

    def _filter(self, text: str) -> None:
        chosen = self.chosen()
        self.model.filter(text)
        self.choose(chosen)
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        said = ""
        if not self.model.rows:
            said = self._context.say(_("No change has these words."))
        elif len(self.model.steps) == 1:
            words = _("Every change you make is listed here, and you can go back to any of them.")
            said = self._context.say(words)
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _judge(self) -> None:
        """Say what the buttons would do with the selected step."""
        step, can_change = self.chosen(), self._session.can_change()
        newest = step is not None and step.seq == len(self.model.steps) - 1
        self.back.setEnabled(step is not None and not newest and can_change)
        self.name.setEnabled(step is not None and can_change)
        named = step is not None and self.model.version_of(step) is not None
        text = _("Rename this version…") if named else _("Name this version…")
        self.name.setText(self._context.say(text))
        hint = _("Going back is a change of its own: nothing is lost, and it can be undone.")
        if step is None:
            hint = _("Select a change to go back to how things were after it.")
        elif newest:
            hint = _("This is how things are now.")
        self._hint.setText(self._context.say(hint))

    def _now(self) -> datetime.datetime:
        return self._context.services.clock().astimezone()

    def _dress(self) -> None:
        theme = self._context.theme
        self.setFixedWidth(theme.px(self._context.tokens.size("inspector")))
        line, surface = theme.theme.colour("line"), theme.theme.colour("surface")
        self.setStyleSheet(
            f"QFrame#history {{ background: {surface}; border-left: 1px solid {line}; }}"
            f"QListView#steps {{ background: {surface}; border: none; }}"
        )
        self._line.setStyleSheet(f"background: {line};")
        self.model.layoutChanged.emit()
