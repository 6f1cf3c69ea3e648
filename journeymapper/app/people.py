"""The words for those whom a project serves, as whole phrases to choose from."""

from __future__ import annotations

from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _

WHOM: dict[People, Message] = {
    People.PATIENT: _("Patients"),
    People.CUSTOMER: _("Customers"),
    People.GUEST: _("Guests"),
    People.CLIENT: _("Clients"),
    People.RESIDENT: _("Residents"),
    People.EMPLOYEE: _("Employees"),
    People.CITIZEN: _("Citizens"),
}
"""Whom do you serve?"""
