"""What can go wrong in a way the user can mend."""

from __future__ import annotations

from journeymapper.domain.message import Message


class UserError(Exception):
    """Something the user can mend: one clear sentence, and optionally what to do about it.

    ``str(error)`` is the English sentence without the hint.
    """

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return str(self.message)


class MissingEntityError(UserError):
    """Something that was referred to is not in the document (any more)."""


class RefusedError(UserError):
    """A change that the rules of the document do not allow; nothing was changed."""
