"""Which sheet of questions and which pile are in front; all tabs of Answers follow it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain import indexes, queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.counts import latest_round
from journeymapper.domain.entities import (
    Answer,
    Channel,
    ImportBatch,
    Persona,
    Project,
    Question,
    Role,
    Round,
    Sheet,
    Survey,
    Touchpoint,
)
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.instants import instant_text
from journeymapper.domain.kinds import People, QuestionKind, Respondent
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.session import Session

_ABOUT = (
    Answer,
    Channel,
    ImportBatch,
    Persona,
    Project,
    Question,
    Role,
    Round,
    Sheet,
    Survey,
    Touchpoint,
)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What is the same on all sheets of a pile; new sheets get it."""

    date: str = ""
    respondent: Respondent = Respondent.CUSTOMER
    persona: str | None = None
    channel: str | None = None
    country: str = ""

    def fields(self, snapshot: Snapshot) -> dict[str, Any]:
        """Return the fields of a new sheet; what is gone from the document is left out."""
        persona = self.persona if snapshot.find(Persona, self.persona) else None
        channel = self.channel if snapshot.find(Channel, self.channel) else None
        return {
            "date": self.date,
            "respondent": self.respondent,
            "persona": persona,
            "channel": channel,
            "country": self.country,
        }


class AnswersState(QObject):
    """Follows the document. A survey or round that goes is replaced by the one that is left."""

    changed = Signal()
    """Another survey or pile is in front, or what it holds is another."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self.context, self.session = context, session
        self.survey_id = ""
        self.round_id = ""
        self.defaults = Defaults()
        session.opened.connect(self._on_opened)
        session.closed.connect(self.changed)
        session.changed.connect(self._on_change)
        self._settle()

    @property
    def document(self) -> Document | None:
        """The open document."""
        return self.session.document

    @property
    def snapshot(self) -> Snapshot:
        """What is in the document; empty without one."""
        document = self.session.document
        return document.snapshot if document is not None else Snapshot.of()

    @property
    def people(self) -> People:
        """Whom the project serves."""
        known = self.session.document is not None
        return queries.project(self.snapshot).people if known else People.CUSTOMER

    @property
    def today(self) -> datetime.date:
        """The local date."""
        return self.context.services.clock().astimezone().date()

    @property
    def at(self) -> str:
        """The present instant, as it is kept."""
        return instant_text(self.context.services.clock())

    def surveys(self) -> tuple[Survey, ...]:
        """Return all sheets of questions in order."""
        return tuple(sorted(self.snapshot.table(Survey).values(), key=sort_key))

    @property
    def survey(self) -> Survey | None:
        """The sheet of questions in front."""
        return self.snapshot.find(Survey, self.survey_id)

    @property
    def round(self) -> Round | None:
        """The pile in front."""
        return self.snapshot.find(Round, self.round_id)

    def rounds(self, survey_id: str | None = None) -> tuple[Round, ...]:
        """Return the rounds of a survey, the first first."""
        wanted = self.survey_id if survey_id is None else survey_id
        found = self.snapshot.select(indexes.ROUNDS_OF_SURVEY, wanted)
        return tuple(sorted(found, key=lambda r: (r.started, r.position, r.id)))

    @property
    def place(self) -> int:
        """Which round of its survey the pile in front is, from 1."""
        return next((i for i, r in enumerate(self.rounds(), 1) if r.id == self.round_id), 0)

    @property
    def earlier(self) -> Round | None:
        """The round before the one in front."""
        place = self.place
        return self.rounds()[place - 2] if place > 1 else None

    def questions(self) -> tuple[Question, ...]:
        """Return all questions in front, in the order of the sheet."""
        return self.snapshot.select(indexes.QUESTIONS_OF_SURVEY, self.survey_id)

    def scored(self) -> tuple[Question, ...]:
        """Return the questions that are answered with a key or a number."""
        return tuple(q for q in self.questions() if q.kind != QuestionKind.TEXT)

    def written(self) -> tuple[Question, ...]:
        """Return the questions that are answered in words."""
        return tuple(q for q in self.questions() if q.kind == QuestionKind.TEXT)

    def show_round(self, round_id: str) -> None:
        """Bring a pile to the front, with its survey."""
        self.round_id = round_id
        self.survey_id = self.snapshot.get(Round, round_id).survey
        self.changed.emit()

    def show_survey(self, survey_id: str) -> None:
        """Bring a sheet of questions to the front, with its latest pile if there is one."""
        self.survey_id = survey_id
        latest = latest_round(self.snapshot, survey_id)
        self.round_id = latest.id if latest is not None else ""
        self.changed.emit()

    def set_defaults(self, defaults: Defaults) -> None:
        """Set what new sheets get."""
        self.defaults = defaults
        self.changed.emit()

    def _on_opened(self) -> None:
        self.survey_id = self.round_id = ""
        self.defaults = Defaults()
        self._settle()
        self.changed.emit()

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.touches(*_ABOUT):
            self._settle()
            self.changed.emit()

    def _settle(self) -> None:
        """Show something that is there."""
        if self.survey is None:
            surveys = self.surveys()
            self.survey_id = surveys[-1].id if surveys else ""
        current = self.round
        if current is None or current.survey != self.survey_id:
            latest = latest_round(self.snapshot, self.survey_id)
            self.round_id = latest.id if latest is not None else ""
