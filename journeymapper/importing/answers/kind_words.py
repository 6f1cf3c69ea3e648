"""What the kinds of columns are called."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.message import Message, _
from journeymapper.importing.answers.mapping import ColumnKind

KIND_WORDS: Mapping[ColumnKind, Message] = {
    ColumnKind.LEAVE_OUT: _("Leave out"),
    ColumnKind.DATE: _("Date"),
    ColumnKind.APPOINTMENT: _("Appointment time"),
    ColumnKind.CALLED: _("Called-in time"),
    ColumnKind.RECOMMEND: _("Would recommend"),
    ColumnKind.SATISFIED: _("Satisfied"),
    ColumnKind.EASY: _("Easy"),
    ColumnKind.NUMBER: _("Number"),
    ColumnKind.YES: _("Yes or no"),
    ColumnKind.CHOICE: _("Choice"),
    ColumnKind.COMMENT: _("Comment"),
    ColumnKind.CHANNEL: _("Channel"),
    ColumnKind.PERSONA: _("Persona"),
    ColumnKind.COUNTRY: _("Country"),
}
"""Every kind, in the order in which they are offered."""
