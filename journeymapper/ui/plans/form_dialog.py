"""A dialog of a few fields that keeps what was typed, or says why it cannot and stays."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from journeymapper.document.document import Document
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.labels import PlainLabel

_LINES = 74


class FormDialog(DialogFrame):
    """Subclasses add rows, then call ``offer``, and write in ``keep``."""

    def __init__(
        self, context: Context, session: Session, title: Message, parent: QWidget | None
    ) -> None:
        super().__init__(context, context.say(title), parent, QSize(560, 320))
        self.session = session
        self.form = QFormLayout()
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)
        self.told = PlainLabel("", "body", wrap=True)
        self.told.hide()
        self.body.addWidget(self.told)

    @abstractmethod
    def keep(self, document: Document) -> None:
        """Write what was typed, in one step; raises UserError for what cannot be kept."""

    def row(self, name: Message, widget: QWidget) -> None:
        """Add a field with its name."""
        words = self.context.say(name)
        if not widget.accessibleName():
            widget.setAccessibleName(words)
        label = PlainLabel(words, "body", "text_secondary")
        label.setBuddy(widget)
        self.form.addRow(label, widget)

    def line(self, name: Message, text: str, hint: Message | None = None) -> QLineEdit:
        """Add a field of one line."""
        field = QLineEdit(text)
        if hint is not None:
            field.setPlaceholderText(self.context.say(hint))
        self.row(name, field)
        return field

    def lines(self, name: Message, text: str, hint: Message | None = None) -> QPlainTextEdit:
        """Add a field of several lines; Tab leaves it."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.context.theme.px(_LINES))
        if hint is not None:
            field.setPlaceholderText(self.context.say(hint))
        self.row(name, field)
        return field

    def side_by_side(self, name: Message, *widgets: QWidget) -> None:
        """Add several fields in one row."""
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        held.setAccessibleName(self.context.say(name))
        self.row(name, held)

    def offer(self, words: Message) -> None:
        """Add the buttons that leave and that keep."""
        say = self.context.say
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.agree = self.add_button(say(words), "primary")
        self.agree.clicked.connect(self.accept)

    def accept(self) -> None:
        """Keep what was typed and close; stay and say why where it cannot be kept."""
        try:
            self.keep(self.session.open_document)
        except UserError as error:
            self.tell(error)
            return
        super().accept()

    def tell(self, error: UserError) -> None:
        """Say why something was refused."""
        say = self.context.say
        words = say(error.message)
        if error.hint is not None:
            words = f"{words} {say(error.hint)}"
        self.told.setText(words)
        self.told.setVisible(bool(words))
        announce(self.told, words, urgent=True)
