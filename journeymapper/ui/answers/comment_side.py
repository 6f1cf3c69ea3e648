"""Beside the comments: the one that is selected, whole, and what is noted of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.app.moods import suggested_mood
from journeymapper.domain.entities import CommentMark, Theme
from journeymapper.domain.kinds import CommentKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.comment_words import MOODS, comments
from journeymapper.ui.answers.maybe_segmented import MaybeSegmented
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.labels import PlainLabel

_WIDTH = 320
_UNSAID = "-"
_DIFFERENT = "?"
_SUGGESTIONS: Mapping[int, Message] = {
    -1: _("The words sound bad: note that"),
    0: _("The words sound mixed: note that"),
    1: _("The words sound good: note that"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """The selected comments: texts, what is noted of each, its themes and its step.

    ``given`` are the themes given by hand, ``found`` those its keywords find.
    """

    texts: Sequence[str]
    marks: Sequence[CommentMark | None]
    given: Sequence[frozenset[str]]
    found: Sequence[frozenset[str]]
    steps: Sequence[str]
    facts: str


class CommentSide(QScrollArea):
    """Tells what is to be noted of the selected comments; it writes nothing itself."""

    noted = Signal(str, object)
    """A field of CommentMark, and its value."""
    themed = Signal(str, bool)
    """The id of a theme, and whether the comments have it."""
    quoted = Signal()
    forgotten = Signal()
    edited = Signal()
    """The themes are wanted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedWidth(context.theme.px(_WIDTH))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(14, 12, 14, 12)
        self._column.setSpacing(6)
        self._inside = inside
        self.setWidget(inside)
        self._ticks: dict[str, Tick] = {}
        self._names: dict[str, str] = {}
        self._found: set[str] = set()
        self._suggested: int | None = None
        self._build()
        self.show_comments(None, {}, ())

    def _build(self) -> None:
        say, context = self._context.say, self._context
        self.title = PlainLabel("", "title")
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(say(_("The whole comment")))
        self.text.setFixedHeight(context.theme.px(92))
        self.facts = PlainLabel("", "label", "text_secondary", wrap=True)
        moods = [(str(mood), say(MOODS[mood])) for mood in (-1, 0, 1)]
        self.mood = MaybeSegmented(say(_("Mood")), [*moods, (_UNSAID, say(_("Not said")))], _UNSAID)
        self.mood.chosen.connect(self._on_mood)
        for key, keys in (("-1", "Alt+1"), ("0", "Alt+2"), ("1", "Alt+3"), (_UNSAID, "Alt+0")):
            button = self.mood.button(key)
            button.setToolTip(f"{button.text()} ({keys})")
        self.suggestion = Button(context, "", "link")
        self.suggestion.clicked.connect(self._take_suggestion)
        self.step = Choice(context, say(_("Step")))
        self.step.activated.connect(
            lambda _i: self.noted.emit("touchpoint", self.step.currentData() or None)
        )
        self._themes = QVBoxLayout()
        self._themes.setSpacing(2)
        self.edit = Button(context, say(_("Themes and keywords…")), "link")
        self.edit.clicked.connect(lambda _on=False: self.edited.emit())
        kinds = (("", _("Neither")), ("praise", _("Praise")), ("coaching", _("Coaching")))
        self.kind = MaybeSegmented(
            say(_("Praise or coaching")), [(k, say(w)) for k, w in kinds], ""
        )
        self.kind.chosen.connect(lambda key: self.noted.emit("kind", CommentKind(key)))
        self.about = QLineEdit()
        self.about.setPlaceholderText(say(_("An alias, not the name")))
        self.about.setAccessibleName(say(_("Whom it is about, by an alias")))
        self.about.editingFinished.connect(self.keep_typed)
        self.wow = Tick(context, say(_("Wow: a moment worth telling")))
        self.wow.clicked.connect(lambda on: self.noted.emit("wow", on))
        self.consent = Tick(context, say(_("May be told outside")))
        self.consent.clicked.connect(lambda on: self.noted.emit("consent", on))
        self.quote = Button(context, say(_("Put on the map")), icon="message-square-quote")
        self.quote.clicked.connect(lambda _on=False: self.quoted.emit())
        self.forget = Button(context, say(_("Forget this person…")), "quiet", "user")
        self.forget.clicked.connect(lambda _on=False: self.forgotten.emit())
        self._lay_out()

    def _lay_out(self) -> None:
        add = self._column.addWidget
        add(self.title)
        add(self.text)
        add(self.facts)
        add(self._heading(_("Mood")))
        add(self.mood)
        add(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        add(self._heading(_("About the step")))
        add(self.step)
        add(self._heading(_("Themes")))
        self._column.addLayout(self._themes)
        add(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        add(self._heading(_("About somebody’s work")))
        add(self.kind)
        add(self.about)
        add(self.wow)
        add(self.consent)
        self._column.addSpacing(8)
        add(self.quote)
        add(self.forget)
        self._column.addStretch(1)

    def show_comments(
        self, shown: Shown | None, steps: Mapping[str, str], themes: Sequence[Theme]
    ) -> None:
        """Show what is noted of the selected comments; where they differ, nothing is chosen."""
        say, some = self._context.say, shown is not None
        self._fill_themes(themes)
        self._fill_steps(steps)
        for child in self._inside.findChildren(QWidget):
            if not isinstance(child, QLabel) and child not in (self.edit, self.forget):
                child.setEnabled(some)
        if shown is None:
            self.title.setText(say(_("No comment selected")))
            self.text.setPlainText("")
            self.facts.setText(say(_("Choose one or more in the list.")))
            self._suggest(None)
            self.about.hide()
            self.consent.hide()
            return
        several = len(shown.texts) > 1
        self.title.setText(say(comments(len(shown.texts))) if several else say(_("Comment")))
        self.text.setPlainText("\n\n".join(shown.texts[:20]))
        self.facts.setText(
            say(_("What you note here goes for all of them.")) if several else shown.facts
        )
        marks = [mark or CommentMark("", "") for mark in shown.marks]
        self._show_segment(self.mood, {_UNSAID if m.mood is None else str(m.mood) for m in marks})
        moods = {suggested_mood(text) for text in shown.texts}
        unsaid = all(mark.mood is None for mark in marks)
        self._suggest(moods.pop() if unsaid and len(moods) == 1 else None)
        self._show_segment(self.kind, {m.kind.value for m in marks})
        self._show_step(set(shown.steps))
        self.about.setText(marks[0].about if len({m.about for m in marks}) == 1 else "")
        self.about.setModified(False)
        self.about.setVisible(any(m.kind is not CommentKind.PLAIN for m in marks))
        self.wow.setChecked(all(m.wow for m in marks))
        self.consent.setVisible(any(m.wow for m in marks))
        self.consent.setChecked(all(m.consent for m in marks))
        self._found.clear()
        for id_, tick in self._ticks.items():
            if all(id_ in themes for themes in shown.found):
                self._found.add(id_)
            name = _safe(self._names[id_])
            by_keywords = _("{theme}, by its keywords", theme=name)
            tick.setText(say(by_keywords) if id_ in self._found else name)
            given = all(id_ in themes for themes in shown.given)
            tick.setChecked(given or id_ in self._found)
        placed = all(shown.steps)
        self.quote.setEnabled(placed)
        self.quote.setToolTip("" if placed else say(_("Choose the step first.")))

    def keep_typed(self) -> None:
        """Note the alias that is being typed."""
        if self.about.isModified() and self.about.isEnabled():
            self.about.setModified(False)
            self.noted.emit("about", self.about.text())

    def _on_mood(self, key: str) -> None:
        self.noted.emit("mood", None if key == _UNSAID else int(key))

    def _suggest(self, mood: int | None) -> None:
        """Offer a mood; nothing is noted before somebody takes it."""
        self._suggested = mood
        self.suggestion.setVisible(mood is not None)
        if mood is not None:
            self.suggestion.setText(self._context.say(_SUGGESTIONS[mood]))

    def _take_suggestion(self) -> None:
        if self._suggested is not None:
            self.noted.emit("mood", self._suggested)

    def _on_theme(self, theme_id: str, given: bool) -> None:
        """Give or take a theme; what keywords find goes only when they change."""
        if theme_id in self._found:
            self._ticks[theme_id].setChecked(True)
            self.edited.emit()
        else:
            self.themed.emit(theme_id, given)

    def _heading(self, words: Message) -> PlainLabel:
        heading = PlainLabel(self._context.say(words), "label", "text_secondary")
        heading.setContentsMargins(0, 6, 0, 0)
        return heading

    def _show_segment(self, segment: MaybeSegmented, values: set[str]) -> None:
        segment.show_value(next(iter(values)) if len(values) == 1 else None)

    def _show_step(self, values: set[str]) -> None:
        blocker = QSignalBlocker(self.step)
        value = next(iter(values)) if len(values) == 1 else _DIFFERENT
        self.step.setCurrentIndex(self.step.findData(value))
        blocker.unblock()

    def _fill_steps(self, steps: Mapping[str, str]) -> None:
        entries = [("", self._context.say(_("None"))), *steps.items()]
        if [(self.step.itemData(i), self.step.itemText(i)) for i in range(self.step.count())] != [
            *entries
        ]:
            self.step.clear()
            for id_, name in entries:
                self.step.addItem(name, id_)

    def _fill_themes(self, themes: Sequence[Theme]) -> None:
        names = {theme.id: theme.name for theme in themes}
        if list(names.items()) == list(self._names.items()):
            return
        self._names = names
        for tick in self._ticks.values():
            self._themes.removeWidget(tick)
            tick.hide()
            tick.deleteLater()
        self._ticks = {}
        for theme in themes:
            tick = Tick(self._context, _safe(theme.name))
            tick.clicked.connect(lambda on, id_=theme.id: self._on_theme(id_, on))
            self._themes.addWidget(tick)
            self._ticks[theme.id] = tick

    def tick(self, theme_id: str) -> Tick:
        """Return the box of a theme."""
        return self._ticks[theme_id]


def _safe(name: str) -> str:
    """Return a name for a button, where an ampersand would mark a key."""
    return name.replace("&", "&&")
