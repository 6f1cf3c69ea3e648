"""Whose feelings the map shows: window state, three at a time."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Persona
from journeymapper.drawing.map.setting import MOST_PERSONAS
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.session import Session


class ShownPersonas:
    """Chooses; the projection draws."""

    def __init__(self, session: Session, projection: Projection) -> None:
        self._session, self._projection = session, projection

    def begin(self, map_id: str) -> None:
        """Show the first persona of a map."""
        self._show(self._first(map_id))

    def keep_known(self) -> None:
        """Leave out those that are gone; without any, begin anew."""
        document = self._session.document
        if document is None:
            return
        known = document.snapshot.table(Persona)
        kept = tuple(p for p in self._projection.setting.personas if p in known)
        self._show(kept or self._first(self._projection.map_id))

    def toggle(self, persona: str, *, shown: bool) -> None:
        """Show one more, or one less; one always stays."""
        now = self._projection.setting.personas
        others = tuple(p for p in now if p != persona)
        if shown:
            self._show((*others, persona))
        elif others:
            self._show(others)

    def _first(self, map_id: str) -> tuple[str, ...]:
        document = self._session.document
        if document is None:
            return ()
        on_map = queries.personas_of_map(document.snapshot, map_id)
        return tuple(p.id for p in (on_map or queries.personas(document.snapshot))[:1])

    def _show(self, personas: tuple[str, ...]) -> None:
        self._projection.change_setting(personas=personas[:MOST_PERSONAS])
