"""The things a document is made of: frozen, slotted, compared by value.

May import: `domain.fields` and `domain.kinds`. What can be derived is never stored.

    step = Touchpoint(id="t1", stage="s1", name="Greeting", position=1.0)
    dataclasses.replace(step, name="Welcome")
    ENTITIES  # every entity, parents before children
"""

from __future__ import annotations

from journeymapper.domain.entities.accounts import (
    Account,
    AccountScore,
    Segment,
    ServiceLevel,
    TierCriterion,
)
from journeymapper.domain.entities.answers import (
    Answer,
    CommentMark,
    ImportBatch,
    Sheet,
    Theme,
)
from journeymapper.domain.entities.base import Entity, replaced
from journeymapper.domain.entities.flow import Connection, EndState
from journeymapper.domain.entities.gaps import GapDecision, GapSighting, Standard
from journeymapper.domain.entities.journey import JourneyMap, Stage, Touchpoint
from journeymapper.domain.entities.measures import Feeling, Rating
from journeymapper.domain.entities.paper import PrintRun
from journeymapper.domain.entities.persona import ChannelShare, Persona, PersonaNote
from journeymapper.domain.entities.project import (
    Attachment,
    Channel,
    Participant,
    Project,
    Role,
    Version,
)
from journeymapper.domain.entities.rows import Card, Lane, SavedView
from journeymapper.domain.entities.survey import ListeningPost, Question, Round, Survey

ENTITIES: tuple[type[Entity], ...] = (
    Project,
    Attachment,
    Role,
    Channel,
    Participant,
    Persona,
    PersonaNote,
    ChannelShare,
    JourneyMap,
    Stage,
    Touchpoint,
    Feeling,
    Rating,
    Lane,
    Card,
    SavedView,
    EndState,
    Connection,
    Version,
    PrintRun,
    Account,
    TierCriterion,
    AccountScore,
    ServiceLevel,
    Segment,
    Survey,
    Question,
    Round,
    ListeningPost,
    Sheet,
    Answer,
    ImportBatch,
    Theme,
    CommentMark,
    GapDecision,
    GapSighting,
    Standard,
)
"""Every entity; what is referred to comes before what refers to it."""

BY_NAME: dict[str, type[Entity]] = {kind.__name__: kind for kind in ENTITIES}

__all__ = [
    "BY_NAME",
    "ENTITIES",
    "Account",
    "AccountScore",
    "Answer",
    "Attachment",
    "Card",
    "Channel",
    "ChannelShare",
    "CommentMark",
    "Connection",
    "EndState",
    "Entity",
    "Feeling",
    "GapDecision",
    "GapSighting",
    "ImportBatch",
    "JourneyMap",
    "Lane",
    "ListeningPost",
    "Participant",
    "Persona",
    "PersonaNote",
    "PrintRun",
    "Project",
    "Question",
    "Rating",
    "Role",
    "Round",
    "SavedView",
    "Segment",
    "ServiceLevel",
    "Sheet",
    "Stage",
    "Standard",
    "Survey",
    "Theme",
    "TierCriterion",
    "Touchpoint",
    "Version",
    "replaced",
]
