"""Rows of the tables of the report: a gap, a rule."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.gaps.rules import BY_CODE, Rule
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import GapDecision
from journeymapper.domain.kinds import Severity
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Reading, Rect, Shape
from journeymapper.drawing.flowing import BODY, INNER, SMALL, STRONG, Block
from journeymapper.drawing.gaps import words
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map import words as map_words
from journeymapper.drawing.marks import evidence_dots, severity_mark

_TEXT = 24.0
_SURE = INNER - 130
_MARK = 13.0


def head(pen: Pen, key: str) -> Block:
    """Return the head of a table of gaps."""
    left, right = (
        pen.line(pen.say(_("Place and what is wrong")), SMALL),
        pen.line(pen.say(_("How sure")), SMALL),
    )
    shapes = (
        *placed(left, _TEXT, 2, "text_secondary"),
        *placed(right, _SURE, 2, "text_secondary"),
        Rect(Box(0, 16, INNER, 0.75), "text_secondary"),
    )
    return Block(f"head:{key}", 18, shapes, Reading.TEXT)


def gap_row(pen: Pen, gap: Gap, names: words.Names, decision: GapDecision | None = None) -> Block:
    """Return a gap: its mark, its place and sentence, its numbers, how sure we are."""
    room = _SURE - _TEXT - 14
    title = names.title(gap.subject).whole
    heading = pen.say(_("{place}: {rule}", place=title, rule=BY_CODE[gap.rule].title))
    top = pen.block(heading, STRONG, room)
    said = pen.block(pen.say(gap.text), BODY, room)
    numbers = pen.block(_numbers(pen, gap), SMALL, room)
    shapes: list[Shape] = [
        *severity_mark(pen, Severity(gap.band), 1, 8, _MARK),
        *placed(top, _TEXT, 6),
        *placed(said, _TEXT, 6 + top.height),
        *placed(numbers, _TEXT, 6 + top.height + said.height, "text_secondary"),
    ]
    height = 6 + top.height + said.height + numbers.height
    if decision is not None:
        day = in_words(date.fromisoformat(decision.date))
        lived = _("Since {date} we live with it: {reason}", date=day, reason=decision.reason)
        block = pen.block(pen.say(lived), BODY, room)
        shapes += placed(block, _TEXT, height)
        height += block.height
    y = 9.0
    if gap.evidence is not None:
        shapes += evidence_dots(gap.evidence, _SURE, y, 6.5)
        y += 11
    who = pen.block(pen.say(words.who(gap, names.people)), SMALL, INNER - _SURE)
    shapes += placed(who, _SURE, y - 2)
    y += who.height
    warning = words.chance(gap)
    if warning is not None:
        block = pen.block(pen.say(_("could be chance")), SMALL, INNER - _SURE)
        shapes += placed(block, _SURE, y - 2, "text_secondary")
        y += block.height
    height = max(height, y) + 6
    shapes.append(Rect(Box(0, height - 0.75, INNER, 0.5), "line"))
    key = ":".join(gap.key)
    return Block(f"gap:{key}", height, tuple(shapes), Reading.TEXT, None, gap.subject)


def _numbers(pen: Pen, gap: Gap) -> str:
    parts = [
        pen.say(_("{name}: {value}", name=name, value=value)) for name, value in words.inputs(gap)
    ]
    parts.append(
        pen.say(
            _(
                "{band}, {severity} of 100, {code}",
                band=map_words.SEVERITIES[Severity(gap.band)],
                severity=words.shown(round(gap.severity, 1)),
                code=gap.rule,
            )
        )
    )
    return "; ".join(parts)


def rule_row(pen: Pen, rule: Rule) -> Block:
    """Return a rule: its code, what it is called, how it judges."""
    code = pen.line(rule.code, SMALL)
    title = pen.block(pen.say(rule.title), SMALL, 140)
    said = pen.block(pen.say(rule.method), SMALL, INNER - 190)
    shapes = (
        *placed(code, 0, 1, "text_secondary"),
        *placed(title, 36, 1),
        *placed(said, 190, 1, "text_secondary"),
    )
    height = max(title.height, said.height) + 4
    return Block(f"rule:{rule.code}", height, shapes)
