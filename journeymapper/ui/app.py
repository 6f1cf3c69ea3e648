"""Starts the window: application, fonts, theme, what happens when our own code fails."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from journeymapper.app import log
from journeymapper.app.services import Services
from journeymapper.app.settings import SettingsFile
from journeymapper.document.desk import Desk
from journeymapper.domain.errors import UserError
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH, Catalogue
from journeymapper.text.engine import TextEngine
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.problem import ReportDialog
from journeymapper.ui.garbage import Garbage
from journeymapper.ui.looks import Looks
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.session import Session
from journeymapper.ui.theme.icons import IconPainter

_NAME = "Journey Mapper"


def run(services: Services, files: Sequence[str]) -> int:
    """Show the window until it is closed; ``files`` may name one file to open.

    Returns the exit code. What was made until the window is there lives as long as it does: the
    garbage collector passes it over from then on, and may be switched off before.
    """
    application = QApplication(["journeymapper"])
    application.setApplicationName("journeymapper")
    application.setApplicationDisplayName("")
    application.setDesktopFileName("journeymapper")
    services.paths.make()
    log.set_up(services.paths.logs)
    window = build(services, application)
    Garbage(window.session)
    sys.excepthook = lambda kind, error, trace: _report(window, kind, error, trace)
    window.show()
    if files:
        window.open(Path(files[0]))
    gc.freeze()
    gc.enable()
    return application.exec()


def build(
    services: Services,
    application: QApplication,
    engine: TextEngine | None = None,
    catalogue: Catalogue = ENGLISH,
) -> MainWindow:
    """Return a window with everything it needs; the application must exist.

    Windows can share an ``engine``: what one has shaped the next need not shape again.
    """
    tokens = Tokens.load(services.resources.tokens)
    settings = SettingsFile(services.paths.settings)
    icons = IconSet.load(services.resources.icons)
    engine = engine or TextEngine(services.resources.fonts, application)
    looks = Looks(application, tokens, settings)
    painter = IconPainter(icons, looks.holder)
    context = Context(services, tokens, looks.holder, engine, icons, catalogue, settings, painter)
    desk = Desk(services.paths.working, services.clock, services.new_id, services.paths.backups)
    session = Session(desk)
    window = MainWindow(context, session, looks)
    for owned in (session, looks, looks.holder):
        owned.setParent(window)
    return window


def _report(
    window: MainWindow,
    kind: type[BaseException],
    error: BaseException,
    trace: TracebackType | None,
) -> None:
    """Show what the user can mend; note a fault of our own in the log and tell the user."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    if isinstance(error, UserError):
        window.show_problem(error)
        return
    details = log.without_content(error.with_traceback(trace))
    logging.getLogger(__name__).error("fault\n%s", details)
    window.trouble.after_fault()
    ReportDialog(window.context, details, window).exec()
