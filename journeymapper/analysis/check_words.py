"""The sentences of the map check; whole phrases for each word for those who are served."""

from __future__ import annotations

from datetime import date

from journeymapper.domain.dates import in_words
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _

NO_MOMENTS = _("No step is a moment of truth yet. Which three to five make or break it?")
NO_NAME = _("This step has no name yet.")

NO_VOICE: dict[People, Message] = {
    People.PATIENT: _("Everything here is your team’s opinion. No patient has been asked yet."),
    People.CUSTOMER: _("Everything here is your team’s opinion. No customer has been asked yet."),
    People.GUEST: _("Everything here is your team’s opinion. No guest has been asked yet."),
    People.CLIENT: _("Everything here is your team’s opinion. No client has been asked yet."),
    People.RESIDENT: _("Everything here is your team’s opinion. No resident has been asked yet."),
    People.EMPLOYEE: _("Everything here is your team’s opinion. No employee has been asked yet."),
    People.CITIZEN: _("Everything here is your team’s opinion. No citizen has been asked yet."),
}

_INSIDE: dict[People, Message] = {
    People.PATIENT: _("{name}: would patients say “{word}”?"),
    People.CUSTOMER: _("{name}: would customers say “{word}”?"),
    People.GUEST: _("{name}: would guests say “{word}”?"),
    People.CLIENT: _("{name}: would clients say “{word}”?"),
    People.RESIDENT: _("{name}: would residents say “{word}”?"),
    People.EMPLOYEE: _("{name}: would employees say “{word}”?"),
    People.CITIZEN: _("{name}: would citizens say “{word}”?"),
}

_OURS: dict[People, Message] = {
    People.PATIENT: _("{name}: is that how patients would say it?"),
    People.CUSTOMER: _("{name}: is that how customers would say it?"),
    People.GUEST: _("{name}: is that how guests would say it?"),
    People.CLIENT: _("{name}: is that how clients would say it?"),
    People.RESIDENT: _("{name}: is that how residents would say it?"),
    People.EMPLOYEE: _("{name}: is that how employees would say it?"),
    People.CITIZEN: _("{name}: is that how citizens would say it?"),
}


def many_moments(count: int) -> Message:
    """Say that there are more moments of truth than one can act on."""
    return _("{count} steps are moments of truth. Which three to five matter most?", count=count)


def many_stages(count: int) -> Message:
    """Say that there are more stages than one keeps in mind."""
    return _("There are {count} stages. Seven or fewer are easier to keep in mind.", count=count)


def empty_stage(name: str) -> Message:
    """Say that a stage has no step."""
    return _("{name} has no step yet.", name=name or _("This stage"))


def empty_own_map(name: str) -> Message:
    """Say that the own map of a step has no step."""
    return _("{name} has a map of its own, and no step is on it yet.", name=_step(name))


def no_owner(name: str) -> Message:
    """Say that a moment of truth has no owner."""
    return _("{name} is a moment of truth and has no owner.", name=_step(name))


def no_measure(name: str) -> Message:
    """Say that nothing is measured at a moment of truth."""
    return _("{name} is a moment of truth, and nothing is measured there.", name=_step(name))


def no_idea(persona: str, value: int, name: str) -> Message:
    """Say that a step feels bad and there is no idea how to mend it."""
    return _(
        "{persona} feels {value} at {name}, and there is no idea yet.",
        persona=persona or _("Somebody"),
        value=str(value).replace("-", "−"),
        name=_step(name),
    )


def no_channel(name: str) -> Message:
    """Ask where a step happens."""
    return _("Where does {name} happen?", name=_step(name))


def inside(people: People, word: str, name: str) -> Message:
    """Ask about an abbreviation."""
    return Message(_INSIDE[people].key, word=word, name=name)


def ours(people: People, name: str) -> Message:
    """Ask about a name that says what the organisation does."""
    return Message(_OURS[people].key, name=name)


def map_due(day: str) -> Message:
    """Say that a map was to be looked at again."""
    return _("This map was to be looked at again by {date}.", date=_day(day))


def persona_due(name: str, day: str) -> Message:
    """Say that a persona was to be looked at again."""
    return _(
        "{name} was to be looked at again by {date}.",
        name=name,
        date=_day(day),
    )


def _step(name: str) -> str | Message:
    return name.strip() or _("a step without a name")


def _day(day: str) -> Message:
    return in_words(date.fromisoformat(day))
