"""Parts of the window that are made when they are first wanted, not at the start."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable
from types import ModuleType
from typing import Any

_IMPORTING = threading.RLock()
"""Held while a module is imported: two threads in one package may meet each other's half of it."""


def load_ahead() -> None:
    """Load what the analysis is built on, without keeping others from loading their parts."""
    importlib.import_module("journeymapper.analysis.heavy")


def load(module: str) -> ModuleType:
    """Import a module of this room: for `late`, or ahead of it when nothing else is to be done."""
    with _IMPORTING:
        return importlib.import_module(f"journeymapper.ui.{module}")


def late(module: str, name: str) -> Callable[..., Any]:
    """Return what calls ``name`` of a module of this room, imported at the first call.

    Whoever uses it says what it returns: ``_export: Callable[..., ExportDialog] = late(...)``.
    """

    def make(*arguments: Any, **named: Any) -> Any:
        return getattr(load(module), name)(*arguments, **named)

    return make
