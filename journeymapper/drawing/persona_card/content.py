"""What one card shows, and what writes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from journeymapper.analysis.persona_figures import is_called
from journeymapper.domain import queries
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import ChannelShare, Persona, PersonaNote, Project
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message
from journeymapper.domain.persona_card import filled, notes_in
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sure import Sureness, sureness
from journeymapper.drawing.persona_card.avatar import colours_of
from journeymapper.text.engine import Align
from journeymapper.text.plain import has_rtl
from journeymapper.text.runs import TextBlock, TextStyle

NAME = TextStyle(20, 25, 600)
ABOUT = TextStyle(9.5, 13, 400)
QUOTE = TextStyle(12, 16.5, 500)
HEAD = TextStyle(10.5, 14, 600)
STRONG = TextStyle(9.5, 12.5, 500)
PLAIN = TextStyle(9, 12, 400)
LABEL = TextStyle(8, 11, 400)
BADGE = TextStyle(8, 11, 500)
SMALL = TextStyle(7.5, 10, 400)
"""The styles of a card, in points at its usual size."""


LEAST = 6.51
"""No text is set smaller, in points: 6.5, and what is lost in rounding."""


@dataclass(frozen=True, slots=True)
class TightPen(Pen):
    """Sets no text below ``least``, whatever its style: what is drawn small stays readable."""

    least: float = 0.0

    def line(self, text: str, style: TextStyle) -> TextBlock:
        """Return the text on one line, not below the least size."""
        return Pen.line(self, text, self.raised(style))

    def block(self, text: str, style: TextStyle, width: float, align: Align = "start") -> TextBlock:
        """Return the text in lines of ``width``, not below the least size."""
        return Pen.block(self, text, self.raised(style), width, align)

    def raised(self, style: TextStyle) -> TextStyle:
        """Return a style as it is set; its lines stand a little closer where it is raised."""
        if style.size >= self.least:
            return style
        line = max(style.line, _CLOSE * self.least)
        return TextStyle(self.least, line, style.weight, style.family)


_CLOSE = 1.25
"""Height of lines of raised text, as a share of its size."""


@dataclass(frozen=True, slots=True)
class CardContent:
    """A persona with all that its card says.

    ``title`` tells it apart from others of the same name, ``place`` is that among the personas in
    use, from 0. ``open`` cards are not for clients: they say where statements come from.
    """

    snapshot: Snapshot
    pen: Pen
    persona: Persona
    project: Project
    title: str
    place: int
    open: bool
    today: date

    @property
    def name(self) -> str:
        """What the persona is called in sentences."""
        return is_called(self.persona)

    @property
    def ink(self) -> str:
        """The persona's own colour."""
        return colours_of(self.persona, self.place).ink

    def say(self, message: Message) -> str:
        """Return a sentence in the language of the card."""
        return self.pen.say(message)

    @property
    def is_tight(self) -> bool:
        """Whether the card is drawn so small that letters are held at the least size."""
        return isinstance(self.pen, TightPen)

    def high(self, style: TextStyle) -> float:
        """Return the height of a line, as it is set."""
        return self.pen.raised(style).line if isinstance(self.pen, TightPen) else style.line

    def block(self, text: str, style: TextStyle, width: float) -> TextBlock:
        """Return a text in lines of a width.

        What fits on one line is shaped once for all widths: a card is tried in many.
        """
        if len(text) * style.size < 3 * width and "\n" not in text and not has_rtl(text):
            line = self.pen.line(text, style)
            if line.width <= width:
                return line
        return self.pen.block(text, style, width)

    def notes(self, section: NoteSection) -> tuple[PersonaNote, ...]:
        """Return the statements of a section that say something and may be printed."""
        found = notes_in(self.snapshot, self.persona.id, section)
        return tuple(note for note in found if filled(note) and not note.hidden)

    def shares(self) -> tuple[ChannelShare, ...]:
        """Return what is offered and preferred on each channel."""
        return queries.channel_shares(self.snapshot, self.persona.id)

    def sure(self, note: PersonaNote) -> Sureness:
        """Return how sure a statement is."""
        return sureness(note.source, note.n)

    def sure_words(self, note: PersonaNote) -> str:
        """Say how sure a statement is: 12 patients, a guess."""
        return self.say(self.sure(note).words(self.project.people))

    def day(self, iso: str) -> Message:
        """Return a local date in words."""
        return in_words(date.fromisoformat(iso))
