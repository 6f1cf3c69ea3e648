"""Pasting on the map: stages, steps, cells, tables of text and pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QGuiApplication

from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.kinds import DERIVED_ROWS
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Parcel
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.landing import line_of, planned
from journeymapper.ui.canvas.spots import Spot, box_of, kind_of_row
from journeymapper.ui.canvas.targets import why_no_picture
from journeymapper.ui.canvas.telling import select_cards, select_stages, tell_last
from journeymapper.ui.commands import stages
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.clipboard.mime import clip_of
from journeymapper.ui.commands.clipboard.plan import Plan
from journeymapper.ui.late import late

if TYPE_CHECKING:
    from journeymapper.ui.dialogs.paste_preview import PastePreview

_preview: Callable[..., PastePreview] = late("dialogs.paste_preview", "PastePreview")

_BUBBLE_MS = 6000


class MapPaste(QObject):
    """Puts down what is on the clipboard; what cannot be is said beside the cell."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.view)
        self._bench = canvas.bench
        self._bubble = QTimer(self)
        self._bubble.setSingleShot(True)
        self._bubble.setInterval(_BUBBLE_MS)
        self._bubble.timeout.connect(self._bench.bubble.hide)
        self._bench.cursor.moved.connect(self._forget_bubble)

    def paste(self) -> None:
        """Put down what is on the clipboard; what does not fit is shown first."""
        try:
            clip = clip_of(QGuiApplication.clipboard().mimeData())
            if clip is None:
                raise RefusedError(_("There is nothing on the clipboard that fits here."))
            if isinstance(clip, Parcel):
                self._paste_parcel(clip)
            elif isinstance(clip, Block):
                self._paste_block(clip)
            else:
                self._paste_picture(clip)
        except RefusedError as error:
            self._refuse(error)

    def _paste_parcel(self, parcel: Parcel) -> None:
        bench = self._bench
        document, map_id, spot = bench.document, bench.projection.map_id, bench.cursor.spot
        unknown = pasting.left_out(document, parcel)
        if parcel.of_stages:
            place = stages.place_of(document, spot.stage) + 1 if spot else None
            made = pasting.paste_stages(document, parcel, map_id, place)
            select_stages(self._bench, made)
        else:
            stage, index = self._after()
            self._bench.select_steps(pasting.paste_steps(document, parcel, map_id, stage, index))
        if unknown:
            bench.session.report(
                _(
                    "Pasted without the feelings of {names}: no persona here has that name.",
                    names=", ".join(unknown),
                )
            )
        else:
            tell_last(self._bench)

    def _after(self) -> tuple[str, int | None]:
        """Return where steps go: after the current one, to the end of the stage, of the map."""
        bench = self._bench
        spot = bench.cursor.spot
        if spot is not None:
            ids = [t.id for t in queries.touchpoints(bench.snapshot, spot.stage)]
            return spot.stage, ids.index(spot.touchpoint) + 1 if spot.touchpoint in ids else None
        found = queries.stages(bench.snapshot, bench.projection.map_id)
        return (found[-1].id if found else ""), None

    def _paste_block(self, block: Block) -> None:
        bench = self._bench
        spot, line = bench.cursor.spot, line_of(block)
        empty = not queries.stages(bench.snapshot, bench.projection.map_id)
        if line is not None and (empty or (spot is not None and not spot.lane)):
            self._paste_stage_names(tuple(i.text for cell in line for i in cell if i.text))
            return
        if spot is None:
            raise RefusedError(_("Select a cell first: what is pasted goes there."))
        plan = planned(bench, spot, block)
        if not plan.fits:
            kind = kind_of_row(bench.layout, spot.lane)
            takes = line is not None and kind not in DERIVED_ROWS
            wanted = self._ask(plan, spot if takes else None)
            if wanted is None:
                return
            plan = wanted
        made = pasting.write_plan(bench.document, plan, bench.persona)
        if all(bench.snapshot.find(Touchpoint, id_) is not None for id_ in made):
            self._bench.select_steps(made)
        else:
            select_cards(self._bench, made)
        tell_last(self._bench)

    def _paste_stage_names(self, names: tuple[str, ...]) -> None:
        bench = self._bench
        spot = bench.cursor.spot
        index = stages.place_of(bench.document, spot.stage) + 1 if spot is not None else None
        made = pasting.paste_stage_names(bench.document, names, bench.projection.map_id, index)
        select_stages(self._bench, made)
        tell_last(self._bench)

    def _paste_picture(self, content: bytes) -> None:
        bench = self._bench
        spot = bench.cursor.spot
        if spot is None or not spot.lane:
            raise RefusedError(_("Select a cell first: what is pasted goes there."))
        why = why_no_picture(kind_of_row(bench.layout, spot.lane), spot.cell)
        if why is not None:
            raise RefusedError(why)
        select_cards(self._bench, (pasting.paste_picture(bench.document, content, spot.cell),))
        tell_last(self._bench)

    def _ask(self, plan: Plan, spot: Spot | None) -> Plan | None:
        bench = self._bench
        dialog = _preview(
            bench.context,
            bench.view.window(),
            bench.snapshot,
            bench.projection.map_id,
            plan,
            spot.cell if spot is not None else None,
        )
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _refuse(self, error: UserError) -> None:
        """Say why not, beside the cell and in the status bar."""
        bench, words = self._bench, error.message
        bench.session.report(words)
        spot = bench.cursor.spot
        box = box_of(bench.layout, spot) if spot is not None else None
        if box is None or not bench.view.isVisible():
            return
        part = Part.CELLS if spot is not None and spot.lane else Part.HEADER
        corner = bench.board.to_view(box, part).bottomLeft().toPoint()
        bench.bubble.say(self._sentence(error), corner - QPoint(0, 12))
        self._bubble.start()

    def _sentence(self, error: UserError) -> str:
        say = self._bench.say
        if error.hint is None:
            return say(error.message)
        return say(_("{what} {hint}", what=error.message, hint=error.hint))

    def _forget_bubble(self) -> None:
        if self._bubble.isActive():
            self._bubble.stop()
            self._bench.bubble.hide()
