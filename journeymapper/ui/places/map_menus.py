"""The menus of the map: what can be done with a cell, a row, and the rows of the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.kinds import DERIVED_ROWS, STEP_ONLY_ROWS, LaneKind, Severity
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.board import Part
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.sending import send_selected
from journeymapper.ui.canvas.spots import Spot, kind_of_row
from journeymapper.ui.commands import cards, transfers
from journeymapper.ui.context import Context
from journeymapper.ui.places.map_plans import CAN_BECOME_PLANS, offer_plan
from journeymapper.ui.places.picture_menu import PictureMenu
from journeymapper.ui.places.row_menus import RowMenus

_CELL = (
    "edit.edit",
    "",
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.duplicate",
    "edit.delete",
    "",
    "step.add_after",
    "stage.add",
    "",
)
_AS = ("edit.copy_picture", "edit.copy_table")
_TABLE = (
    "edit.edit",
    "edit.delete",
    "step.moment_of_truth",
    "step.own_map",
    "",
    "step.add_after",
    "stage.add",
    "",
    "view.details",
    "rows.more",
    "table.export",
)
_MOVES = ("move.left", "move.right", "move.up", "move.down")


class MapMenus:
    """Opens menus; each is made when it is asked for."""

    def __init__(self, context: Context, binding: ActionBinding, owner: QWidget) -> None:
        self._context, self._binding, self._owner = context, binding, owner
        self.canvas: Canvas | None = None
        self.rows: RowMenus | None = None
        self.pictures: PictureMenu | None = None

    def open(self, part: Part, spot: Spot | None, lane: str, at: QPoint) -> None:
        """Open the menu of a pane at a point of the screen; returns at once."""
        menu = QMenu(self._owner)
        if part is Part.CORNER:
            self.fill_rows(menu)
        elif part is Part.TITLES and self.rows is not None:
            self.rows.fill_row(menu, lane)
        elif spot is not None:
            self._fill_cell(menu, spot)
        if not menu.isEmpty():
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(at)

    def open_for_table(self, at: QPoint) -> None:
        """Open the menu of the table at a point of the screen; returns at once."""
        menu = QMenu(self._owner)
        self._add(menu, _TABLE)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def open_rows(self) -> None:
        """Open the menu of the rows under the word "Rows"."""
        canvas = self.canvas
        if canvas is not None and canvas.bench.ready:
            canvas.settle()
            corner = QPoint(8, round(canvas.view.board.header_height))
            self.open(Part.CORNER, None, "", canvas.view.viewport().mapToGlobal(corner))

    def fill_rows(self, menu: QMenu) -> None:
        """Put all rows into a menu, each to show or hide, and what else there is about rows."""
        if self.rows is not None:
            self.rows.fill_all(menu)

    def _fill_cell(self, menu: QMenu, spot: Spot) -> None:
        canvas = self.canvas
        if canvas is None:
            return
        bench = canvas.bench
        self._add(menu, _CELL)
        kind = kind_of_row(bench.layout, spot.lane)
        if spot.touchpoint:
            menu.addAction(self._binding.action("step.moment_of_truth"))
            menu.addAction(self._binding.action("step.ways"))
            if spot.touchpoint in bench.layout.frame.own:
                menu.addAction(self._binding.action("go.own_map"))
            menu.addAction(self._binding.action("step.own_map"))
        card = bench.snapshot.find(Card, spot.card)
        if card is not None and kind == LaneKind.PAIN:
            self._fill_severities(menu, card)
        if card is not None and kind in CAN_BECOME_PLANS:
            offer_plan(menu, bench, card)
        if kind == LaneKind.IMAGE and self.pictures is not None:
            self.pictures.fill(menu, spot)
        if kind is not None and kind not in DERIVED_ROWS:
            self._offer_cards(menu, spot, kind)
        menu.addSeparator()
        move = menu.addMenu(self._context.say(_("Move")))
        self._add(move, _MOVES)
        self._offer_maps(menu)
        self._add(menu.addMenu(self._context.say(_("Copy as"))), _AS)
        menu.addAction(self._binding.action("view.details"))

    def _offer_maps(self, menu: QMenu) -> None:
        """The other maps of the document, when there are any."""
        canvas = self.canvas
        if canvas is None:
            return
        found = transfers.others(canvas.bench.document.snapshot, canvas.projection.map_id)
        if not found:
            return
        sub = menu.addMenu(self._context.say(_("Move to map")))
        for journey in found:
            words = self._words(journey.title or _("Map"))
            action = sub.addAction(words)
            action.triggered.connect(self._guarded(partial(self._send, journey.id)))

    def _send(self, map_id: str) -> None:
        canvas = self.canvas
        if canvas is not None and not send_selected(canvas.bench, map_id):
            canvas.bench.session.report(_("Select a step, a stage or a card to move it."))

    def _fill_severities(self, menu: QMenu, card: Card) -> None:
        canvas = self.canvas
        if canvas is None:
            return
        document = canvas.bench.document
        sub = menu.addMenu(self._context.say(_("How bad")))
        group = QActionGroup(sub)
        choices: list[tuple[Severity, Message]] = list(SEVERITIES.items())
        for severity, words in (*choices, (Severity.UNRATED, _("Not rated"))):
            action = sub.addAction(self._context.say(words))
            action.setCheckable(True)
            action.setChecked(card.severity == severity)
            group.addAction(action)
            action.triggered.connect(
                self._guarded(partial(cards.set_severity, document, (card.id,), severity))
            )

    def _offer_cards(self, menu: QMenu, spot: Spot, kind: LaneKind) -> None:
        """Another card in the cell, or a text for one step where the stage has one."""
        canvas = self.canvas
        if canvas is None:
            return
        bench = canvas.bench
        if kind not in STEP_ONLY_ROWS or spot.touchpoint:
            action = menu.addAction(self._context.say(_("One more card here")))
            action.triggered.connect(lambda: canvas.editing.open_new(spot))
        if spot.touchpoint or kind in STEP_ONLY_ROWS:
            return
        sub = menu.addMenu(self._context.say(_("Own text for a step")))
        numbers = queries.numbers(bench.snapshot, bench.projection.map_id)
        for step in queries.touchpoints(bench.snapshot, spot.stage):
            self._offer_step(sub, spot, step, numbers[step.id])

    def _offer_step(self, menu: QMenu, spot: Spot, step: Touchpoint, number: str) -> None:
        canvas = self.canvas
        if canvas is None:
            return
        action = menu.addAction(self._words(f"{number} {step.name}"))
        target = Spot(spot.lane, spot.stage, step.id)
        action.triggered.connect(lambda: canvas.editing.open_new(target))

    def _add(self, menu: QMenu, ids: tuple[str, ...]) -> None:
        for id_ in ids:
            if id_:
                menu.addAction(self._binding.action(id_))
            else:
                menu.addSeparator()

    def _guarded(self, do: Callable[[], object]) -> Callable[[], None]:
        """Settle what is under way, do it, and show what was refused."""

        def handler() -> None:
            canvas = self.canvas
            if canvas is not None and canvas.editing.finish():
                with canvas.bench.session.guard():
                    do()

        return handler

    def _words(self, title: str | Message) -> str:
        """Return a title for a menu, where & would be a key."""
        words = self._context.say(title) if isinstance(title, Message) else title
        return words.replace("&", "&&")
