"""The layout of the map that is shown: follows the document, and shows what would be."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.ui.commands.preview import Verb, preview


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

    def refresh(self) -> None:
        """Show the present state of the document; ends a preview."""
        if self.document is None:
            return
        if self.document.snapshot.find(JourneyMap, self.map_id) is None:
            return
        base = self._kept or self.layout
        self._kept = self._snapshot = None
        self._show(lay_out(self.document.snapshot, self.map_id, self.setting, base))

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
        snapshot = preview(self.document, verb)
        layout = lay_out(snapshot, self.map_id, self.setting, self.layout)
        self._kept = self._kept or self.layout
        self._snapshot = snapshot
        self._show(layout)

    def end_preview(self) -> None:
        """Show again what is so."""
        kept, self._kept, self._snapshot = self._kept, None, None
        if kept is not None:
            self._show(kept)

    def _show(self, layout: MapLayout) -> None:
        if layout is not self.layout:
            self.layout = layout
            self.shown.emit()
