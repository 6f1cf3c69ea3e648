"""Comments as one looks for them: their words without accents, what was noted, their themes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from journeymapper.domain.entities import CommentMark, Question, Theme
from journeymapper.domain.kinds import CommentKind
from journeymapper.domain.responses import Comment
from journeymapper.domain.snapshot import Snapshot

_MARKS = re.compile("[\u0300-\u036f]+")

ANY = ""
NONE = "-"
"""Filter values: whatever it is; what has none."""


def plain(text: str) -> str:
    """Return a text without capitals and accents, all on one line that begins with a space."""
    low = text.casefold()
    if not low.isascii():
        low = _MARKS.sub("", unicodedata.normalize("NFKD", low))
    return " " + " ".join(low.split())


def beginning(words: str, rows: Iterable[int], texts: Sequence[str]) -> list[int]:
    """Return the rows whose plain text has these plain words, where a word begins."""
    wanted = words.lstrip()
    search = re.compile(rf"(?<![^\W_]){re.escape(wanted)}").search
    return [
        row
        for row in rows
        if words in (text := texts[row]) or (wanted in text and search(text) is not None)
    ]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which comments are wanted; empty texts mean all.

    ``words`` are all to be in it, the last may be half typed. ``mood`` is "-1", "0", "1" or NONE;
    ``kind`` praise, coaching or wow. ``touchpoint`` and ``theme`` are ids or NONE.
    """

    words: str = ANY
    round: str = ANY
    question: str = ANY
    touchpoint: str = ANY
    theme: str = ANY
    mood: str = ANY
    kind: str = ANY


class CommentBook:
    """All comments of a document with what is noted of them; read again after each change."""

    def __init__(self) -> None:
        self.comments: Sequence[Comment] = ()
        self._plain: list[str] = []
        self.themes: tuple[Theme, ...] = ()
        self._marks: Mapping[str, CommentMark] = {}
        self._steps: Mapping[str, str | None] = {}
        self._found: dict[tuple[str, ...], frozenset[int]] = {}

    def take(self, comments: Sequence[Comment]) -> None:
        """Hold other comments."""
        self.comments = comments
        self._plain = [plain(comment.text) for comment in comments]
        self._found.clear()

    def note(self, snapshot: Snapshot) -> None:
        """Read what was noted, which themes there are, which step a question is about."""
        self._marks = {mark.comment: mark for mark in snapshot.table(CommentMark).values()}
        self._steps = {q.id: q.touchpoint for q in snapshot.table(Question).values()}
        themes = snapshot.table(Theme).values()
        self.themes = tuple(sorted(themes, key=lambda t: (t.position, t.id)))
        used = {theme.keywords for theme in self.themes}
        self._found = {words: rows for words, rows in self._found.items() if words in used}

    def mark(self, row: int) -> CommentMark | None:
        """Return what is noted of a comment, or None."""
        return self._marks.get(self.comments[row].key)

    def step(self, row: int) -> str:
        """Return the id of the step a comment is about: as noted, else that of its question."""
        mark = self.mark(row)
        if mark is not None and mark.touchpoint:
            return mark.touchpoint
        return self._steps.get(self.comments[row].question) or ""

    def rows_of(self, theme: Theme) -> frozenset[int]:
        """Return the rows with a theme: those it was given to, and those with its keywords."""
        by_hand = (
            row
            for row, comment in enumerate(self.comments)
            if (mark := self._marks.get(comment.key)) is not None and theme.id in mark.themes
        )
        return self._by_keywords(theme.keywords).union(by_hand)

    def themes_of(self, row: int) -> tuple[Theme, ...]:
        """Return the themes of a comment."""
        mark = self.mark(row)
        given = mark.themes if mark is not None else ()
        return tuple(
            t for t in self.themes if t.id in given or row in self._by_keywords(t.keywords)
        )

    def found_themes(self, row: int) -> frozenset[str]:
        """Return the ids of the themes whose keywords a comment holds."""
        themes = (t for t in self.themes if row in self._by_keywords(t.keywords))
        return frozenset(theme.id for theme in themes)

    def counts(self) -> dict[str, int]:
        """Return how many comments have each theme, by its id, in the order of the themes."""
        return {theme.id: len(self.rows_of(theme)) for theme in self.themes}

    def sift(self, wanted: Wanted) -> list[int]:
        """Return the rows that are wanted, in order."""
        rows: Iterable[int] = range(len(self.comments))
        comments = self.comments
        if wanted.round:
            rows = [r for r in rows if comments[r].round == wanted.round]
        if wanted.question:
            rows = [r for r in rows if comments[r].question == wanted.question]
        if wanted.theme:
            rows = self._with_theme(rows, wanted.theme)
        if wanted.touchpoint:
            step = "" if wanted.touchpoint == NONE else wanted.touchpoint
            rows = [r for r in rows if self.step(r) == step]
        if wanted.mood or wanted.kind:
            rows = [r for r in rows if _fits(self.mark(r), wanted)]
        for word in plain(wanted.words).split():
            rows = beginning(f" {word}", rows, self._plain)
        return list(rows)

    def _with_theme(self, rows: Iterable[int], theme_id: str) -> list[int]:
        if theme_id == NONE:
            themed = frozenset[int]().union(*(self.rows_of(theme) for theme in self.themes))
            return [r for r in rows if r not in themed]
        theme = next((t for t in self.themes if t.id == theme_id), None)
        having = self.rows_of(theme) if theme is not None else frozenset()
        return [r for r in rows if r in having]

    def _by_keywords(self, keywords: tuple[str, ...]) -> frozenset[int]:
        found = self._found.get(keywords)
        if found is None:
            rows = range(len(self._plain))
            found = frozenset(
                row
                for keyword in keywords
                if (words := plain(keyword)).strip()
                for row in beginning(words, rows, self._plain)
            )
            self._found[keywords] = found
        return found


def _fits(mark: CommentMark | None, wanted: Wanted) -> bool:
    mood = None if mark is None else mark.mood
    if wanted.mood and wanted.mood != (NONE if mood is None else str(mood)):
        return False
    if not wanted.kind:
        return True
    if mark is None:
        return False
    return mark.wow if wanted.kind == "wow" else mark.kind == CommentKind(wanted.kind)
