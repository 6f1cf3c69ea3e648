"""Brings up a display and a message bus, and runs the reader on them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.at_spi.needs import missing, system_python

READER = Path(__file__).with_name("reader.py")


def main() -> int:
    """Return 0 when the reader found everything as it should be, 2 when a tool is missing."""
    lacking = missing()
    if lacking:
        print(f"needed for this check: {', '.join(lacking)}", file=sys.stderr)
        return 2
    number, write = os.pipe()
    with tempfile.TemporaryDirectory() as folder:
        display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
            pass_fds=(write,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            os.close(write)
            with os.fdopen(number) as told:
                shown = told.readline().strip()
            stage = [sys.executable, "-m", "tests.at_spi.stage", folder]
            return subprocess.run(
                ["dbus-run-session", "--", system_python(), str(READER), *stage],
                env={**os.environ, "DISPLAY": f":{shown}", "QT_QPA_PLATFORM": "xcb"}
                | {"QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "XDG_CURRENT_DESKTOP": ""},
                check=False,
                timeout=180,
                stderr=subprocess.DEVNULL if "-v" not in sys.argv else None,
            ).returncode
        finally:
            display.terminate()
            display.wait(10)


if __name__ == "__main__":
    sys.exit(main())
