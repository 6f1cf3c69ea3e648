"""Templates: what there is to begin with, and how a document is filled with one.

A template brings steps only. Its one persona is a placeholder, so that feelings can be entered.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from journeymapper.document.operations import (
    connections,
    maps,
    people,
    personas,
    projects,
    stages,
    touchpoints,
)
from journeymapper.document.outline import Outline, StepOutline, Way, keys, read_outline
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Channel, Project, Role
from journeymapper.domain.kinds import MomentOfTruth, PersonaKind
from journeymapper.domain.snapshot import Snapshot

_BLANK_TITLE = "Customer journey"
_BLANK_PERSONA = "Typical customer"


@dataclass(frozen=True, slots=True)
class TemplateInfo:
    """A template on offer: its key and title, how much there is in it, and what."""

    key: str
    title: str
    stages: int
    steps: int
    moments: int
    outline: Outline


@dataclass(frozen=True, slots=True)
class Filled:
    """The ids of what a template became: the map, its stages in order, the rest by key."""

    map: str
    stages: tuple[str, ...]
    steps: Mapping[str, str]
    ways: Mapping[tuple[str, str], str]


def templates(folder: Path) -> tuple[TemplateInfo, ...]:
    """Return the templates of a folder in the order in which they are offered."""
    outlines = sorted((read_outline(folder, key) for key in keys(folder)), key=lambda o: o.place)
    return tuple(_info(outline) for outline in outlines)


def begin_project(tx: Tx, **fields: object) -> None:
    """Fill the project of a new document, whether it is there already or not."""
    if tx.snapshot.table(Project):
        projects.set_project(tx, **fields)
    else:
        projects.add_project(tx, **fields)


def fill_blank(tx: Tx, *, created: str = "", language: str = "en") -> None:
    """Begin an empty document: one map without stages, one typical customer.

    ``created`` is a local date, ``language`` the language of the project.
    """
    begin_project(tx, title=_BLANK_TITLE, created=created, language=language)
    maps.add_map(tx, _BLANK_TITLE, personas=(_placeholder(tx, _BLANK_PERSONA),))


def fill_from_template(
    tx: Tx, outline: Outline, *, created: str = "", language: str = "en"
) -> None:
    """Begin a document with the steps of a template.

    ``created`` is a local date, ``language`` the language of the project.
    """
    begin_project(
        tx, title=outline.map_title, people=outline.people, created=created, language=language
    )
    persona = _placeholder(tx, outline.persona, outline.persona_kind)
    filled = fill_structure(tx, outline)
    maps.set_map_personas(tx, filled.map, (persona,))


def fill_structure(tx: Tx, outline: Outline, *, title: str = "") -> Filled:
    """Add channels, roles and the map of a template with its stages, steps and ways.

    ``title`` is that of the map, "" for the template's own. Channels and roles that are called
    the same in the document already are taken as they are.
    """
    known_channels, known_roles = _by_name(tx, Channel), _by_name(tx, Role)
    channels = {
        key: known_channels.get(channel.name.casefold())
        or people.add_channel(tx, channel.name, channel.kind, channel.icon)
        for key, channel in outline.channels.items()
    }
    roles = {
        key: known_roles.get(name.casefold())
        or people.add_role(tx, name, colour=f"owner.{len(tx.snapshot.table(Role))}")
        for key, name in outline.roles.items()
    }
    map_id = maps.add_map(tx, title or outline.map_title)
    stage_ids: list[str] = []
    steps: dict[str, str] = {}
    for stage in outline.stages:
        stage_id = stages.add_stage(tx, map_id, stage.name, phase=stage.phase)
        stage_ids.append(stage_id)
        for step in stage.steps:
            steps[step.key] = _add_step(tx, stage_id, step, channels, roles)
    touchpoints.set_entry(tx, next(iter(steps.values())), entry=True)
    ends = {
        key: connections.add_end(tx, map_id, name, kind)
        for key, (name, kind) in outline.ends.items()
    }
    ways = {(way.source, way.target): _connect(tx, way, steps, ends) for way in outline.ways}
    return Filled(map_id, tuple(stage_ids), steps, ways)


def snapshot_of(outline: Outline) -> Snapshot:
    """Return what a document begun with a template holds, without a file; ids are numbers."""
    numbers = itertools.count(1)
    tx = Tx(Snapshot.of(), lambda: f"{next(numbers):06}")
    fill_from_template(tx, outline)
    return Snapshot.of().with_changes(tx.changes)


def _info(outline: Outline) -> TemplateInfo:
    steps = [step for stage in outline.stages for step in stage.steps]
    moments = [step for step in steps if step.moment != MomentOfTruth.NONE]
    return TemplateInfo(
        outline.key, outline.title, len(outline.stages), len(steps), len(moments), outline
    )


def _placeholder(tx: Tx, name: str, kind: PersonaKind = PersonaKind.PERSON) -> str:
    return personas.add_persona(tx, name, short=name, kind=kind, primary=True)


def _by_name(tx: Tx, kind: type[Channel | Role]) -> dict[str, str]:
    """The ids of what there is of a kind, by the name without upper case."""
    return {one.name.strip().casefold(): one.id for one in tx.snapshot.table(kind).values()}


def _add_step(
    tx: Tx,
    stage_id: str,
    step: StepOutline,
    channels: Mapping[str, str],
    roles: Mapping[str, str],
) -> str:
    step_id = touchpoints.add_touchpoint(tx, stage_id, step.name)
    touchpoints.set_channels(tx, step_id, tuple(channels[key] for key in step.channels))
    touchpoints.set_owner(tx, step_id, roles[step.role])
    touchpoints.set_moment_of_truth(tx, step_id, step.moment)
    return step_id


def _connect(tx: Tx, way: Way, steps: Mapping[str, str], ends: Mapping[str, str]) -> str:
    made = connections.connect(
        tx,
        steps[way.source],
        target=steps.get(way.target),
        end=ends.get(way.target),
        share=way.share,
    )
    if way.items:
        connections.set_handoff(tx, made, info_passed=None, items=way.items)
    return made
