"""Commands about cards."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import cards
from journeymapper.domain import queries
from journeymapper.domain.entities import Card
from journeymapper.domain.kinds import Frequency, Severity, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.ui.commands.names import shortened


@dataclass(frozen=True, slots=True)
class Cell:
    """Where cards stand: a row, and a step or (with ``touchpoint`` "") a whole stage."""

    lane: str
    touchpoint: str = ""
    stage: str = ""

    @property
    def place(self) -> str:
        """The id of the step or the stage."""
        return self.touchpoint or self.stage

    def as_fields(self) -> dict[str, str | None]:
        """Return the place as the verbs take it."""
        if self.touchpoint:
            return {"touchpoint": self.touchpoint, "stage": None}
        return {"touchpoint": None, "stage": self.stage}


def add(
    document: Document,
    cell: Cell,
    text: str = "",
    *,
    typing: bool = False,
    index: int | None = None,
) -> str:
    """Add a card to a cell; returns its id. What is typed on afterwards joins the same step."""
    merge = ("card in cell", cell) if typing else None
    with document.step(_("Write “{text}”", text=shortened(text)), merge=merge) as tx:
        return cards.add_card(tx, cell.lane, text, index=index, **cell.as_fields())


def write(document: Document, card_id: str, text: str, *, cell: Cell | None = None) -> None:
    """Write on a card. ``cell`` continues the step that added the card there."""
    merge = ("card in cell", cell) if cell else ("card text", card_id)
    with document.step(_("Write “{text}”", text=shortened(text)), merge=merge) as tx:
        cards.set_card_text(tx, card_id, text)


def move(document: Document, card_id: str, cell: Cell, index: int | None = None) -> None:
    """Move a card to another cell or place; ``index`` counts the other cards there."""
    with document.step(_("Move {name}", name=card_name(document, card_id))) as tx:
        cards.move_card(tx, card_id, cell.lane, index=index, **cell.as_fields())


def shift(document: Document, card_id: str, by: int) -> bool:
    """Move a card up (-1) or down (+1) in its cell; returns whether there was room."""
    card = document.snapshot.get(Card, card_id)
    ids = [c.id for c in queries.cards_at(document.snapshot, card.lane, card.place)]
    place = ids.index(card_id) + by
    if not 0 <= place < len(ids):
        return False
    move(document, card_id, Cell(card.lane, card.touchpoint or "", card.stage or ""), place)
    return True


def set_severity(document: Document, ids: tuple[str, ...], severity: Severity) -> None:
    """Say how bad pains are."""
    with document.step(_("How bad: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            cards.set_severity(tx, id_, severity)


def set_frequency(document: Document, ids: tuple[str, ...], frequency: Frequency) -> None:
    """Say how often pains are felt."""
    with document.step(_("How often: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            cards.set_frequency(tx, id_, frequency)


def set_impact(document: Document, ids: tuple[str, ...], impact: int | None) -> None:
    """Say how much ideas help."""
    with document.step(_("How much it helps: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            cards.set_impact_effort(tx, id_, impact, tx.snapshot.get(Card, id_).effort)


def set_effort(document: Document, ids: tuple[str, ...], effort: int | None) -> None:
    """Say how much work ideas are."""
    with document.step(_("How much work it is: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            cards.set_impact_effort(tx, id_, tx.snapshot.get(Card, id_).impact, effort)


def set_ease(document: Document, ids: tuple[str, ...], ease: int | None) -> None:
    """Say how easily staff work with programs."""
    with document.step(_("How easy: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            cards.set_ease(tx, id_, ease)


def set_source(
    document: Document, ids: tuple[str, ...], source: SourceKind, n: int | None = None
) -> None:
    """Say where statements come from and from how many people."""
    with document.step(_("How sure: {name}", name=_names(document, ids))) as tx:
        for id_ in ids:
            date = tx.snapshot.get(Card, id_).date
            cards.set_card_source(tx, id_, source, n=n, date=date)


def card_name(document: Document, card_id: str) -> str | Message:
    """Return the words of a card as a label quotes them."""
    text = document.snapshot.get(Card, card_id).text
    return f"“{shortened(text)}”" if text else _("an empty card")


def _names(document: Document, ids: tuple[str, ...]) -> str | Message:
    if len(ids) == 1:
        return card_name(document, ids[0])
    return _("{count} cards", count=len(ids))
