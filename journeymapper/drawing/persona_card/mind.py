"""What is on a persona's mind: the eight fields, in their order."""

from __future__ import annotations

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import EMOTIONS, section_title
from journeymapper.drawing.display_list import Box, Group, Icon, Reading, Rect, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.persona_card.blocks import (
    Block,
    bars,
    heading,
    statement,
    sure_line,
)
from journeymapper.drawing.persona_card.content import LABEL, SMALL, STRONG, CardContent

_ICONS = {
    "thinking": "brain",
    "feeling": "heart-handshake",
    "wanting": "star",
    "concerned_about": "triangle-alert",
    "frustrated_about": "circle-alert",
    "expecting": "eye",
    "planning": "calendar",
    "hoping": "lightbulb",
}
_GAP = 6.0
_PAD = 8.0
_WIDE = 470.0
_MOST_LINES = 9
"""A field with more lines than this is written over the whole width, as are the others then."""


def mind(card: CardContent, width: float) -> list[Block]:
    """Return the eight fields: in boxes, or one below the other where a text is long."""
    notes = card.notes(NoteSection.EMOTION)
    if not notes:
        return []
    said = len({note.key for note in notes} & set(EMOTIONS))
    count = _("{n} of {total} filled", n=said, total=len(EMOTIONS))
    title = section_title(NoteSection.EMOTION, card.name)
    head = heading(card, "emotion", title, width, count)
    columns = 4 if width >= _WIDE else 2
    cell = (width - (columns - 1) * _GAP) / columns
    inner = cell - 2 * _PAD
    tall = max(len(card.block(note.text, STRONG, inner).lines) for note in notes)
    if tall > _MOST_LINES:
        return [head, *(b for note in notes for b in statement(card, note, _label(note), width))]
    legend = _legend(card, notes, width)
    if legend is not None:
        head = Block(head.height, (*head.groups, legend), head.gap, head.keep)
    found = [head]
    for start in range(0, len(notes), columns):
        row = notes[start : start + columns]
        texts = [card.block(note.text, STRONG, inner).height for note in row]
        height = _PAD + card.high(LABEL) + 3 + max(texts) + 4 + card.high(SMALL) + 6
        groups = [
            _cell(card, note, Box(i * (cell + _GAP), 0, cell, height)) for i, note in enumerate(row)
        ]
        found.append(Block(height, tuple(groups), gap=_GAP if start else 1))
    return found


def _label(note: PersonaNote) -> Message:
    return EMOTIONS.get(note.key) or Message("{text}", text=note.key)


def _cell(card: CardContent, note: PersonaNote, box: Box) -> Group:
    pen = card.pen
    label = pen.line(pen.say(_label(note)), LABEL)
    text = card.block(note.text, STRONG, box.w - 2 * _PAD)
    shapes: list[Shape] = [
        Rect(Box(0, 0, box.w, box.h), "surface", "line_strong", 0.75, radius=5),
        Icon(_ICONS.get(note.key, "circle"), _PAD, _PAD + 0.5, 10),
        *placed(label, _PAD + 14, _PAD, "text_secondary"),
        *bars(card, note, box.w - _PAD - 18, _PAD + 1),
        *placed(text, _PAD, _PAD + card.high(LABEL) + 3),
        *sure_line(card, note, _PAD, box.h - card.high(SMALL) - 6),
    ]
    said = _said(card, note)
    return Group(f"note:{note.id}", box, tuple(shapes), note.id, Reading.TEXT, said)


def _said(card: CardContent, note: PersonaNote) -> Message:
    label, text = _label(note), " ".join(note.text.split())
    sure = card.sure_words(note)
    if note.intensity is None:
        return _("{label}: {text} ({sure})", label=label, text=text, sure=sure)
    return _(
        "{label}: {text} (strength {n} of 5, {sure})",
        label=label,
        text=text,
        n=note.intensity,
        sure=sure,
    )


def _legend(card: CardContent, notes: tuple[PersonaNote, ...], width: float) -> Group | None:
    """Say what dots and bars mean, at the end of the heading where there is room."""
    strong = any(note.intensity is not None for note in notes)
    words = _("dots: how sure we are")
    if strong:
        words = _("bars: how strongly · dots: how sure we are")
    said = card.pen.line(card.say(words), LABEL)
    if said.width > width * 0.45:
        return None
    shapes = placed(said, width - said.width, 2.5, "text_tertiary")
    return Group("legend", Box(0, 0, width, 14), shapes, reading=Reading.TEXT)
