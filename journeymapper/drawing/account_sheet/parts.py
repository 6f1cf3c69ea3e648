"""The parts of an account's sheet: who it is, its tier and why, promises, texts, courtesy calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journeymapper.analysis.tiers import Part, TierView, levels, tier_of
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Account, Persona, Project, Role, ServiceLevel
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.words import (
    TIERS,
    decision,
    missing,
    number,
    promises,
    suggestion,
)
from journeymapper.drawing.display_list import Box, Group, Reading, Rect, Shape
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.persona_card.blocks import Block, one
from journeymapper.text.runs import TextBlock, TextStyle

NAME = TextStyle(20, 25, 600)
TIER = TextStyle(15, 20, 600)
HEAD = TextStyle(11.5, 16, 600)
PLAIN = TextStyle(10, 14, 400)
STRONG = TextStyle(10, 14, 500)
LABEL = TextStyle(8, 11, 400)
"""The styles of a sheet, in points."""

LIGHT = "text_secondary"
"""The colour of what explains."""

_GAP = 18.0
_PART = 4
"""So many lines of a long text stay together."""

_BETWEEN = 3.0
"""Between two paragraphs."""

_MOST_LINES = 3
"""A name with more lines is set smaller."""

_NAMES = 0.3
_BAR = 8.0
_SHORTEST = 30.0
_FULL = 10.0
"""The highest score."""


@dataclass(frozen=True, slots=True)
class AccountContent:
    """An account with what is known of it on a day."""

    snapshot: Snapshot
    pen: Pen
    account: Account
    project: Project
    today: date

    @property
    def tier(self) -> TierView:
        """Its tier and why."""
        return tier_of(self.snapshot, self.account)

    @property
    def level(self) -> ServiceLevel | None:
        """What its tier is promised."""
        return levels(self.snapshot).get(self.tier.tier)

    @property
    def title(self) -> str:
        """What it is called."""
        return self.account.name or self.pen.say(_("No name yet"))


def parts_of(content: AccountContent, width: float) -> list[Block]:
    """Return all parts of a sheet, one below the other; what is empty is left out."""
    account = content.account
    texts: Sequence[tuple[str, Message, str]] = (
        ("goals", _("What the account wants to reach"), account.goals),
        ("contacts", _("Contacts there"), account.contacts),
        ("history", _("What happened so far"), account.history),
    )
    found = [_head(content, width), *_why(content, width), *_promised(content, width)]
    for key, title, text in texts:
        if text.strip():
            found += [_heading(content, key, title, width), *_text(content, key, text, width)]
    return [*found, *_calls(content, width)]


def _head(content: AccountContent, width: float) -> Block:
    pen, account, snapshot = content.pen, content.account, content.snapshot
    tier = pen.line(pen.say(TIERS[content.tier.tier]), TIER)
    name = _name(content, width - tier.width - 36)
    box = Box(width - tier.width - 20, 0, tier.width + 20, tier.height + 8)
    frame = Rect(Box(0, 0, box.w, box.h), "sunken", "line_strong", 0.75, radius=4)
    badge = (frame, *placed(tier, 10, 4))
    groups = [
        Group("name", Box(0, 0, width, name.height), placed(name, 0, 0), account.id, Reading.TITLE),
        Group("tier", box, badge, reading=Reading.TEXT),
    ]
    y = max(name.height, box.h) + 8
    persona, manager = snapshot.find(Persona, account.persona), snapshot.find(Role, account.manager)
    facts = (
        (_("Typical of"), persona.short or persona.name if persona is not None else ""),
        (_("Looked after by"), manager.name if manager is not None else ""),
        (_("Country"), account.country),
    )
    known = [(label, text) for label, text in facts if text]
    column, high = width / len(facts), 0.0
    for place, (label, text) in enumerate(known):
        said = pen.line(pen.say(label), LABEL)
        block = pen.block(text, STRONG, column - _GAP)
        shapes = (*placed(said, 0, 0, LIGHT), *placed(block, 0, said.height))
        height = said.height + block.height
        at = Box(place * column, y, column - _GAP, height)
        groups.append(Group(f"fact:{place}", at, shapes, reading=Reading.TEXT))
        high = max(high, height)
    return Block(y + high, tuple(groups))


def _name(content: AccountContent, width: float) -> TextBlock:
    """Return the name in a few lines; a very long one is set smaller."""
    blocks = (content.pen.block(content.title, style, width) for style in (NAME, TIER, HEAD))
    found = next(blocks)
    while len(found.lines) > _MOST_LINES:
        smaller = next(blocks, None)
        if smaller is None:
            break
        found = smaller
    return found


def _why(content: AccountContent, width: float) -> list[Block]:
    """The tier with its reason: what the scores suggest, each criterion as a bar, what decided."""
    view = content.tier
    found = [_heading(content, "why", _("Why this tier"), width)]
    found += _sentence(content, "suggestion", suggestion(view), width)
    pen = content.pen
    said = [(part, pen.line(pen.say(_counts(part)), LABEL)) for part in view.parts]
    room = width * (1 - _NAMES) - max((block.width for _part, block in said), default=0) - 16
    for place, (part, block) in enumerate(said):
        found.append(_bar(content, f"criterion:{place}", part, block, Bars(width, room)))
    for key, sentence in (("missing", missing(view)), ("decision", decision(view))):
        if sentence is not None:
            found += _sentence(content, key, sentence, width)
    return found


def _counts(part: Part) -> Message:
    return _(
        "{value} of 10, counts for {share} %",
        value=number(part.value),
        share=round(part.share * 100),
    )


@dataclass(frozen=True, slots=True)
class Bars:
    """The width of a row, and that of a bar of full length in it; all have one scale."""

    width: float
    room: float


def _bar(content: AccountContent, key: str, part: Part, said: TextBlock, bars: Bars) -> Block:
    width, room = bars.width, bars.room
    name = content.pen.block(part.name, PLAIN, width * _NAMES - 8)
    left = width * _NAMES
    height = max(name.height, PLAIN.line)
    y = (PLAIN.line - _BAR) / 2
    shapes: list[Shape] = [
        *placed(name, 0, 0),
        *placed(said, max(left, width - said.width), (PLAIN.line - said.height) / 2, LIGHT),
    ]
    if room > _SHORTEST:
        long = room * part.value / _FULL
        shapes.append(Rect(Box(left, y, room, _BAR), "sunken", "line", 0.5, radius=1.5))
        shapes.append(Rect(Box(left, y, long, _BAR), LIGHT, radius=1.5))
    alt = _("{name}: {words}", name=part.name, words=_counts(part))
    return one(key, width, height, shapes, alt=alt, gap=4)


def _promised(content: AccountContent, width: float) -> list[Block]:
    level = content.level
    said = promises(level) if level is not None else []
    if not said:
        return []
    title = _("What {tier} is promised", tier=TIERS[content.tier.tier])
    found = [_heading(content, "promises", title, width)]
    for place, promise in enumerate(said):
        block = content.pen.block(content.pen.say(promise), PLAIN, width - 12)
        mark = circle(3, PLAIN.line / 2, 1.75, "text_tertiary")
        shapes = (mark, *placed(block, 12, 0))
        found.append(one(f"promise:{place}", width, block.height, shapes, gap=2))
    return found


def _calls(content: AccountContent, width: float) -> list[Block]:
    account, level = content.account, content.level
    every = level.call_days if level is not None else None
    last = date.fromisoformat(account.last_call) if account.last_call else None
    said: list[Message] = []
    if last is not None:
        said.append(_("Last call: {date}", date=in_words(last)))
    if every is not None:
        due = content.today if last is None else last + timedelta(days=every)
        said.append(
            _("Next call due: {date}", date=in_words(due))
            if due > content.today
            else _("A call is due")
        )
    if not said:
        return []
    found = [_heading(content, "calls", _("Courtesy calls"), width)]
    for place, one_said in enumerate(said):
        found += _sentence(content, f"call:{place}", one_said, width)
    return found


def _heading(content: AccountContent, key: str, title: Message, width: float) -> Block:
    block = content.pen.block(content.pen.say(title), HEAD, width)
    return one(
        f"head:{key}",
        width,
        block.height + 3,
        placed(block, 0, 0),
        reading=Reading.STAGE,
        gap=_GAP,
        keep=True,
    )


def _sentence(content: AccountContent, key: str, said: Message, width: float) -> list[Block]:
    return _text(content, key, content.pen.say(said), width)


def _text(content: AccountContent, key: str, text: str, width: float) -> list[Block]:
    """Return a text as blocks of a few lines, so that it can go on over any page."""
    found: list[Block] = []
    for paragraph in text.strip().split("\n"):
        block = content.pen.block(paragraph, PLAIN, width)
        for start in range(0, len(block.lines), _PART):
            lines = block.lines[start : start + _PART]
            part = TextBlock(lines, block.width, len(lines) * PLAIN.line)
            shapes = placed(part, 0, -start * PLAIN.line)
            gap = 0.0 if start else _BETWEEN
            found.append(one(f"{key}:{len(found)}", width, part.height, shapes, gap=gap))
    return found
