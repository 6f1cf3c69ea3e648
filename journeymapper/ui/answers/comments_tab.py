"""The tab Comments: all that people wrote, to search, to sort by theme, and to act on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journeymapper.app.comments import CommentBook
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import (
    Answer,
    CommentMark,
    ImportBatch,
    Question,
    Round,
    Sheet,
    Stage,
    Theme,
    Touchpoint,
)
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import Comment
from journeymapper.export.files import write_all
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.answers.comment_export import SUFFIXES, file_of
from journeymapper.ui.answers.comment_filters import CommentFilters
from journeymapper.ui.answers.comment_list import CommentList
from journeymapper.ui.answers.comment_side import CommentSide, Shown
from journeymapper.ui.answers.comment_words import MOODS, Names, comments, noted
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.commands import comments as commands
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.late import late
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from journeymapper.ui.answers.forget_dialog import ForgetDialog
    from journeymapper.ui.answers.themes_dialog import ThemesDialog

_themes: Callable[..., ThemesDialog] = late("answers.themes_dialog", "ThemesDialog")
_forget: Callable[..., ForgetDialog] = late("answers.forget_dialog", "ForgetDialog")

_LEAST_HIGH = 90
"""So high are the lists at least, whatever the sentence in an empty one needs."""

MANY = 3000
"""From so many answers on they are read beside the window."""

_NAMES: dict[str, Message] = {
    "mood": _("Mood noted"),
    "touchpoint": _("Step noted"),
    "kind": _("Praise and coaching noted"),
    "about": _("Alias noted"),
    "wow": _("Wow noted"),
    "consent": _("Consent noted"),
}
_SOURCES = (Answer, Sheet, ImportBatch)
_SHOWN = (CommentMark, Theme, Question, Round, Touchpoint, Stage)


class CommentsTab(QWidget):
    """All comments of the open document. It follows the session by itself."""

    def __init__(self, context: Context, session: Session, _binding: ActionBinding) -> None:
        super().__init__()
        self.context, self.session = context, session
        say = context.say
        self.filters = CommentFilters(context)
        self.list = CommentList(context)
        self.side = CommentSide(context)
        self.count = PlainLabel("", "label", "text_secondary")
        self.export = Button(context, say(_("Export…")), "quiet", "file-down")
        self.themes = Button(context, say(_("Themes…")), "quiet", "layers")
        self.all = Button(context, say(_("Show all")), "link")
        self._none = EmptyPlace(
            context,
            "message-square",
            say(_("No comments yet")),
            say(_("What people write on sheets, in reviews or in a file you import stands here.")),
        )
        self._nothing = EmptyPlace(
            context,
            "search",
            say(_("No comment fits")),
            say(_("Look for another word, or show all comments.")),
        )
        self._nothing.offer(say(_("Show all")), self.filters.clear)
        self._pages = QStackedWidget()
        self._lists = QStackedWidget()
        self._background = Background(self)
        self._background.done.connect(self._take)
        self._book = CommentBook()
        self._names = Names(None)
        self._stale = True
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self._look()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 4, 8, 4)
        foot.setSpacing(8)
        foot.addWidget(self.count)
        foot.addWidget(self.all)
        foot.addStretch(1)
        foot.addWidget(self.themes)
        foot.addWidget(self.export)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._nothing)
        self._lists.setMinimumHeight(self.context.theme.px(_LEAST_HIGH))
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.filters)
        left.addWidget(_line(QFrame.Shape.HLine))
        left.addWidget(self._lists, 1)
        left.addWidget(_line(QFrame.Shape.HLine))
        left.addLayout(foot)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(_line(QFrame.Shape.VLine))
        row.addWidget(self.side)
        self._pages.addWidget(page)
        self._pages.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_opened)
        session.changed.connect(self._on_change)
        session.flush.connect(self.side.keep_typed)
        self.filters.changed.connect(self._sift)
        self.filters.left.connect(self._to_list)
        self.list.chosen.connect(self._show_side)
        self.list.menu_wanted.connect(self._open_menu)
        side = self.side
        side.noted.connect(self.note)
        side.themed.connect(self._give_theme)
        side.quoted.connect(self.put_on_map)
        side.forgotten.connect(self.forget)
        side.edited.connect(self.edit_themes)
        self.themes.clicked.connect(lambda _on=False: self.edit_themes())
        self.export.clicked.connect(lambda _on=False: self._choose_export())
        self.all.clicked.connect(lambda _on=False: self.filters.clear())
        for keys, mood in (("Alt+1", -1), ("Alt+2", 0), ("Alt+3", 1), ("Alt+0", None)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda mood=mood: self.note("mood", mood))

    # what others ask of the tab ----------------------------------------------------------

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        """Go to the search field."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.field.selectAll()

    def selected(self) -> list[Comment]:
        """Return the selected comments, in the order of the list."""
        return [self.list.model_.book.comments[row] for row in self.list.selected()]

    def show_theme(self, theme_id: str) -> None:
        """Show the comments of a theme."""
        self.filters.choose("theme", theme_id)

    def note(self, field: str, value: object) -> None:
        """Note the same of all selected comments."""
        keys = [comment.key for comment in self.selected()]
        document = self.session.document
        if document is None or not keys:
            return
        fields: dict[str, Any] = {field: value}
        if field == "kind" and not value:
            fields["about"] = ""
        if field == "wow" and not value:
            fields["consent"] = False
        with self.session.guard():
            commands.note(document, keys, _NAMES[field], **fields)
            said = noted(len(keys), _NAMES[field])
            if field == "mood" and isinstance(value, int):
                said = _("{mood}: {n}", mood=MOODS[value], n=comments(len(keys)))
            self.session.report(said)
            announce(self.list, self.context.say(said))

    def put_on_map(self) -> None:
        """Write the selected comments into the row Their words at their steps."""
        document = self.session.document
        if document is None:
            return
        by_step: dict[str, list[Comment]] = {}
        for row in self.list.selected():
            if step := self._book.step(row):
                by_step.setdefault(step, []).append(self._book.comments[row])
        with self.session.guard():
            put = commands.put_on_map(document, by_step)
            self.session.report(
                _("On the map now: {n}.", n=comments(put))
                if put
                else _("This stands on the map already.")
            )

    def forget(self) -> None:
        """Begin to forget the person who wrote the selected comments."""
        if self.session.document is None:
            return
        dialog = _forget(self.context, self.session, self.selected(), self.window())
        dialog.exec()
        dialog.deleteLater()

    def edit_themes(self) -> None:
        """Open the themes with their keywords and counts."""
        if self.session.document is None:
            return
        dialog = _themes(self.context, self.session, self._book, self.window())
        dialog.wanted.connect(self.show_theme)
        dialog.exec()
        dialog.deleteLater()

    def write(self, suffix: str, rows: list[int]) -> bytes:
        """Return the comments as a file of this kind."""
        return file_of(suffix, self._book, rows, self._names, self.context.say)

    # following the document --------------------------------------------------------------

    def _on_opened(self) -> None:
        self._stale = True
        self._look()

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.touches(*_SOURCES):
            self._stale = True
        if self._stale or changes.touches(*_SHOWN):
            self._look()

    def _look(self) -> None:
        """Read the comments anew when they may be others, and show what is noted of them."""
        document = self.session.document
        if document is None:
            self._background.cancel()
            self._book = CommentBook()
            self._show()
            return
        if not self._stale:
            self._note()
            return
        self._stale = False
        batches = document.snapshot.table(ImportBatch).values()
        many = len(document.snapshot.table(Answer)) + sum(batch.rows for batch in batches)
        if many < MANY:
            self._background.cancel()
            book = CommentBook()
            book.take(document.comments())
            self._take(book)
            return
        snapshot = document.snapshot

        def read(_stop: Stop) -> CommentBook:
            book = CommentBook()
            book.take(document.comments())
            book.note(snapshot)
            book.counts()
            return book

        self._background.start(read)

    def _take(self, book: CommentBook) -> None:
        self._book = book
        self._note()

    def _note(self) -> None:
        document = self.session.document
        if document is None:
            return
        self._book.note(document.snapshot)
        self._names = Names(document.snapshot)
        rounds = {comment.round for comment in self._book.comments}
        self.filters.offer(self._names, self._book.themes, rounds)
        self._show()

    def _show(self) -> None:
        self._pages.setCurrentIndex(0 if self._book.comments else 1)
        self._sift()

    def _sift(self) -> None:
        """Show what is wanted, and keep what was selected where it is still there."""
        kept = {comment.key for comment in self.selected()}
        rows = self._book.sift(self.filters.wanted())
        before = self.list.currentIndex().row()
        self.list.model_.show(self._book, rows, self._names)
        self._lists.setCurrentIndex(0 if rows else 1)
        total, shown = len(self._book.comments), len(rows)
        said = comments(total)
        if shown < total:
            said = _("{shown} of {all}", shown=shown, all=comments(total))
        self.count.setText(self.context.say(said))
        self.all.setVisible(shown < total)
        if kept and not self.list.selectionModel().hasSelection():
            where = [i for i, row in enumerate(rows) if self._book.comments[row].key in kept]
            self.list.select_place(where[0] if where else min(max(before, 0), shown - 1))
        self._show_side()

    def _same_book(self) -> bool:
        return self.list.model_.book is self._book

    def _show_side(self) -> None:
        rows = self.list.selected() if self._same_book() else []
        book = self._book
        shown = None
        if rows:
            shown = Shown(
                [book.comments[row].text for row in rows],
                [book.mark(row) for row in rows],
                [frozenset(mark.themes if (mark := book.mark(r)) else ()) for r in rows],
                [book.found_themes(row) for row in rows],
                [book.step(row) for row in rows],
                self.list.model_.facts(self.list.model_.rows.index(rows[0])),
            )
        self.side.show_comments(shown, self._names.steps, book.themes)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.select_place(0)

    def _give_theme(self, theme_id: str, given: bool) -> None:
        document = self.session.document
        if document is not None:
            keys = [comment.key for comment in self.selected()]
            with self.session.guard():
                commands.give_theme(document, keys, theme_id, given=given)

    def _open_menu(self, at: QPoint) -> None:
        if not self.list.selected():
            return
        say, menu = self.context.say, QMenu(self)
        for mood, name in MOODS.items():
            menu.addAction(say(_("Mood: {mood}", mood=name))).triggered.connect(
                lambda _on=False, mood=mood: self.note("mood", mood)
            )
        menu.addSeparator()
        quote = menu.addAction(say(_("Put on the map")))
        quote.setEnabled(self.side.quote.isEnabled())
        quote.triggered.connect(self.put_on_map)
        menu.addAction(say(_("Forget this person…"))).triggered.connect(self.forget)
        menu.exec(at)
        menu.deleteLater()

    def _choose_export(self) -> None:
        say, menu = self.context.say, QMenu(self)
        for suffix, name in SUFFIXES.items():
            menu.addAction(say(name)).triggered.connect(
                lambda _on=False, suffix=suffix: self._export(suffix)
            )
        menu.exec(self.export.mapToGlobal(QPoint(0, 0)))
        menu.deleteLater()

    def _export(self, suffix: str) -> None:
        name = self.context.say(SUFFIXES[suffix])
        chooser = FileChooser(self.context, self.window())
        path = chooser.to_export(name, self.context.say(_("Comments")), suffix)
        if path is not None:
            with self.session.guard():
                write_all(path, [self.write(suffix, self.list.model_.rows)])
                self.session.report(_("The comments are in {name}.", name=path.name))


def _line(shape: QFrame.Shape) -> QFrame:
    line = QFrame()
    line.setProperty("look", "divider")
    if shape is QFrame.Shape.HLine:
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line
