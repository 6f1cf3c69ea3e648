"""What ``analyse --json`` prints; the names are documented and stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from journeymapper.analysis.gaps import (
    BY_CODE,
    Gap,
    GapReport,
    NotAssessable,
    Overview,
    Place,
    backing,
    people_behind,
    sentences,
)
from journeymapper.analysis.question_figures import Change, Figure, FigureKind
from journeymapper.analysis.question_words import change_in_words, rounded, with_sign
from journeymapper.cli.analysis_places import Names
from journeymapper.cli.analysis_questions import Asked
from journeymapper.domain import queries
from journeymapper.domain.message import Message
from journeymapper.domain.plans import decided_gaps
from journeymapper.domain.snapshot import Snapshot
from journeymapper.text.catalogue import Catalogue

Json = dict[str, object]


def as_json(
    catalogue: Catalogue,
    snapshot: Snapshot,
    report: GapReport,
    found: Overview,
    asked: Iterable[Asked],
    today: date,
) -> Json:
    """Return all of it: the summary, places with reasons, what cannot be told, questions."""
    project = queries.project(snapshot)
    teller = _Teller(catalogue, snapshot)
    decided = decided_gaps(snapshot)
    accepted = [gap for gap in report.gaps if gap.key in decided]
    return {
        "title": project.title,
        "example": project.example,
        "today": today.isoformat(),
        "summary": [catalogue.say(sentence) for sentence in found.sentences],
        "counts": {
            "places": len(found.places),
            "reasons": found.reasons,
            **found.by_band,
            "cannot_tell": len(found.silent),
        },
        "places": [teller.place(place) for place in found.places],
        "accepted": [teller.subject(gap.subject) | teller.gap(gap) for gap in accepted],
        "cannot_tell": [teller.subject(step) for step in found.silent],
        "not_assessable": [teller.open(one) for one in report.not_assessable],
        "questions": [teller.question(one) for one in asked],
    }


class _Teller:
    """Turns what was found into plain values; sentences in the language of the catalogue."""

    def __init__(self, catalogue: Catalogue, snapshot: Snapshot) -> None:
        self._say = catalogue.say
        self._names = Names(snapshot)

    def subject(self, subject: str) -> Json:
        name = self._names.of(subject)
        return {"kind": name.kind, "number": name.number, "name": name.name}

    def place(self, place: Place) -> Json:
        rests_on = backing(place)
        return self.subject(place.subject) | {
            "severity": _plain(place.severity),
            "band": place.band,
            "evidence": _grade(rests_on),
            "n": people_behind(rests_on),
            "told": [self._say(sentence) for sentence in sentences(place)],
            "reasons": [self.gap(gap) for gap in place.gaps],
        }

    def gap(self, gap: Gap) -> Json:
        persona = self._names.of(gap.persona).name if gap.persona else None
        return {
            "rule": gap.rule,
            "title": self._say(BY_CODE[gap.rule].title),
            "text": self._say(gap.text),
            "persona": persona,
            "severity": _plain(gap.severity),
            "band": gap.band,
            "evidence": _grade(gap),
            "n": people_behind(gap),
            "value": _plain(gap.value),
            "interval": _ends(*(gap.interval or (None, None))),
            "certain": gap.certain,
            "advice": gap.advice,
            "inputs": {
                name: _plain(value) if isinstance(value, float) else value
                for name, value in gap.inputs.items()
                if name not in ("from", "question")
            },
        }

    def open(self, one: NotAssessable) -> Json:
        return {"rule": one.rule} | self.subject(one.subject) | {"reason": self._say(one.reason)}

    def question(self, asked: Asked) -> Json:
        question = asked.question
        step = self.subject(question.touchpoint) if question.touchpoint else None
        return {
            "question": question.short or question.text,
            "kind": question.kind.value,
            "step": step,
            "unit": question.unit,
            "figure": asked.rounds[0][1].kind.value,
            "better": "high" if asked.rounds[0][1].higher_is_better else "low",
            "rounds": [
                {"round": pile.name, "started": pile.started} | _figure(figure)
                for pile, figure in asked.rounds
            ],
            "change": None if asked.change is None else self._change(asked, asked.change),
        }

    def _change(self, asked: Asked, change: Change) -> Json:
        before = next(p.name for p, _f in asked.rounds if p.id == change.before.round)
        found, needed = change.comparison, change.needed
        return {
            "verdict": change.verdict.value,
            "text": self._say(change_in_words(asked.question, change, before)),
            "difference": _plain(found.difference),
            "interval": _ends(found.ci_low, found.ci_high),
            "test": found.test,
            "p": _plain(found.p_value),
            "exact_p": _plain(found.exact_p),
            "n_before": found.n_first,
            "n_after": found.n_second,
            "needed_each": None if needed is None else needed.each,
            "needed_new": None if needed is None else needed.new_alone,
        }


def ends_in_words(figure: Figure) -> tuple[str | Message, str | Message]:
    """Return the ends of the interval of a figure as they are said; shares in per cent."""
    low, high = figure.low or 0.0, figure.high or 0.0
    if figure.kind == FigureKind.POINTS:
        return with_sign(low), with_sign(high)
    if figure.kind == FigureKind.SHARE:
        return f"{100 * low:.0f}", Message("{share} %", share=f"{100 * high:.0f}")
    return rounded(low), rounded(high)


def _figure(figure: Figure) -> Json:
    return {
        "n": figure.n,
        "score": _plain(figure.score),
        "interval": _ends(figure.low, figure.high),
        "mean": _plain(figure.mean.mean),
        "note": figure.label,
    }


def _grade(gap: Gap) -> str | None:
    return None if gap.evidence is None else gap.evidence.value


def _ends(low: float | None, high: float | None) -> list[float | None] | None:
    return None if low is None or high is None else [_plain(low), _plain(high)]


def _plain(value: float | None) -> float | None:
    """Return a number with six digits after the point: what is beyond them is noise."""
    return None if value is None else round(float(value), 6)
