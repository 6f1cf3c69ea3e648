"""Cut, copy, paste and duplicate on the map, by key and by menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication, QImage

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.kinds import DERIVED_ROWS, STEP_ONLY_ROWS, LaneKind
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Parcel
from journeymapper.drawing.display_list import Box
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.landing import line_of, planned
from journeymapper.ui.canvas.picture import paper_ink, picture_of_map
from journeymapper.ui.canvas.spots import (
    Spot,
    box_of,
    is_shown,
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
from journeymapper.ui.canvas.targets import NEEDS_STEP, NO_CARDS_HERE, spot_of_card, spot_of_step
from journeymapper.ui.commands import deleting, feelings, stages
from journeymapper.ui.commands.clipboard import pasting
from journeymapper.ui.commands.clipboard.mime import clip_of, mime_of
from journeymapper.ui.commands.clipboard.plan import Plan
from journeymapper.ui.late import late

if TYPE_CHECKING:
    from journeymapper.ui.dialogs.paste_preview import PastePreview

_preview: Callable[..., PastePreview] = late("dialogs.paste_preview", "PastePreview")

_BUBBLE_MS = 6000
_NO_PICTURES = (LaneKind.PAIN, LaneKind.METRIC, LaneKind.IDEA, LaneKind.OPPORTUNITY)
"""Rows whose cards are drawn without a picture."""

_CHEAP = 1_500_000
"""Pixels of a picture that goes along with what is copied."""


class MapClipboard(QObject):
    """Takes what is selected, puts down what was taken; each is one step."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas.view)
        self._canvas = canvas
        self._bench = canvas.bench
        self._bubble = QTimer(self)
        self._bubble.setSingleShot(True)
        self._bubble.setInterval(_BUBBLE_MS)
        self._bubble.timeout.connect(self._bench.bubble.hide)
        self._bench.cursor.moved.connect(self._forget_bubble)

    def bind(self, binding: ActionBinding) -> None:
        """Handle the actions of the clipboard."""
        for id_, do in (
            ("edit.cut", self.cut),
            ("edit.copy", self.copy),
            ("edit.paste", self.paste),
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
            bench.session.report(_("{what}. Ctrl+Z brings it back.", what=label))

    def paste(self) -> None:
        """Put down what is on the clipboard; what does not fit is shown first."""
        try:
            clip = clip_of(self._clipboard().mimeData())
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

    def duplicate(self) -> None:
        """Put a copy right after what is selected."""
        bench = self._bench
        document = bench.document
        chosen, steps = selected_stages(bench), selected_steps(bench)
        if chosen:
            place = stages.place_of(document, chosen[-1]) + 1
            made = pasting.copy_stages(document, chosen, place)
            self._select(tuple(Spot(stage=id_) for id_ in made))
        elif steps:
            last = bench.snapshot.get(Touchpoint, steps[-1])
            place = [t.id for t in queries.touchpoints(bench.snapshot, last.stage)].index(last.id)
            self._select_steps(pasting.copy_steps(document, steps, last.stage, place + 1))
        elif cards := selected_cards(bench):
            self._select_cards(pasting.duplicate_cards(document, cards))
        else:
            bench.session.report(_("There is nothing here to duplicate."))
            return
        self._tell()

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

    # pasting ----------------------------------------------------------------------------

    def _paste_parcel(self, parcel: Parcel) -> None:
        bench = self._bench
        document, map_id, spot = bench.document, bench.projection.map_id, bench.cursor.spot
        unknown = pasting.left_out(document, parcel)
        if isinstance(parcel.roots[0], Stage):
            place = stages.place_of(document, spot.stage) + 1 if spot else None
            made = pasting.paste_stages(document, parcel, map_id, place)
            self._select(tuple(Spot(stage=id_) for id_ in made))
        else:
            stage, index = self._after()
            self._select_steps(pasting.paste_steps(document, parcel, map_id, stage, index))
        if unknown:
            bench.session.report(
                _(
                    "Pasted without the feelings of {names}: no persona here has that name.",
                    names=", ".join(unknown),
                )
            )
        else:
            self._tell()

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
            self._select_steps(made)
        else:
            self._select_cards(made)
        self._tell()

    def _paste_stage_names(self, names: tuple[str, ...]) -> None:
        bench = self._bench
        spot = bench.cursor.spot
        index = stages.place_of(bench.document, spot.stage) + 1 if spot is not None else None
        made = pasting.paste_stage_names(bench.document, names, bench.projection.map_id, index)
        self._select(tuple(Spot(stage=id_) for id_ in made))
        self._tell()

    def _paste_picture(self, content: bytes) -> None:
        bench = self._bench
        spot = bench.cursor.spot
        if spot is None or not spot.lane:
            raise RefusedError(_("Select a cell first: what is pasted goes there."))
        kind = kind_of_row(bench.layout, spot.lane)
        if kind in DERIVED_ROWS:
            raise RefusedError(NO_CARDS_HERE)
        if kind in _NO_PICTURES:
            raise RefusedError(
                _("This row shows no pictures. Choose a row of plain text, such as Doing.")
            )
        if kind in STEP_ONLY_ROWS and not spot.touchpoint:
            raise RefusedError(NEEDS_STEP)
        self._select_cards((pasting.paste_picture(bench.document, content, spot.cell),))
        self._tell()

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

    # what is shown ------------------------------------------------------------------------

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

    def _select_cards(self, ids: tuple[str, ...]) -> None:
        snapshot = self._bench.snapshot
        found = (spot_of_card(snapshot, id_) for id_ in ids)
        self._select(tuple(spot for spot in found if spot is not None))

    def _select_steps(self, ids: tuple[str, ...]) -> None:
        bench = self._bench
        self._select(tuple(spot_of_step(bench.snapshot, bench.layout, id_) for id_ in ids))

    def _select(self, spots: tuple[Spot, ...]) -> None:
        bench = self._bench
        shown = tuple(s for s in spots if is_shown(bench.layout, bench.snapshot, s))
        if shown:
            bench.cursor.select(shown)

    def _tell(self) -> None:
        step = self._bench.document.next_undo
        if step is not None:
            self._bench.session.report(_("{what}. Ctrl+Z takes it back.", what=step.label))

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
