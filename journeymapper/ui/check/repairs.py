"""What the buttons of the map check do: go there, or mend it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.analysis.checks import Check, Finding
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel, Role, Stage, Touchpoint
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.commands import maps, reviews, steps

BUTTONS: dict[Check, Message] = {
    Check.NO_VOICE: _("Open Answers"),
    Check.NO_MOMENTS: _("Choose in the table"),
    Check.MANY_MOMENTS: _("See them in the table"),
    Check.OWNER: _("Choose an owner"),
    Check.IDEA: _("Add an idea"),
    Check.MEASURE: _("Write a measure"),
    Check.EMPTY_STAGE: _("Add a step"),
    Check.EMPTY_OWN_MAP: _("Open its map"),
    Check.REVIEW: _("It still holds"),
    Check.CHANNEL: _("Choose a place"),
    Check.NAME: _("Rename"),
}
"""The words of the button that mends a finding; none where there is nothing simple to do."""

_NO_PLACE = (Check.NO_VOICE, Check.NO_MOMENTS, Check.MANY_MOMENTS, Check.REVIEW)
_WRITES = {Check.IDEA: LaneKind.IDEA, Check.MEASURE: LaneKind.METRIC}


class Around(Protocol):
    """What the place of the map can do for a repair."""

    def write_in_row(self, step_id: str, lane: str) -> None:
        """Open the editor in a row of cards of a step."""

    def write_name(self, spot: Spot) -> None:
        """Open the editor on the name of a step or stage."""

    def new_step(self, stage_id: str) -> None:
        """Add a step to a stage and name it."""

    def open_details(self, field: str) -> None:
        """Open the details on a field of what is selected: ``owner`` or ``channel``."""

    def show_table(self, *, only_moments: bool) -> None:
        """Show the table, with all steps or only the moments of truth."""

    def open_answers(self) -> None:
        """Go where answers are."""

    def open_own_map(self) -> None:
        """Go down to the own map of the selected step."""

    def before_change(self) -> bool:
        """Keep what is being typed; False when it is refused."""


class Repairs:
    """Mends through commands, where the finding is."""

    def __init__(self, canvas: Canvas, around: Around, owner: QWidget) -> None:
        self._bench, self._around, self._owner = canvas.bench, around, owner

    @staticmethod
    def can_show(finding: Finding) -> bool:
        """Say whether a finding has a place on the map to go to."""
        return finding.check not in _NO_PLACE

    def show(self, finding: Finding) -> None:
        """Stand where a finding is."""
        spot = self._spot(finding)
        if spot is not None and self._around.before_change():
            self._bench.cursor.go_to(spot)
            self._bench.view.reveal_cursor()

    def mend(self, finding: Finding, at: QPoint) -> None:
        """Do what the button says; choices open as a menu at a point of the screen."""
        if not self._around.before_change():
            return
        bench, place = self._bench, finding.place
        match finding.check:
            case Check.OWNER | Check.CHANNEL:
                self.show(finding)
                self.menu(finding).popup(at)
            case Check.IDEA | Check.MEASURE:
                self._write(place, _WRITES[finding.check])
            case Check.EMPTY_STAGE:
                self._around.new_step(place)
            case Check.EMPTY_OWN_MAP:
                self.show(finding)
                self._around.open_own_map()
            case Check.NAME:
                spot = self._spot(finding)
                if spot is not None:
                    self._around.write_name(spot)
            case Check.REVIEW:
                today = bench.context.services.clock().astimezone().date()
                with bench.session.guard():
                    reviews.still_holds(bench.document, place, today)
            case Check.NO_MOMENTS | Check.MANY_MOMENTS:
                self._around.show_table(only_moments=finding.check is Check.MANY_MOMENTS)
            case Check.NO_VOICE:
                self._around.open_answers()

    def menu(self, finding: Finding) -> QMenu:
        """Return the choices of owners or places, and a way to a new one."""
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        snapshot, ids = self._bench.snapshot, (finding.place,)
        document = self._bench.document
        things: list[tuple[str, Callable[[], object]]]
        if finding.check is Check.OWNER:
            roles = sorted(snapshot.table(Role).values(), key=sort_key)
            things = [(r.name, partial(steps.set_owner, document, ids, r.id)) for r in roles]
            field, other = "owner", _("Somebody else…")
        else:
            places = sorted(snapshot.table(Channel).values(), key=sort_key)
            things = [(c.name, partial(steps.set_channels, document, ids, (c.id,))) for c in places]
            field, other = "channel", _("Somewhere else…")
        for name, do in things:
            action = menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._guarded, do))
        if things:
            menu.addSeparator()
        action = menu.addAction(self._bench.say(other))
        action.triggered.connect(lambda: self._around.open_details(field))
        return menu

    def _guarded(self, do: Callable[[], object], _checked: bool = False) -> None:
        with self._bench.session.guard():
            do()

    def _write(self, step_id: str, kind: LaneKind) -> None:
        """Open the editor in a row, which is shown when it was hidden."""
        bench = self._bench
        lanes = queries.lanes(bench.snapshot, bench.projection.map_id)
        lane = next((one for one in lanes if one.kind == kind), None)
        if lane is None:
            bench.session.report(_("This map has no row for it."))
            return
        if not lane.visible:
            title = row_label(bench.snapshot, bench.context.tokens, lane.id)
            with bench.session.guard():
                maps.show_row(bench.document, lane.id, title, shown=True)
        self._around.write_in_row(step_id, lane.id)

    def _spot(self, finding: Finding) -> Spot | None:
        snapshot = self._bench.snapshot
        if snapshot.find(Touchpoint, finding.place) is not None:
            return spot_of_step(snapshot, self._bench.layout, finding.place)
        if snapshot.find(Stage, finding.place) is not None:
            return Spot(stage=finding.place)
        return None
