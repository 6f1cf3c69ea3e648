"""The words that the map itself adds to the user's own: phases, how sure, hints."""

from __future__ import annotations

from journeymapper.domain.kinds import (
    Frequency,
    LaneKind,
    People,
    Phase,
    Severity,
    TimeUnit,
)
from journeymapper.domain.message import Message, _

PHASES: dict[Phase, Message] = {
    Phase.BEFORE: _("Before"),
    Phase.ONSITE: _("On site"),
    Phase.CONTACT: _("Contact"),
    Phase.STAY: _("Stay"),
    Phase.PURCHASE: _("Purchase"),
    Phase.DURING: _("During"),
    Phase.AFTER: _("After"),
    Phase.RENEWAL: _("Renewal"),
}
"""The short names of phases."""

_PHASES_OF: dict[tuple[People, Phase], Message] = {
    (People.PATIENT, Phase.BEFORE): _("Before the visit"),
    (People.GUEST, Phase.BEFORE): _("Before the stay"),
}
"""Longer names, where people say more."""

SEVERITIES: dict[Severity, Message] = {
    Severity.CRITICAL: _("Critical"),
    Severity.HIGH: _("High"),
    Severity.MEDIUM: _("Medium"),
    Severity.LOW: _("Low"),
}

FREQUENCIES: dict[Frequency, Message] = {
    Frequency.SOMETIMES: _("sometimes"),
    Frequency.OFTEN: _("often"),
}

HOW_OFTEN: dict[Frequency, Message] = {
    Frequency.SOMETIMES: _("Sometimes"),
    Frequency.OFTEN: _("Often"),
}
"""The same, where it begins a line of its own."""

HINTS: dict[LaneKind, Message] = {
    LaneKind.DOING: _("What happens, in a few words.\nSelect a cell and type."),
    LaneKind.FEELING: _("Select a cell and type a number from −5 to +5."),
    LaneKind.PAIN: _("What goes wrong.\nSelect a cell and type."),
    LaneKind.IDEA: _("What could be better.\nSelect a cell and type."),
    LaneKind.THINKING: _("What goes through their mind.\nSelect a cell and type."),
    LaneKind.QUOTE: _("What they say, word for word.\nSelect a cell and type."),
    LaneKind.GAIN: _("What pleases them.\nSelect a cell and type."),
    LaneKind.FRONTSTAGE: _("What they see us do.\nSelect a cell and type."),
    LaneKind.BACKSTAGE: _("What we do out of sight.\nSelect a cell and type."),
    LaneKind.SYSTEM: _("Which programs we use.\nSelect a cell and type."),
    LaneKind.METRIC: _("What we have measured.\nSelect a cell and type."),
    LaneKind.CHANNEL: _("Where each step happens.\nChoose it in Details."),
    LaneKind.WAIT: _("What was promised and what it took.\nWrite it in Details."),
    LaneKind.EFFORT: _("From 1 (hard) to 7 (easy).\nSelect a cell and type a number."),
    LaneKind.HANDOFF: _("Where one role passes people on to another.\nName owners in Details."),
    LaneKind.PHYSICAL_EVIDENCE: _(
        "What they see, hear and feel there: light, noise, papers.\nSelect a cell and type."
    ),
    LaneKind.SUPPORT: _("Who helps those who serve.\nSelect a cell and type."),
    LaneKind.OPPORTUNITY: _("What a change could bring.\nSelect a cell and type."),
    LaneKind.IMAGE: _("Pictures of the place, or what happens there.\nOpen the menu of a cell."),
}
"""What an empty row is for, and the first step; a line for each."""

OWN_HINT = _("Select a cell and type.")

NOTHING_TOLD = _("Nothing told yet")
"""What an empty cell says while only what people told is shown."""

_TOLD_HINTS: dict[People, Message] = {
    People.PATIENT: _("No patient has told us anything for this row yet."),
    People.CUSTOMER: _("No customer has told us anything for this row yet."),
    People.GUEST: _("No guest has told us anything for this row yet."),
    People.CLIENT: _("No client has told us anything for this row yet."),
    People.RESIDENT: _("No resident has told us anything for this row yet."),
    People.EMPLOYEE: _("No employee has told us anything for this row yet."),
    People.CITIZEN: _("No citizen has told us anything for this row yet."),
}

