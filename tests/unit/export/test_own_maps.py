"""Own maps of steps in a PDF: after the map above, their bookmarks below its."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf

from journeymapper.domain.entities import (
    Entity,
    JourneyMap,
    Lane,
    Persona,
    Project,
    Stage,
    Touchpoint,
)
from journeymapper.domain.kinds import LaneKind
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.paper import paper
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples


def journeys() -> Snapshot:
    """Call in is the own map of a step of Visit, and stands before it in the document."""
    entities: list[Entity] = [Project("p", title="Visits"), Persona("anna", name="Anna")]
    for place, (id_, title) in enumerate((("call", "Call in"), ("visit", "Visit"))):
        entities += [
            JourneyMap(id_, title=title, position=float(place)),
            Stage(f"stage-{id_}", map=id_, name=f"Stage of {title}"),
            Lane(f"steps-{id_}", map=id_, kind=LaneKind.TOUCHPOINT),
        ]
    entities.append(Touchpoint("ring", stage="stage-visit", name="Ring", submap="call"))
    entities.append(Touchpoint("wait", stage="stage-call", name="Wait"))
    return Snapshot.of(entities)


def test_the_map_above_comes_first_and_holds_the_other(engine: TextEngine, tmp_path: Path) -> None:
    unsaid: list[Message] = []
    services = ExportServices(
        engine=engine,
        tokens=samples.TOKENS,
        icons=samples.ICONS,
        fonts_dir=samples.RESOURCES.fonts,
        catalogue=ENGLISH,
        pictures=samples.picture,
        warn=unsaid.append,
    )
    options = ExportOptions(paper("a3"), date(2026, 11, 26))
    (path,) = export_map(journeys(), ("call", "visit"), tmp_path / "v.pdf", options, services)
    assert unsaid == []
    assert titles(pypdf.PdfReader(path).outline) == [
        "Visit",
        ["1 Stage of Visit", "Call in", ["1 Stage of Call in"]],
    ]


def titles(outline: object) -> object:
    if isinstance(outline, list):
        return [titles(one) for one in outline]
    return getattr(outline, "title", None)
