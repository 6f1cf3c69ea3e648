"""The window that is read: shows a small journey and does what it is told, a line for each.

`rename`, `move`, `delete`, `undo` change the document; `right` presses the arrow key; `del`
deletes what is selected; `where` prints the cell in which the cursor is; `close` closes the
document; `quit` ends.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document.operations import cards, touchpoints
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.canvas.reading import words_at
from tests.gui.map_world import World, close_window, open_window


def main(folder: Path) -> int:
    """Show the window until told to quit."""
    application = QApplication(["journeymapper"])
    world = open_window(application, folder)
    world.window.activateWindow()
    world.select(world.spot("Review"))
    commands: dict[str, Callable[[], object]] = {
        "rename": lambda: _rename(world),
        "move": lambda: _move(world),
        "delete": lambda: _delete(world),
        "undo": world.document.undo,
        "right": lambda: QTest.keyClick(world.place.canvas.view, Qt.Key.Key_Right),
        "del": lambda: world.run("edit.delete"),
        "where": lambda: None,
        "close": world.window.session.close,
        "quit": application.quit,
    }

    def obey() -> None:
        word = sys.stdin.readline().strip()
        commands[word or "quit"]()
        print(_where(world), flush=True)

    told = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    told.activated.connect(obey)
    print("ready", flush=True)
    application.exec()
    close_window(world)
    return 0


def _where(world: World) -> str:
    spot = world.place.canvas.bench.cursor.spot
    return words_at(world.place.canvas.bench, spot) if spot is not None else ""


def _rename(world: World) -> None:
    with world.document.step(_("Rename")) as tx:
        touchpoints.rename_touchpoint(tx, world.step("Greeting").id, "Hello")


def _move(world: World) -> None:
    lane = world.spot("Form", LaneKind.PAIN).lane
    with world.document.step(_("Move")) as tx:
        card = world.card("Nobody looks up").id
        cards.move_card(tx, card, lane, touchpoint=world.step("Form").id)


def _delete(world: World) -> None:
    with world.document.step(_("Delete")) as tx:
        cards.delete_card(tx, world.card("Nobody looks up").id)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
