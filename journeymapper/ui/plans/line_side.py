"""What the columns of lines at the start side share: one line is open, keys go up and down."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.domain.message import Message
from journeymapper.ui.context import Context
from journeymapper.ui.plans.lines import Line
from journeymapper.ui.widgets.labels import PlainLabel


class LineSide(QScrollArea):
    """``lines`` are those that are shown, by id; ``current`` is the id of the one that is open."""

    wanted = Signal(str)
    """Open what a line stands for, by id."""

    def __init__(self, context: Context, name: Message) -> None:
        super().__init__()
        self._context = context
        self.current = ""
        self._text = ""
        self._words: object = None
        self.lines: dict[str, Line] = {}
        self.setObjectName("plan_side")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(context.say(name))
        context.theme.changed.connect(self._dress)

    @abstractmethod
    def again(self) -> None:
        """Show once more what was shown last."""

    def show_current(self, id_: str) -> None:
        """Mark the line that is open and bring it into view."""
        self.current = id_
        for known, line in self.lines.items():
            line.setChecked(known == id_)
        QTimer.singleShot(0, self, self._reveal)  # a line that is new has its place only then

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        """Show only what holds these words."""
        self._text = text.strip().casefold()
        self.again()

    def take_focus(self) -> bool:
        """Give the keys to the open line, else the first; False when there is none."""
        line = self.lines.get(self.current) or next(iter(self.lines.values()), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)
        return line is not None

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def column(self) -> QVBoxLayout:
        """Return the column that everything is put into; asked for once."""
        inside = QWidget()
        inside.setObjectName("plan_side_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 12, 14, 14)
        column.setSpacing(8)
        self.setWidget(inside)
        return column

    def _reveal(self) -> None:
        if self.current in self.lines:
            self.ensureWidgetVisible(self.lines[self.current], 0, 40)

    def _choose(self, id_: str) -> None:
        self.lines[id_].setChecked(True)  # clicking the chosen one leaves it chosen
        self.wanted.emit(id_)

    def _step(self, id_: str, by: int) -> None:
        ids = list(self.lines)
        place = ids.index(id_) + by
        if 0 <= place < len(ids):
            self.lines[ids[place]].setFocus(Qt.FocusReason.TabFocusReason)
            self.wanted.emit(ids[place])

    def _dress(self) -> None:
        """Marks are pictures in the colours of a theme: make them anew."""
        self._words = None
        self.again()


def box_of_lines() -> tuple[QVBoxLayout, QFrame]:
    """Return a frame for lines, and the column in it."""
    frame = QFrame()
    frame.setObjectName("plan_box")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    return column, frame


def head_of_lines(name: PlainLabel, count: PlainLabel, last: QWidget | None = None) -> QHBoxLayout:
    """Return a row with a name, a count, and perhaps something at the end."""
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(name)
    row.addWidget(count)
    row.addStretch(1)
    if last is not None:
        row.addWidget(last)
    return row
