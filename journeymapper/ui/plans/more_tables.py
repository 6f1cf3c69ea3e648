"""Opens the tables of plans that stand under More."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.context import Context
from journeymapper.ui.plans.more_path import PathLines
from journeymapper.ui.plans.more_raci import RaciLines
from journeymapper.ui.plans.portfolio_dialog import PortfolioDialog
from journeymapper.ui.session import Session


def open_path(context: Context, session: Session, parent: QWidget) -> None:
    """Show the critical path until it is closed."""
    _open(context, session, PathLines(), parent)


def open_raci(context: Context, session: Session, parent: QWidget) -> None:
    """Show who does what until it is closed."""
    if session.document is not None:
        _open(context, session, RaciLines(session.document.snapshot), parent)


def open_portfolio(context: Context, session: Session, parent: QWidget) -> None:
    """Show the portfolio until it is closed."""
    if session.document is not None:
        _run(PortfolioDialog(context, session, parent))


def _open(context: Context, session: Session, lines: Lines, parent: QWidget) -> None:
    if session.document is not None:
        _run(MoreDialog(context, session, lines, parent))


def _run(dialog: MoreDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
