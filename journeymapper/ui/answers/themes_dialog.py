"""The themes of comments: their keywords, and how many comments have each."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from journeymapper.analysis.priorities import pareto
from journeymapper.app.comments import CommentBook
from journeymapper.domain.entities import Theme
from journeymapper.domain.message import _
from journeymapper.ui.answers.comment_words import comments
from journeymapper.ui.commands import comments as commands
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_BAR_WIDTH, _BAR_HEIGHT = 120, 12


class Bar(QWidget):
    """How large a count is beside the largest; the few that make up four fifths are darker."""

    def __init__(self, context: Context, share: float, *, vital: bool) -> None:
        super().__init__()
        self._context, self._share, self._vital = context, share, vital
        self.setFixedSize(context.theme.px(_BAR_WIDTH), context.theme.px(_BAR_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._context.theme
        painter.fillRect(self.rect(), theme.colour("sunken"))
        width = round(self.width() * self._share)
        area = self.rect()
        area.setWidth(width)
        if not self.isLeftToRight():
            area.moveRight(self.rect().right())
        painter.fillRect(area, theme.colour("text_secondary" if self._vital else "text_tertiary"))
        painter.end()


class ThemesDialog(DialogFrame):
    """``wanted`` names the theme whose comments are to be shown."""

    wanted = Signal(str)

    def __init__(
        self, context: Context, session: Session, book: CommentBook, parent: QWidget | None
    ) -> None:
        say = context.say
        size = QSize(760, 460)
        super().__init__(context, say(_("Themes of comments")), parent, size, snug=False)
        self._session, self._book = session, book
        sentence = _(
            "A comment has a theme when it holds a keyword, or when you gave it the theme. A "
            "keyword finds all words that begin with it."
        )
        self.body.addWidget(PlainLabel(say(sentence), "body", "text_secondary", wrap=True))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.body.addWidget(self._rows)
        self.summary = PlainLabel("", "body", "text_secondary", wrap=True)
        self.body.addWidget(self.summary)
        self.new = QLineEdit()
        self.new.setPlaceholderText(say(_("A new theme, such as Waiting")))
        self.new.setAccessibleName(say(_("Name of a new theme")))
        self.new.returnPressed.connect(self._add)
        self.add = Button(context, say(_("Add theme")), icon="plus")
        self.add.clicked.connect(lambda _on=False: self._add())
        line = QHBoxLayout()
        line.addWidget(self.new, 1)
        line.addWidget(self.add)
        self.body.addLayout(line)
        self.body.addStretch(1)
        self.names: dict[str, QLineEdit] = {}
        self.keywords: dict[str, QLineEdit] = {}
        close = self.add_button(say(_("Done")), "primary")
        close.setDefault(False)
        close.clicked.connect(self.accept)
        self._show()
        self.new.setFocus()

    def done(self, result: int) -> None:
        self.setFocus()  # what is being typed is kept
        super().done(result)

    def _add(self) -> None:
        document, name = self._session.document, self.new.text().strip()
        if document is None or not name:
            return
        with self._session.guard():
            commands.add_theme(document, name)
            self.new.clear()
        self._show()
        self.new.setFocus()

    def _show(self) -> None:
        """Show the themes, the commonest first."""
        document = self._session.document
        if document is None:
            return
        self._book.note(document.snapshot)
        for i in reversed(range(self._grid.count())):
            item = self._grid.takeAt(i)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.names, self.keywords = {}, {}
        counts = self._book.counts()
        by_id = {theme.id: theme for theme in self._book.themes}
        order = pareto(counts)
        most = max(counts.values(), default=0)
        say = self.context.say
        if by_id:
            heads = (_("Theme"), _("Keywords, with commas between"), _("Comments"))
            for column, head in enumerate(heads):
                self._grid.addWidget(PlainLabel(say(head), "label", "text_secondary"), 0, column)
        for place, id_ in enumerate(order.order, start=1):
            share = counts[id_] / most if most else 0.0
            self._add_row(place, by_id[id_], counts[id_], share, id_ in order.vital_few)
        self.summary.setText(self._summary(counts, order.vital_few, by_id))

    def _add_row(self, place: int, theme: Theme, count: int, share: float, vital: bool) -> None:
        say = self.context.say
        name, words = QLineEdit(theme.name), QLineEdit(", ".join(theme.keywords))
        name.setAccessibleName(say(_("Name of the theme {name}", name=theme.name)))
        words.setAccessibleName(say(_("Keywords of {name}", name=theme.name)))
        name.editingFinished.connect(lambda: self._rename(theme.id, name))
        words.editingFinished.connect(lambda: self._set_words(theme.id, words))
        name.setFixedWidth(self.context.theme.px(150))
        show = Button(self.context, say(comments(count)), "link")
        show.setAccessibleName(
            say(_("Show {n} with the theme {name}", n=comments(count), name=theme.name))
        )
        show.clicked.connect(lambda _on=False: self._want(theme.id))
        drop = IconButton(
            self.context, "trash-2", say(_("Delete the theme {name}", name=theme.name))
        )
        drop.clicked.connect(lambda _on=False: self._delete(theme.id))
        bar = Bar(self.context, share, vital=vital)
        for column, widget in enumerate((name, words, show, bar, drop)):
            self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
        self.names[theme.id], self.keywords[theme.id] = name, words

    def _summary(
        self, counts: dict[str, int], few: tuple[str, ...], by_id: dict[str, Theme]
    ) -> str:
        say = self.context.say
        if not by_id:
            return say(_("There are no themes yet. Name what people speak of most."))
        if len(few) < len([n for n in counts.values() if n]):
            names = ", ".join(by_id[id_].name for id_ in few)
            return say(
                _(
                    "Four out of five mentions are about: {names}. One comment may have several.",
                    names=names,
                )
            )
        return say(_("One comment may have several themes."))

    def _want(self, theme_id: str) -> None:
        self.wanted.emit(theme_id)
        self.accept()

    def _rename(self, theme_id: str, field: QLineEdit) -> None:
        name = field.text().strip()
        if name and field.isModified():
            self._change(theme_id, field, name=name)

    def _set_words(self, theme_id: str, field: QLineEdit) -> None:
        if field.isModified():
            words = (" ".join(word.split()) for word in field.text().split(","))
            self._change(theme_id, field, keywords=tuple(dict.fromkeys(w for w in words if w)))

    def _change(self, theme_id: str, field: QLineEdit, **fields: object) -> None:
        document = self._session.document
        field.setModified(False)
        if document is not None:
            with self._session.guard():
                commands.change_theme(document, theme_id, **fields)
            self._book.note(document.snapshot)
            self._count_anew()

    def _count_anew(self) -> None:
        """Show the counts; fields stay, so that Tab goes on to the next one."""
        counts = self._book.counts()
        for place in range(1, self._grid.rowCount()):
            item = self._grid.itemAtPosition(place, 0)
            field = item.widget() if item is not None else None
            id_ = next((i for i, name in self.names.items() if name is field), None)
            shown = self._grid.itemAtPosition(place, 2)
            button = shown.widget() if shown is not None else None
            if id_ is not None and isinstance(button, Button):
                button.setText(self.context.say(comments(counts[id_])))

    def _delete(self, theme_id: str) -> None:
        document = self._session.document
        if document is not None:
            with self._session.guard():
                commands.delete_theme(document, theme_id)
            self._show()
            self.new.setFocus()
