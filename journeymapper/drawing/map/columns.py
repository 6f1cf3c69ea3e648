"""The columns of a map, from its stages and steps."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.kinds import Phase
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.places import COLLAPSED_WIDTH, Column
from journeymapper.drawing.map.setting import MapSetting, column_width

_NO_NUMBER = "–"


def columns_of(snapshot: Snapshot, map_id: str, setting: MapSetting) -> tuple[Column, ...]:
    """Return the columns in order; a stage without steps, or collapsed, has one of its own.

    They begin where the row titles end.
    """
    width = column_width(snapshot, map_id, setting)
    found: list[Column] = []
    x = setting.tokens.size("lane_title")
    phase: Phase | None = None
    for major, stage in enumerate(queries.stages(snapshot, map_id), start=1):
        collapsed = stage.id in setting.collapsed
        steps = () if collapsed else queries.touchpoints(snapshot, stage.id)
        counted = [step.id for step in steps if step.id not in setting.unnumbered]
        numbers = {id_: f"{major}.{minor}" for minor, id_ in enumerate(counted, start=1)}
        places = [(step.id, numbers.get(step.id, _NO_NUMBER)) for step in steps]
        for i, (touchpoint, number) in enumerate(places or [("", "")]):
            w = COLLAPSED_WIDTH if collapsed else width
            starts = i == 0
            found.append(
                Column(
                    stage=stage.id,
                    touchpoint=touchpoint,
                    x=x,
                    w=w,
                    number=number,
                    stage_start=starts,
                    phase_start=starts and stage.phase != phase,
                    collapsed=collapsed,
                )
            )
            x += w
        phase = stage.phase
    return tuple(found)
