"""The words of a card that depend on whom the project serves: whole phrases, never put together."""

from __future__ import annotations

from journeymapper.domain.kinds import People, PersonaKind
from journeymapper.domain.message import Message, _

MAIN = _("Main persona")
EXAMPLE = _("EXAMPLE")
TEAM_SHARE = _("Team’s opinion")
GUESS_SHARE = _("A guess")

KINDS: dict[PersonaKind, Message] = {
    PersonaKind.PERSON: _("Person"),
    PersonaKind.ORGANISATION: _("Organisation"),
}

HEADINGS: dict[People, Message] = {
    People.PATIENT: _("Your typical patients"),
    People.CUSTOMER: _("Your typical customers"),
    People.GUEST: _("Your typical guests"),
    People.CLIENT: _("Your typical clients"),
    People.RESIDENT: _("Your typical residents"),
    People.EMPLOYEE: _("Your typical employees"),
    People.CITIZEN: _("Your typical citizens"),
}
"""What all cards together are called."""

HOW_MUCH: dict[People, Message] = {
    People.PATIENT: _("How much is from patients"),
    People.CUSTOMER: _("How much is from customers"),
    People.GUEST: _("How much is from guests"),
    People.CLIENT: _("How much is from clients"),
    People.RESIDENT: _("How much is from residents"),
    People.EMPLOYEE: _("How much is from employees"),
    People.CITIZEN: _("How much is from citizens"),
}
"""The heading above the shares of what is known, the team's opinion and a guess."""

THEY_SAID: dict[People, Message] = {
    People.PATIENT: _("Patients said it"),
    People.CUSTOMER: _("Customers said it"),
    People.GUEST: _("Guests said it"),
    People.CLIENT: _("Clients said it"),
    People.RESIDENT: _("Residents said it"),
    People.EMPLOYEE: _("Employees said it"),
    People.CITIZEN: _("Citizens said it"),
}
"""The share that customers are behind."""
