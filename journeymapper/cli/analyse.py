"""``analyse``: where a journey falls short, and what the answers say. Never writes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from journeymapper.analysis.gaps import (
    Gap,
    Overview,
    Place,
    backing,
    find_gaps,
    overview,
    people_behind,
    sentences,
)
from journeymapper.analysis.question_figures import Figure, FigureKind
from journeymapper.analysis.question_words import change_in_words, rounded, score_in_words
from journeymapper.cli import output, parsing
from journeymapper.cli.analysis_json import as_json, ends_in_words
from journeymapper.cli.analysis_places import Names
from journeymapper.cli.analysis_questions import Asked, questions_of
from journeymapper.cli.context import Context
from journeymapper.cli.looking import looking
from journeymapper.domain import queries
from journeymapper.domain.entities import Question
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _

_BANDS: dict[str, Message] = {
    "critical": _("{place}: critical, {sure}. {why}"),
    "high": _("{place}: high, {sure}. {why}"),
    "medium": _("{place}: medium, {sure}. {why}"),
    "low": _("{place}: low, {sure}. {why}"),
}

_GUESS = _("a guess")
_TEAM = _("the team’s opinion")
_TOLD = _("told, not counted")
_FACT = _("seen on the map")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file, and perhaps ``--json`` and the day to judge by."""
    parsing.add_file(parser, "the file to look into")
    parsing.add_json(parser)
    parsing.add(
        parser,
        "--today",
        metavar="DATE",
        type=parsing.a_date,
        help="the day by which answers are old, such as 2026-05-12",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print what falls short; return 1 if anything does."""
    today = arguments.today or context.today()
    with looking(context, arguments.file) as document:
        snapshot, counts = document.snapshot, document.counts
        report = find_gaps(snapshot, counts, today)
        found = overview(snapshot, counts, report)
        asked = questions_of(snapshot, counts)
        if arguments.json:
            output.say_json(as_json(context.catalogue, snapshot, report, found, asked, today))
        else:
            project = queries.project(snapshot)
            title = _("{title}", title=project.title)
            context.say(_("EXAMPLE: {title}", title=project.title) if project.example else title)
            for line in _lines(Names(snapshot), found, asked):
                context.say(line)
    return 1 if found.places else 0


def _lines(names: Names, found: Overview, asked: tuple[Asked, ...]) -> Iterator[Message]:
    yield from found.sentences
    for place in found.places:
        yield _line(names, place)
    if found.places:
        yield _(
            "Places: {places}, reasons: {reasons}", places=len(found.places), reasons=found.reasons
        )
    for step in found.silent:
        yield _("{place}: we cannot tell.", place=names.of(step).in_words)
    for one in asked:
        yield from _answered(one)


def _line(names: Names, place: Place) -> Message:
    first, *more = sentences(place)
    why = _("{first} {second}", first=first, second=more[0]) if more else first
    return Message(
        _BANDS[place.band].key,
        place=names.of(place.subject).in_words,
        sure=_sure(backing(place)),
        why=why,
    )


def _sure(gap: Gap) -> Message:
    if gap.evidence is None:
        return _FACT
    if gap.evidence == Grade.E:
        return _GUESS
    if gap.evidence == Grade.D:
        return _TEAM
    n = people_behind(gap)
    return _("{n} answers", n=n) if n else _TOLD


def _answered(one: Asked) -> Iterator[Message]:
    name = one.question.short or one.question.text
    for pile, figure in one.rounds:
        yield _(
            "“{question}”, {round}: {figure}",
            question=name,
            round=pile.name,
            figure=_figure(one.question, figure),
        )
    if one.change is not None:
        before = next(p for p, _f in one.rounds if p.id == one.change.before.round)
        yield _(
            "“{question}”: {verdict}",
            question=name,
            verdict=change_in_words(one.question, one.change, before.name),
        )


def _figure(question: Question, figure: Figure) -> Message:
    score = score_in_words(figure)
    if figure.low is None or figure.high is None:
        return _("{score}, {n} answers", score=score, n=figure.n)
    low, high = ends_in_words(figure)
    if question.kind == QuestionKind.CSAT:
        return _(
            "{score} ({low} to {high}), average {mean} of {best}",
            score=score,
            low=low,
            high=high,
            mean=rounded(figure.mean.mean or 0.0),
            best=rounded(question.high or 0.0),
        )
    if figure.kind == FigureKind.SHARE:
        return _("{score} ({low} to {high})", score=score, low=low, high=high)
    return _("{score} ({low} to {high}), {n} answers", score=score, low=low, high=high, n=figure.n)
