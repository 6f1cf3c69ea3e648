"""Reads personas from a JSON file as Journey Mapper writes it."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import Channel, ChannelShare, Persona, PersonaNote
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_draft import (
    KIND,
    MARK,
    NOTE_FIELDS,
    PERSONA_FIELDS,
    SHARE_FIELDS,
    VERSION,
    PersonaDraft,
    ShareDraft,
)
from journeymapper.importing.personas import (
    MOST,
    MOST_STATEMENTS,
    PersonasRead,
    check_rule,
    check_size,
    told,
)
from journeymapper.importing.pictures import read_picture

_ODD = 10**15
"""No number of ours is so large."""

_PARTS = ("portrait", "notes", "channels")
_CHANNEL_FIELDS = ("kind", "icon")


def read_personas_json(data: bytes) -> PersonasRead:
    """Read a file; raises UserError for one that holds no personas."""
    check_size(data)
    try:
        plain = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise UserError(
            _("This is no JSON file that can be read."), _("Export the personas once more.")
        ) from None
    if not isinstance(plain, dict) or plain.get(MARK) != KIND:
        raise UserError(
            _("This JSON file holds no personas of Journey Mapper."),
            _("docs/personas.md says what has to be in it."),
        )
    version, found = plain.get("version"), plain.get("personas")
    if isinstance(version, int) and version > VERSION:
        raise UserError(
            _("This file was made by a newer Journey Mapper."), _("Bring this one up to date.")
        )
    if not isinstance(found, list):
        raise UserError(_("This JSON file has no list of personas."))
    reader = _Reader()
    drafts = [reader.persona(one, i) for i, one in enumerate(found[:MOST], start=1)]
    if len(found) > MOST:
        reader.problems.append(
            _("{n} personas are too many: {most} at most.", n=len(found), most=MOST)
        )
    kept = tuple(draft for draft in drafts if draft is not None)
    if sum(len(draft.notes) for draft in kept) > MOST_STATEMENTS:
        reader.problems.append(_("There are more than {most} statements.", most=MOST_STATEMENTS))
    return PersonasRead(kept, told(reader.notes), told(reader.problems))


class _Reader:
    """Reads one persona after the other and collects what is wrong."""

    def __init__(self) -> None:
        self.notes: list[Message] = []
        self.problems: list[Message] = []

    def persona(self, plain: Any, number: int) -> PersonaDraft | None:
        """Return a persona, or None where it is none."""
        if not isinstance(plain, dict):
            self.problems.append(_("Persona {number} is no list of fields.", number=number))
            return None
        where = _("Persona {number}", number=number)
        self._unknown(plain, (*PERSONA_FIELDS, *_PARTS), where)
        try:
            fields = _picked(plain, PERSONA_FIELDS)
            if isinstance(fields.get("answers"), list):
                fields["answers"] = tuple(fields["answers"])
            made = check_rule(cleaned(Persona("draft", **fields)))
        except (UserError, TypeError, ValueError) as error:
            self._wrong(where, error)
            return None
        notes = self._each(plain, "notes", where, self._note)
        shares = self._each(plain, "channels", where, self._share)
        return PersonaDraft(made, tuple(notes), tuple(shares), self._portrait(plain, where))

    def _each(self, plain: Mapping[str, Any], part: str, where: Message, read: Any) -> list[Any]:
        rows = plain.get(part) or []
        if not isinstance(rows, list):
            self.problems.append(_("{where}: “{part}” is no list.", where=where, part=part))
            return []
        found = []
        for i, row in enumerate(rows, start=1):
            here = _("{where}, {part} {number}", where=where, part=part, number=i)
            try:
                if not isinstance(row, dict):
                    raise TypeError
                found.append(read(row, here))
            except (UserError, TypeError, ValueError, KeyError) as error:
                self._wrong(here, error)
        return found

    def _note(self, row: Mapping[str, Any], where: Message) -> PersonaNote:
        self._unknown(row, NOTE_FIELDS, where)
        return cleaned(PersonaNote("draft", "draft", **_picked(row, NOTE_FIELDS)))

    def _share(self, row: Mapping[str, Any], where: Message) -> ShareDraft:
        self._unknown(row, ("channel", *_CHANNEL_FIELDS, *SHARE_FIELDS), where)
        channel = cleaned(Channel("draft", row["channel"], **_picked(row, _CHANNEL_FIELDS)))
        if not channel.name:
            raise ValueError
        share = ChannelShare("draft", "draft", "draft", **_picked(row, SHARE_FIELDS))
        return ShareDraft(channel, cleaned(share))

    def _portrait(self, plain: Mapping[str, Any], where: Message) -> tuple[bytes, str] | None:
        if plain.get("portrait") is None:
            return None
        try:
            content = base64.b64decode(plain["portrait"]["base64"], validate=True)
            picture = read_picture(content)
        except (UserError, TypeError, KeyError, ValueError, binascii.Error):
            self.notes.append(
                _("{where}: the portrait cannot be read and is left out.", where=where)
            )
            return None
        return picture.content, picture.media_type

    def _unknown(self, plain: Mapping[str, Any], known: tuple[str, ...], where: Message) -> None:
        for name in plain:
            if name not in known:
                self.notes.append(
                    _("{where}: “{field}” is not known and is left out.", where=where, field=name)
                )

    def _wrong(self, where: Message, error: Exception) -> None:
        if isinstance(error, UserError):
            self.problems.append(_("{where}: {what}", where=where, what=error.message))
        else:
            self.problems.append(_("{where} cannot be read.", where=where))


def _picked(plain: Mapping[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    found = {name: plain[name] for name in names if name in plain}
    for value in found.values():
        if isinstance(value, int | float) and not -_ODD < value < _ODD:
            raise ValueError
    return found


def _no_number(name: str) -> None:
    """Refuse NaN and the infinities, which JSON does not know."""
    raise ValueError(name)
