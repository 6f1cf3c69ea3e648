"""What the rows of several cards are called: no name in them, since there is more than one."""

from __future__ import annotations

from journeymapper.analysis.persona_rows import HEAD, CardRow
from journeymapper.domain.kinds import AgeGroup, NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import (
    CHARACTER,
    DEMOGRAPHICS,
    EMOTIONS,
    ORGANISATION,
    TRAITS,
)
from journeymapper.ui.accounts.lands import country_name, language_name
from journeymapper.ui.personas.portraits import AGES

_HEAD: dict[str, Message] = {
    "name": _("Name"),
    "about": _("In a line"),
    "quote": _("In own words"),
    "story": _("Story"),
    "portrait": _("Photo"),
    "age_group": _("Drawn portrait"),
    "country": _("Country"),
    "language": _("Language"),
}

_CODES = {"country": country_name, "language": language_name}

_LISTS: dict[str, Message] = {
    NoteSection.GOAL: _("Goals"),
    NoteSection.FRUSTRATION: _("Annoyances"),
    NoteSection.NEED: _("Needs"),
    NoteSection.HELP: _("What makes it easier"),
    NoteSection.ACCESS: _("To be able to use it"),
    NoteSection.CHANNEL: _("How to reach"),
    NoteSection.BRAND: _("Brands"),
}

_QUESTIONS: dict[str, Message] = {
    "career_aims": _("Career aims"),
    "problems_we_solve": _("Problems we can solve"),
    "objections": _("Objections"),
    "keeps_from_repeat": _("What stops a return"),
    "time": _("Where time goes"),
    "free_time": _("Free time"),
    "trusted_sources": _("Trusted sources"),
    "online_places": _("Places online"),
    "content": _("Taking in content"),
    "wants_to_know": _("To know of us"),
    "splurge": _("Where to splurge"),
    "found_late": _("Why we were found late"),
    "day_in_life": _("A day"),
}

_BUYER: dict[str, Message] = {
    "awareness.move_on": _("Becoming aware: what moves on"),
    "awareness.hesitation": _("Becoming aware: what makes hesitate"),
    "awareness.barrier": _("Becoming aware: what stands in the way"),
    "consideration.move_on": _("Considering: what moves on"),
    "consideration.hesitation": _("Considering: what makes hesitate"),
    "consideration.barrier": _("Considering: what stands in the way"),
    "decision.move_on": _("Deciding: what moves on"),
    "decision.hesitation": _("Deciding: what makes hesitate"),
    "decision.barrier": _("Deciding: what stands in the way"),
}

_KEYED: dict[str, dict[str, Message]] = {
    HEAD: _HEAD,
    NoteSection.EMOTION: dict(EMOTIONS),
    NoteSection.QUESTION: _QUESTIONS,
    NoteSection.BUYER: _BUYER,
    NoteSection.DEMOGRAPHIC: dict(DEMOGRAPHICS),
    NoteSection.TRAIT: dict(TRAITS),
    NoteSection.CHARACTER: dict(CHARACTER),
    NoteSection.ORGANISATION: dict(ORGANISATION),
}


def row_title(row: CardRow) -> Message:
    """Return the words for a row."""
    known = _LISTS.get(row.section) if row.is_list else _KEYED[row.section].get(row.key)
    return known or _("{name}", name=row.key or _("Fact"))


def shown_line(row: CardRow, text: str) -> Message:
    """Return a line of a row as it is shown: a photo and an age group have words of their own."""
    if row.section == HEAD and row.key == "portrait":
        return _("A photo")
    if row.section == HEAD and row.key == "age_group":
        return AGES[AgeGroup(text)]
    if row.section == HEAD and row.key in _CODES:
        return _("{name}", name=_CODES[row.key](text))
    return _("{text}", text=text)
