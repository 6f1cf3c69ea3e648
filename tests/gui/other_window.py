"""A second process with a window of its own; lines of JSON tell what to copy, paste, drag out.

Offscreen each process has its own clipboard: what lies on it travels as bytes between the two.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QTimer
from PySide6.QtGui import QDrag, QGuiApplication
from PySide6.QtWidgets import QApplication

from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.commands.clipboard.mime import empty_mime
from tests.gui.dragging import pain, send, stage_point
from tests.gui.map_world import World, begin, close_window, open_window


def formats_of(mime: QMimeData) -> dict[str, str]:
    """What is carried or lies on a clipboard, by format; pictures are left out."""
    kinds = [kind for kind in mime.formats() if "image" not in kind]
    return {kind: base64.b64encode(bytes(mime.data(kind).data())).decode() for kind in kinds}


def mime_from(formats: dict[str, str]) -> QMimeData:
    """The same again, out of another process."""
    mime = empty_mime()
    for kind, content in formats.items():
        mime.setData(kind, QByteArray(base64.b64decode(content)))
    return mime


def put_out() -> dict[str, str]:
    """What lies on the clipboard of this process, by format."""
    return formats_of(QGuiApplication.clipboard().mimeData())


def take_in(formats: dict[str, str]) -> None:
    """Lay on the clipboard of this process what lay on another's."""
    QGuiApplication.clipboard().setMimeData(mime_from(formats))


def carry_out(world: World, what: str, name: str) -> dict[str, str]:
    """Drag something out of the window; returns what the system then carries."""
    world.window.move(0, 0)
    start = {
        "step": lambda: world.centre(world.spot(name)),
        "card": lambda: world.centre(pain(world, name)),
        "stage": lambda: stage_point(world, name),
    }[what]()
    outside = QPoint(world.window.width() + 60, 300)
    found: dict[str, str] = {}

    def look() -> None:
        (drag,) = world.viewport.findChildren(QDrag)
        found.update(formats_of(drag.mimeData()))
        send(world, QEvent.Type.MouseButtonRelease, outside)

    send(world, QEvent.Type.MouseButtonPress, start)
    send(world, QEvent.Type.MouseMove, start + QPoint(20, 0))
    QTimer.singleShot(0, look)
    send(world, QEvent.Type.MouseMove, outside)
    QApplication.processEvents()
    return found


def main() -> None:
    """Copy each step that is named, paste what is sent, and tell the steps at the end."""
    application = QApplication(["other"])
    world = begin(open_window(application, Path(sys.argv[1])))
    for line in sys.stdin:
        wish = json.loads(line)
        if "carry" in wish:
            out = carry_out(world, wish["carry"], wish["at"])
            print(json.dumps({"carried": out, "stages": world.stages()}), flush=True)
            continue
        world.select(world.spot(wish["at"], LaneKind(wish["row"])))
        if "paste" in wish:
            take_in(wish["paste"])
        world.run("edit.paste" if "paste" in wish else "edit.copy")
        print(json.dumps(answer(world)), flush=True)
    close_window(world)


def answer(world: World) -> dict[str, object]:
    """What somebody would see now."""
    return {
        "clipboard": put_out(),
        "stages": world.stages(),
        "texts": sorted(world.texts()),
        "undo": world.undo_label(),
    }


if __name__ == "__main__":
    main()
