"""Opens the pages under More of Plan; each stays until it is closed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.behaviours import Behaviours
from journeymapper.ui.plans.habits.crisis import CrisisPage
from journeymapper.ui.plans.habits.dialog import TableDialog
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.plans.habits.programme import ProgrammePage
from journeymapper.ui.plans.habits.readiness import ReadinessPage
from journeymapper.ui.plans.habits.risks import Risks
from journeymapper.ui.plans.habits.role_cards import RoleCards
from journeymapper.ui.plans.habits.training import Trainings
from journeymapper.ui.session import Session


def open_risks(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the risks; nothing without an open document."""
    _open_table(context, session, Risks(context), parent)


def open_behaviours(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show what each role starts, stops and goes on with."""
    _open_table(context, session, Behaviours(context), parent)


def open_role_cards(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the role cards."""
    _open_table(context, session, RoleCards(context), parent)


def open_trainings(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the trainings."""
    _open_table(context, session, Trainings(context), parent)


def open_readiness(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the readiness check."""
    if session.document is not None:
        _show(ReadinessPage(context, session, parent))


def open_programme(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the programme in five steps."""
    if session.document is not None:
        _show(ProgrammePage(context, session, parent))


def open_crises(context: Context, session: Session, parent: QWidget | None) -> None:
    """Show the crisis sheets."""
    if session.document is not None:
        _show(CrisisPage(context, session, parent))


def _open_table(
    context: Context, session: Session, lines: EntityLines, parent: QWidget | None
) -> None:
    if session.document is not None:
        _show(TableDialog(context, session, lines, parent))


def _show(page: Page) -> None:
    page.exec()
    page.deleteLater()
