"""What a search for a person found, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import (
    ENTITIES,
    Alert,
    AlertEvent,
    Answer,
    Card,
    CommentMark,
    Participant,
    Persona,
    PersonaNote,
    Recovery,
    Role,
    Touchpoint,
)
from journeymapper.domain.forgetting import Found, Person, PersonMask, found_in
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import Comment
from journeymapper.ui.answers.comment_words import step_words
from journeymapper.ui.commands.names import shortened

_WHERE: Mapping[str, Message] = {
    Alert.__name__: _("Somebody to call back"),
    AlertEvent.__name__: _("Note about a call back"),
    Recovery.__name__: _("What was made good"),
    Answer.__name__: _("Comment"),
    Comment.__name__: _("Imported comment"),
    Card.__name__: _("On the map"),
    CommentMark.__name__: _("Note about a comment"),
    Participant.__name__: _("Somebody who takes part"),
    Persona.__name__: _("Typical patient"),
    PersonaNote.__name__: _("Card of a typical patient"),
    Role.__name__: _("Owner of steps"),
}
_ELSEWHERE = _("Elsewhere in this map")


def sheets_of(document: Document, comments: Sequence[Comment]) -> Person:
    """Return a person by the sheets of comments: typed ones, and rows of imported files."""
    typed, rows = [], []
    for comment in comments:
        answer = document.snapshot.find(Answer, comment.key)
        if answer is not None:
            typed.append(answer.sheet)
        else:
            batch, number, _question = comment.key.split(":", 2)
            rows.append((batch, int(number)))
    return Person(sheets=tuple(dict.fromkeys(typed)), rows=tuple(dict.fromkeys(rows)))


def find(document: Document, person: Person) -> list[Found]:
    """Return where a person is named in the map, in comments, and in what was imported."""
    found = found_in(document.snapshot, ENTITIES, person)
    mask = PersonMask(person)
    answers = document.snapshot.table(Answer)
    for comment in document.comments():
        if comment.key not in answers and mask.words.finds(comment.text):
            found.append(Found(Comment.__name__, comment.key, comment.text))
    return found


def words_for(document: Document, found: Found) -> Message:
    """Return where something was found, and how it begins."""
    where: Message = _WHERE.get(found.kind, _ELSEWHERE)
    card = document.snapshot.find(Card, found.id) if found.kind == Card.__name__ else None
    if card is not None and card.touchpoint is not None:
        step = document.snapshot.find(Touchpoint, card.touchpoint)
        if step is not None and queries.map_of(document.snapshot, step.id):
            where = _("On the map at {step}", step=step_words(document.snapshot, step.id))
    return _("{where}: “{text}”", where=where, text=shortened(found.text, 90))
