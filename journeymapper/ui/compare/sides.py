"""What can be compared: the maps of a document, and the versions of one that have a name."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.document.document import Document
from journeymapper.domain import map_pairs, queries
from journeymapper.domain.entities import JourneyMap, Version
from journeymapper.domain.kinds import MapState
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.commands.names import map_title


@dataclass(frozen=True, slots=True)
class Moment:
    """A map now, or (``step``) right after a step of the history."""

    map_id: str
    words: Message
    step: str = ""


def moments(document: Document, map_id: str) -> tuple[Moment, ...]:
    """Return all maps as they are now, then the named versions of one of them, oldest first."""
    snapshot = document.snapshot
    found = [
        Moment(m.id, _("{title}", title=map_title(snapshot, m.id))) for m in queries.maps(snapshot)
    ]
    title = map_title(snapshot, map_id)
    for version in sorted(snapshot.table(Version).values(), key=lambda v: (v.at, v.id)):
        words = _("{title} at “{version}”", title=title, version=version.name)
        found.append(Moment(map_id, words, version.step))
    return tuple(found)


def state_of(document: Document, moment: Moment) -> Snapshot | None:
    """Return what a moment shows; None when the map was not there yet."""
    if not moment.step:
        snapshot = document.snapshot
    else:
        step = next((s for s in document.history() if s.id == moment.step), None)
        if step is None:
            return None
        snapshot = document.state_after(step)
    return snapshot if snapshot.find(JourneyMap, moment.map_id) is not None else None


@dataclass(frozen=True, slots=True)
class Start:
    """Places in the list of moments to begin with, and the personas of both sides."""

    before: int
    after: int
    personas: tuple[str, str]


def best_start(document: Document, map_id: str, found: tuple[Moment, ...]) -> Start:
    """Return what is most worth comparing: today with the future, a version with now, two people.

    Where there is nothing of the kind both sides are the map itself.
    """
    snapshot = document.snapshot
    personas = [p.id for p in queries.personas_of_map(snapshot, map_id)] or [
        p.id for p in queries.personas(snapshot)
    ]
    main = personas[0] if personas else ""
    now = {m.map_id: i for i, m in enumerate(found) if not m.step}
    pair = map_pairs.pair_of(snapshot, map_id)
    if len(pair) > 1:
        ends = now[pair[MapState.CURRENT]], now[pair[MapState.FUTURE]]
        return Start(*ends, (main, main))
    versions = [i for i, m in enumerate(found) if m.step]
    if versions:
        return Start(versions[-1], now[map_id], (main, main))
    others = [p.id for p in queries.personas(snapshot) if p.id != main]
    return Start(now[map_id], now[map_id], (others[0] if others else main, main))
