"""The system libraries that Qt's wheels expect and a bare Linux machine lacks."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = {
    "offscreen": (
        "libegl1",
        "libgl1",
        "libfontconfig1",
        "libxkbcommon0",
        "libdbus-1-3",
        "libglib2.0-0",
    ),
    "xcb": (
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-image0",
        "libxcb-keysyms1",
        "libxcb-render-util0",
        "libxcb-shape0",
        "libxcb-xkb1",
        "libxkbcommon-x11-0",
    ),
    "wayland": ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
}
"""Debian's and Ubuntu's packages for each of Qt's platforms."""

_PROBE = """
import ctypes, pathlib, sys
import PySide6
from PySide6.QtWidgets import QApplication
application = QApplication([])
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for plugin in plugins.glob(f"libq{sys.argv[1]}*.so"):
    ctypes.CDLL(str(plugin))
"""
"""Starts an application without a display and loads the platform's plugin with all it links to."""


class LibrariesMissingError(Exception):
    """Libraries are missing and could not be installed; the text gives the line to type."""


def displays() -> list[str]:
    """Return the Qt platforms that a window on this machine may use."""
    if not sys.platform.startswith("linux"):
        return []
    x11 = ["xcb"] if os.environ.get("DISPLAY") else []
    return x11 + (["wayland"] if os.environ.get("WAYLAND_DISPLAY") else [])


def ensure(python: Path, platforms: list[str]) -> None:
    """Install what ``python``'s Qt needs for each of ``platforms`` and does not find.

    Raises:
        LibrariesMissingError: no right to install, or it did not help.
    """
    for platform in platforms:
        trouble = _trouble(python, platform)
        if trouble is None:
            continue
        command = _install_command(platform, trouble)
        print(f"Qt's system libraries: installing {' '.join(PACKAGES[platform])}")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise LibrariesMissingError(f"{done.stdout}{done.stderr}\nthis failed: {command[-1]}")
        trouble = _trouble(python, platform)
        if trouble is not None:
            raise LibrariesMissingError(f"Qt still does not start ({platform}): {trouble}")


def _trouble(python: Path, platform: str) -> str | None:
    """Return the last line of what went wrong when Qt was started, or None."""
    done = subprocess.run(
        [python, "-c", _PROBE, platform],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode == 0:
        return None
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def _install_command(platform: str, trouble: str) -> list[str]:
    names = " ".join(PACKAGES[platform])
    typed = f"apt-get update && apt-get install --no-install-recommends {names}"
    if shutil.which("apt-get") is None:
        raise LibrariesMissingError(
            f"Qt does not start: {trouble}\nInstall your system's packages for: {names}"
        )
    if os.geteuid() == 0:
        rights = []
    elif _may_sudo():
        rights = ["sudo", "-n"]
    else:
        raise LibrariesMissingError(
            f"Qt does not start: {trouble}\nType this line, then try again:\n  sudo sh -c '{typed}'"
        )
    script = (
        "export DEBIAN_FRONTEND=noninteractive; apt-get -qq update && "
        f"apt-get -qq -y install --no-install-recommends {names}"
    )
    return [*rights, "sh", "-c", script]


def _may_sudo() -> bool:
    if shutil.which("sudo") is None:
        return False
    return subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
