"""What the walk says, in whole phrases for each kind of people served."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.kinds import Frequency, People, Phase
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.walk.facts import StepFacts

ASKED = 20
"""So many people make a first answer."""

_TITLE: dict[People, Message] = {
    People.PATIENT: _("Walk through your practice"),
    People.CUSTOMER: _("Walk through your service"),
    People.GUEST: _("Walk through your guests’ stay"),
    People.CLIENT: _("Walk through your service"),
    People.RESIDENT: _("Walk through your residents’ day"),
    People.EMPLOYEE: _("Walk through your workplace"),
    People.CITIZEN: _("Walk through your service"),
}

_FEEL: dict[People, Message] = {
    People.PATIENT: _("How do patients feel here?"),
    People.CUSTOMER: _("How do customers feel here?"),
    People.GUEST: _("How do guests feel here?"),
    People.CLIENT: _("How do clients feel here?"),
    People.RESIDENT: _("How do residents feel here?"),
    People.EMPLOYEE: _("How do employees feel here?"),
    People.CITIZEN: _("How do citizens feel here?"),
}

_ASK: dict[People, Message] = {
    People.PATIENT: _("Ask 20 patients"),
    People.CUSTOMER: _("Ask 20 customers"),
    People.GUEST: _("Ask 20 guests"),
    People.CLIENT: _("Ask 20 clients"),
    People.RESIDENT: _("Ask 20 residents"),
    People.EMPLOYEE: _("Ask 20 employees"),
    People.CITIZEN: _("Ask 20 citizens"),
}

_NEXT: dict[People, Message] = {
    People.PATIENT: _("Everything on it is your team’s opinion. Next: ask 20 patients."),
    People.CUSTOMER: _("Everything on it is your team’s opinion. Next: ask 20 customers."),
    People.GUEST: _("Everything on it is your team’s opinion. Next: ask 20 guests."),
    People.CLIENT: _("Everything on it is your team’s opinion. Next: ask 20 clients."),
    People.RESIDENT: _("Everything on it is your team’s opinion. Next: ask 20 residents."),
    People.EMPLOYEE: _("Everything on it is your team’s opinion. Next: ask 20 employees."),
    People.CITIZEN: _("Everything on it is your team’s opinion. Next: ask 20 citizens."),
}

_THEN: dict[People, Message] = {
    People.PATIENT: _("After step {n} you can ask 20 patients."),
    People.CUSTOMER: _("After step {n} you can ask 20 customers."),
    People.GUEST: _("After step {n} you can ask 20 guests."),
    People.CLIENT: _("After step {n} you can ask 20 clients."),
    People.RESIDENT: _("After step {n} you can ask 20 residents."),
    People.EMPLOYEE: _("After step {n} you can ask 20 employees."),
    People.CITIZEN: _("After step {n} you can ask 20 citizens."),
}

FIRST = _("You have a first map.")
HAVE = _("Do you have this step?")
WRONG = _("Does something go wrong here?")
WHAT = _("What goes wrong?")
NAMELESS = _("A step without a name")

FACE_WORDS: tuple[Message, ...] = (
    _("Awful"),
    _("Not good"),
    _("Neither"),
    _("Good"),
    _("Great"),
)
"""Under the five faces, from the worst on."""

OFTEN: tuple[tuple[Frequency | None, Message], ...] = (
    (None, _("No")),
    (Frequency.SOMETIMES, _("Sometimes")),
    (Frequency.OFTEN, _("Often")),
)
"""Answers to whether something goes wrong; None is that nothing does."""


def title(snapshot: Snapshot, map_id: str) -> Message:
    """Return what the walk is called for those who are served on this map."""
    people = queries.project(snapshot).people
    stays = any(stage.phase == Phase.STAY for stage in queries.stages(snapshot, map_id))
    if people == People.PATIENT and stays:
        return _("Walk through your hospital")
    return _TITLE[people]


def feel(people: People) -> Message:
    """Ask for the feeling at a step."""
    return _FEEL[people]


def ask(people: People) -> Message:
    """Return the words of the button that goes on to asking."""
    return _ASK[people]


def everything(people: People, asked: bool) -> Message:
    """Say how sure everything is and what comes next; ``asked`` when somebody was asked."""
    if asked:
        return _("It holds your team’s opinion beside what you were told. Next: ask more people.")
    return _NEXT[people]


def then(people: People, n: int) -> Message:
    """Say what can be done after the last step."""
    return Message(_THEN[people].key, n=n)


def where(facts: StepFacts) -> Message:
    """Return the line under the name of a step: stage, place, who answers for it."""
    number, name = facts.stage_number, facts.stage.name
    if not name:
        return _("Stage {number}.", number=number)
    return _("Stage {number}, {stage}.", number=number, stage=name)


def by_whom(facts: StepFacts) -> Message | None:
    """Return the place and the role; None where neither is known."""
    channel, owner = facts.channel, facts.owner
    if channel is not None and owner is not None:
        return _("{channel}. Owner: {owner}", channel=channel.name, owner=owner.name)
    if owner is not None:
        return _("Owner: {owner}", owner=owner.name)
    return _("{channel}", channel=channel.name) if channel is not None else None


def summary(facts: StepFacts) -> Message:
    """Return what was said about what goes wrong at a step; no claim where nobody answered."""
    pain = facts.pain
    if pain is None:
        return _("Nothing said yet") if facts.feeling is None else _("Nothing goes wrong")
    if pain.frequency == Frequency.UNKNOWN:
        return _("{what}", what=pain.text)
    often = _("Often") if pain.frequency == Frequency.OFTEN else _("Sometimes")
    return _("{often}: {what}", often=often, what=pain.text) if pain.text.strip() else often


def names(numbers: tuple[str, ...]) -> Message:
    """Return up to three numbers in a sentence: 3.1, 4.2 and 6.1."""
    match numbers:
        case (one,):
            return _("{one}", one=one)
        case (one, two):
            return _("{one} and {two}", one=one, two=two)
        case (one, two, three):
            return _("{one}, {two} and {three}", one=one, two=two, three=three)
        case _:
            raise ValueError(numbers)


def one_screen(system: str) -> Message:
    """Return what to do where the computer has one screen, or shows the same on both.

    ``system`` is the kernel, "winnt" for Windows.
    """
    if system == "winnt":
        return _("Only one screen is found. For two, press Windows+P, choose Extend.")
    return _("Only one screen is found. For two, extend the display.")
