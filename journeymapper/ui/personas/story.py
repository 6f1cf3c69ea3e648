"""The story of a persona, as long as it takes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.ui.commands import personas
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.personas.section import Section


class StorySection(Section):
    """Several paragraphs: Enter begins a new one."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        persona = desk.persona_id

        def write(text: str) -> None:
            personas.write(desk.document, persona, "story", text)

        hint = desk.say(_("What a day looks like, what happened last time"))
        self.field = CardText(
            desk.say, desk.say(_("Story")), write, hint=hint, breaks=True, most=16
        )
        self.column.addWidget(self.field.box)

    def refresh(self) -> None:
        self.title(_("The story of {name}", name=self.desk.name))
        self.field.load(self.desk.persona.story)

    def field_of(self, key: str) -> CardText | None:
        return self.field if key in ("", "story") else None

    def first_field(self) -> QWidget | None:
        return self.field
