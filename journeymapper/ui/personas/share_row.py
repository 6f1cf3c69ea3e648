"""One channel on the card: what we offer and what is preferred, as percent and as bars."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.entities import Channel, ChannelShare
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands import statements
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.labels import PlainLabel

_BAR = QSize(70, 12)


def read_share(text: str) -> float | None:
    """Read a share in percent, with or without the sign, as 0 to 1; None for nothing.

    Raises RefusedError for anything else.
    """
    plain = text.replace("%", "").replace(",", ".").strip()
    if not plain:
        return None
    try:
        value = float(plain)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 100:
        raise RefusedError(_("“{value}” is not between 0 and 100 %.", value=text.strip()))
    return value / 100


def written(share: float | None) -> str:
    """Return a share as it stands in its field."""
    return "" if share is None else f"{share * 100:g} %"


class Bar(QWidget):
    """A share as a bar that grows away from the middle."""

    def __init__(self, desk: CardDesk, role: str, *, leftwards: bool) -> None:
        super().__init__()
        self._desk, self._role, self._leftwards = desk, role, leftwards
        self._share = 0.0
        self.setFixedSize(_BAR)
        desk.context.theme.changed.connect(self.update)

    def show_share(self, share: float | None) -> None:
        """Show a share from 0 to 1."""
        self._share = share or 0.0
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self._share * self.width()
        if width <= 0:
            return
        left_to_right = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        x = self.width() - width if self._leftwards == left_to_right else 0.0
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._desk.context.theme.colour(self._role))
        painter.drawRoundedRect(QRectF(x, 1, max(width, 2.0), self.height() - 2), 2, 2)
        painter.end()


class ShareRow:
    """The widgets of one channel in the grid."""

    def __init__(self, desk: CardDesk, channel_id: str) -> None:
        self._desk, self.channel_id = desk, channel_id
        self._persona = desk.persona_id
        self._shown: ChannelShare | None = None
        say = desk.say
        self.name = PlainLabel("", "body", wrap=True)
        self.name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name.setMinimumWidth(desk.context.theme.px(60))
        self.offered = _percent(say, Qt.AlignmentFlag.AlignRight)
        self.preferred = _percent(say, Qt.AlignmentFlag.AlignLeft)
        self.bars = (
            Bar(desk, "text_tertiary", leftwards=True),
            Bar(desk, desk.role(desk.persona_id), leftwards=False),
        )

    def put(self, grid: QGridLayout, row: int) -> None:
        """Stand in two rows of the grid: the second is for what is refused."""
        cells: tuple[QWidget, ...] = (self.offered, self.bars[0], self.name)
        for column, widget in enumerate((*cells, self.bars[1], self.preferred)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.offered.typing.problem, row + 1, 0, 1, 5)
        grid.addWidget(self.preferred.typing.problem, row + 2, 0, 1, 5)

    def refresh(self, share: ChannelShare) -> None:
        """Show what the document holds."""
        desk = self._desk
        name = desk.snapshot.get(Channel, self.channel_id).name
        self.name.setText(name)
        self.offered.setAccessibleName(desk.say(_("We offer, {channel}", channel=name)))
        likes = _("{name} prefers, {channel}", name=desk.name, channel=name)
        self.preferred.setAccessibleName(desk.say(likes))
        if share == self._shown:
            return
        self._shown = share
        self.bars[0].show_share(share.offered)
        self.bars[1].show_share(share.preferred)
        self.offered.typing.load(written(share.offered), partial(self._write, True))
        self.preferred.typing.load(written(share.preferred), partial(self._write, False))

    def widgets(self) -> tuple[QWidget, ...]:
        """Return all widgets of the row."""
        problems = (self.offered.typing.problem, self.preferred.typing.problem)
        return (self.name, self.offered, self.preferred, *self.bars, *problems)

    def _write(self, offered: bool, text: str) -> None:
        value = read_share(text)
        shares = self._desk.snapshot.select(indexes.SHARES_OF_PERSONA, self._persona)
        known = next((s for s in shares if s.channel == self.channel_id), None)
        was = (known.offered, known.preferred) if known else (None, None)
        now = (value, was[1]) if offered else (was[0], value)
        statements.set_share(self._desk.document, self._persona, self.channel_id, *now)


def _percent(say: Callable[[Message], str], align: Qt.AlignmentFlag) -> TypedLine:
    field = TypedLine(say, "")
    field.setProperty("look", "percent")
    field.setAlignment(align)
    field.setFixedWidth(58)
    return field
