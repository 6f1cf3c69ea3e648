"""On the way to choosing us: three stages, and what moves on, makes hesitate, stands in the way."""

from __future__ import annotations

from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import (
    BUYER_KEYS,
    BUYER_STAGES,
    buyer_prompts,
    section_title,
)
from journeymapper.drawing.display_list import Box, Group, Path, Reading, Rect, Shape
from journeymapper.drawing.lettering import centred, placed
from journeymapper.drawing.outlines import circle, rounded
from journeymapper.drawing.persona_card.blocks import Block, dots, heading, statement
from journeymapper.drawing.persona_card.content import LABEL, PLAIN, CardContent
from journeymapper.text.runs import TextStyle

_NARROW = 330.0
_MOST_LINES = 9
_PAD = 7.0
_NUMBER = TextStyle(8, 10, 600)


def buyer(card: CardContent, width: float) -> list[Block]:
    """Return the grid of three by three, or its statements one below the other."""
    notes = {note.key: note for note in card.notes(NoteSection.BUYER)}
    if not notes:
        return []
    filled = _("{n} of {total} filled", n=len(notes.keys() & set(BUYER_KEYS)), total=9)
    title = section_title(NoteSection.BUYER, card.name)
    head = heading(card, "buyer", title, width, filled)
    first = width * 0.17
    column = (width - first) / len(BUYER_STAGES)
    inner = column - 2 * _PAD
    tall = max(len(card.block(note.text, PLAIN, inner).lines) for note in notes.values())
    if width < _NARROW or tall > _MOST_LINES or not notes.keys() <= set(BUYER_KEYS):
        below = [statement(card, note, _label(card, note.key), width) for note in notes.values()]
        return [head, *(block for blocks in below for block in blocks)]
    grid = _Grid(card, width, first, column, notes)
    rows = [prompt for prompt in buyer_prompts("") if grid.has(prompt)]
    made = [head, grid.head()]
    made += [grid.row(prompt, last=prompt == rows[-1]) for prompt in rows]
    return made


class _Grid:
    """Draws the rows of the table; each is a block."""

    def __init__(
        self,
        card: CardContent,
        width: float,
        first: float,
        column: float,
        notes: dict[str, PersonaNote],
    ) -> None:
        self.card = card
        self.width = width
        self.first = first
        self.column = column
        self.notes = notes

    def has(self, prompt: str) -> bool:
        """Say whether anything stands in a row."""
        return any(f"{stage}.{prompt}" in self.notes for stage in BUYER_STAGES)

    def head(self) -> Block:
        """Return the names of the stages."""
        card, height = self.card, 20.0
        ground = Path(rounded(Box(0, 0, self.width, height), 5, 0), "sunken", "line_strong", 0.75)
        groups = [Group("buyer:ground", Box(0, 0, self.width, height), (ground,))]
        for i, (stage, title) in enumerate(BUYER_STAGES.items()):
            number = card.pen.line(str(i + 1), _NUMBER)
            said = card.pen.line(card.say(title), LABEL)
            shapes: tuple[Shape, ...] = (
                circle(_PAD + 6, height / 2, 6, "text_secondary"),
                *centred(number, _PAD + 6, height / 2, "surface"),
                *placed(said, _PAD + 17, (height - said.height) / 2),
            )
            box = Box(self.first + i * self.column, 0, self.column, height)
            groups.append(Group(f"buyer:{stage}", box, shapes, reading=Reading.TEXT))
        return Block(height, tuple(groups), keep=True)

    def row(self, prompt: str, *, last: bool) -> Block:
        """Return what stands under one prompt."""
        card = self.card
        label = card.block(card.say(buyer_prompts(card.name)[prompt]), LABEL, self.first - _PAD - 4)
        cells = [self.notes.get(f"{stage}.{prompt}") for stage in BUYER_STAGES]
        texts = [
            card.block(note.text, PLAIN, self.column - 2 * _PAD) if note is not None else None
            for note in cells
        ]
        tallest = max(text.height for text in texts if text is not None)
        height = max(label.height + 8, tallest + 20)
        frame = Box(0, 0, self.width, height)
        shapes: list[Shape] = [
            Path(rounded(frame, 0, 5 if last else 0), "surface", "line_strong", 0.75)
        ]
        for i in range(len(cells)):
            x = self.first + i * self.column
            shapes.append(Rect(Box(x, 0, 0.75, height), "line"))
        groups = [Group(f"buyer:frame:{prompt}", frame, tuple(shapes))]
        box = Box(_PAD, 5, self.first - _PAD, label.height)
        words = placed(label, 0, 0, "text_secondary")
        groups.append(Group(f"buyer:{prompt}", box, words, reading=Reading.TEXT))
        for i, (note, text) in enumerate(zip(cells, texts, strict=True)):
            if note is None or text is None:
                continue
            inside: tuple[Shape, ...] = (
                *placed(text, _PAD, 4),
                *dots(card, note, _PAD, height - 11),
            )
            box = Box(self.first + i * self.column, 0, self.column, height)
            alt = _(
                "{title}: {text}", title=_label(card, note.key), text=" ".join(note.text.split())
            )
            groups.append(Group(f"note:{note.id}", box, inside, note.id, Reading.TEXT, alt))
        return Block(height, tuple(groups))


def _label(card: CardContent, key: str) -> Message:
    stage, _dot, prompt = key.partition(".")
    if key not in BUYER_KEYS:
        return Message("{text}", text=key)
    return _(
        "{stage}, {prompt}", stage=BUYER_STAGES[stage], prompt=buyer_prompts(card.name)[prompt]
    )
