"""What all parts of the card share: a heading, what is shown of it, the order of the Tab key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.widgets.labels import ElidedLabel, PlainLabel


class Section(QWidget):
    """A part of the card under its heading; ``refresh`` shows what the document holds."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self.desk = desk
        self.heading = ElidedLabel("", "heading")
        self.detail = PlainLabel("", "label", "text_tertiary")
        self.end = PlainLabel("", "label", "text_tertiary")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.detail)
        head.addStretch(1)
        head.addWidget(self.end)
        self.head = head
        self.column.addLayout(head)

    def title(self, heading: Message, detail: Message | None = None) -> None:
        """Write the heading, and what stands small beside it."""
        say = self.desk.say
        self.heading.set_whole(say(heading))
        self.setAccessibleName(say(heading))
        self.detail.setText(say(detail) if detail else "")
        self.detail.setVisible(detail is not None)
        self.end.setVisible(bool(self.end.text()))

    def refresh(self) -> None:
        """Show what the document holds now."""

    def first_field(self) -> QWidget | None:
        """Return where somebody begins who wants to add something."""
        return next(iter(self.stops()), None)

    def field_of(self, key: str) -> CardText | None:
        """Return the field of a statement by its key or id."""
        raise KeyError(key)

    def stops(self) -> list[QWidget]:
        """Return what the Tab key stops at, in order."""
        return stops_in(self)


def stops_in(widget: QWidget) -> list[QWidget]:
    """Return the parts of a widget that the Tab key stops at, as they were made."""
    tab = Qt.FocusPolicy.TabFocus
    return [w for w in widget.findChildren(QWidget) if w.focusPolicy() & tab]


def clear(layout: QLayout) -> None:
    """Take everything out of a layout; its widgets go."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
