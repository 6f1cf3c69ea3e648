"""Dragging one of five thousand, and what an edit costs until it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from PySide6.QtCore import QEvent, QPointF

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Group
from journeymapper.ui.canvas.view import MapView
from tests.benchmarks import content
from tests.benchmarks.measuring import Result, alternate, emit, worked
from tests.benchmarks.places import scratch
from tests.benchmarks.stock import StockView, cards_of
from tests.benchmarks.window import mouse, paint_due, showing

STEPS = 1000
"""With five filled cells each."""

_MOVES = 40
_STRIDE = 7.0
_FLOOR = "one of the same cards moved as Qt's own item, whole view painted"
_LEAST = "one of the same cards moved as Qt's own item, dirty regions alone painted"


def rows() -> Iterator[Result]:
    """Yield the drags and the edit."""
    made = content.journey(STEPS)
    with scratch() as folder, showing(folder, made) as (rig, view):
        layout = view.projection.layout
        document = rig.window.session.document
        assert layout is not None
        assert document is not None
        alone = content.desk(folder / "alone").create(made.fill, _("Start"))
        cards = cards_of(layout.cells)
        words = f"{STEPS:,} steps with 5,000 filled cells, 100 %, real window"
        stock = StockView(cards, view.viewport().size())
        stock.show_at(1.0, stock.items_[0].sceneBoundingRect())
        paint_due()
        samplers = [
            (f"drag {what}: one move of the mouse, seen", _drag(view, _first(cards, key)), 0.5)
            for what, key in (("a step", "step:"), ("a card", "card:"))
        ]
        edit = _edit(document, alone, _first(cards, "card:").entity)
        samplers.append(("scene and repaint after one edit", edit, 1.5))
        for what, ours, goal in samplers:
            moves = "the text of one card; the step on disk not counted"
            if ours is not edit:
                moves = f"{_MOVES} moves of {_STRIDE:g} px over three steps"
            for whole, floor in ((True, _FLOOR), (False, _LEAST)):
                stock.repaint_all(on=whole)
                yield Result(
                    "moving",
                    what if whole else f"{what} (least floor)",
                    f"{words}, {moves}",
                    floor,
                    *alternate(ours, _stock_moves(stock)),
                    goal=goal if whole else None,
                )
        alone.close()


def _drag(view: MapView, group: Group) -> Callable[[], float]:
    viewport = view.viewport()

    def sample() -> float:
        box = view.board.to_view(group.box)
        start = QPointF(box.x() + 40, box.y() + 12)
        mouse(viewport, QEvent.Type.MouseButtonPress, start)
        mouse(viewport, QEvent.Type.MouseMove, start + QPointF(20, 0))
        paint_due()

        def move() -> None:
            for number in range(_MOVES):
                at = start + QPointF(20 + _STRIDE * number, 0)
                mouse(viewport, QEvent.Type.MouseMove, at)
                paint_due()

        seconds = worked(move)
        view.mouse.cancel()  # type: ignore[union-attr]
        mouse(viewport, QEvent.Type.MouseButtonRelease, start)
        paint_due()
        return seconds / _MOVES

    return sample


def _stock_moves(stock: StockView) -> Callable[[], float]:
    item = stock.items_[0]
    home = item.pos()

    def sample() -> float:
        def move() -> None:
            for number in range(_MOVES):
                item.setPos(home + QPointF(_STRIDE * number, 0))
                paint_due()

        seconds = worked(move)
        item.setPos(home)
        paint_due()
        return seconds / _MOVES

    return sample


def _first(cards: list[Group], kind: str) -> Group:
    return next(card for card in cards if card.key.startswith(kind))


def _edit(document: Document, alone: Document, card: str) -> Callable[[], float]:
    """Time of a step until it is seen, less that of the same step with nobody to tell."""
    turns = count()

    def write(where: Document) -> None:
        with where.step(_("Write")) as tx:
            operations.set_card_text(tx, card, f"Written {next(turns)}")

    def seen() -> None:
        write(document)
        paint_due()

    return lambda: max(0.0, worked(seen) - worked(lambda: write(alone)))


if __name__ == "__main__":
    emit(rows())
