"""The codes of plans, alerts, risks and people's habits."""

from __future__ import annotations

from enum import StrEnum


class Trigger(StrEnum):
    """What made us begin a plan (R010)."""

    UNKNOWN = ""
    GAP = "gap"
    COMPLAINT = "complaint"
    NONCONFORMANCE = "nonconformance"
    AUDIT = "audit"
    TREND = "trend"
    CAUSE = "cause"
    WORKSHOP = "workshop"
    SURVEY = "survey"


class PlanKind(StrEnum):
    """Against what happened, or against what could happen (R009)."""

    CORRECTIVE = "corrective"
    PREVENTIVE = "preventive"


class Horizon(StrEnum):
    """A fix for this customer now, or one of the system (R013)."""

    SYSTEMIC = "systemic"
    IMMEDIATE = "immediate"


class WorkType(StrEnum):
    """What kind of work a plan is (R146)."""

    UNKNOWN = ""
    TRAINING = "training"
    SYSTEMS = "systems"
    GOALS = "goals"
    OUTREACH = "outreach"
    PROCESS = "process"


class PlanMethod(StrEnum):
    """Which list of five steps a plan follows (R012)."""

    FIVE_STEPS = "five_steps"
    PROGRAMME = "programme"


class PlanPart(StrEnum):
    """The five steps of a plan, in order (R001-R006)."""

    PROBLEM = "problem"
    WHO = "who"
    SOLUTION = "solution"
    DEADLINES = "deadlines"
    WATCH = "watch"


class PlanTurn(StrEnum):
    """What happened to a plan as a whole."""

    STARTED = "started"
    CLOSED = "closed"
    REOPENED = "reopened"
    DROPPED = "dropped"


class PlanState(StrEnum):
    """How far a plan is; follows from its turns and never is stored."""

    DRAFT = "draft"
    RUNNING = "running"
    CLOSED = "closed"
    DROPPED = "dropped"


class Verdict(StrEnum):
    """Whether what we expected of a plan came true (R007)."""

    OPEN = ""
    CONFIRMED = "confirmed"
    REFUTED = "refuted"


class Involvement(StrEnum):
    """What somebody does in a plan besides its owner, who alone is accountable (R158)."""

    RESPONSIBLE = "responsible"
    CONSULTED = "consulted"
    INFORMED = "informed"


class KpiKind(StrEnum):
    """How we see that a plan works: by counting, by a question, by a number."""

    COUNT = "count"
    QUESTION = "question"
    NUMBER = "number"


class ReviewStatus(StrEnum):
    """How a plan stands at a review."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"


class ProofMethod(StrEnum):
    """How it was verified that a plan works (R017)."""

    DATA = "data"
    CALL_BACK = "call_back"
    OBSERVATION = "observation"
    AUDIT = "audit"


class Audience(StrEnum):
    """Who is told of a plan (R019)."""

    TEAM = "team"
    CUSTOMERS = "customers"
    WRITERS = "writers"
    ACCOUNT_MANAGERS = "account_managers"
    SALES = "sales"
    SERVICE = "service"
    MANAGEMENT = "management"
    OTHER = "other"


class Comparator(StrEnum):
    """How an answer is compared with the value of an alert rule."""

    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    EQUAL = "equal"


class AlertState(StrEnum):
    """How far an alert is, in order (R014); ``REOPENED`` leads back to work."""

    NEW = "new"
    ASSIGNED = "assigned"
    CONTACTED = "contacted"
    RESOLVED = "resolved"
    VERIFIED = "verified"
    CLOSED = "closed"
    REOPENED = "reopened"


class Level(StrEnum):
    """Who a role speaks for (R016)."""

    FRONTLINE = "frontline"
    MANAGEMENT = "management"


class Habit(StrEnum):
    """What a role begins, leaves, or goes on with (R136)."""

    START = "start"
    STOP = "stop"
    CONTINUE = "continue"


class Use(StrEnum):
    """Where a behaviour becomes a decision about people or work (R138)."""

    UNKNOWN = ""
    HIRE = "hire"
    REWARD = "reward"
    PROCESS = "process"


class Ready(StrEnum):
    """An answer of the readiness check."""

    UNKNOWN = ""
    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class CustomersSee(StrEnum):
    """How customers see us: what is strong, what is weak (R144)."""

    STRENGTH = "strength"
    WEAKNESS = "weakness"
