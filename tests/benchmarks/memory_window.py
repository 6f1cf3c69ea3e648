"""Draws the window, with a file or without, and says how much memory the process holds."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.domain.sources import new_id, now
from journeymapper.ui.app import build
from tests.screenshots.rig import application


def main(files: list[str]) -> None:
    """Show the window, open the file if there is one, let all that waits happen."""
    services = Services(Paths.find(os.environ), now, new_id, resources.find())
    services.paths.make()
    app = application()
    window = build(services, app)
    window.show()
    for file in files:
        window.open(Path(file))
    for _turn in range(50):
        app.processEvents()
    print(resident())


def resident() -> int:
    """Return the bytes of this process that are in memory."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise RuntimeError("no VmRSS")


if __name__ == "__main__":
    main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(0)
