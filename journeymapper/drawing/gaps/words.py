"""What places, reasons and evidence are called, on screen and on paper alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.places import Place
from journeymapper.analysis.gaps.rules import Family
from journeymapper.analysis.gaps.telling import backing, people_behind
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Persona, Plan, Question, Stage, Touchpoint
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import People, Severity
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import words

ADVICE = {
    "act": _("Mend it: it is bad and we are sure."),
    "validate": _("Ask first, and keep the harm small meanwhile."),
    "watch": _("Keep an eye on it."),
    "park": _("Leave it for now."),
}
"""What to do about a gap."""

FAMILIES = {
    Family.CUSTOMER: _("What people want and get"),
    Family.ORGANISATION: _("How we work"),
    Family.KNOWLEDGE: _("What we know"),
    Family.FLOW: _("Where people go"),
    Family.FOLLOW_THROUGH: _("What we follow up"),
}

BANDS = (Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW)
"""From critical to low."""

_INPUTS: Mapping[str, Message] = {
    "overdue": _("People who wait longer than agreed"),
    "not told": _("Mended, and not told"),
    "opened again": _("Opened again twice or more"),
    "expected": _("Expected, 1 to 10"),
    "experienced": _("Experienced, 1 to 10"),
    "importance": _("Importance, 1 to 10"),
    "performance": _("Our score, 1 to 10"),
    "target": _("What we want to reach"),
    "now": _("Where we are"),
    "employees": _("Employees say, 1 to 10"),
    "customers": _("Those we serve say, 1 to 10"),
    "n": _("Answers"),
    "n_employees": _("Answers of employees"),
    "n_customers": _("Answers of those we serve"),
    "mismatch": _("Share of contacts by another channel"),
    "absent": _("Channel that is missing"),
    "wanted": _("Share that would use it"),
    "ours": _("Our score, 1 to 10"),
    "theirs": _("Score of others, 1 to 10"),
    "date": _("Date"),
    "promised": _("Promised"),
    "actual": _("It takes"),
    "unit": _("Unit"),
    "share": _("Share of people who go this way"),
    "management": _("Management believes, 1 to 10"),
    "kept": _("Share in which it is kept"),
    "ease": _("Ease"),
    "mean": _("Average"),
    "hard": _("Share who find it hard"),
    "feeling": _("Feeling, −5 to +5"),
    "fall": _("Change from the step before"),
    "low": _("Lowest group"),
    "high": _("Highest group"),
    "valid_until": _("Valid until"),
    "visits": _("Visits for each who enters"),
    "returns": _("Share who come again"),
    "owner": _("Who is responsible"),
    "deadline": _("By when"),
    "measure": _("How we will see it"),
    "baseline": _("Measured before"),
    "severity": _("How bad it would be, 1 to 10"),
    "occurrence": _("How often it may happen, 1 to 10"),
    "detection": _("How hard it is to notice, 1 to 10"),
    "risks": _("Risks without a plan"),
    "trainings": _("Trainings that are missing"),
    "since": _("Known since"),
}

_HIDDEN = ("question", "from", "quadrant", "missing", "rule")
"""Inputs that are ids or names of the method."""


@dataclass(frozen=True, slots=True)
class Title:
    """What a place is called: its number ("" for what is no step) and its name."""

    number: str
    name: str

    @property
    def whole(self) -> str:
        """The number and the name on one line."""
        return f"{self.number} {self.name}" if self.number else self.name


class Names:
    """Finds what subjects are called; made for one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.people: People = queries.project(snapshot).people
        self._numbers: dict[str, str] = {}
        for journey in queries.maps(snapshot):
            self._numbers |= queries.numbers(snapshot, journey.id)

    def title(self, subject: str) -> Title:
        """Return the title of a step, stage, map, persona or question; "" for the project."""
        step = self.snapshot.find(Touchpoint, subject)
        if step is not None:
            return Title(self._numbers.get(subject, ""), step.name)
        stage = self.snapshot.find(Stage, subject)
        if stage is not None:
            return Title("", stage.name)
        journey = self.snapshot.find(JourneyMap, subject)
        if journey is not None:
            return Title("", journey.title)
        persona = self.snapshot.find(Persona, subject)
        if persona is not None:
            return Title("", persona.name)
        question = self.snapshot.find(Question, subject)
        if question is not None:
            return Title("", question.short or question.text)
        plan = self.snapshot.find(Plan, subject)
        if plan is not None:
            return Title("", plan.title)
        return Title("", queries.project(self.snapshot).title)

    def short(self, persona: str) -> str:
        """Return what a persona is called in a sentence."""
        known = self.snapshot.find(Persona, persona)
        return "" if known is None else known.short or known.name

    def stage(self, subject: str) -> str:
        """Return the id of the stage that a step belongs to, or the stage itself; else ""."""
        step = self.snapshot.find(Touchpoint, subject)
        if step is not None:
            return step.stage
        return subject if self.snapshot.find(Stage, subject) is not None else ""


