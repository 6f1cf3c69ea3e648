"""Commands about portraits: a photo, or how the figure is drawn."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import personas, projects
from journeymapper.domain.kinds import AgeGroup
from journeymapper.domain.message import Message, _
from journeymapper.ui.commands.names import persona_name
from journeymapper.ui.commands.pictures import Picture


def put(document: Document, persona_id: str, picture: Picture) -> None:
    """Make a square picture the portrait."""
    with document.step(_("Photo of {name}", name=_name(document, persona_id))) as tx:
        personas.change_persona(tx, persona_id, portrait=projects.attach(tx, *picture))


def take_away(document: Document, persona_id: str) -> None:
    """Take the photo away; the portrait is drawn again."""
    with document.step(_("Take the photo of {name} away", name=_name(document, persona_id))) as tx:
        personas.change_persona(tx, persona_id, portrait=None)


def draw(
    document: Document, persona_id: str, *, age: AgeGroup | None = None, colour: str | None = None
) -> None:
    """Have the portrait drawn with an age group or a colour ("": by its place in the list)."""
    fields: dict[str, object] = {"portrait": None}
    if age is not None:
        fields["age_group"] = age
    if colour is not None:
        fields["colour"] = colour
    with document.step(_("Portrait of {name}", name=_name(document, persona_id))) as tx:
        personas.change_persona(tx, persona_id, **fields)


def _name(document: Document, persona_id: str) -> str | Message:
    return persona_name(document.snapshot, persona_id)
