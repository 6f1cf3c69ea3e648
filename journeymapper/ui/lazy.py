"""Heavy parts of the window that are loaded when they are first wanted.

The composition root says how to load them, so that nothing here imports them at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.session import Session

MakeDialog = Callable[[Context, Session, QWidget], QDialog]


@dataclass(frozen=True, slots=True)
class Lazy:
    """``export_dialog`` returns what makes the export dialog; it loads the makers of PDFs."""

    export_dialog: Callable[[], MakeDialog]
