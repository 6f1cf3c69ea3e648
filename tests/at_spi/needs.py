"""What this check needs besides Python, and which package brings it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

_PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus", "dbus-daemon": "dbus"}
_BUS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_LIBRARY = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def system_python() -> str:
    """Return the Python that belongs to the system and its libraries."""
    return "/usr/bin/python3"


def missing() -> list[str]:
    """Return the packages to install, each once; empty when everything is there."""
    found = [package for program, package in _PROGRAMS.items() if shutil.which(program) is None]
    if not any(Path(path).exists() for path in _BUS):
        found.append("at-spi2-core")
    if not Path(system_python()).exists() or _fails([system_python(), "-c", _LIBRARY]):
        found += ["python3-gi", "gir1.2-atspi-2.0"]
    return list(dict.fromkeys(found))


def _fails(command: list[str]) -> bool:
    return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode != 0
