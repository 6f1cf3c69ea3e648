"""Commands about comments: what is noted of them, their themes, quotes for the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import CommentMark, Lane, Round, Theme, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import CARDS_AT, MARKS_OF_COMMENT
from journeymapper.domain.kinds import LaneKind, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.responses import Comment
from journeymapper.ui.commands.names import shortened


def note(document: Document, keys: Sequence[str], what: Message, **fields: Any) -> None:
    """Note the same about comments, as one step; ``what`` names it."""
    with document.step(what) as tx:
        for key in keys:
            operations.mark_comment(tx, key, **fields)


def give_theme(document: Document, keys: Sequence[str], theme_id: str, *, given: bool) -> None:
    """Give comments a theme by hand, or take it away."""
    name = document.snapshot.get(Theme, theme_id).name
    what = _("Theme “{name}”", name=shortened(name))
    with document.step(what) as tx:
        for key in keys:
            mark = next(iter(tx.snapshot.select(MARKS_OF_COMMENT, key)), None)
            known = mark.themes if mark is not None else ()
            others = tuple(id_ for id_ in known if id_ != theme_id)
            operations.mark_comment(tx, key, themes=(*others, theme_id) if given else others)


def add_theme(document: Document, name: str) -> str:
    """Add a theme; its name is its first keyword."""
    with document.step(_("Add the theme “{name}”", name=shortened(name))) as tx:
        return operations.add_theme(tx, name, (name,))


def change_theme(document: Document, theme_id: str, **fields: Any) -> None:
    """Set name or keywords of a theme."""
    name = document.snapshot.get(Theme, theme_id).name
    with document.step(_("Change the theme “{name}”", name=shortened(name))) as tx:
        operations.change_theme(tx, theme_id, **fields)


def delete_theme(document: Document, theme_id: str) -> None:
    """Take a theme out; the comments stay."""
    name = document.snapshot.get(Theme, theme_id).name
    with document.step(_("Delete the theme “{name}”", name=shortened(name))) as tx:
        operations.delete_theme(tx, theme_id)


def put_on_map(document: Document, comments: Mapping[str, Sequence[Comment]]) -> int:
    """Write comments into the row Their words at steps, by id; returns how many are new there.

    A comment that stands there already is left alone. The row is shown, if it was hidden.
    """
    with document.step(_("Put comments on the map")) as tx:
        put = 0
        for step_id, words in comments.items():
            tx.snapshot.get(Touchpoint, step_id)
            lane = _quotes(tx.snapshot.table(Lane).values(), queries.map_of(tx.snapshot, step_id))
            cards = tx.snapshot.select(CARDS_AT, (lane.id, step_id))
            there = {card.text for card in cards}
            for comment in words:
                if comment.text.strip() in there:
                    continue
                one = tx.snapshot.find(Round, comment.round)
                operations.add_card(
                    tx,
                    lane.id,
                    comment.text.strip(),
                    touchpoint=step_id,
                    source=SourceKind.SURVEY,
                    n=1,
                    date=comment.date or (one.started if one is not None else ""),
                    citation=one.name if one is not None else "",
                )
                there.add(comment.text.strip())
                put += 1
            if put and not lane.visible:
                operations.set_lane_visible(tx, lane.id, visible=True)
    return put


def noted(document: Document, key: str) -> CommentMark | None:
    """Return what is noted of a comment, or None."""
    return next(iter(document.snapshot.select(MARKS_OF_COMMENT, key)), None)


def _quotes(lanes: Iterable[Lane], map_id: str) -> Lane:
    for lane in lanes:
        if lane.map == map_id and lane.kind is LaneKind.QUOTE:
            return lane
    raise RefusedError(
        _("This map has no row Their words."), _("Add the row on the map, then try again.")
    )
