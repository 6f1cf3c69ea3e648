"""A second process with a window of its own; told by lines of JSON what to copy and to paste.

Offscreen each process has its own clipboard: what lies on it travels as bytes between the two.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.commands.clipboard.mime import empty_mime
from tests.gui.map_world import World, begin, close_window, open_window


def put_out() -> dict[str, str]:
    """What lies on the clipboard of this process, by format."""
    mime = QGuiApplication.clipboard().mimeData()
    kinds = [kind for kind in mime.formats() if "image" not in kind]
    return {kind: base64.b64encode(bytes(mime.data(kind).data())).decode() for kind in kinds}


def take_in(formats: dict[str, str]) -> None:
    """Lay on the clipboard of this process what lay on another's."""
    mime = empty_mime()
    for kind, content in formats.items():
        mime.setData(kind, QByteArray(base64.b64decode(content)))
    QGuiApplication.clipboard().setMimeData(mime)


def main() -> None:
    """Copy each step that is named, paste what is sent, and tell the steps at the end."""
    application = QApplication(["other"])
    world = begin(open_window(application, Path(sys.argv[1])))
    for line in sys.stdin:
        wish = json.loads(line)
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
