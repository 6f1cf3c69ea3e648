"""How to reach a persona: what we offer and what is preferred on each channel, as bars."""

from __future__ import annotations

from journeymapper.analysis.channel_mismatch import channel_mismatch
from journeymapper.domain.entities import Channel, ChannelShare
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import NoteSection
from journeymapper.domain.message import Message, _
from journeymapper.domain.persona_card import section_title
from journeymapper.drawing.display_list import Box, Rect, Shape
from journeymapper.drawing.lettering import centred, placed
from journeymapper.drawing.persona_card.blocks import (
    Block,
    bullet,
    heading,
    one,
    text_blocks,
    together,
)
from journeymapper.drawing.persona_card.content import LABEL, PLAIN, SMALL, CardContent

_ROW = 14.0
_BAR = 7.0
_FIGURE = 28.0
"""Width kept for a number such as 80 %."""


def reach(card: CardContent, width: float) -> list[Block]:
    """Return the bars, how much would have to move, and what else is known; or nothing."""
    shares = sorted(card.shares(), key=lambda share: _order(card, share))
    notes = card.notes(NoteSection.CHANNEL)
    if not shares and not notes:
        return []
    title = section_title(NoteSection.CHANNEL, card.name)
    found = [heading(card, "channel", title, width)]
    if shares:
        found += _bars(card, shares, width)
    for note in notes:
        found += bullet(card, note, width)
    return together(found)


def _order(card: CardContent, share: ChannelShare) -> tuple[float, str]:
    return sort_key(card.snapshot.get(Channel, share.channel))


def _bars(card: CardContent, shares: list[ChannelShare], width: float) -> list[Block]:
    names = {s.channel: card.snapshot.get(Channel, s.channel).name for s in shares}
    middle = min(width * 0.3, 90.0)
    longest = max(10.0, (width - middle) / 2 - _FIGURE)
    left, right = (width - middle) / 2, (width + middle) / 2
    offer = card.pen.block(card.say(_("we offer")), SMALL, left, "end")
    prefers = card.block(card.say(_("{name} prefers", name=card.name)), SMALL, width - right)
    head = (
        *placed(offer, 0, 0, "text_tertiary"),
        *placed(prefers, right, 0, "text_tertiary"),
    )
    high = max(offer.height, prefers.height) + 2
    found = [one("reach:head", width, high, head, keep=True)]
    most = max(max(share.offered or 0, share.preferred or 0) for share in shares)
    scale = longest / (most or 1)
    found += [_row(card, s, names[s.channel], width, middle, scale) for s in shares]
    found += _mismatch(card, shares, names, width)
    return found


def _row(
    card: CardContent, share: ChannelShare, name: str, width: float, middle: float, scale: float
) -> Block:
    pen = card.pen
    left, right = (width - middle) / 2, (width + middle) / 2
    label = card.pen.block(name, LABEL, middle - 8, "center")
    height = max(_ROW, label.height + 3)
    y = height / 2
    shapes: list[Shape] = []
    if share.offered is not None:
        long = share.offered * scale
        said = pen.line(_percent(card, share.offered), SMALL)
        shapes.append(Rect(Box(left - long, y - _BAR / 2, long, _BAR), "text_tertiary"))
        shapes += centred(said, left - long - 4 - said.width / 2, y)
    shapes += placed(label, left + 4, y - label.height / 2)
    if share.preferred is not None:
        long = share.preferred * scale
        said = pen.line(_percent(card, share.preferred), SMALL)
        shapes.append(Rect(Box(right, y - _BAR / 2, long, _BAR), card.ink))
        shapes += centred(said, right + long + 4 + said.width / 2, y)
    alt = _row_words(card, share, name)
    return one(f"share:{share.id}", width, height, shapes, entity=share.id, alt=alt)


def _row_words(card: CardContent, share: ChannelShare, name: str) -> Message:
    offered = _percent(card, share.offered) if share.offered is not None else ""
    preferred = _percent(card, share.preferred) if share.preferred is not None else ""
    if not preferred:
        return _("{channel}: we offer {offered}", channel=name, offered=offered)
    if not offered:
        return _(
            "{channel}: {name} prefers {preferred}",
            channel=name,
            name=card.name,
            preferred=preferred,
        )
    return _(
        "{channel}: we offer {offered}, {name} prefers {preferred}",
        channel=name,
        offered=offered,
        name=card.name,
        preferred=preferred,
    )


def _mismatch(
    card: CardContent, shares: list[ChannelShare], names: dict[str, str], width: float
) -> list[Block]:
    found = channel_mismatch(shares)
    if found is None:
        return []
    if found.share < 0.005:
        said = [_("What we offer is what {name} prefers.", name=card.name)]
    else:
        said = [
            _(
                "{percent} of the contact would have to move to where {name} prefers it.",
                percent=_percent(card, found.share),
                name=card.name,
            )
        ]
    for channel, share in found.absent:
        said.append(
            _(
                "We do not offer {channel}; {name} would use it for {percent}.",
                channel=names[channel],
                name=card.name,
                percent=_percent(card, share),
            )
        )
    blocks = [
        block
        for i, message in enumerate(said)
        for block in text_blocks(
            card, f"reach:{i}", card.say(message), PLAIN, width, colour="text_secondary"
        )
    ]
    first = blocks[0]
    return [Block(first.height, first.groups, gap=3), *blocks[1:]]


def _percent(card: CardContent, share: float) -> str:
    return card.say(_("{n}\u00a0%", n=round(share * 100)))
