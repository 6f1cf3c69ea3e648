"""Five thousand cards on the screen: painting them again, with text and from far away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF

from journeymapper.domain.kinds import FIRST_ROWS, MORE_ROWS
from journeymapper.ui.canvas.view import MapView
from tests.benchmarks import content
from tests.benchmarks.measuring import Result, alternate, emit, worked
from tests.benchmarks.places import scratch
from tests.benchmarks.stock import StockView, cards_of
from tests.benchmarks.window import paint, showing

STEPS = 84
IN_CELL = 6
_FLOOR = "the same cards as QGraphicsRectItem and QGraphicsSimpleTextItem, whole view"
_FRAMES = 9


def rows() -> Iterator[Result]:
    """Yield the rows at 60 % and with all cards in sight, warm and cold."""
    made = content.journey(STEPS, rows=(*FIRST_ROWS, *MORE_ROWS), cards_in_cell=IN_CELL)
    with scratch() as folder, showing(folder, made) as (_rig, view):
        assert view.projection.layout is not None
        layout = view.projection.layout
        cards = cards_of(layout.cells)
        size = view.viewport().size()
        stock = StockView(cards, size)
        fit = min(size.width() / layout.width, size.height() / layout.height)
        middle = QRectF(0, 0, layout.width, layout.height)
        for name, zoom, goal in (("text shown, 60 %", 0.6, 0.4), ("fit-all", fit, 0.25)):
            view.set_zoom(zoom)
            stock.show_at(view.zoom, middle)
            across, down = view.horizontalScrollBar(), view.verticalScrollBar()
            across.setValue(across.maximum() // 2)
            down.setValue(down.maximum() // 2)
            words = f"{len(cards):,} cards at {view.zoom:.0%}, {size.width()} x {size.height()}"
            yield Result(
                "repaint",
                f"repaint, {name}",
                words,
                _FLOOR,
                *alternate(_frames(lambda: paint(view.viewport())), _floor(stock)),
                goal=goal,
            )
            yield Result(
                "repaint",
                f"scroll by 40 px, {name}",
                words,
                _FLOOR,
                *alternate(_frames(_scroller(view)), _floor(stock)),
            )
            yield Result(
                "repaint",
                f"first painting, {name}",
                f"{words}, nothing kept of an earlier one",
                _FLOOR,
                *alternate(lambda: worked(lambda: _cold(view)), _floor(stock)),
            )


def _frames(paint_once: Callable[[], None]) -> Callable[[], float]:
    def sample() -> float:
        return worked(lambda: _often(paint_once, _FRAMES)) / _FRAMES

    return sample


def _floor(stock: StockView) -> Callable[[], float]:
    return lambda: worked(lambda: _often(lambda: paint(stock.viewport()), 3)) / 3


def _often(act: Callable[[], None], times: int) -> None:
    for _time in range(times):
        act()


def _scroller(view: MapView) -> Callable[[], None]:
    bar = (
        view.verticalScrollBar()
        if not view.horizontalScrollBar().maximum()
        else (view.horizontalScrollBar())
    )

    def scroll() -> None:
        value = bar.value() + 40
        bar.setValue(value if value < bar.maximum() else 0)
        paint(view.viewport())

    return scroll


def _cold(view: MapView) -> None:
    view.board.forget()
    paint(view.viewport())


if __name__ == "__main__":
    emit(rows())
