"""Who gets an alert, what is done about it in which time, and where it goes when it grows old."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import (
    AlertRoute,
    EscalationLevel,
    Protocol,
    ProtocolStep,
    Role,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.words import TIERS
from journeymapper.ui.answers.more_lines import Column, Line, Lines, Options, needed, steps_of
from journeymapper.ui.answers.more_typed import number_text, read_count
from journeymapper.ui.commands.names import role_name, shortened
from journeymapper.ui.plans.rule_table import roles, tiers

_LEVELS = 9


class Routes(Lines):
    """One line for each route."""

    title = _("Who calls back")
    about = _(
        "Which role gets what: by step and tier first, then by step, then by tier. Where no line "
        "fits, the role of the rule gets it; without any it lies with nobody."
    )
    empty = _("There is no line yet. Add one below: for which step, and who gets it.")
    columns = (
        Column("touchpoint", _("Step"), 300, choice=True),
        Column("tier", _("Tier"), 150, choice=True),
        Column("role", _("Who gets it"), 250, choice=True),
    )
    first = ("touchpoint", "role")

    def read(self, snapshot: Snapshot) -> list[Line]:
        names = dict(steps_of(snapshot))
        return [
            Line(
                route.id,
                {
                    "touchpoint": names.get(route.touchpoint or "") or _("Every step"),
                    "tier": TIERS[route.tier] if route.tier else _("Any tier"),
                    "role": role_name(snapshot, route.role),
                },
            )
            for route in sorted(snapshot.table(AlertRoute).values(), key=sort_key)
        ]

    def options(self, snapshot: Snapshot, key: str) -> Options:
        if key == "touchpoint":
            return [("", _("Every step")), *steps_of(snapshot)]
        return tiers() if key == "tier" else roles(snapshot)

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value: Any = text or None
        if key == "tier":
            value = Tier(text)
        with document.step(_("Who calls back")) as tx:
            operations.change_line(tx, AlertRoute, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        if not cells.get("role") or document.snapshot.find(Role, cells["role"]) is None:
            raise RefusedError(
                _("Choose who gets it."), _("Roles are those that answer for steps on the map.")
            )
        with document.step(_("Who calls back")) as tx:
            operations.add_line(
                tx, AlertRoute, role=cells["role"], touchpoint=cells["touchpoint"] or None
            )

    def delete(self, document: Document, line_id: str) -> None:
        with document.step(_("Delete a line of who calls back")) as tx:
            operations.delete_line(tx, AlertRoute, line_id)


class Protocols(Lines):
    """One line for each step of a protocol; lines of one name belong together."""

    title = _("What to do, step by step")
    about = _(
        "What is done about somebody to call back, within how many minutes of the answer, and "
        "what to say. Lines with the same name are one list; rules name it."
    )
    empty = _("Nothing is laid down yet. Add the first step below, such as “Call back”: “Call”.")
    columns = (
        Column("protocol", _("Name"), 200),
        Column("text", _("What is done"), 270),
        Column("minutes", _("Within minutes"), 100),
        Column("script", _("What to say"), 380),
    )
    first = ("protocol", "text", "minutes")

    def read(self, snapshot: Snapshot) -> list[Line]:
        found: list[Line] = []
        for protocol in sorted(snapshot.table(Protocol).values(), key=sort_key):
            found += (
                Line(
                    step.id,
                    {
                        "protocol": protocol.name,
                        "text": step.text,
                        "minutes": number_text(step.minutes),
                        "script": step.script,
                    },
                )
                for step in snapshot.select(indexes.STEPS_OF_PROTOCOL, protocol.id)
            )
        return found

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        step = document.snapshot.get(ProtocolStep, line_id)
        with document.step(_("What to do: {what}", what=shortened(step.text))) as tx:
            if key == "protocol":
                to = _protocol(tx, needed(text))
                operations.change_line(tx, ProtocolStep, line_id, protocol=to)
                _drop_empty(tx, step.protocol)
                return
            value: Any = needed(text) if key == "text" else text.strip()
            if key == "minutes":
                value = _minutes(text)
            operations.change_line(tx, ProtocolStep, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        name, text, minutes = needed(cells["protocol"]), needed(cells["text"]), cells["minutes"]
        limit = _minutes(minutes)
        with document.step(_("What to do: {what}", what=shortened(text))) as tx:
            operations.add_line(
                tx, ProtocolStep, protocol=_protocol(tx, name), text=text, minutes=limit
            )

    def delete(self, document: Document, line_id: str) -> None:
        step = document.snapshot.get(ProtocolStep, line_id)
        with document.step(_("Delete what to do: {what}", what=shortened(step.text))) as tx:
            operations.delete_line(tx, ProtocolStep, line_id)
            _drop_empty(tx, step.protocol)


class Levels(Lines):
    """One line for each level of escalation."""

    title = _("When nobody has mended it")
    about = _(
        "To whom somebody to call back goes when so many minutes have passed since the answer. "
        "A day has 1440 minutes."
    )
    empty = _("There is no level yet. Add one below: after how many minutes, and to whom.")
    columns = (
        Column("level", _("Level"), 60),
        Column("minutes", _("After minutes"), 110),
        Column("role", _("Goes to"), 200, choice=True),
        Column("contact", _("How to reach them"), 220),
        Column("trigger", _("In which case"), 260),
    )
    first = ("minutes", "role")

    def read(self, snapshot: Snapshot) -> list[Line]:
        levels = sorted(snapshot.table(EscalationLevel).values(), key=lambda x: (x.level, x.id))
        return [
            Line(
                one.id,
                {
                    "level": str(one.level),
                    "minutes": str(one.minutes),
                    "role": role_name(snapshot, one.role),
                    "contact": one.contact,
                    "trigger": one.trigger,
                },
            )
            for one in levels
        ]

    def options(self, snapshot: Snapshot, _key: str) -> Options:
        return [("", _("nobody")), *roles(snapshot)]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        value: Any = " ".join(text.split())
        if key == "role":
            value = text or None
        elif key == "minutes":
            value = _some_minutes(text)
        elif key == "level":
            value = read_count(text)
            if value is None or not 1 <= value <= _LEVELS:
                raise RefusedError(_("A level is a number from 1 to {most}.", most=_LEVELS))
        with document.step(_("When nobody has mended it")) as tx:
            operations.change_line(tx, EscalationLevel, line_id, **{key: value})

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        minutes = _some_minutes(cells["minutes"])
        known = [x.level for x in document.snapshot.table(EscalationLevel).values()]
        level = min(_LEVELS, max(known, default=0) + 1)
        with document.step(_("When nobody has mended it")) as tx:
            operations.add_line(
                tx, EscalationLevel, level=level, minutes=minutes, role=cells["role"] or None
            )

    def delete(self, document: Document, line_id: str) -> None:
        with document.step(_("Delete a level")) as tx:
            operations.delete_line(tx, EscalationLevel, line_id)

    def note(self, snapshot: Snapshot) -> Message | None:
        levels = sorted(snapshot.table(EscalationLevel).values(), key=lambda x: (x.level, x.id))
        limits = [one.minutes for one in levels]
        if limits != sorted(limits):
            return _("A higher level comes later: look at the minutes once more.")
        return None


def _minutes(text: str) -> int | None:
    minutes = read_count(text)
    if minutes == 0:
        raise RefusedError(_("Type at least one minute, or nothing."))
    return minutes


def _some_minutes(text: str) -> int:
    minutes = _minutes(text)
    if minutes is None:
        raise RefusedError(_("Type after how many minutes, such as 120."))
    return minutes


def _protocol(tx: Tx, name: str) -> str:
    """Return the list of this name, begun where there is none."""
    wanted = " ".join(name.split())
    for known in tx.snapshot.table(Protocol).values():
        if known.name.casefold() == wanted.casefold():
            return known.id
    return operations.add_line(tx, Protocol, name=wanted)


def _drop_empty(tx: Tx, protocol: str) -> None:
    if not tx.snapshot.select(indexes.STEPS_OF_PROTOCOL, protocol):
        operations.delete_line(tx, Protocol, protocol)
