"""A small journey with comments, typed ones and imported ones, and a bare window for a tab."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.app.settings import SettingsFile
from journeymapper.document import operations
from journeymapper.document.desk import Desk
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.responses import Responses
from journeymapper.domain.sources import new_id
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.looks import Looks
from journeymapper.ui.session import Session
from journeymapper.ui.theme.icons import IconPainter
from tests.gui import map_world

TYPED = (
    "I waited 40 minutes although I came on time. Frau Meier at the desk was kind about it.",
    "Nobody told me that the appointment had moved to another day.",
    "The hygienist explained every step. Great!",
)
IMPORTED = (
    "Was told to come back on another day, waited at the desk",
    "Ärztin sehr freundlich, Empfang überfordert",
    "Great explanation, no pain at all",
)


def fill(tx: Tx) -> None:
    """The small journey of the map's tests, with a sheet of questions and two rounds."""
    map_world.fill(tx)
    steps = {t.name: t.id for t in tx.snapshot.table(Touchpoint).values()}
    survey = operations.add_survey(tx, "Visit")
    nps = operations.add_question(tx, survey, QuestionKind.NPS, "Would you recommend us?")
    text = "What should we change?"
    why = operations.add_question(tx, survey, QuestionKind.TEXT, text, short="What to change")
    desk = operations.add_question(
        tx, survey, QuestionKind.TEXT, "At the desk?", touchpoint=steps["Rebooking"], short="Desk"
    )
    first = operations.add_round(tx, survey, "February", "2026-02-01")
    second = operations.add_round(tx, survey, "May", "2026-05-01")
    for place, words in enumerate(TYPED):
        sheet = operations.add_sheet(tx, first, date="2026-02-03")
        operations.set_answer(tx, sheet, nps, 6 + place)
        operations.set_answer(tx, sheet, why, text=words)
    sheets = [
        (n, "2026-05-04", "employee" if n == 2 else "customer", "", "", "", "")
        for n in range(1, len(IMPORTED) + 1)
    ]
    answers = [
        (n, desk if n == 1 else why, None, words) for n, words in enumerate(IMPORTED, start=1)
    ]
    operations.import_answers(tx, second, Responses(sheets, answers), name="May.xlsx")
    waiting = operations.add_theme(tx, "Waiting", ("wait",))
    operations.change_theme(tx, waiting, keywords=("wait", "40 min"))
    operations.add_theme(tx, "Friendliness", ("kind", "freundlich"))


def begin(session: Session) -> Document:
    """Open it, without a file."""
    session.new(fill, _("Begin"))
    document = session.document
    assert document is not None
    return document


class Bare:
    """What a tab or dialog needs of the app, without the window of the app."""

    def __init__(self, folder: Path, application: QApplication) -> None:
        found = resources.find()
        clock = lambda: datetime.datetime(2026, 5, 15, 8, 14, tzinfo=datetime.UTC)  # noqa: E731
        services = Services(Paths.under(folder), clock, new_id, found)
        services.paths.make()
        tokens = Tokens.load(found.tokens)
        settings = SettingsFile(services.paths.settings)
        icons = IconSet.load(found.icons)
        self._looks = Looks(application, tokens, settings)
        holder = self._looks.holder
        engine = TextEngine(found.fonts, application)
        painter = IconPainter(icons, holder)
        self.context = Context(services, tokens, holder, engine, icons, ENGLISH, settings, painter)
        paths = services.paths
        desk = Desk(paths.working, services.clock, services.new_id, paths.backups)
        self.session = Session(desk)
        self.failed: list[UserError] = []
        self.session.failed.connect(self.failed.append)
        self.host = QWidget()
        self.host.resize(1302, 694)
        self.binding = ActionBinding(self.context, self.host)

    def show(self, widget: QWidget) -> None:
        """Show a tab in the bare window."""
        column = QVBoxLayout(self.host)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(widget)
        self.host.show()
        self.host.activateWindow()

    def close(self) -> None:
        """Close the document and the window."""
        self.session.close()
        self.host.close()
        self.host.deleteLater()
