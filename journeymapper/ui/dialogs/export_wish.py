"""What to export and how: the form of the export dialog."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.pages import Audience
from journeymapper.drawing.paper import PAPERS, paper
from journeymapper.export.formats import FORMATS
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_FIRST_PAPER = "a3"
_Options = tuple[tuple[str, Message], ...]
_THEMES: _Options = (
    ("print", _("For paper")),
    ("light", _("As on screen")),
)
_AUDIENCES: _Options = (
    (Audience.INTERNAL, _("Our team")),
    (Audience.CLIENT, _("A client")),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user chose; ``maps`` are ids, ``paper`` a name of the table of papers."""

    maps: tuple[str, ...]
    suffix: str
    paper: str
    theme: str
    audience: str


class WishForm(QWidget):
    """Tells ``changed`` after every choice."""

    changed = Signal()

    def __init__(self, context: Context, snapshot: Snapshot) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        say = context.say
        maps = queries.maps(snapshot)
        every = tuple(journey.id for journey in maps)
        self.what = self._box(_("What"))
        if len(maps) > 1:
            self.what.addItem(say(_("All {n} maps", n=len(maps))), every)
        for journey in maps:
            self.what.addItem(journey.title, (journey.id,))
        suffixes = tuple((suffix, suffix.removeprefix(".").upper()) for suffix in FORMATS)
        self.kind = self._segments(_("Kind of file"), suffixes)
        self.paper = self._box(_("Paper"))
        for name in PAPERS:
            self.paper.addItem(say(_paper_words(name)), name)
        self.paper.setCurrentIndex(PAPERS.index(_FIRST_PAPER))
        self.theme = self._segments(_("Colours"), _said(context, _THEMES))
        self.audience = self._segments(_("For whom"), _said(context, _AUDIENCES))
        hint = say(_("For a client the rows behind the scenes are left out."))
        self._column.addWidget(PlainLabel(hint, "label", "text_secondary", wrap=True))
        self._column.addStretch(1)

    def wish(self) -> Wish:
        """Return what is chosen now."""
        return Wish(
            maps=tuple(self.what.currentData()),
            suffix=self.kind.value(),
            paper=str(self.paper.currentData()),
            theme=self.theme.value(),
            audience=self.audience.value(),
        )

    def _label(self, words: str) -> None:
        if self._column.count():
            self._column.addSpacing(10)
        self._column.addWidget(PlainLabel(words, "subheading"))

    def _box(self, title: Message) -> Choice:
        words = self._context.say(title)
        self._label(words)
        box = Choice(self._context, words)
        box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._column.addWidget(box)
        return box

    def _segments(self, title: Message, options: tuple[tuple[str, str], ...]) -> Segmented:
        words = self._context.say(title)
        self._label(words)
        segments = Segmented(words, options, options[0][0])
        segments.chosen.connect(lambda _value: self.changed.emit())
        self._column.addWidget(segments)
        return segments


def _said(context: Context, options: _Options) -> tuple[tuple[str, str], ...]:
    return tuple((key, context.say(words)) for key, words in options)


def _paper_words(name: str) -> Message:
    if name == "single":
        return _("One sheet as large as the map")
    return _("{paper}, across", paper=paper(name).label)
