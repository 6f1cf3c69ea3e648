"""All gaps in short: the places to fix first, how many there are, where we cannot tell.

found = overview(snapshot, counts, report)
print(" ".join(map(str, found.sentences)))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from journeymapper.analysis.gaps import summary_words as words
from journeymapper.analysis.gaps.measured import score
from journeymapper.analysis.gaps.places import UNKNOWN_ONLY, Place, by_place, cannot_tell
from journeymapper.analysis.gaps.telling import backing, reasons
from journeymapper.analysis.gaps.types import Gap, GapReport, GapSettings
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import MapState, People
from journeymapper.domain.message import Message
from journeymapper.domain.plans import decided_gaps
from journeymapper.domain.snapshot import Snapshot

FIRST = 3
"""So many places are to be fixed first."""

BANDS = ("critical", "high", "medium", "low")

LIKED = 8.0
ENOUGH = 10
"""A step is liked from this score of 10 on, told by so many customers."""

_NO_PLACE = UNKNOWN_ONLY | {"G12", "G27"}
"""Rules about what is written down or known: alone they make nothing a place to fix."""

_SURE = (None, Grade.A, Grade.B)


@dataclass(frozen=True, slots=True)
class Overview:
    """The gaps in short; accepted ones are left out.

    ``first`` are the steps to fix first, ``places`` all places with a reason to fix them, worst
    first (steps, stages, personas, maps, questions). ``reasons`` counts the reasons of all places,
    one for each rule. ``by_band`` and ``by_grade`` count places. ``silent`` are the steps where we
    cannot tell: no customer spoke of them, and nothing else is known. ``sentences`` say it.
    """

    first: tuple[Place, ...]
    places: tuple[Place, ...]
    reasons: int
    by_band: Mapping[str, int]
    by_grade: Mapping[Grade | None, int]
    silent: tuple[str, ...]
    sentences: tuple[Message, ...]


def overview(
    snapshot: Snapshot,
    counts: Counts,
    report: GapReport,
    settings: GapSettings | None = None,
) -> Overview:
    """Return the gaps of ``report`` in short; ``settings`` are those it was made with."""
    accepted = decided_gaps(snapshot)
    steps = _steps(snapshot, settings or GapSettings())
    places = tuple(
        place
        for place in by_place(gap for gap in report.gaps if gap.key not in accepted)
        if any(_makes_a_place(gap) for gap in place.gaps)
    )
    known = {place.subject for place in places}
    of_steps = [place for place in places if place.subject in set(steps)]
    first = tuple(of_steps[:FIRST])
    silent = tuple(step for step in cannot_tell(report, steps) if step not in known)
    return Overview(
        first=first,
        places=places,
        reasons=sum(len(reasons(place)) for place in places),
        by_band={name: sum(place.band == name for place in places) for name in BANDS},
        by_grade=Counter(backing(place).evidence for place in places),
        silent=silent,
        sentences=_sentences(snapshot, counts, steps, first, silent),
    )


def _makes_a_place(gap: Gap) -> bool:
    """Say whether a reason is one to fix a place; where people go by a guess is none alone."""
    guessed = gap.rule == "G15" and gap.evidence == Grade.E
    return gap.rule not in _NO_PLACE and not guessed


def _steps(snapshot: Snapshot, settings: GapSettings) -> tuple[str, ...]:
    found: list[str] = []
    for journey in queries.maps(snapshot):
        asked_for = settings.maps is not None and journey.id in settings.maps
        if asked_for or (settings.maps is None and journey.state == MapState.CURRENT):
            found += (step.id for step in queries.touchpoints_of_map(snapshot, journey.id))
    return tuple(found)


def _sentences(
    snapshot: Snapshot,
    counts: Counts,
    steps: Sequence[str],
    first: Sequence[Place],
    silent: Collection[str],
) -> tuple[Message, ...]:
    project = queries.project(snapshot)
    if not steps:
        return (words.NO_STEPS,)
    told: list[Message] = []
    if liked := _liked(snapshot, counts, steps, {place.subject for place in first}):
        told.append(words.liked(project.people, *liked))
    if not first:
        told.append(words.NOTHING)
    else:
        told.append(words.worst([_name(snapshot, place.subject) for place in first]))
        told += words.shared(first)
        told.append(words.how_sure(sum(_is_sure(place) for place in first), len(first)))
    told += _unheard(project.people, len(silent), len(steps))
    return tuple(told)


def _liked(
    snapshot: Snapshot, counts: Counts, steps: Sequence[str], worst: Collection[str]
) -> tuple[str, float] | None:
    """Return the name and score of the step that customers like best; None if none is liked."""
    scores = {
        step: found
        for step in steps
        if step not in worst and (found := score(snapshot, counts, step)) is not None
        if found.n >= ENOUGH and found.grade in _SURE and found.mean >= LIKED
    }
    best = max(scores, key=lambda step: scores[step].mean, default=None)
    return None if best is None else (_name(snapshot, best), scores[best].mean)


def _unheard(people: People, silent: int, steps: int) -> tuple[Message, ...]:
    return (words.unheard(people, silent, steps),) if silent else ()


def _is_sure(place: Place) -> bool:
    return backing(place).evidence in _SURE


def _name(snapshot: Snapshot, step: str) -> str:
    return snapshot.get(Touchpoint, step).name
