"""While answers are typed elsewhere the map stays behind; it catches up when it is shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import (
    Alert,
    Answer,
    CommentMark,
    GapDecision,
    GapSighting,
    ImportBatch,
    Question,
    Round,
    Sheet,
    Survey,
    Theme,
)

_ABOUT_ANSWERS = frozenset((
    Alert, Answer, CommentMark, GapDecision, GapSighting, ImportBatch, Question, Round, Sheet,
    Survey, Theme,
))  # fmt: skip


class MapBehind:
    """Puts off what changes of answers alone do to a map that nobody sees."""

    def __init__(self, place: QWidget, *refresh: Callable[[], None]) -> None:
        self._place, self._refresh = place, refresh
        self._is_behind = False

    def waits(self, changes: ChangeSet) -> bool:
        """Say whether the map need not follow a step yet; any other step brings all in."""
        later = self._place.isHidden() and all(c.kind in _ABOUT_ANSWERS for c in changes.changes)
        self._is_behind = later
        return later

    def catch_up(self) -> None:
        """Follow what was put off."""
        if self._is_behind:
            self._is_behind = False
            for refresh in self._refresh:
                refresh()
