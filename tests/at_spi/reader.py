"""Asks the window over AT-SPI; runs with the system's Python, so it imports nothing of ours.

`python3 reader.py COMMAND...` starts COMMAND as the window. Prints the tree of the map, then a
line for each check; returns 1 when one failed.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version has to be asked for before

PATIENCE_S = 20.0
FOCUSED = "object:state-changed:focused"
SAID = "object:announcement"
HEARD = (FOCUSED, "object:property-change:accessible-name", "object:children-changed", SAID)


class Window:
    """The window under test: a process that obeys, and its place in the accessible tree."""

    def __init__(self, command: list[str]) -> None:
        self.heard: list[tuple[str, str]] = []
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.listener = Atspi.EventListener.new(self._hear)
        for kind in HEARD:
            self.listener.register(kind)
        assert self.process.stdout is not None
        assert self.process.stdout.readline().strip() == "ready"

    def tell(self, word: str) -> str:
        """Let the window do something; returns where its cursor is then."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def map(self) -> Any:
        """Return the list of cells."""
        found: list[Any] = []

        def look() -> bool:
            desktop = Atspi.get_desktop(0)
            tops = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
            found[:] = [n for top in tops if top for n in walk(top) if _is_map(n)]
            return bool(found)

        wait_for(look, "the map is in the accessible tree")
        return found[0]

    def _hear(self, event: Any) -> None:
        if event.type.startswith(SAID):
            self.heard.append((SAID, str(event.any_data)))
            return
        about = event.any_data if "children" in event.type else event.source
        name = about.get_name() if isinstance(about, Atspi.Accessible) else ""
        self.heard.append((event.type, name or ""))


def _is_map(node: Any) -> bool:
    return node.get_role() == Atspi.Role.LIST and (node.get_name() or "").startswith("Map: ")


def walk(node: Any) -> Iterator[Any]:
    """Yield a node and everything below it."""
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child)


def cells(above: Any) -> list[Any]:
    """Return the cells of the map as they are now."""
    found = [above.get_child_at_index(i) for i in range(above.get_child_count())]
    return [one for one in found if one is not None and one.get_role() == Atspi.Role.LIST_ITEM]


def names(above: Any) -> list[str]:
    """Return the words of all cells."""
    return [one.get_name() for one in cells(above)]


def cell(above: Any, start: str) -> Any:
    """Return the cell whose words begin so."""
    return next(one for one in cells(above) if one.get_name().startswith(start))


def wait_for(holds: Callable[[], bool], what: str) -> None:
    """Let events come in until something holds; raises AssertionError when it never does."""
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(what)
        GLib.MainContext.default().iteration(may_block=False)
        time.sleep(0.02)


def check(holds: Callable[[], bool], what: str) -> None:
    """Wait for something and print that it came."""
    wait_for(holds, what)
    print(f"  yes  {what}")


def read(window: Window) -> None:
    """Go through everything that a reader does."""
    above = window.map()
    print(above.get_role_name(), above.get_name())
    for one in cells(above):
        print("   ", one.get_role_name(), one.get_name())
    Atspi.Component.grab_focus(cell(above, "1.2 Web page, 1 Learn, Steps"))
    check(
        lambda: window.tell("where").startswith("1.2 Web page"),
        "the reader sets the focus, and the cursor of the map is there",
    )
    check(
        lambda: (FOCUSED, "1.2 Web page, 1 Learn, Steps, step") in window.heard,
        "the reader is told of it",
    )
    state = cell(above, "1.2 Web page, 1 Learn, Steps").get_state_set()
    wanted = (Atspi.StateType.FOCUSED, Atspi.StateType.SELECTED, Atspi.StateType.FOCUSABLE)
    check(lambda: all(state.contains(one) for one in wanted), "it is focused and selected")
    window.tell("right")
    check(
        lambda: (FOCUSED, "2.1 Wrong day, 2 Arrive, Steps, step") in window.heard,
        "an arrow key moves the focus of the reader",
    )
    window.tell("rename")
    check(lambda: any(n.startswith("2.2 Hello, ") for n in names(above)), "a new name is heard")
    pain = cell(above, "2.2 Hello, 2 Arrive, Pains")
    window.tell("move")
    check(
        lambda: pain.get_name() == "2.3 Form, 2 Arrive, Pains, Nobody looks up, High",
        "a card that moved says where it is now",
    )
    window.tell("delete")
    check(lambda: not any("Nobody looks up" in n for n in names(above)), "a deleted card is gone")
    check(
        lambda: any(kind.startswith("object:children-changed:remove") for kind, _n in window.heard),
        "the reader is told of it, too",
    )
    window.tell("undo")
    check(lambda: any("Nobody looks up" in n for n in names(above)), "undo brings it back")
    Atspi.Action.do_action(cell(above, "2.3 Form, 2 Arrive, Steps"), 1)
    check(
        lambda: any(kind == FOCUSED and name.startswith("2.3 Form") for kind, name in window.heard),
        "its action opens the editor",
    )
    window.tell("where")
    cell(above, "3.1 Rebooking, 3 Pay, Steps").get_name()
    window.tell("del")
    check(
        lambda: any(
            kind == SAID and "Ctrl+Z brings it back" in what for kind, what in window.heard
        ),
        "what the status bar says is heard",
    )
    window.tell("close")
    check(lambda: not cells(above), "no cell is left when the file is closed")


def main(command: list[str]) -> int:
    """Run the checks; returns the exit code."""
    window = Window(command)
    try:
        read(window)
    except AssertionError as error:
        print(f"  NO   {error}")
        for heard in window.heard[-12:]:
            print("       heard", heard)
        return 1
    finally:
        window.tell("quit")
        code = window.process.wait(30)
        print(f"  the window ended with {code}")
    return 1 if code else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
