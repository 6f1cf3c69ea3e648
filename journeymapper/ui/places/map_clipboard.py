"""Cut, copy, paste and duplicate on the map, by key and by menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.picture import paper_ink, picture_of_map
from journeymapper.ui.canvas.spots import (
    box_of,
    kind_of_row,
    spots_of_row,
    things_at,
)
from journeymapper.ui.canvas.taking import (
    Taken,
    selected_cards,
    selected_stages,
    selected_steps,
    table_of_map,
    take,
)
from journeymapper.ui.canvas.telling import select_cards, select_stages, tell_last
from journeymapper.ui.commands import deleting, feelings, stages
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.clipboard.mime import mime_of
from journeymapper.ui.places.map_paste import MapPaste

_CHEAP = 1_500_000
"""Pixels of a picture that goes along with what is copied."""


class MapClipboard(QObject):
    """Takes what is selected, puts down what was taken; each is one step."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.view)
        self._canvas = canvas
        self._bench = canvas.bench
        self._paste = MapPaste(canvas)

    def bind(self, binding: ActionBinding) -> None:
        """Handle the actions of the clipboard."""
        for id_, do in (
            ("edit.cut", self.cut),
            ("edit.copy", self.copy),
            ("edit.paste", self._paste.paste),
            ("edit.duplicate", self.duplicate),
            ("edit.select_row", self.select_row),
            ("edit.copy_picture", self.copy_picture),
            ("edit.copy_table", self.copy_table),
        ):
            binding.bind(id_, self._guarded(do))

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self._take() is not None:
            self._bench.session.report(_("Copied. Ctrl+V puts it where the selection is then."))

    def cut(self) -> None:
        """Copy, and delete here."""
        if self._take() is None:
            return
        bench = self._bench
        selected = bench.cursor.selected
        rows = {kind_of_row(bench.layout, spot.lane) for spot in selected}
        if rows == {LaneKind.FEELING}:
            ids = tuple(spot.touchpoint for spot in selected if spot.touchpoint)
            feelings.clear(bench.document, ids, bench.persona)
            return
        things = dict.fromkeys(
            thing for spot in selected for thing in things_at(bench.snapshot, bench.layout, spot)
        )
        label = deleting.delete(bench.document, tuple(things), cut=True)
        if label is not None:
            bench.session.report_gone(label)

    def duplicate(self) -> None:
        """Put a copy right after what is selected."""
        bench = self._bench
        document = bench.document
        chosen, steps = selected_stages(bench), selected_steps(bench)
        if chosen:
            place = stages.place_of(document, chosen[-1]) + 1
            made = pasting.copy_stages(document, chosen, place)
            select_stages(self._bench, made)
        elif steps:
            last = bench.snapshot.get(Touchpoint, steps[-1])
            place = [t.id for t in queries.touchpoints(bench.snapshot, last.stage)].index(last.id)
            self._bench.select_steps(pasting.copy_steps(document, steps, last.stage, place + 1))
        elif cards := selected_cards(bench):
            select_cards(self._bench, pasting.duplicate_cards(document, cards))
        else:
            bench.session.report(_("There is nothing here to duplicate."))
            return
        tell_last(self._bench)

    def select_row(self) -> None:
        """Select all cells of the row one stands in; the first time, the row of the steps."""
        bench = self._bench
        if bench.cursor.spot is None:
            bench.cursor.go_to_end(first=True)
        spot = bench.cursor.spot
        if spot is not None:
            row = spots_of_row(bench.snapshot, bench.layout, spot.lane)
            others = [one for one in row if one != spot.bare]
            bench.cursor.select((*others, spot.bare))

    def copy_picture(self) -> None:
        """Put the selected columns, or the whole map, on the clipboard as a picture."""
        self._clipboard().setMimeData(mime_of(None, picture=picture_of_map(self._bench)))
        self._bench.session.report(_("Copied as a picture, for a letter or a slide."))

    def copy_table(self) -> None:
        """Put the selected columns, or the whole map, on the clipboard as a table."""
        self._clipboard().setMimeData(mime_of(None, table_of_map(self._bench)))
        self._bench.session.report(_("Copied as a table, for a spreadsheet."))

    def _take(self) -> Taken | None:
        taken = take(self._bench)
        if taken is None:
            self._bench.session.report(_("There is nothing here to copy."))
            return None
        self._clipboard().setMimeData(mime_of(taken.content, taken.text, self._picture()))
        return taken

    def _picture(self) -> QImage | None:
        """Return what is selected, dark on white, when that is little work."""
        bench = self._bench
        bench.projection.bring(spot.place for spot in bench.cursor.selected[:200])
        boxes = [box_of(bench.layout, spot) for spot in bench.cursor.selected[:200]]
        known = [box for box in boxes if box is not None]
        if not known:
            return None
        part = Part.CELLS if bench.cursor.selected[0].lane else Part.HEADER
        left, top = min(box.x for box in known), min(box.y for box in known)
        right, bottom = max(box.right for box in known), max(box.bottom for box in known)
        if (right - left) * (bottom - top) > _CHEAP:
            return None
        area = Box(left, top, right - left, bottom - top)
        return bench.board.picture(part, area, paper_ink(bench))

    def _clipboard(self) -> QClipboard:
        return QGuiApplication.clipboard()

    def _guarded(self, do: Callable[[], None]) -> Callable[[], None]:
        """Settle what is under way, do it, and show what was refused."""

        def handler() -> None:
            if not self._bench.ready:
                return
            self._canvas.mouse.cancel()
            if self._canvas.editing.finish():
                with self._bench.session.guard():
                    do()

        return handler
