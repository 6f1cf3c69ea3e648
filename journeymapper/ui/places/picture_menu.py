"""What the menu of a cell offers about pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Card
from journeymapper.domain.message import _
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_card
from journeymapper.ui.commands import pictures
from journeymapper.ui.context import Context
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.late import late

_load: Callable[[Path], pictures.Picture] = late("commands.picture_files", "load")


class PictureMenu:
    """Puts pictures on cards of a row, and takes them away."""

    def __init__(self, context: Context, owner: QWidget, canvas: Canvas) -> None:
        self._context, self._canvas = context, canvas
        self.chooser = FileChooser(context, owner)

    def fill(self, menu: QMenu, spot: Spot) -> None:
        """Offer a picture for a cell, or for its card."""
        say, bench = self._context.say, self._canvas.bench
        action = menu.addAction(say(_("Picture…")))
        action.triggered.connect(lambda: self.ask(spot))
        if not spot.touchpoint and not spot.card:
            inner = menu.addMenu(say(_("Picture for a step…")))
            numbers = queries.numbers(bench.snapshot, bench.projection.map_id)
            for step in queries.touchpoints(bench.snapshot, spot.stage):
                name = f"{numbers[step.id]} {step.name}".replace("&", "&&")
                own = Spot(spot.lane, spot.stage, step.id)
                inner.addAction(name).triggered.connect(partial(self._ask, own))
        card = bench.snapshot.find(Card, spot.card)
        if card is not None and card.image is not None:
            gone = menu.addAction(say(_("Take the picture away")))
            gone.triggered.connect(lambda: self._take_away(card.id))

    def ask(self, spot: Spot) -> None:
        """Ask for a file and put it into a cell."""
        if not self._canvas.editing.finish():
            return
        path = self.chooser.to_picture()
        if path is not None:
            self.put(spot, path)

    def put(self, spot: Spot, path: Path) -> None:
        """Put the picture of a file on the card of a spot; an empty cell gets one."""
        bench = self._canvas.bench
        with bench.session.guard():
            picture = _load(path)
            if spot.card:
                pictures.put(bench.document, spot.card, picture)
            else:
                made = pictures.add(bench.document, spot.cell, picture)
                bench.cursor.go_to(spot_of_card(bench.snapshot, made))

    def _ask(self, spot: Spot, _checked: bool = False) -> None:
        self.ask(spot)

    def _take_away(self, card_id: str) -> None:
        bench = self._canvas.bench
        with bench.session.guard():
            pictures.take_away(bench.document, card_id)
