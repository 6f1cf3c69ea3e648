"""Commands about pictures on cards."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import cards, projects
from journeymapper.domain.message import _
from journeymapper.ui.commands.cards import Cell, card_name

Picture = tuple[bytes, str]
"""The content of a picture and its media type."""


def add(document: Document, cell: Cell, picture: Picture) -> str:
    """Add a card with a picture to a cell; returns its id."""
    with document.step(_("Add a picture")) as tx:
        image = projects.attach(tx, *picture)
        made = cards.add_card(tx, cell.lane, "", index=None, **cell.as_fields())
        cards.set_card_image(tx, made, image)
    return made


def put(document: Document, card_id: str, picture: Picture) -> None:
    """Put a picture on a card, in place of the one it had."""
    with document.step(_("Picture on {name}", name=card_name(document, card_id))) as tx:
        cards.set_card_image(tx, card_id, projects.attach(tx, *picture))


def take_away(document: Document, card_id: str) -> None:
    """Take the picture of a card away; its words stay."""
    with document.step(_("Take a picture away")) as tx:
        cards.set_card_image(tx, card_id, None)
