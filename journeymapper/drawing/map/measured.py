"""What we measured: a question, its figure with how many answered, how far off, and the trend."""

from __future__ import annotations

from journeymapper.analysis.question_figures import Verdict
from journeymapper.analysis.question_words import interval_in_words, score_in_words
from journeymapper.analysis.step_figures import Told
from journeymapper.domain.kinds import QuestionKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.numbers import grouped
from journeymapper.drawing.display_list import Path, Shape
from journeymapper.drawing.lettering import placed
from journeymapper.drawing.map.piece import Piece
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.outlines import regular

_SIGNAL = 4.5
_SIGNAL_ROOM = 14.0
_GAP = 5.0
_MOST = 2
"""So many questions are told of a step; the others stand in Answers."""


def figure_words(told: Told) -> Message:
    """Return a figure and how many answered."""
    return _("{value}, {answers}", value=_value(told), answers=_answers(told))


def in_words(one: Told) -> Message:
    """Return all of it as one sentence, for those who listen."""
    name = one.question.short or one.question.text
    reach, trend = interval_in_words(one.figure), trend_words(one)
    said = figure_words(one)
    if reach is not None:
        said = _("{figure}, {reach}", figure=said, reach=reach)
    if one.countries:
        said = _("{figure}. {countries}", figure=said, countries=mixed_words(one.countries))
    if trend is not None:
        said = _("{figure}. {trend}", figure=said, trend=trend)
    return _("{name}: {figure}", name=name, figure=said)


def mixed_words(countries: int) -> Message:
    """Warn of answers that should be looked at country by country."""
    return _("From {n} countries, do not compare", n=countries)


def trend_words(told: Told) -> Message | None:
    """Return what became of it since the round before, in few words; None without one."""
    if told.change is None:
        return None
    before = score_in_words(told.change.before)
    match told.change.verdict:
        case Verdict.UNCLEAR:
            return _("Change: cannot tell yet")
        case Verdict.FEW:
            return _("Too few answers to compare")
        case Verdict.BETTER:
            return _("Better, was {before}", before=before)
    return _("Worse, was {before}", before=before)


def measured_piece(
    frame: Frame, lane: str, place: str, told: tuple[Told, ...], width: float
) -> Piece:
    """Return what was measured at a step, as wide as given."""
    pen = frame.pen
    plain, strong = pen.cell_style("card_meta"), pen.cell_style("lane_text", 700)
    shapes: list[Shape] = []
    y = 0.0
    for one in told[:_MOST]:
        y += _GAP if shapes else 0.0
        name = pen.block(one.question.short or one.question.text, plain, width)
        shapes += placed(name, 0, y, "text_secondary")
        y += name.height
        value = _value(one)
        figure = pen.block(pen.say(value) if isinstance(value, Message) else value, strong, width)
        shapes += placed(figure, 0, y, "text")
        who = pen.block(pen.say(_answers(one)), plain, width)
        beside = figure.width + 7 + who.width <= width and len(figure.lines) == 1
        base = figure.lines[0].baseline - who.lines[0].baseline
        at = (figure.width + 7, y + base) if beside else (0.0, y + figure.height)
        shapes += placed(who, *at, "text_tertiary")
        y += figure.height if beside else figure.height + who.height
        reach = interval_in_words(one.figure)
        if reach is not None:
            block = pen.block(pen.say(_("likely {reach}", reach=reach)), plain, width)
            shapes += placed(block, 0, y, "text_tertiary")
            y += block.height
        if one.countries:
            warned = pen.block(pen.say(mixed_words(one.countries)), plain, width)
            shapes += placed(warned, 0, y, "text")
            y += warned.height
        y = _trend(frame, shapes, one, y, width)
    if len(told) > _MOST:
        more = pen.block(pen.say(_("{n} more in Answers", n=len(told) - _MOST)), plain, width)
        shapes += placed(more, 0, y + _GAP, "text_tertiary")
        y += _GAP + more.height
    return Piece(f"cell:{lane}:{place}", width, y, tuple(shapes), entity=place)


def _trend(frame: Frame, shapes: list[Shape], told: Told, y: float, width: float) -> float:
    said = trend_words(told)
    if said is None or told.change is None:
        return y
    pen = frame.pen
    signal = told.change.verdict in (Verdict.BETTER, Verdict.WORSE)
    style = pen.cell_style("card_meta", 600 if signal else None)
    left = _SIGNAL_ROOM if signal else 0.0
    block = pen.block(pen.say(said), style, width - left)
    if signal:
        rose = (told.change.comparison.difference or 0.0) > 0
        middle = y + style.line / 2 + (1.0 if rose else -1.0)
        corners = regular(_SIGNAL, middle, _SIGNAL, 3, -90 if rose else 90)
        shapes.append(Path(corners, "text"))
    shapes += placed(block, left, y, "text" if signal else "text_tertiary")
    return y + block.height


def _answers(told: Told) -> Message:
    return _("{n} answers", n=grouped(told.figure.n))  # never one: there is no figure of few


def _value(told: Told) -> Message | str:
    """Return the figure; of a scale with how far it goes, of a number with its unit."""
    question = told.question
    value = score_in_words(told.figure)
    if question.kind == QuestionKind.CES and question.high is not None:
        return _("{value} of {most}", value=value, most=f"{question.high:g}")
    if question.unit and isinstance(value, str):
        return _("{value} {unit}", value=value, unit=question.unit)
    if question.kind == QuestionKind.CSAT:
        return _("{value} satisfied", value=value)
    return value
