"""The sentences about what we cannot tell."""

from __future__ import annotations

from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.ui.gaps.figuring import GapFigures

_NAMED = 4

_SILENT: dict[People, Message] = {
    People.PATIENT: _("{steps}: no patient has told us anything."),
    People.CUSTOMER: _("{steps}: no customer has told us anything."),
    People.GUEST: _("{steps}: no guest has told us anything."),
    People.CLIENT: _("{steps}: no client has told us anything."),
    People.RESIDENT: _("{steps}: no resident has told us anything."),
    People.EMPLOYEE: _("{steps}: no employee has told us anything."),
    People.CITIZEN: _("{steps}: no citizen has told us anything."),
}


def silent_words(figures: GapFigures) -> Message:
    """Return which steps nobody told us of; a few by name."""
    silent = figures.board.silent
    names = [figures.names.title(step).whole for step in silent[:_NAMED]]
    listed = ", ".join(names)
    said: str | Message = listed
    if len(silent) > _NAMED:
        said = _("{steps} and {n} more", steps=listed, n=len(silent) - _NAMED)
    return Message(_SILENT[figures.names.people].key, steps=said)


def places_asked() -> Message:
    """Return what the button does."""
    return _("Make a questionnaire about these steps, to print.")
