"""What the forms share: labels above fields, what a role looks like in a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.domain.entities import Channel, Role
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.context import Context
from journeymapper.ui.panels.typed import Typing
from journeymapper.ui.widgets.labels import PlainLabel

_DOT = 12


class Form(QWidget):
    """A column of fields. ``load`` shows what is selected, ``flush`` writes what is typed."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.context = bench.context
        self.typings: list[Typing] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(4)

    def all_typings(self) -> list[Typing]:
        """Return everything that can be typed here."""
        return self.typings

    def flush(self) -> bool:
        """Write everything that is typed; False when something is refused."""
        results = [typing.flush() for typing in self.all_typings()]
        return all(results)

    def leave(self) -> None:
        """Write everything that is typed, because something else will be shown."""
        if not self.flush():
            refused = [t.problem.text() for t in self.all_typings() if t.problem.text()]
            self.bench.session.report(_("Not kept. {why}", why=" ".join(refused)))

    def forget(self) -> None:
        """Belong to nothing any more: the document is closed."""
        for typing in self.all_typings():
            typing.forget()

    def caption(self, message: Message) -> PlainLabel:
        """Add the label of the next field."""
        label = PlainLabel(self.context.say(message), "label", "text_secondary")
        self.column.addWidget(label)
        return label

    def put(self, widget: QWidget, typing: Typing | None = None) -> None:
        """Add a field, with the place for its problem."""
        self.column.addWidget(widget)
        if typing is not None:
            self.typings.append(typing)
            self.column.addWidget(typing.problem)
        self.column.addSpacing(8)

    def guarded(self, do: Callable[[], object]) -> None:
        """Do it and show what is refused."""
        with self.bench.session.guard():
            do()


def roles(context: Context, bench: Bench, snapshot: Snapshot) -> list[tuple[str, str, QIcon]]:
    """Return all roles with their dot."""
    found = sorted(snapshot.table(Role).values(), key=sort_key)
    ready = bench.ready
    return [
        (r.id, r.name, dot_icon(context, bench.layout.frame.owner_dot(r)) if ready else QIcon())
        for r in found
    ]


def channels(context: Context, snapshot: Snapshot) -> list[tuple[str, str, QIcon]]:
    """Return all means of contact with their icon."""
    found = sorted(snapshot.table(Channel).values(), key=sort_key)
    icon = context.tokens.channel_icon
    return [(c.id, c.name, context.icon(icon(c.icon or c.kind.value))) for c in found]


def dot_icon(context: Context, role: str) -> QIcon:
    """Return the dot of an owner as a picture."""
    pixmap = QPixmap(_DOT * 2, _DOT * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(context.theme.colour(role))
    painter.drawEllipse(QPointF(_DOT / 2, _DOT / 2), 4, 4)
    painter.end()
    return QIcon(pixmap)
