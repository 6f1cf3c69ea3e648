"""Whom the project serves and who is told of a plan, in whole phrases."""

from __future__ import annotations

from journeymapper.domain.entities import Communication
from journeymapper.domain.kinds import People
from journeymapper.domain.kinds_plan import Audience
from journeymapper.domain.message import Message, _

DEAR: dict[People, Message] = {
    People.PATIENT: _("Dear patients,"),
    People.CUSTOMER: _("Dear customers,"),
    People.GUEST: _("Dear guests,"),
    People.CLIENT: _("Dear clients,"),
    People.RESIDENT: _("Dear residents,"),
    People.EMPLOYEE: _("Dear colleagues,"),
    People.CITIZEN: _("Dear citizens,"),
}

SERVED: dict[People, Message] = {
    People.PATIENT: _("Patients"),
    People.CUSTOMER: _("Customers"),
    People.GUEST: _("Guests"),
    People.CLIENT: _("Clients"),
    People.RESIDENT: _("Residents"),
    People.EMPLOYEE: _("Employees"),
    People.CITIZEN: _("Citizens"),
}

_SERVED_N: dict[People, Message] = {
    People.PATIENT: _("{n} patients"),
    People.CUSTOMER: _("{n} customers"),
    People.GUEST: _("{n} guests"),
    People.CLIENT: _("{n} clients"),
    People.RESIDENT: _("{n} residents"),
    People.EMPLOYEE: _("{n} employees"),
    People.CITIZEN: _("{n} citizens"),
}

TELL_N: dict[People, Message] = {
    People.PATIENT: _("To close this plan, tell the {n} patients. Proof is there."),
    People.CUSTOMER: _("To close this plan, tell the {n} customers. Proof is there."),
    People.GUEST: _("To close this plan, tell the {n} guests. Proof is there."),
    People.CLIENT: _("To close this plan, tell the {n} clients. Proof is there."),
    People.RESIDENT: _("To close this plan, tell the {n} residents. Proof is there."),
    People.EMPLOYEE: _("To close this plan, tell the {n} employees. Proof is there."),
    People.CITIZEN: _("To close this plan, tell the {n} citizens. Proof is there."),
}

_OTHERS: dict[Audience, Message] = {
    Audience.TEAM: _("Team"),
    Audience.WRITERS: _("Those who wrote to us"),
    Audience.ACCOUNT_MANAGERS: _("Account managers"),
    Audience.SALES: _("Sales"),
    Audience.SERVICE: _("Service"),
    Audience.MANAGEMENT: _("Management"),
    Audience.OTHER: _("Others"),
}

OUTSIDE = frozenset({Audience.CUSTOMERS, Audience.WRITERS})
"""Who is told by a letter to those we serve; the others work with us."""


def audience_words(audience: Audience, people: People) -> Message:
    """Return what an audience is called."""
    return SERVED[people] if audience == Audience.CUSTOMERS else _OTHERS[audience]


def told_words(one: Communication, people: People) -> Message | str:
    """Return who is told: the name given, else the audience with how many they are."""
    if one.label:
        return one.label
    if one.audience == Audience.CUSTOMERS and one.n:
        return Message(_SERVED_N[people].key, n=one.n)
    if one.audience == Audience.WRITERS and one.n:
        return _("{n} who wrote to us", n=one.n)
    return audience_words(one.audience, people)
