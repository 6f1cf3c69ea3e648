"""Everything a banner can say: one table of sentences, none of them made anywhere else."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum, StrEnum

from journeymapper.document.errors import ChangedElsewhereError
from journeymapper.document.publisher import FileFound
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass


class Cause(IntEnum):
    """What a notice is about; where there are several, the first one here is shown."""

    FAULT = 1
    STOPPED = 2
    FILE = 3
    SLOW = 4
    RECOVERED = 5


class Offer(StrEnum):
    """What a button of the banner does."""

    TRY_AGAIN = "try again"
    SAVE_ELSEWHERE = "save elsewhere"
    OPEN_FILE = "open the file"
    PUT_AWAY = "put away"
    OPEN_AGAIN = "open again"
    SHOW_HISTORY = "show history"


OFFERS: dict[Offer, Message] = {
    Offer.TRY_AGAIN: _("Try again"),
    Offer.SAVE_ELSEWHERE: _("Save elsewhere…"),
    Offer.OPEN_FILE: _("Open the changed file"),
    Offer.PUT_AWAY: _("Close all the same"),
    Offer.OPEN_AGAIN: _("Open it again"),
    Offer.SHOW_HISTORY: _("Show the history"),
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One banner: what is so, what that means, what can be done. ``quiet`` ones can be closed."""

    cause: Cause
    what: Message
    hint: Message
    offers: tuple[Offer, ...] = ()
    quiet: bool = False


_ITSELF = _("Your file is as it was before. Journey Mapper tries again by itself.")
_SAFE = _("Kept safe on this computer. {why}")


def unpublished(error: UserError) -> Notice:
    """The user's file could not be written."""
    offers = (Offer.TRY_AGAIN, Offer.SAVE_ELSEWHERE)
    return Notice(Cause.FILE, _(_SAFE.key, why=error.message), error.hint or _ITSELF, offers)


def when_closing(notice: Notice) -> Notice:
    """The same, when it held up closing the document."""
    hint = _("You can close it: your changes wait here and go into the file another time.")
    offers = (*(o for o in notice.offers if o != Offer.PUT_AWAY), Offer.PUT_AWAY)
    return replace(notice, hint=hint, offers=offers)


def file_found(found: FileFound, *, was_saved: bool) -> Notice:
    """The user's file is not as it was left; ``was_saved`` when it held everything."""
    if found == FileFound.GONE:
        return Notice(
            Cause.FILE,
            _("Your file is not where it was. Everything is kept safe on this computer."),
            _("It was moved or deleted, or its stick or network folder is not there."),
            (Offer.TRY_AGAIN, Offer.SAVE_ELSEWHERE),
        )
    hint = _("Save yours elsewhere, or open the changed file: yours stays on the start page then.")
    if was_saved:
        hint = _("All you did was in it before. Open the changed file, or save yours elsewhere.")
    return Notice(
        Cause.FILE,
        _("Another program changed your file. Yours is kept safe on this computer."),
        hint,
        (Offer.OPEN_FILE, Offer.SAVE_ELSEWHERE),
    )


def stopped(error: UserError) -> Notice:
    """The disk does not take steps."""
    hint = _("Nothing can be changed until it is. What you typed stays, all before it is safe.")
    if isinstance(error, ChangedElsewhereError):
        return Notice(
            Cause.STOPPED,
            _("Another program changed what Journey Mapper keeps of this map."),
            _("Open it again to see what is kept now."),
            (Offer.OPEN_AGAIN,),
        )
    return Notice(
        Cause.STOPPED,
        _("Your last change is not kept. {why}", why=error.message),
        hint,
        (Offer.TRY_AGAIN, Offer.SAVE_ELSEWHERE),
    )


def stopped_but_saved(name: str) -> Notice:
    """The disk does not take steps, but what was kept is in a file elsewhere now."""
    return Notice(
        Cause.STOPPED,
        _("All that was kept is in {name} now.", name=name),
        _("Changes are taken again when this computer’s disk has room: make some, then try again."),
        (Offer.TRY_AGAIN,),
    )


def fault() -> Notice:
    """Our own code failed in a way that what is seen may differ from what is kept."""
    return Notice(
        Cause.FAULT,
        _("After this fault, what you see may not be what is kept."),
        _("Open it again: everything that was kept is in it."),
        (Offer.OPEN_AGAIN,),
    )


def slow() -> Notice:
    """Steps take long."""
    return Notice(
        Cause.SLOW,
        _("This disk is slow; your changes are kept one by one."),
        _("You can go on; each change takes a moment."),
        quiet=True,
    )


def recovered(when: Message) -> Notice:
    """Work that a crash kept from the file is back."""
    return Notice(
        Cause.RECOVERED,
        _("Changes from {when} that were not yet in the file are back.", when=when),
        _("They go into the file now. Nothing else was changed."),
        (Offer.SHOW_HISTORY,),
        quiet=True,
    )
