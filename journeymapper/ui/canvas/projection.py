"""The layout of the map that is shown: follows the document, and shows what would be."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.touched import touched_by
from journeymapper.ui.commands.preview import Verb, tried


class Projection(QObject):
    """Lays out one map of a document, again after each step.

    A preview shows the map as a verb would leave it; nothing is written.
    """

    shown = Signal()
    """``layout`` is another one now."""

    def __init__(self, setting: MapSetting) -> None:
        super().__init__()
        self.setting = setting
        self.document: Document | None = None
        self.map_id = ""
        self.layout: MapLayout | None = None
        self._kept: MapLayout | None = None
        self._snapshot: Snapshot | None = None
        self._verb: Verb | None = None
        self._near: Near | None = None
        self._seq: int | None = None
        self.in_view: Callable[[], Near] | None = None
        """Tells which part of the map is seen; a preview lays out no more than that."""

    @property
    def snapshot(self) -> Snapshot:
        """What is shown: the document's state, or the one of the preview."""
        if self._snapshot is not None:
            return self._snapshot
        if self.document is None:
            return Snapshot.of()
        return self.document.snapshot

    @property
    def previewing(self) -> bool:
        """Say whether something is shown that is not so."""
        return self._kept is not None

    def open(self, document: Document, map_id: str) -> None:
        """Show a map of a document."""
        self.document, self.map_id = document, map_id
        self._kept = self._snapshot = None
        self.layout = None
        self.refresh()

    def close(self) -> None:
        """Show nothing."""
        self.document, self.map_id = None, ""
        self.layout = self._kept = self._snapshot = None
        self.shown.emit()

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show the present state of the document; ends a preview.

        ``changes`` are those since the last time: what they do not concern is not looked at.
        """
        if self.document is None:
            return
        if self.document.snapshot.find(JourneyMap, self.map_id) is None:
            return
        base = self._kept or self.layout
        touched = self._touched(changes)
        self._kept = self._snapshot = self._seq = None
        layout = lay_out(self.document.snapshot, self.map_id, self.setting, base, touched)
        self._seq = changes.step.seq if changes is not None else None
        self._show(layout)

    def change_setting(self, **fields: Any) -> None:
        """Lay out with other figures, such as ``column_width``."""
        setting = dataclasses.replace(self.setting, **fields)
        if setting == self.setting:
            return
        self.setting = setting
        self.refresh()

    def preview(self, verb: Verb) -> None:
        """Show the map as it would be after a verb; raises what the verb raises."""
        if self.document is None or self.layout is None:
            return
        tx = tried(self.document, verb)
        base = self._kept or self.layout
        near = self.in_view() if self.in_view is not None else None
        touched = touched_by(tx.changes)
        layout = lay_out(tx.snapshot, self.map_id, self.setting, base, touched, near)
        self._kept, self._snapshot = base, tx.snapshot
        self._verb, self._near = verb, near
        self._show(layout)

    def follow_view(self) -> None:
        """Lay a preview out for another part of the map, when that is seen now."""
        verb, near = self._verb, self._near
        if verb is None or near is None or self.in_view is None or not self.previewing:
            return
        if not near.holds(self.in_view()):
            self.preview(verb)

    def end_preview(self) -> None:
        """Show again what is so."""
        kept, self._kept, self._snapshot = self._kept, None, None
        self._verb = None
        if kept is not None:
            self._show(kept)

    def _touched(self, changes: ChangeSet | None) -> frozenset[str] | None:
        """Return what changes concern; None for all when a step before them was not seen."""
        if changes is None or self._seq is None:
            return None
        if changes.step.seq not in (self._seq, self._seq + 1):
            return None
        return touched_by(changes.changes)

    def _show(self, layout: MapLayout) -> None:
        if layout is not self.layout:
            self.layout = layout
            self.shown.emit()
