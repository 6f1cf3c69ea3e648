"""The cards of the worked example's typical patients."""

from __future__ import annotations

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import PersonaNote
from journeymapper.domain.kinds import NoteSection, SourceKind
from tests.unit.document.test_templates import example


def test_annas_card_has_all_eight_feelings_and_both_personas_can_be_told_apart() -> None:
    snapshot = example()
    for persona in queries.personas(snapshot):
        notes = snapshot.select(indexes.NOTES_OF_PERSONA, persona.id)
        emotions = [n.key for n in notes if n.section == NoteSection.EMOTION]
        assert emotions == [
            "thinking",
            "feeling",
            "wanting",
            "concerned_about",
            "frustrated_about",
            "expecting",
            "planning",
            "hoping",
        ]
        assert persona.quote
        assert persona.story


def test_the_cards_of_the_example_say_how_many_told_what_they_say() -> None:
    notes = example().table(PersonaNote).values()
    asked = [note for note in notes if note.source == SourceKind.INTERVIEW]
    assert asked
    assert all(note.n for note in asked)
    assert {note.source for note in notes} <= {SourceKind.INTERVIEW, SourceKind.ASSUMPTION}
