"""The layout of the map that is shown: follows the document, and shows what would be."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from math import inf
from typing import Any

from PySide6.QtCore import QObject, Signal

from journeymapper.document.document import Document
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import JourneyMap, Question
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.ahead import places_of
from journeymapper.drawing.map.later import AT_ONCE, Seen
from journeymapper.drawing.map.layout import MapLayout, lay_out
from journeymapper.drawing.map.places import Near
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.touched import touched_by
from journeymapper.ui.canvas.rest import Rest
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
        self.at_once = AT_ONCE
        """So many columns out of sight are laid out with the others; more of them wait."""
        self.rest = Rest(self)
        self._laid_out: Snapshot | None = None

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

    def _with_answers(self) -> MapSetting:
        """Return the setting with the answers as they are now, where steps are asked about."""
        document = self.document
        asked = document is not None and any(
            question.touchpoint for question in document.snapshot.table(Question).values()
        )
        counts = document.counts if document is not None and asked else None
        if counts is not self.setting.counts:
            self.setting = dataclasses.replace(self.setting, counts=counts)
        return self.setting

    def open(self, document: Document, map_id: str) -> None:
        """Show a map of a document."""
        self.document, self.map_id = document, map_id
        self._kept = self._snapshot = self._laid_out = None
        self.layout = None
        self.refresh()

    def close(self) -> None:
        """Show nothing."""
        self.document, self.map_id = None, ""
        self._laid_out = None
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
        layout = lay_out(
            self.document.snapshot,
            self.map_id,
            self._with_answers(),
            base,
            touched,
            seen=self._seen(),
        )
        self._seq = changes.step.seq if changes is not None else None
        self._laid_out = self.document.snapshot
        self._show(layout)

    def change_setting(self, **fields: Any) -> None:
        """Lay out with other figures, such as ``column_width``."""
        setting = dataclasses.replace(self.setting, **fields)
        if setting == self.setting:
            return
        unless_higher = dataclasses.replace(self.setting, fill_height=setting.fill_height)
        self.setting = setting
        if unless_higher == setting and not self.previewing and self._is_up_to_date():
            self.lay_out_now(frozenset())
        else:
            self.refresh()

    def preview(self, verb: Verb) -> None:
        """Show the map as it would be after a verb; raises what the verb raises."""
        if self.document is None or self.layout is None:
            return
        self.finish()
        tx = tried(self.document, verb)
        base = self._kept or self.layout
        near = self.in_view() if self.in_view is not None else None
        touched = touched_by(tx.changes)
        layout = lay_out(tx.snapshot, self.map_id, self.setting, base, touched, near)
        self._kept, self._snapshot = base, tx.snapshot
        self._verb, self._near = verb, near
        self._show(layout)

    def bring(self, places: Iterable[str]) -> None:
        """Lay out the columns of these steps and stages if they wait."""
        layout = self.layout
        if layout is None or not layout.waiting:
            return
        wanted = set(places)
        stages = {c.stage for c in layout.waiting if not wanted.isdisjoint((c.place, c.stage))}
        found = [column for column in layout.waiting if column.stage in stages]
        if found:
            ids = frozenset(column.place for column in found)
            self.lay_out_now(ids, Near(found[0].x, found[-1].right))

    def finish(self) -> None:
        """Lay out everything that waits."""
        layout = self.layout
        if layout is not None and layout.waiting:
            self.lay_out_now(frozenset(c.place for c in layout.waiting), _EVERYWHERE)

    def lay_out_now(self, places: frozenset[str], part: Near | None = None) -> None:
        """Lay out these of the columns that wait; all that is in a ``part``, or in view."""
        if self.document is None or self.layout is None:
            return
        seen = self._seen() if part is None else Seen(part, self.at_once)
        snapshot = self.document.snapshot
        if snapshot.find(JourneyMap, self.map_id) is None:
            return
        self._show(lay_out(snapshot, self.map_id, self.setting, self.layout, places, seen=seen))

    def follow_view(self) -> None:
        """Lay out what is seen now, if it waits or is out of a preview."""
        if self.layout is not None and self.layout.waiting and self.in_view is not None:
            part = self.in_view()
            places = places_of(self.layout, part)
            if places:
                self.lay_out_now(places, part)
            return
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

    def _is_up_to_date(self) -> bool:
        return self.document is not None and self.document.snapshot is self._laid_out

    def _seen(self) -> Seen | None:
        return Seen(self.in_view(), self.at_once) if self.in_view is not None else None

    def _show(self, layout: MapLayout) -> None:
        if layout is not self.layout:
            self.layout = layout
            self.shown.emit()
            self.follow_view()  # what is seen may be elsewhere now


_EVERYWHERE = Near(-inf, inf)
