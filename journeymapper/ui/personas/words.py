"""What the place of personas says: in the words for those it is about, about time and evidence."""

from __future__ import annotations

import datetime

from journeymapper.analysis.persona_figures import Freshness, Validity, is_called
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Persona
from journeymapper.domain.kinds import NoteSection, PersonaStatus
from journeymapper.domain.message import Message, _

STATUSES: dict[PersonaStatus, Message] = {
    PersonaStatus.DRAFT: _("Draft"),
    PersonaStatus.VALIDATED: _("Checked"),
    PersonaStatus.RETIRED: _("Retired"),
}

ADD: dict[NoteSection | str, Message] = {
    NoteSection.GOAL: _("Goals"),
    NoteSection.FRUSTRATION: _("Annoyances"),
    NoteSection.NEED: _("Needs"),
    NoteSection.HELP: _("Help"),
    NoteSection.ACCESS: _("Access needs"),
    NoteSection.CHANNEL: _("Channels"),
}
"""What can be added to a card, in the row that offers it."""

HINTS: dict[NoteSection, Message] = {
    NoteSection.GOAL: _("Add a goal"),
    NoteSection.FRUSTRATION: _("Add what annoys"),
    NoteSection.NEED: _("Add a need"),
    NoteSection.HELP: _("Add what helps"),
    NoteSection.ACCESS: _("Add what is needed"),
    NoteSection.CHANNEL: _("Add a note"),
    NoteSection.BRAND: _("Add a brand"),
    NoteSection.DEMOGRAPHIC: _("Add a fact"),
}
"""What the empty line at the end of a list says."""

_COUNTS = (
    _("none"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
)


def name_of(persona: Persona) -> str | Message:
    """Return what a persona is called; words in its place without a name."""
    return is_called(persona) or _("Somebody")


def handful(count: int) -> Message:
    """Say kindly that more than a handful is hard to keep in mind."""
    number: Message | int = _COUNTS[count] if count < len(_COUNTS) else count
    return _("Two to five are easiest to keep in mind. You have {n}.", n=number)


def day(date: str) -> Message:
    """Return a local date in words: 15 September 2026."""
    return in_words(datetime.date.fromisoformat(date))


def review_badge(valid: Validity, persona: Persona) -> Message | None:
    """Return what the list says about a review; None while there is none to do soon."""
    match valid:
        case Validity(Freshness.OVERDUE):
            return _("Review was due on {date}", date=day(persona.valid_until))
        case Validity(Freshness.SOON, 0):
            return _("Review due today")
        case Validity(Freshness.SOON, 1):
            return _("Review due tomorrow")
        case Validity(Freshness.SOON, int(days)):
            return _("Review due in {n} days", n=days)
        case _:
            return None


def look_again(valid: Validity, persona: Persona) -> Message:
    """Return until when a card holds."""
    match valid.state:
        case Freshness.RETIRED:
            return _("No longer in use")
        case Freshness.UNCHECKED:
            return _("Nobody has checked this card yet")
        case Freshness.OVERDUE:
            return _("It was to be looked at by {date}", date=day(persona.valid_until))
        case _:
            return _("Look again by {date}", date=day(persona.valid_until))


def checked_on(persona: Persona) -> Message:
    """Return when a card was looked at."""
    if not persona.reviewed_at:
        return _("Review it once with people who know it")
    return _("Checked on {date}", date=day(persona.reviewed_at))