_SEEN: dict[str, Message] = {"G21": _("seen in the list of people to call back")}
"""Where a fact that is not on the map was seen, by rule."""


def who(gap: Gap, people: People) -> Message:
    """Return who said so: 50 patients, team's opinion, a guess, or the map itself."""
    match gap.evidence:
        case None:
            return _SEEN.get(gap.rule) or _("seen on the map")
        case Grade.D:
            return words.TEAM
        case Grade.E:
            return words.GUESS
    n = people_behind(gap)
    return words.people(people, n) if n else words.uncounted(people)


def how_sure(place: Place, people: People) -> Message:
    """Return the sentence about evidence: "Sure: 50 patients"."""
    gap = backing(place)
    said = who(gap, people)
    match gap.evidence:
        case Grade.A:
            return _("Sure: {who}", who=said)
        case Grade.B:
            return _("Fairly sure: {who}", who=said)
        case Grade.C | Grade.D:
            return _("Not very sure: {who}", who=said)
        case Grade.E:
            return _("Not sure: {who}", who=said)
    return _("Sure: {who}", who=said)


def reasons_of(place: Place) -> Message:
    """Return how many reasons a place has: one for each rule."""
    return reasons(len(telling.reasons(place)))


def reasons(n: int) -> Message:
    """Return so many reasons in words."""
    return _("1 reason") if n == 1 else _("{n} reasons", n=n)


def counted(places: int, found: int) -> Message:
    """Return how many places there are, with how many reasons."""
    if places == 1:
        return _("1 place with {reasons}", reasons=reasons(found))
    return _("{n} places with {reasons}", n=places, reasons=reasons(found))


def inputs(gap: Gap) -> tuple[tuple[Message, str], ...]:
    """Return the numbers that a rule used, each with its name, ready to show."""
    found: list[tuple[Message, str]] = []
    for name, value in gap.inputs.items():
        if value is None or name in _HIDDEN:
            continue
        label = _INPUTS.get(name) or _("{name}", name=name.split(":")[-1])
        found.append((label, "–" if value == "missing" else shown(value)))
    if gap.interval is not None:
        low, high = (shown(round(end, 1)) for end in gap.interval)
        found.append((_("What the rule compares"), shown(gap.value)))
        found.append((_("It lies there 19 times of 20"), f"{low} … {high}"))
    return tuple(found)


def shown(value: str | float | None) -> str:
    """Return a number with at most two decimals and a real minus sign."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    words_ = f"{value:.2f}".rstrip("0").rstrip(".")
    return ("−" + words_[1:]) if words_.startswith("-") and words_ != "-0" else words_.lstrip("-")


def chance(gap: Gap) -> Message | None:
    """Return the warning that chance alone could make the difference, where it could."""
    if gap.certain:
        return None
    return _("With so few answers chance alone could make this difference.")
