"""A plan made from a place that falls short: what is known of it is written in."""

from __future__ import annotations

from collections.abc import Callable

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.places import Place
from journeymapper.document.document import Document
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds_plan import Trigger
from journeymapper.domain.message import Message
from journeymapper.ui.commands.plans import new_plan

Say = Callable[[Message], str]


def plan_from_place(document: Document, place: Place, name: str, say: Say) -> str:
    """Add a draft for a place and return its id; ``name`` is that of the place.

    What happens are the sentences of its two strongest reasons; all its reasons belong to it.
    """
    happens = " ".join(say(sentence) for sentence in telling.sentences(place))
    step = document.snapshot.find(Touchpoint, place.subject)
    return new_plan(
        document,
        name,
        solution="",
        happens=happens,
        touchpoint=step.id if step is not None else None,
        gaps=[gap.key for gap in place.gaps],
        trigger=Trigger.GAP,
    )
