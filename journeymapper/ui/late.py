"""Parts of the window that are made when they are first wanted, not at the start."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from typing import Any

_IMPORTING = threading.RLock()
"""Held while a module is imported: two threads in one package may meet each other's half of it."""


def late(module: str, name: str) -> Callable[..., Any]:
    """Return what calls ``name`` of a module of this room, imported at the first call.

    Whoever uses it says what it returns: ``_export: Callable[..., ExportDialog] = late(...)``.
    """

    def make(*arguments: Any, **named: Any) -> Any:
        with _IMPORTING:
            found = importlib.import_module(f"journeymapper.ui.{module}")
        return getattr(found, name)(*arguments, **named)

    return make
