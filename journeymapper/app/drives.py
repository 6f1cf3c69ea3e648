"""Which drives of this computer can be pulled out; only Windows names drives by letters."""

from __future__ import annotations

import ctypes
import string
import sys

_REMOVABLE = 2


def removable_drives() -> frozenset[str]:
    """Return the letters of removable drives as ``E:``; empty where drives have no letters."""
    if sys.platform == "win32":
        drive_type = ctypes.windll.kernel32.GetDriveTypeW
        return frozenset(
            f"{letter}:"
            for letter in string.ascii_uppercase
            if drive_type(f"{letter}:\\") == _REMOVABLE
        )
    return frozenset()
