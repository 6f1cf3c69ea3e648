"""The field that lies over a cell while one types; what is refused stays in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain.message import _
from journeymapper.ui.canvas.plain_text import text_of
from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.table.columns import Editor
from journeymapper.ui.widgets.labels import PlainLabel

_BORDER = 4
"""Both lines around the field, in px."""

_NARROWEST, _WIDEST_LINES = 150, 230
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class CellEditor(QFrame):
    """One field for each kind of editor, of which one is shown, and a line for what is wrong."""

    typed = Signal()
    confirmed = Signal(int, int)
    """Keep it and go so many rows down and columns across."""
    refused = Signal()
    """Leave it as it was."""
    left = Signal()
    """The keyboard went elsewhere."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._view = context, parent
        self.setObjectName("cell_editor")
        self._line = QLineEdit()
        self._lines = QPlainTextEdit()
        self._choice = Chooser(context, "")
        self._choice.setEditable(True)
        self._choice.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._note = PlainLabel("", "label", "text_secondary", wrap=True)
        self._kind = Editor.LINE
        self._rect = QRect()
        self._steps = 1
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        for field in (self._line, self._lines, self._choice):
            column.addWidget(field)
        column.addWidget(self._note)
        self._set_up()
        self._dress()
        context.theme.changed.connect(self._dress)
        self.hide()

    def open(
        self,
        kind: Editor,
        text: str,
        name: str,
        choices: tuple[str, ...],
        *,
        all_: bool,
        steps: int = 1,
    ) -> None:
        """Show the field of a kind with a text, selected or with the cursor behind it.

        ``steps`` is how many will get what is typed.
        """
        self._kind = kind
        self._steps = steps
        self._line.setVisible(kind is Editor.LINE)
        self._lines.setVisible(kind is Editor.LINES)
        self._choice.setVisible(kind is Editor.CHOICE)
        for field in (self._line, self._lines, self._choice, self._chosen):
            field.blockSignals(True)
        self._choice.clear()
        self._choice.addItems(list(choices))
        self._choice.setCurrentIndex(self._choice.findText(text))
        self._choice.setEditText(text)
        self._line.setText(text)
        self._lines.setPlainText(text)
        for field in (self._line, self._lines, self._choice, self._chosen):
            field.blockSignals(False)
            field.setAccessibleName(name)
        self.set_problem("")
        self.show()
        self.raise_()
        self.focus_field.setFocus(Qt.FocusReason.OtherFocusReason)
        if kind is Editor.LINES:
            self._lines.selectAll() if all_ else self._lines.moveCursor(
                QTextCursor.MoveOperation.End
            )
        else:
            field = self._line if kind is Editor.LINE else self._chosen
            field.selectAll() if all_ else field.setCursorPosition(len(text))

    def text(self) -> str:
        """Return what is typed."""
        match self._kind:
            case Editor.LINE:
                return self._line.text()
            case Editor.LINES:
                return text_of(self._lines.document())
            case Editor.CHOICE:
                return self._choice.currentText()

    def set_problem(self, words: str) -> None:
        """Say what is wrong; "" says what the keys do, where that is not plain."""
        hint = ""
        if self._steps > 1:
            hint = self._context.say(_("This goes into {n} steps.", n=self._steps))
        elif self._kind is Editor.LINES:
            hint = self._context.say(_("Enter keeps it, Shift+Enter begins another card."))
        self.problem = words
        self._note.setText(f"!  {words}" if words else hint)
        self._note.setVisible(bool(words or hint))
        self.setProperty("wrong", bool(words))
        self.style().unpolish(self)
        self.style().polish(self)
        if not self._rect.isNull():
            self.place(self._rect)

    def place(self, rect: QRect) -> None:
        """Lie over a cell, as large as the text needs, inside the view."""
        self._rect = rect
        room = self._view.rect()
        least = _WIDEST_LINES if self._kind is Editor.LINES else _NARROWEST
        width = min(max(rect.width(), self._context.theme.px(least)), room.width())
        self.setFixedWidth(width)
        if self._kind is Editor.LINES:
            lines = max(1, int(self._lines.document().size().height()))
            height = min(lines, 12) * self._lines.fontMetrics().lineSpacing() + 14
            self._lines.setFixedHeight(max(height, rect.height() - 2))
        self._column.activate()
        height = self._column.heightForWidth(width - _BORDER)
        hint = height if height > 0 else self.sizeHint().height()
        self.setFixedHeight(max(hint + _BORDER, rect.height()))
        left = max(0, min(rect.left(), room.width() - width))
        top = max(0, min(rect.top(), room.height() - self.height()))
        self.move(left, top)

    @property
    def focus_field(self) -> QWidget:
        """What takes the keyboard."""
        if self._kind is Editor.LINE:
            return self._line
        return self._lines if self._kind is Editor.LINES else self._choice

    @property
    def listed(self) -> QAbstractItemView:
        """The list of choices; visible while it is open."""
        return self._choice.view()

    @property
    def _chosen(self) -> QLineEdit:
        field = self._choice.lineEdit()
        assert field is not None
        return field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self._opens_list(event):
                event.accept()  # else Alt+Down would move the step
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in kept and not self.listed.isVisible():
                self.left.emit()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & _SHIFT)
        if key == Qt.Key.Key_Escape:
            self.refused.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() and self._kind is Editor.LINES and not _is_command(event):
                self._lines.insertPlainText("\n")
            elif _is_command(event):
                return False
            else:
                self.confirmed.emit(-1 if shift else 1, 0)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.confirmed.emit(0, -1 if key == Qt.Key.Key_Backtab else 1)
        elif self._opens_list(event):
            self._choice.showPopup()
        else:
            return False
        return True

    def _opens_list(self, event: QKeyEvent) -> bool:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        return self._kind is Editor.CHOICE and alt and event.key() == Qt.Key.Key_Down

    def _set_up(self) -> None:
        self._lines.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines.textChanged.connect(self._on_typed)
        self._line.textEdited.connect(self._on_typed)
        self._choice.editTextChanged.connect(self._on_typed)
        self._choice.activated.connect(self._on_chosen)
        for field in (self._line, self._lines, self._choice):
            field.installEventFilter(self)

    def _on_typed(self) -> None:
        self.set_problem("")
        self.typed.emit()

    def _on_chosen(self) -> None:
        """What is picked from the list is meant, even where it stands there already."""
        self._on_typed()
        self.confirmed.emit(0, 0)

    def _dress(self) -> None:
        colour = self._context.theme.theme.colour
        self._note.setContentsMargins(6, 1, 6, 3)
        self.setStyleSheet(
            f"QFrame#cell_editor {{ background: {colour('surface')};"
            f" border: 2px solid {colour('focus')}; border-radius: 4px; }}"
            f'QFrame#cell_editor[wrong="true"] {{ border-color: {colour("text")}; }}'
            "QFrame#cell_editor QLineEdit, QFrame#cell_editor QPlainTextEdit,"
            " QFrame#cell_editor QComboBox { border: none; padding: 0 4px; }"
        )


def _is_command(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
