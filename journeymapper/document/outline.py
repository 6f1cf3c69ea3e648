"""What a template holds: steps, channels, roles and ways, read from one TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import (
    ChannelKind,
    EndKind,
    MomentOfTruth,
    People,
    PersonaKind,
    Phase,
)
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class ChannelOutline:
    """A means of contact to confirm; ``icon`` is a name of the icon table."""

    name: str
    kind: ChannelKind
    icon: str


@dataclass(frozen=True, slots=True)
class StepOutline:
    """A step under a key that the ways use; channels and role are keys too.

    ``ask`` is how the walk asks whether there is such a step, "" for the usual words.
    """

    key: str
    name: str
    channels: tuple[str, ...]
    role: str
    moment: MomentOfTruth
    ask: str = ""


@dataclass(frozen=True, slots=True)
class StageOutline:
    """A stage and its steps in order."""

    name: str
    phase: Phase
    steps: tuple[StepOutline, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """Where ``share`` (0 to 1) of the people at a step go: to a step or an end, by key.

    ``items`` is what has to be passed on with them.
    """

    source: str
    target: str
    share: float
    items: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A template: steps only, nobody's feelings, pains, scores or stories.

    ``place`` orders the templates on offer; ``persona`` names the one typical customer.
    """

    key: str
    title: str
    place: int
    map_title: str
    people: People
    persona: str
    persona_kind: PersonaKind
    channels: Mapping[str, ChannelOutline]
    roles: Mapping[str, str]
    ends: Mapping[str, tuple[str, EndKind]]
    stages: tuple[StageOutline, ...]
    ways: tuple[Way, ...]


def keys(folder: Path) -> tuple[str, ...]:
    """Return the keys of the templates in a folder, in alphabetical order."""
    return tuple(sorted(file.stem for file in folder.glob("*.toml")))


def read_outline(folder: Path, key: str) -> Outline:
    """Read a template; raises UserError for a key that the folder does not have."""
    known = keys(folder)
    if key not in known:
        raise UserError(
            _(
                "There is no template “{name}”. There are: {known}.",
                name=key,
                known=", ".join(known),
            )
        )
    return _outline(key, read_table(folder / f"{key}.toml"))


def read_table(path: Path) -> dict[str, Any]:
    """Read one TOML file."""
    with path.open("rb") as file:
        return tomllib.load(file)


def _outline(key: str, table: Mapping[str, Any]) -> Outline:
    return Outline(
        key=key,
        title=table["title"],
        place=table["place"],
        map_title=table["map"],
        people=People(table["people"]),
        persona=table["persona"],
        persona_kind=PersonaKind(table.get("persona_kind", "person")),
        channels={k: _channel(c) for k, c in table["channels"].items()},
        roles=dict(table["roles"]),
        ends={k: (end["name"], EndKind(end["kind"])) for k, end in table["ends"].items()},
        stages=tuple(_stage(stage) for stage in table["stages"]),
        ways=tuple(way for ways in table["ways"] for way in _ways(ways)),
    )


def _channel(table: Mapping[str, str]) -> ChannelOutline:
    return ChannelOutline(table["name"], ChannelKind(table["kind"]), table["icon"])


def _stage(table: Mapping[str, Any]) -> StageOutline:
    steps = tuple(_step(step) for step in table["steps"])
    return StageOutline(table["name"], Phase(table["phase"]), steps)


def _step(table: Mapping[str, Any]) -> StepOutline:
    return StepOutline(
        key=table["key"],
        name=table["name"],
        channels=tuple(table["channels"]),
        role=table["role"],
        moment=MomentOfTruth(table.get("moment", "none")),
        ask=table.get("ask", ""),
    )


def _ways(table: Mapping[str, Any]) -> tuple[Way, ...]:
    items = table.get("items", {})
    return tuple(
        Way(table["from"], target, float(share), items.get(target, ""))
        for target, share in table["to"].items()
    )
