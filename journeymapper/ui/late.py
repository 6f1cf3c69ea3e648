"""Parts of the window that are made when they are first wanted, not at the start."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any


def late(module: str, name: str) -> Callable[..., Any]:
    """Return what calls ``name`` of a module of this room, imported at the first call.

    Whoever uses it says what it returns: ``_export: Callable[..., ExportDialog] = late(...)``.
    """

    def make(*arguments: Any, **named: Any) -> Any:
        return getattr(importlib.import_module(f"journeymapper.ui.{module}"), name)(
            *arguments, **named
        )

    return make
