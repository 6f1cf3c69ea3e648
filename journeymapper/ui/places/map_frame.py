"""Around the canvas: the bar under the rows, and the strip that scrolls and names stages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QSizePolicy, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage
from journeymapper.domain.kinds import FIRST_ROWS
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Box
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.palette import Palette
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import ElidedLabel

_PALETTE_FROM, _WORDS_FROM = 500, 720
"""From these widths on there is room for the palette, and for its words."""


class MoreRowsBar(QWidget):
    """Shows all rows or only the first five; names those that are hidden."""

    wanted = Signal(bool)
    """Show all rows (True) or the first five."""

    def __init__(self, context: Context, canvas: Canvas, palette: Palette) -> None:
        super().__init__()
        self._context, self._canvas, self._palette = context, canvas, palette
        self._with_palette = True
        self.setObjectName("more_rows")
        self._tall()
        context.theme.changed.connect(self._tall)
        self._more = Button(context, context.say(_("More rows")), "secondary", "plus")
        self._fewer = Button(context, context.say(_("Fewer rows")), "secondary", "minus")
        self._names = ElidedLabel("", "body", "text_secondary")
        self._names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._more.clicked.connect(lambda: self.wanted.emit(True))
        self._fewer.clicked.connect(lambda: self.wanted.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 6, 2)
        row.setSpacing(12)
        row.addWidget(self._more)
        row.addWidget(self._fewer)
        row.addWidget(self._names, 1)
        row.addWidget(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_ground(self, self._context)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, width = self._context.theme.px, event.size().width()
        self._palette.set_words(width >= px(_WORDS_FROM))
        self._palette.setVisible(width >= px(_PALETTE_FROM) and self._with_palette)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())

    def _tall(self) -> None:
        self.setFixedHeight(self._context.theme.px(self._context.tokens.size("more_rows_bar")))

    def show_palette(self, *, shown: bool) -> None:
        """Show the palette where there is room, or leave it out: a table takes no drops."""
        self._with_palette = shown
        wide = self.width() >= self._context.theme.px(_PALETTE_FROM)
        self._palette.setVisible(shown and wide)

    @property
    def all_shown(self) -> bool:
        """Say whether no row is hidden."""
        return not self._hidden()

    def texts(self) -> tuple[str, str]:
        """Return what the button and the line beside it say."""
        button = self._fewer if self._more.isHidden() else self._more
        return button.text(), self._names.whole()

    def refresh(self) -> None:
        """Say what is so now."""
        if not self._canvas.bench.ready:
            return
        say = self._context.say
        projection = self._canvas.projection
        rows = queries.lanes(projection.snapshot, projection.map_id)
        hidden = self._hidden()
        self._more.setVisible(bool(hidden))
        self._fewer.setVisible(not hidden)
        more = _("1 more row") if len(hidden) == 1 else _("{n} more rows", n=len(hidden))
        self._more.setText(say(more))
        self._fewer.setText(say(_("{n} rows only", n=len(FIRST_ROWS))))
        if hidden:
            tokens = self._context.tokens
            labels = (row_label(projection.snapshot, tokens, lane) for lane in hidden)
            words = ", ".join(say(x) if isinstance(x, Message) else x for x in labels)
        else:
            words = say(_("All {n} rows are shown. The choice is kept in the file.", n=len(rows)))
        self._names.set_whole(words)

    def _hidden(self) -> list[str]:
        projection = self._canvas.projection
        lanes = queries.lanes(projection.snapshot, projection.map_id)
        return [lane.id for lane in lanes if not lane.visible]


_SHORTEST = 32


class ScrollStrip(QWidget):
    """A scroll bar as wide as the cells, and the name of the stage that is out of view."""

    def __init__(self, context: Context, canvas: Canvas) -> None:
        super().__init__()
        self._context, self._canvas = context, canvas
        self._to: Callable[[], object] = lambda: None
        self._wanted = True
        self.setObjectName("scroll_strip")
        self._tall()
        context.theme.changed.connect(self._tall)
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setMinimumWidth(_SHORTEST)
        self._link = Button(context, "", "link")
        self._link.clicked.connect(self.follow)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 14, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self._bar, 1)
        self._row.addWidget(self._link)
        own = canvas.view.horizontalScrollBar()
        own.rangeChanged.connect(self._bar.setRange)
        own.valueChanged.connect(self._bar.setValue)
        self._bar.valueChanged.connect(own.setValue)
        canvas.view.scrolled.connect(self.refresh)
        canvas.view.zoomed.connect(self.refresh)
        canvas.view.resized.connect(self.refresh)
        canvas.projection.shown.connect(self.refresh)

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_ground(self, self._context)

    def _tall(self) -> None:
        self.setFixedHeight(self._context.theme.px(self._context.tokens.size("scroll_strip")))

    def show_where_needed(self, *, wanted: bool) -> None:
        """Show it while there is something to scroll to; not ``wanted``: never."""
        self._wanted = wanted
        self.refresh()

    @property
    def words(self) -> str:
        """What the strip says is out of view; "" for nothing."""
        return self._link.text() if not self._link.isHidden() else ""

    def follow(self) -> None:
        """Go to the stage that is named."""
        self._to()

    def refresh(self) -> None:
        """Follow the view: thumb, start, and what is out of sight."""
        canvas = self._canvas
        own = canvas.view.horizontalScrollBar()
        self._bar.setRange(own.minimum(), own.maximum())
        self._bar.setPageStep(own.pageStep())
        self._bar.setSingleStep(own.singleStep())
        self._bar.setValue(own.value())
        scrolls = own.maximum() > 0
        self._bar.setVisible(scrolls)
        self.setVisible(self._wanted and scrolls)
        self._row.setContentsMargins(round(canvas.view.board.title_width), 0, 14, 0)
        out = self._out_of_view() if scrolls else None
        self._link.setVisible(out is not None)
        if out is not None:
            message, stage = out
            self._link.setText(self._context.say(message))
            self._to = lambda: self._show(stage)

    def _out_of_view(self) -> tuple[Message, str] | None:
        """Return words for the next stage beyond the end, or before the start."""
        if not self._canvas.bench.ready:
            return None
        layout = self._canvas.bench.layout
        board = self._canvas.view.board
        pane, scrolled = board.pane(Part.CELLS), board.offset(Part.HEADER).x()
        before = after = None
        for stage, box in layout.stage_boxes.items():
            middle = (box.x + box.w / 2) * board.zoom - scrolled
            if middle < pane.left():
                before = stage
            elif middle > pane.right():
                after = stage
                break
        if after is not None:
            return _("{stage}  ›", stage=self._named(after)), after
        if before is not None:
            return _("‹  {stage}", stage=self._named(before)), before
        return None

    def _named(self, stage_id: str) -> Message:
        snapshot = self._canvas.bench.snapshot
        stage = snapshot.get(Stage, stage_id)
        number = list(self._canvas.bench.layout.stage_boxes).index(stage_id) + 1
        count = len(queries.touchpoints(snapshot, stage_id))
        if count == 1:
            return _("{number} {name}, 1 step", number=number, name=stage.name)
        return _("{number} {name}, {count} steps", number=number, name=stage.name, count=count)

    def _show(self, stage: str) -> None:
        layout = self._canvas.bench.layout
        box = layout.stage_boxes.get(stage)
        if box is not None:
            self._canvas.view.reveal(Box(box.x, 0, box.w, 1), Part.HEADER, margin=0)


def _paint_ground(bar: QWidget, context: Context) -> None:
    """A bar of the frame, with a hairline above."""
    painter = QPainter(bar)
    painter.fillRect(bar.rect(), context.theme.colour("chrome"))
    painter.fillRect(0, 0, bar.width(), 1, context.theme.colour("line"))
    painter.end()
