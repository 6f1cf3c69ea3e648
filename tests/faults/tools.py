"""The programs that some rows need besides Python: found, or installed where that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

_PACKAGES = {"strace": "strace", "unshare": "util-linux", "mount": "mount"}


class ToolMissingError(Exception):
    """A program is not there; the text says what to install."""


@cache
def tool(name: str) -> str:
    """Return the path of a program; raises ToolMissingError when it cannot be had."""
    found = shutil.which(name)
    if found is None and os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get"):
        command = ["apt-get", "install", "--yes", "--quiet", _PACKAGES[name]]
        subprocess.run(command, check=False, capture_output=True, timeout=600)
        found = shutil.which(name)
    if found is None:
        raise ToolMissingError(f"{name} is needed: install the package {_PACKAGES[name]}")
    return found
