"""What customers are asked: a survey, its questions, and the rounds in which it is answered."""

from __future__ import annotations

from journeymapper.domain import fields
from journeymapper.domain.entities.base import Entity
from journeymapper.domain.kinds import Better, Measure, QuestionKind, Scale
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Survey(Entity):
    """One sheet of questions. ``decision`` is what its answers will decide, ``owner`` who does.

    ``third_party`` says that somebody outside collects it.
    """

    title: str = fields.name()
    owner: str | None = fields.link("Role")
    decision: str = fields.text()
    third_party: bool = fields.flag(default=False)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Question(Entity):
    """One question as the sheet has it; answers are stored as they are marked there.

    ``text`` is what is asked, ``short`` its name in tables. ``measure`` says whether it is about
    how we do, how important it is, or what was expected. ``low`` to ``high`` is the scale,
    ``better`` its good end; ``satisfied_from`` counts as satisfied (csat; None: the best two).
    ``unit`` is that of a number (minutes), ``options`` are the choices, by number from 1.
    ``target`` is what we want to reach: a share 0 to 1 for a count, otherwise in scale units.
    """

    survey: str = fields.parent("Survey")
    kind: QuestionKind = fields.choice(QuestionKind, QuestionKind.NPS)
    text: str = fields.text()
    short: str = fields.name()
    touchpoint: str | None = fields.link("Touchpoint")
    measure: Measure = fields.choice(Measure, Measure.PERFORMANCE)
    low: float | None = fields.real(None)
    high: float | None = fields.real(None)
    better: Better = fields.choice(Better, Better.HIGH)
    scale: Scale = fields.choice(Scale, Scale.NUMBERS)
    satisfied_from: float | None = fields.real(None)
    unit: str = fields.name()
    options: tuple[str, ...] = fields.words()
    target: float | None = fields.real(None)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class Round(Entity):
    """One pile of answers to a survey; a new pile is a new round.

    ``started`` is a local date; ``asked`` is how many people were asked, if that is known.
    """

    survey: str = fields.parent("Survey")
    name: str = fields.name()
    started: str = fields.date()
    asked: int | None = fields.whole(None, 0)
    position: float = fields.real(0.0)


@dataclass(frozen=True, slots=True)
class ListeningPost(Entity):
    """One line of the feedback plan: what is asked, of whom, when, how, what people get back."""

    what: str = fields.name()
    whom: str = fields.name()
    timing: str = fields.name()
    method: str = fields.name()
    promise: str = fields.text()
    touchpoint: str | None = fields.link("Touchpoint")
    position: float = fields.real(0.0)
