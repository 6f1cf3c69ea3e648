"""Above the comments: search, and what they are narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.app.comments import ANY, NONE, Wanted
from journeymapper.domain.entities import Theme
from journeymapper.domain.kinds import CommentKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.comment_words import MOODS, Names
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.flow_grid import FlowGrid
from journeymapper.ui.widgets.search import SearchField

_FIELDS = ("round", "question", "touchpoint", "theme", "mood", "kind")
_LEAST = 130

WOW = "wow"

_NAMES: dict[str, Message] = {
    "round": _("Round"),
    "question": _("Question"),
    "touchpoint": _("Step"),
    "theme": _("Theme"),
    "mood": _("Mood"),
    "kind": _("Praise, coaching or wow"),
}

_MOODS: tuple[tuple[str, Message], ...] = (
    (ANY, _("All moods")),
    *((str(mood), name) for mood, name in MOODS.items()),
    (NONE, _("Mood not said")),
)

_KINDS: tuple[tuple[str, Message], ...] = (
    (ANY, _("All kinds")),
    (CommentKind.PRAISE.value, _("Praise")),
    (CommentKind.COACHING.value, _("Coaching")),
    (WOW, _("Wow moments")),
)


class CommentFilters(QWidget):
    """Tells ``changed`` when something else is wanted, ``left`` at Esc or Down in the search."""

    changed = Signal()
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.search = SearchField(context, say(_("Search comments")), "Ctrl F")
        self.search.changed.connect(lambda _text: self.changed.emit())
        self.search.left.connect(self.left)
        self.search.entered.connect(lambda _text: self.left.emit())
        self.choices = {field: Choice(context, say(_NAMES[field])) for field in _FIELDS}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(12, 10, 12, 8)
        self._lines.setSpacing(8)
        self._lines.addWidget(self.search)
        grid = FlowGrid(_LEAST, len(_FIELDS), 8)
        grid.set_widgets([self.choices[field] for field in _FIELDS])
        self._lines.addWidget(grid)
        for choice in self.choices.values():
            choice.setMinimumContentsLength(6)
            choice.currentIndexChanged.connect(lambda _index: self.changed.emit())
        say_all = [(key, say(text)) for key, text in _MOODS]
        self._fill("mood", say_all)
        self._fill("kind", [(key, say(text)) for key, text in _KINDS])

    def offer(self, names: Names, themes: Iterable[Theme], rounds: set[str]) -> None:
        """Offer what there is, and keep what was chosen while it is there."""
        say = self._context.say
        some = [(id_, name) for id_, name in names.rounds.items() if id_ in rounds]
        self._fill("round", [(ANY, say(_("All rounds"))), *some])
        self._fill("question", [(ANY, say(_("All questions"))), *names.questions.items()])
        first = [(ANY, say(_("All steps"))), (NONE, say(_("Without a step")))]
        self._fill("touchpoint", [*first, *names.steps.items()])
        first = [(ANY, say(_("All themes"))), (NONE, say(_("Without a theme")))]
        self._fill("theme", [*first, *((theme.id, theme.name) for theme in themes)])

    def wanted(self) -> Wanted:
        """Return which comments are wanted."""
        chosen = {field: str(box.currentData() or ANY) for field, box in self.choices.items()}
        return Wanted(words=self.search.text(), **chosen)

    def clear(self) -> None:
        """Want all comments."""
        blockers = [QSignalBlocker(box) for box in (*self.choices.values(), self.search.field)]
        for box in self.choices.values():
            box.setCurrentIndex(0)
        self.search.field.clear()
        blockers.clear()
        self.changed.emit()

    def choose(self, field: str, value: str) -> None:
        """Narrow down by one value."""
        self.choices[field].setCurrentIndex(max(0, self.choices[field].findData(value)))

    def _fill(self, field: str, entries: list[tuple[str, str]]) -> None:
        box = self.choices[field]
        if [(box.itemData(i), box.itemText(i)) for i in range(box.count())] == entries:
            return
        chosen = box.currentData()
        blocker = QSignalBlocker(box)
        box.clear()
        for key, text in entries:
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        blocker.unblock()
