"""Starts the text engine where there is no window: command line, workers, tests."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from journeymapper.text.engine import TextEngine


def start(fonts_dir: Path) -> TextEngine:
    """Return a text engine with the fonts of a folder.

    Without an application Qt would end the process at the first font, so one is made for the
    offscreen platform; an application that exists already is left alone. The engine keeps it.
    """
    application = QGuiApplication.instance()
    if application is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = QGuiApplication(["journeymapper"])
    return TextEngine(fonts_dir, application)
