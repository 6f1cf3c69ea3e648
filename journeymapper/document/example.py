"""The worked example: a template with the story of an invented practice written into it.

It is marked as an example. Its map is the opinion of an invented team, with the answers of
invented patients where the table has them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from journeymapper.document.example_answers import write_surveys
from journeymapper.document.example_personas import write_persona, write_shares
from journeymapper.document.example_plans import write_plans
from journeymapper.document.operations import (
    cards,
    connections,
    feelings,
    maps,
    stages,
    touchpoints,
)
from journeymapper.document.outline import Outline, keys, read_outline, read_table
from journeymapper.document.templates import Filled, begin_project, fill_structure
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import (
    Frequency,
    LaneKind,
    Measure,
    Severity,
    SourceKind,
    TimeUnit,
)
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """An outline, the table of what is written into it, and that of its plans."""

    outline: Outline
    table: Mapping[str, Any]
    plans: Mapping[str, Any]


def read_example(folder: Path, templates_folder: Path, key: str = "dental") -> Example:
    """Read a worked example; raises UserError for a key that has none, or no template."""
    known = keys(folder)
    if key not in known:
        read_outline(templates_folder, key)
        raise UserError(
            _(
                "There is no worked example of “{name}”, only of: {known}.",
                name=key,
                known=", ".join(known),
            )
        )
    table = read_table(folder / f"{key}.toml")
    plans = read_table(folder / "plans" / f"{key}.toml")
    return Example(read_outline(templates_folder, table["template"]), table, plans)


def fill_from_example(tx: Tx, example: Example, *, created: str = "", language: str = "en") -> None:
    """Begin a document with a worked example.

    ``created`` is a local date, ``language`` the language of the project.
    """
    table = example.table
    begin_project(
        tx,
        title=table["title"],
        organisation=table["organisation"],
        people=example.outline.people,
        purpose=table["purpose"],
        scope=table["scope"],
        created=created,
        language=language,
        example=True,
    )
    personas = tuple(write_persona(tx, persona) for persona in table["personas"])
    filled = fill_structure(tx, example.outline)
    maps.change_map(tx, filled.map, scenario=table["scenario"])
    maps.set_map_personas(tx, filled.map, personas)
    for persona, told in zip(personas, table["personas"], strict=True):
        write_shares(tx, persona, told)
    _tell_stages(tx, filled, table["stages"])
    for key, step in table["steps"].items():
        _tell_step(tx, filled, key, step, personas)
        _rate_importance(tx, filled.steps[key], step["importance"], table["importance"])
    write_surveys(tx, table["surveys"], filled.steps)
    _tell_handoffs(tx, filled, example)
    write_plans(tx, example.plans, filled.steps)


def _tell_stages(tx: Tx, filled: Filled, tables: Sequence[Mapping[str, str]]) -> None:
    """Write goals, and the cards that stretch over a whole stage, a row after the other."""
    lanes = _lanes(tx, filled)
    for stage, rows in zip(filled.stages, tables, strict=True):
        for kind, text in rows.items():
            if kind == "goal":
                stages.set_stage_goal(tx, stage, text)
                continue
            cards.add_card(tx, lanes[LaneKind(kind)], text, stage=stage)


def _tell_step(
    tx: Tx, filled: Filled, key: str, table: Mapping[str, Any], personas: Sequence[str]
) -> None:
    step = filled.steps[key]
    if "name" in table:
        touchpoints.rename_touchpoint(tx, step, table["name"])
    for persona, value in zip(personas, table["feelings"], strict=True):
        feelings.set_feeling(tx, step, persona, value)
    for name, source in (("asked", SourceKind.SURVEY), ("told", SourceKind.INTERVIEW)):
        if name in table:
            feelings.set_feeling_source(tx, step, personas[0], source, table[name])
    if wait := table.get("wait"):
        unit = TimeUnit(wait["unit"])
        touchpoints.set_wait(tx, step, wait["promised"], wait["actual"], unit)
    if pain := table.get("pain"):
        cards.add_card(
            tx,
            _lanes(tx, filled)[LaneKind.PAIN],
            pain["text"],
            touchpoint=step,
            severity=Severity(pain["severity"]),
            frequency=Frequency(pain.get("frequency", "")),
            source=SourceKind.STAFF,
        )


def _rate_importance(tx: Tx, step: str, value: float, voted: Mapping[str, Any]) -> None:
    feelings.rate(
        tx,
        step,
        Measure.IMPORTANCE,
        value,
        n=voted["people"],
        date=voted["date"],
        source=SourceKind.STAFF,
    )


def _tell_handoffs(tx: Tx, filled: Filled, example: Example) -> None:
    items = {(way.source, way.target): way.items for way in example.outline.ways}
    for source, targets in example.table["passed"].items():
        for target, passed in targets.items():
            connections.set_handoff(
                tx,
                filled.ways[source, target],
                info_passed=passed,
                items=items[source, target],
            )


def _lanes(tx: Tx, filled: Filled) -> dict[LaneKind, str]:
    return {lane.kind: lane.id for lane in queries.lanes(tx.snapshot, filled.map)}
