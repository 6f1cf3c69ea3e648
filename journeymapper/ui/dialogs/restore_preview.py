"""What an earlier state holds, before it is opened: a small picture, its title, how much."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.document.desk import Desk
from journeymapper.domain import queries
from journeymapper.domain.changes import Step
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.thumbnails import Thumbnail, drawing_of
from journeymapper.ui.widgets.labels import PlainLabel

_PICTURE = (360, 190)


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds, read in another thread. ``last`` is its last step."""

    snapshot: Snapshot
    last: Step | None

    @property
    def title(self) -> str:
        """The title of the project."""
        return queries.project(self.snapshot).title


def read_content(desk: Desk, path: Path) -> Content:
    """Read a file; raises UserError. Touches nothing of the window."""
    with desk.look(path) as seen:
        steps = seen.history()
        return Content(seen.snapshot, steps[-1] if steps else None)


class StatePreview(QWidget):
    """Shows one content, or a sentence in its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.picture = Thumbnail(context)
        self.picture.setFixedSize(*_PICTURE)
        self.picture.show_icon("route")
        self.title = PlainLabel("", "heading", wrap=True)
        self.amount = PlainLabel("", "body", "text_secondary", wrap=True)
        self.last = PlainLabel("", "body", "text_secondary", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.amount)
        column.addWidget(self.last)
        column.addStretch(1)

    def say(self, message: Message) -> None:
        """Show a sentence and nothing else."""
        self.picture.show_drawing(None)
        self.title.setText("")
        self.amount.setText(self._context.say(message))
        self.last.setText("")

    def show_content(self, content: Content) -> None:
        """Show what a state holds."""
        tokens, say = self._context.tokens, self._context.say
        self.picture.show_drawing(drawing_of(tokens, content.snapshot, *_PICTURE))
        self.title.setText(content.title)
        self.amount.setText(say(_amount(content.snapshot)))
        last = content.last
        self.last.setText(say(_("Last change: {what}", what=last.label)) if last else "")

    def texts(self) -> tuple[str, ...]:
        """Return what is shown in words."""
        labels = (self.title, self.amount, self.last)
        return tuple(label.text() for label in labels if label.text())


def _amount(snapshot: Snapshot) -> Message:
    maps = queries.maps(snapshot)
    stages = sum(len(queries.stages(snapshot, found.id)) for found in maps)
    steps = sum(len(queries.touchpoints_of_map(snapshot, found.id)) for found in maps)
    return _(
        "{stages}, {steps}",
        stages=_("1 stage") if stages == 1 else _("{count} stages", count=stages),
        steps=_("1 step") if steps == 1 else _("{count} steps", count=steps),
    )