_ONE: dict[People, Message] = {
    People.PATIENT: _("1 patient"),
    People.CUSTOMER: _("1 customer"),
    People.GUEST: _("1 guest"),
    People.CLIENT: _("1 client"),
    People.RESIDENT: _("1 resident"),
    People.EMPLOYEE: _("1 employee"),
    People.CITIZEN: _("1 citizen"),
}

_MANY: dict[People, Message] = {
    People.PATIENT: _("{n} patients"),
    People.CUSTOMER: _("{n} customers"),
    People.GUEST: _("{n} guests"),
    People.CLIENT: _("{n} clients"),
    People.RESIDENT: _("{n} residents"),
    People.EMPLOYEE: _("{n} employees"),
    People.CITIZEN: _("{n} citizens"),
}

_UNCOUNTED: dict[People, Message] = {
    People.PATIENT: _("patients asked"),
    People.CUSTOMER: _("customers asked"),
    People.GUEST: _("guests asked"),
    People.CLIENT: _("clients asked"),
    People.RESIDENT: _("residents asked"),
    People.EMPLOYEE: _("employees asked"),
    People.CITIZEN: _("citizens asked"),
}

_ASKED: dict[People, Message] = {
    People.PATIENT: _("Patients asked about {n} of {total} steps, the rest is the team’s opinion"),
    People.CUSTOMER: _(
        "Customers asked about {n} of {total} steps, the rest is the team’s opinion"
    ),
    People.GUEST: _("Guests asked about {n} of {total} steps, the rest is the team’s opinion"),
    People.CLIENT: _("Clients asked about {n} of {total} steps, the rest is the team’s opinion"),
    People.RESIDENT: _(
        "Residents asked about {n} of {total} steps, the rest is the team’s opinion"
    ),
    People.EMPLOYEE: _(
        "Employees asked about {n} of {total} steps, the rest is the team’s opinion"
    ),
    People.CITIZEN: _("Citizens asked about {n} of {total} steps, the rest is the team’s opinion"),
}

_ASKED_ALL: dict[People, Message] = {
    People.PATIENT: _("Patients asked about all {total} steps"),
    People.CUSTOMER: _("Customers asked about all {total} steps"),
    People.GUEST: _("Guests asked about all {total} steps"),
    People.CLIENT: _("Clients asked about all {total} steps"),
    People.RESIDENT: _("Residents asked about all {total} steps"),
    People.EMPLOYEE: _("Employees asked about all {total} steps"),
    People.CITIZEN: _("Citizens asked about all {total} steps"),
}

TEAM = _("team’s opinion")
GUESS = _("a guess")
MEASURED = _("measured")

_WAITS: dict[TimeUnit, Message] = {
    TimeUnit.MINUTES: _("Promised {promised} minutes, took {actual}"),
    TimeUnit.HOURS: _("Promised {promised} hours, took {actual}"),
    TimeUnit.DAYS: _("Agreed {promised} days, offered {actual}"),
}


def told_hint(kind: People) -> Message:
    """Return what an empty row says while only what people told is shown."""
    return _TOLD_HINTS[kind]


def phase(kind: People, which: Phase) -> Message:
    """Return the name of a phase as it stands above a map: Before the visit, On site, After."""
    return _PHASES_OF.get((kind, which), PHASES[which])


def people(kind: People, n: int) -> Message:
    """Return so many people in words: 1 patient, 31 patients."""
    return _ONE[kind] if n == 1 else Message(_MANY[kind].key, n=n)


def uncounted(kind: People) -> Message:
    """Return the words for people who were asked without being counted."""
    return _UNCOUNTED[kind]


def asked(kind: People, n: int, total: int) -> Message:
    """Return the sentence about how many of ``total`` steps customers were asked about."""
    if n == 0:
        return _("Everything here is the team’s opinion")
    if n == total:
        return Message(_ASKED_ALL[kind].key, total=total)
    return Message(_ASKED[kind].key, n=n, total=total)


def waiting(promised: float, actual: float, unit: TimeUnit) -> Message:
    """Return what was promised and what it took."""
    return Message(_WAITS[unit].key, promised=f"{promised:g}", actual=f"{actual:g}")
