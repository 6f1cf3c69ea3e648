"""The guided walk: in the middle of it, and its end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from journeymapper.document.operations import cards, feelings
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.kinds import Frequency, LaneKind
from journeymapper.domain.message import _
from journeymapper.ui.places.map import MapPlace
from tests.screenshots.rig import TODAY, Rig

_SAID = (
    (2, ""),
    (2, "Opening hours hard to find"),
    (-2, "Date is not read back"),
    (0, "No reminder"),
    (-4, "Appointment stands on the wrong day"),
    (-2, "Nobody looks up"),
    (-2, "Cold room"),
    (-4, "Half an hour"),
    (2, ""),
    (4, ""),
    (-4, "No slot in time"),
    (0, ""),
    (2, "Not done"),
    (0, ""),
)


_PACE = 43
"""Seconds for each step."""


def begun(rig: Rig) -> MapPlace:
    """Begin with the dental template and start to walk."""
    _fill(rig, 0)
    return _walking(rig)


def walked(rig: Rig, count: int) -> QWidget:
    """Begin with the dental template, answered so far, and stand at the next step."""
    _fill(rig, count)
    guide = _walking(rig).walk.parts.guide
    for _step in range(count):
        rig.clock.passes(_PACE)
        guide.next()
    return rig.window


def _walking(rig: Rig) -> MapPlace:
    rig.window.binding.run("walk.start")
    place = rig.window.places.current()
    assert isinstance(place, MapPlace)
    return place


def _fill(rig: Rig, count: int) -> None:
    outline = read_outline(rig.services.resources.templates, "dental")

    def fill(tx: Tx) -> None:
        fill_from_template(tx, outline, created=TODAY)
        (journey,) = queries.maps(tx.snapshot)
        (persona,) = queries.personas(tx.snapshot)
        lanes = {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, journey.id)}
        steps = queries.touchpoints_of_map(tx.snapshot, journey.id)
        for step, (value, what) in zip(steps, _SAID[:count], strict=False):
            feelings.set_feeling(tx, step.id, persona.id, value)
            often = Frequency.OFTEN if value < 0 else Frequency.SOMETIMES
            if what:
                pain = lanes[LaneKind.PAIN]
                cards.add_card(tx, pain, what, touchpoint=step.id, frequency=often)

    rig.window.session.new(fill, _("Start the map"))


WALK: tuple[tuple[str, Callable[[Rig], QWidget]], ...] = (
    ("12-walk-through", lambda rig: walked(rig, 4)),
    ("12b-first-map", lambda rig: walked(rig, len(_SAID))),
)
