"""What is said about numbers on printed sheets that mean another step now."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from journeymapper.domain import queries
from journeymapper.domain.dates import in_short
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.sheet_numbers import Fate, Meaning, SheetNumbers
from journeymapper.domain.snapshot import Snapshot

AS_NOW = _("Numbers as on the map now")

_KINDS: dict[str, Message] = {
    "wall": _("wall"),
    "report": _("report"),
    "poster": _("poster"),
    "blank": _("blank sheets"),
    "plans": _("plans"),
}


def day_of(sheets: SheetNumbers, today: datetime.date) -> Message:
    """Return the day of a printing; its year only when it is another one."""
    return in_short(datetime.date.fromisoformat(sheets.date), today)


def as_printed(
    sheets: SheetNumbers, among: Sequence[SheetNumbers], today: datetime.date
) -> Message:
    """Return how the numbers of a printing are offered; the kind tells two of a day apart."""
    day = day_of(sheets, today)
    if sum(other.date == sheets.date for other in among) > 1:
        kind = _KINDS.get(sheets.preset.partition(":")[0])
        if kind is not None:
            return _("Numbers as printed on {date} ({kind})", date=day, kind=kind)
    return _("Numbers as printed on {date}", date=day)


def on_sheets(sheets: SheetNumbers, number: str, today: datetime.date) -> Message:
    """Return which number a step has on sheets."""
    return _("{number} on the sheets of {date}", number=number, date=day_of(sheets, today))


def said_of(
    snapshot: Snapshot, found: Meaning, sheets: SheetNumbers, today: datetime.date
) -> Message | None:
    """Return what to say of a number that was typed; None when it means the same step."""
    day, number = day_of(sheets, today), found.number
    if found.fate is Fate.SAME:
        return None
    if found.fate is Fate.UNKNOWN:
        return _("There is no step {number} on the sheets of {date}.", number=number, date=day)
    if found.fate is Fate.GONE:
        return _(
            "The step that is {number} on the sheets of {date} was deleted since.",
            number=number,
            date=day,
        )
    step = snapshot.get(Touchpoint, found.step)
    map_id = queries.map_of(snapshot, step.id)
    now = queries.numbers(snapshot, map_id)[step.id]
    if found.fate is Fate.ELSEWHERE:
        return _(
            "{number} on the sheets of {date} is now {now} {name} on the map “{map}”.",
            number=number,
            date=day,
            now=now,
            name=step.name,
            map=snapshot.get(JourneyMap, map_id).title,
        )
    if not step.name:
        return _("{number} on the sheets of {date} is now {now}.", number=number, date=day, now=now)
    return _(
        "{number} on the sheets of {date} is now {now} {name}.",
        number=number,
        date=day,
        now=now,
        name=step.name,
    )
