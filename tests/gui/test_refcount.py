"""Painting leaves the references to None alone.

Some versions of the Qt binding lose one with each call that returns nothing; an app that
paints then dies within seconds.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.ui.garbage import Garbage
from tests.gui.map_world import World, begin

TIMES = 20
SLACK = 200
"""A sound binding stays within this; an unsound one loses tens of thousands."""


def test_painting_the_map_many_times_costs_no_reference_to_none(small_map: World) -> None:
    world = begin(small_map)
    view = world.place.canvas.view
    target = QPixmap(view.size())

    def paint() -> None:
        view.board.forget()
        view.render(target)

    assert abs(_drift(paint)) < SLACK


def test_moving_the_pointer_and_scrolling_costs_none_either(small_map: World) -> None:
    world = begin(small_map, (640, 420))
    view = world.place.canvas.view

    def move() -> None:
        for x in range(150, 600, 30):
            QTest.mouseMove(view.viewport(), QPoint(x, 150))
        for value in (0, 40, 90):
            view.horizontalScrollBar().setValue(value)
        QApplication.sendPostedEvents(None, int(QEvent.Type.None_.value))
        QApplication.processEvents()

    assert abs(_drift(move)) < SLACK


def _drift(do: Callable[[], None]) -> int:
    """Return how many references to None come or go; garbage of others is left out."""
    do()
    gc.collect()
    before = sys.getrefcount(None)
    for _time in range(TIMES):
        do()
    gc.collect()
    return sys.getrefcount(None) - before


def test_an_open_document_is_passed_over_when_garbage_is_looked_for(small_map: World) -> None:
    session = small_map.window.session
    before = gc.get_freeze_count()
    keeper = Garbage(session)
    try:
        begin(small_map)
        QApplication.processEvents()
        assert gc.get_freeze_count() > before
        session.close()
        assert gc.get_freeze_count() == 0
        begin(small_map)
    finally:
        keeper.deleteLater()
        QApplication.sendPostedEvents(keeper, int(QEvent.Type.DeferredDelete.value))
        gc.unfreeze()
