"""The fixed sets of codes that entities use."""

from __future__ import annotations

from enum import StrEnum


class People(StrEnum):
    """Whom the project serves; each is a set of whole phrases in the catalogues."""

    PATIENT = "patient"
    CUSTOMER = "customer"
    GUEST = "guest"
    CLIENT = "client"
    RESIDENT = "resident"
    EMPLOYEE = "employee"
    CITIZEN = "citizen"


class ChannelKind(StrEnum):
    """What sort of contact a channel is."""

    PHYSICAL = "physical"
    DIGITAL = "digital"
    VOICE = "voice"
    PRINT = "print"
    PERSON = "person"


class PersonaKind(StrEnum):
    """A single person or a whole organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class PersonaStatus(StrEnum):
    """How far a persona has been checked."""

    DRAFT = "draft"
    VALIDATED = "validated"
    RETIRED = "retired"


class AgeGroup(StrEnum):
    """How old a persona is, as far as a drawn portrait shows it."""

    UNKNOWN = ""
    CHILD = "child"
    YOUNG = "young"
    ADULT = "adult"
    OLDER = "older"


class NoteSection(StrEnum):
    """The part of a persona's card that a note belongs to; `domain.persona_card` has the keys."""

    EMOTION = "emotion"
    QUESTION = "question"
    BUYER = "buyer"
    DEMOGRAPHIC = "demographic"
    TRAIT = "trait"
    GOAL = "goal"
    FRUSTRATION = "frustration"
    NEED = "need"
    HELP = "help"
    ACCESS = "access"
    CHANNEL = "channel"
    CHARACTER = "character"
    BRAND = "brand"
    ORGANISATION = "organisation"


class QuestionKind(StrEnum):
    """What a question asks for, and so how its answers are counted."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    CHOICE = "choice"
    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"


class Better(StrEnum):
    """Which end of a scale is the good one, as the sheet has it."""

    HIGH = "high"
    LOW = "low"


class Scale(StrEnum):
    """What a scale looks like on the sheet."""

    NUMBERS = "numbers"
    FACES = "faces"
    STARS = "stars"


class Respondent(StrEnum):
    """Who answered."""

    CUSTOMER = "customer"
    EMPLOYEE = "employee"


class Collected(StrEnum):
    """How answers came to us."""

    PAPER = "paper"
    TALLY = "tally"
    REVIEW = "review"
    INTERVIEW = "interview"
    CALL = "call"
    ONLINE = "online"


class CommentKind(StrEnum):
    """What a comment about somebody's work is good for."""

    PLAIN = ""
    PRAISE = "praise"
    COACHING = "coaching"


class GapState(StrEnum):
    """What was decided about a gap."""

    ACCEPTED = "accepted"


class Tier(StrEnum):
    """How much service an account gets, first tier first."""

    FIRST = "I"
    SECOND = "II"
    THIRD = "III"
    UNKNOWN = ""


class Fit(StrEnum):
    """Whether a segment is one we can serve well."""

    GOOD = "good"
    UNSURE = "unsure"
    POOR = "poor"
    UNKNOWN = ""


class MapState(StrEnum):
    """As it is, or as it is meant to be."""

    CURRENT = "current"
    FUTURE = "future"


class Phase(StrEnum):
    """The part of the journey that a stage belongs to."""

    BEFORE = "before"
    ONSITE = "onsite"
    CONTACT = "contact"
    STAY = "stay"
    PURCHASE = "purchase"
    DURING = "during"
    AFTER = "after"
    RENEWAL = "renewal"


class MomentOfTruth(StrEnum):
    """Whether a step is a make-or-break moment, and of which kind (method B23)."""

    NONE = "none"
    GENERAL = "general"
    ZERO = "zero"
    FIRST = "first"
    SECOND = "second"
    ULTIMATE = "ultimate"


class TimeUnit(StrEnum):
    """The unit of a promised and an actual wait."""

    MINUTES = "minutes"
    HOURS = "hours"
    DAYS = "days"


class SourceKind(StrEnum):
    """Where a statement comes from; the grade of evidence is derived from it."""

    ASSUMPTION = "assumption"
    STAFF = "staff"
    INTERVIEW = "interview"
    SURVEY = "survey"
    ANALYTICS = "analytics"


class Measure(StrEnum):
    """What a rating is about."""

    IMPORTANCE = "importance"
    EXPECTATION = "expectation"
    PERFORMANCE = "performance"
    EFFORT = "effort"
    CONSISTENCY = "consistency"


class EndKind(StrEnum):
    """How a journey can end."""

    SUCCESS = "success"
    LOST = "lost"
    OTHER = "other"


class Severity(StrEnum):
    """How bad a pain is, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNRATED = ""


class Frequency(StrEnum):
    """How often a pain is felt."""

    SOMETIMES = "sometimes"
    OFTEN = "often"
    UNKNOWN = ""


class LaneKind(StrEnum):
    """The kinds of rows, by their singular code names, in reading order."""

    IMAGE = "image"
    DOING = "doing"
    TOUCHPOINT = "touchpoint"
    FEELING = "feeling"
    CHANNEL = "channel"
    THINKING = "thinking"
    QUOTE = "quote"
    PAIN = "pain"
    GAIN = "gain"
    EVIDENCE = "evidence"
    WAIT = "wait"
    EFFORT = "effort"
    PHYSICAL_EVIDENCE = "physical_evidence"
    FRONTSTAGE = "frontstage"
    BACKSTAGE = "backstage"
    HANDOFF = "handoff"
    SUPPORT = "support"
    SYSTEM = "system"
    METRIC = "metric"
    OPPORTUNITY = "opportunity"
    IDEA = "idea"
    CUSTOM = "custom"


FIRST_ROWS = (
    LaneKind.DOING,
    LaneKind.TOUCHPOINT,
    LaneKind.FEELING,
    LaneKind.PAIN,
    LaneKind.IDEA,
)
"""The rows of the first view."""

MORE_ROWS = (
    LaneKind.THINKING,
    LaneKind.QUOTE,
    LaneKind.GAIN,
    LaneKind.FRONTSTAGE,
    LaneKind.BACKSTAGE,
    LaneKind.SYSTEM,
    LaneKind.METRIC,
)
"""The rows that "more rows" adds."""

DERIVED_ROWS = (
    LaneKind.TOUCHPOINT,
    LaneKind.FEELING,
    LaneKind.CHANNEL,
    LaneKind.EVIDENCE,
    LaneKind.WAIT,
    LaneKind.EFFORT,
    LaneKind.HANDOFF,
)
"""Rows whose content comes from steps, feelings, ratings and connections; they hold no cards."""

RATED_ROWS = (LaneKind.IDEA, LaneKind.OPPORTUNITY)
"""Rows whose cards say what they would bring and what they would cost."""

STEP_ONLY_ROWS = (LaneKind.PAIN, LaneKind.METRIC)
"""Rows whose cards belong to steps, never to a whole stage."""
