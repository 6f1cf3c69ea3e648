"""The shape of a gesture, and what most of them share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.drawing.display_list import Group
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.lifted import REACH, picture_of
from journeymapper.ui.canvas.taking import Taken
from journeymapper.ui.commands.preview import Verb

BELOW = QPointF(0, 64)
"""From the pointer to words that the system's picture of what is carried does not hide, in px."""

_COPY = Qt.CursorShape.DragCopyCursor


@dataclass(frozen=True)
class Cargo:
    """What leaves the window: its content, and what it looks like with the point it is held at.

    ``again`` makes the gesture anew, should it come back.
    """

    taken: Taken
    again: Callable[[], CarryGesture]
    picture: QPixmap
    grip: QPoint


class Gesture:
    """One drag. Points are those of the viewport. Does nothing by itself."""

    shape = Qt.CursorShape.ArrowCursor
    """How the pointer looks meanwhile."""

    scrolls = True
    """Whether the view scrolls when the pointer comes near its edge."""

    leaves = False
    """Whether what is carried can be dropped in another window."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench

    def start(self, at: QPointF) -> None:
        """The drag begins at the point where the button went down."""

    def move(self, at: QPointF) -> None:
        """Show what releasing here would do."""

    def release(self, at: QPointF) -> None:  # noqa: ARG002 - subclasses use the point
        """Do it, or nothing where it cannot be done."""
        self.cancel()

    def copy(self, *, on: bool, at: QPointF) -> None:
        """Copy instead of moving, or not: Ctrl went down or up at a point."""

    def cargo(self) -> Cargo | None:
        """Return what the system carries on when the pointer leaves the window; None: nothing."""
        return None

    def cancel(self) -> None:
        """Show again what is so."""
        self.bench.marks.end_gesture()
        self.bench.bubble.hide()
        self.bench.projection.end_preview()
        self.bench.repaint()


class CarryGesture(Gesture):
    """A drag of something that follows the pointer, lifted, while the map shows the result."""

    shape = Qt.CursorShape.ClosedHandCursor

    def __init__(self, bench: Bench, group: Group | None) -> None:
        super().__init__(bench)
        self._group = group
        self._grip = QPointF()
        self._base = bench.layout
        self._shown: object = None
        self._maps: tuple[tuple[str, str], ...] = ()
        self.copying = False
        self.by_system = False
        """Whether the system shows what is carried: a picture under the pointer."""

    def start(self, at: QPointF) -> None:
        group = self._group
        if group is not None:
            x, y = self.bench.on_map(at)
            self._grip = QPointF(x - group.box.x, y - group.box.y) * self.bench.board.zoom
        self.bench.marks.lifted = group
        self.move(at)

    def copy(self, *, on: bool, at: QPointF) -> None:
        if on != self.copying:
            self.copying = on
            self.shape = _COPY if on else type(self).shape
            self.move(at)

    def cargo_of(
        self, taken: Taken, again: Callable[[], CarryGesture], count: int = 1
    ) -> Cargo | None:
        """Return ``count`` things that leave the window with the picture that was lifted."""
        group, board = self._group, self.bench.board
        if group is None:
            return None
        ratio = self.bench.view.devicePixelRatioF()
        picture = picture_of(group, count, board.zoom, ratio, board.ink)
        reach = QPointF(REACH, REACH) * board.zoom
        return Cargo(taken, again, picture, (self._grip + reach).toPoint())

    def over_door(self, at: QPointF, words: Callable[[str], Message]) -> bool:
        """Say whether another map is under the pointer, and in words what dropping there does.

        ``words`` takes the id of a map.
        """
        viewport = self.bench.view.viewport()
        inside = viewport.rect().contains(at.toPoint())
        self._maps = () if inside else self.bench.doors.at(viewport.mapToGlobal(at.toPoint()))
        if not self._maps:
            return False
        self.bench.projection.end_preview()
        self._shown = None
        marks = self.bench.marks
        marks.slot = marks.bar = None
        marks.allowed = True
        said = words(self._maps[0][0]) if len(self._maps) == 1 else _("Let go to choose the map")
        self.bench.bubble.say(self.bench.say(said), at.toPoint())
        self.lift(at)
        return True

    def through_door(self, at: QPointF, send: Callable[[str], object]) -> bool:
        """Send what is carried to the map under the pointer; False when there is none."""
        bench, maps = self.bench, self._maps
        if not maps:
            return False
        self.cancel()

        def go(map_id: str) -> None:
            with bench.session.guard():
                send(map_id)
                step = bench.document.next_undo
                if step is not None:
                    bench.session.report(_("{what}. Ctrl+Z takes it back.", what=step.label))

        viewport = bench.view.viewport()
        bench.doors.choose(viewport, maps, viewport.mapToGlobal(at.toPoint()), go)
        return True

    def grey_bar(self, x: float, y: float | None = None) -> None:
        """Show a bar where nothing can be put: in the row at a height, or from top to bottom."""
        layout = self._base
        row = next((r for r in layout.rows if y is not None and r.y <= y < r.bottom), None)
        top, bottom = (row.y, row.bottom) if row else (layout.header_height, layout.height)
        self.bench.marks.bar = (x, top, bottom)
        self.bench.marks.allowed = False

    def lift(self, at: QPointF) -> None:
        """Let what is carried follow the pointer."""
        if self.by_system:
            self.bench.marks.lifted = None
        self.bench.marks.lifted_at = at - self._grip
        self.bench.repaint()

    def below_lifted(self, at: QPointF) -> QPoint:
        """Return where words about what is carried hide none of it."""
        marks = self.bench.marks
        if self.by_system:
            return (at + BELOW).toPoint()
        if marks.lifted is None or marks.lifted_at is None:
            return at.toPoint()
        height = marks.lifted.box.h * self.bench.board.zoom
        return (marks.lifted_at + QPointF(0, height - 8)).toPoint()

    def show_result(self, key: object, verb: Verb | None) -> bool:
        """Show the map after a verb; ``key`` tells results apart. False where it is refused."""
        if key == self._shown:
            return True
        self._shown = key
        if verb is None:
            self.bench.projection.end_preview()
            return True
        try:
            self.bench.projection.preview(verb)
        except UserError as error:
            self.bench.projection.end_preview()
            self._refuse(error.message)
            return False
        return True

    def forbid(self, at: QPointF, why: Message) -> None:
        """Show that nothing can be put here, and why."""
        self.bench.projection.end_preview()
        self._shown = None
        marks = self.bench.marks
        marks.slot = None
        marks.allowed = False
        self.bench.bubble.say(self.bench.say(why), self.below_lifted(at))

    def _refuse(self, why: Message) -> None:
        self.bench.marks.allowed = False
        at = self.bench.marks.lifted_at or QPointF()
        self.bench.bubble.say(self.bench.say(why), at.toPoint())
