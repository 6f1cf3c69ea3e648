"""One field over everything: type, choose with the arrows, Enter goes there, Esc closes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.app.finding import ranked
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.finder.printed import PrintedNumbers
from journeymapper.ui.finder.rows import FoundModel, RowPainter
from journeymapper.ui.finder.things import Kind, Thing
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.search import SearchField

MOST = 60
"""Longer lists are not read; one more letter is quicker."""

_HINT = _("Arrow keys choose, Enter goes there, Esc closes.")

_SIZE = QSize(620, 430)
_TOP = 56
"""How far below the top of the window it comes up, in px."""

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class FinderDialog(QDialog):
    """``chosen`` is what to go to or do, once it was accepted."""

    def __init__(
        self,
        context: Context,
        things: list[Thing],
        window: QWidget,
        printed: PrintedNumbers | None = None,
    ) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._context = context
        self._things = things
        self.printed = printed
        self._actions = [thing for thing in things if thing.kind == Kind.ACTION]
        self.setObjectName("finder")
        self.setWindowTitle(context.say(_("Find anything")))
        self.setModal(True)
        self.search = SearchField(
            context, context.say(_("A step number, a word, or what you want to do"))
        )
        self.model = FoundModel(self._whole)
        self.list = QListView()
        self._note = PlainLabel("", "body_large", "text_secondary", wrap=True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._note)
        self._hint = PlainLabel(context.say(_HINT), "label", "text_tertiary")
        self._set_up()
        self._lay_out(window)
        self._show("")
        self.search.field.setFocus()

    @property
    def chosen(self) -> Thing | None:
        """The thing in the current row; None while nothing fits."""
        index = self.list.currentIndex()
        return self.model.things[index.row()] if index.isValid() else None

    @property
    def note(self) -> str:
        """What is said while nothing fits, else ""."""
        return "" if self.model.things else self._note.text()

    @property
    def said(self) -> str:
        """The line at the foot: the keys, or what there is to say of a number."""
        return self._hint.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move in the list, while the field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _set_up(self) -> None:
        rows = self.list
        rows.setObjectName("found")
        rows.setModel(self.model)
        rows.setItemDelegate(RowPainter(self._context, self.model))
        rows.setUniformItemSizes(True)
        rows.setFrameShape(QListView.Shape.NoFrame)
        rows.setMouseTracking(True)
        rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.setAccessibleName(self._context.say(_("What was found")))
        rows.clicked.connect(lambda _index: self._accept())
        field = self.search.field
        field.installEventFilter(self)
        field.textChanged.connect(self._show)
        self.search.entered.connect(lambda _text: self._accept())
        self.search.left.connect(self.reject)
        if self.printed is not None:
            self.printed.chosen.connect(self._renumber)

    def _lay_out(self, window: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 10)
        column.setSpacing(8)
        column.addWidget(self.search)
        if self.printed is not None:
            column.addWidget(self.printed)
        column.addWidget(self._stack, 1)
        column.addWidget(self._hint)
        px = self._context.theme.px
        room = window.size() - QSize(32, _TOP + 16)
        self.resize(QSize(px(_SIZE.width()), px(_SIZE.height())).boundedTo(room))
        corner = QPoint((window.width() - self.width()) // 2, min(_TOP, window.height() // 8))
        self.move(window.mapToGlobal(corner))

    def _show(self, text: str) -> None:
        found = ranked(self._things, text, MOST) if text.strip() else self._actions
        said: Message | None = None
        if self.printed is not None:
            listed = self.printed.listed(text, self._things, found)
            found, said = listed.things, listed.said
        self._hint.setText(self._context.say(said or _HINT))
        self.model.show(found)
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self._go(0)
        else:
            nothing = _(
                "Nothing here is called “{text}”. Try the number of a step, such as 2.1,"
                " or a word of its name.",
                text=text.strip(),
            )
            self._note.setText(self._context.say(said or nothing))
            self._announce(self._note.text())

    def _renumber(self) -> None:
        self._show(self.search.text())
        self.search.field.setFocus()

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            self._go(max(0, min(count - 1, self.list.currentIndex().row() + by)))

    def _go(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))
        self._announce(self._whole(self.model.things[row]))

    def _announce(self, words: str) -> None:
        """Let a reader hear what is current: the keyboard stays in the field."""
        self.search.field.setAccessibleDescription(words)
        announce(self.search.field, words)

    def _accept(self) -> None:
        if self.chosen is not None:
            self.accept()

    def _whole(self, thing: Thing) -> str:
        """Return everything that is known of a thing."""
        rest = [text for text in (thing.keys, thing.detail) if text]
        return ", ".join((thing.words, *rest))
