"""What the pages under More of Plan share: they follow the document, undo, and lose nothing."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from journeymapper.document.document import Document
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.habits.table import TablePanel
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel

_SIZE = QSize(1240, 640)


class Page(DialogFrame):
    """A dialog over the document; ``refresh`` shows it, and is called after each change."""

    def __init__(
        self,
        context: Context,
        session: Session,
        title: Message,
        about: Message,
        parent: QWidget | None,
    ) -> None:
        super().__init__(context, context.say(title), parent, _SIZE, snug=False)
        self.session = session
        self.tables: list[TablePanel] = []
        self.body.addWidget(PlainLabel(context.say(about), "body", "text_secondary", wrap=True))
        close = self.add_button(context.say(_("Done")), "primary")
        close.setDefault(False)
        close.clicked.connect(self.accept)
        for keys, do in (("Ctrl+Z", session.undo), ("Ctrl+Y", session.redo)):
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        session.changed.connect(self._on_change)
        session.flush.connect(self.flush)

    @property
    def document(self) -> Document:
        """The open document; raises RefusedError without one."""
        return self.session.open_document

    @property
    def snapshot(self) -> Snapshot:
        """What is shown."""
        return self.document.snapshot

    @abstractmethod
    def refresh(self) -> None:
        """Show the document as it is now."""

    def flush(self) -> bool:
        """Write what is being typed; False when something is refused."""
        return True

    def accept(self) -> None:
        """Close, unless something that was typed would be lost; Esc closes all the same."""
        self.setFocus()  # what is being typed in a table is kept
        for table in self.tables:
            if table.model.holds_refused:
                table.tell(
                    _("What is marked with “!” is not kept. Mend it, or empty the cell."),
                    wrong=True,
                )
                return
        if self.flush():
            super().accept()

    def done(self, result: int) -> None:
        self.setFocus()  # what is being typed is kept
        self.flush()
        self.session.changed.disconnect(self._on_change)
        self.session.flush.disconnect(self.flush)
        super().done(result)

    def _on_change(self, _changes: object) -> None:
        self.refresh()
