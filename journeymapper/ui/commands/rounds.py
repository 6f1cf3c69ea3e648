"""The command that keeps an answer of the persona round: it is the team's opinion."""

from __future__ import annotations

from journeymapper.app.persona_round import HEAD, Question, answer_of
from journeymapper.document.document import Document
from journeymapper.document.operations import persona_notes, personas
from journeymapper.document.tx import Tx
from journeymapper.domain.kinds import NoteSection, SourceKind
from journeymapper.domain.message import _
from journeymapper.domain.persona_card import notes_in
from journeymapper.ui.commands.names import shortened


def answer(document: Document, persona_id: str, question: Question, text: str) -> None:
    """Write an answer; what stood there already, in the same words, stays as sure as it was."""
    if text.strip() == answer_of(document.snapshot, persona_id, question).strip():
        return
    label = _("Write “{text}”", text=shortened(text))
    merge = ("round", persona_id, question.section, question.key)
    with document.step(label, merge=merge) as tx:
        if question.section == HEAD:
            personas.change_persona(tx, persona_id, **{question.key: text.strip()})
        elif question.is_list:
            _write_lines(tx, persona_id, NoteSection(question.section), text)
        else:
            section = NoteSection(question.section)
            source = {"source": SourceKind.STAFF, "n": None}
            persona_notes.set_note(tx, persona_id, section, question.key, text.strip(), **source)


def _write_lines(tx: Tx, persona_id: str, section: NoteSection, text: str) -> None:
    """Make the statements of a list those lines, in their order."""
    lines = list(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
    for note in notes_in(tx.snapshot, persona_id, section):
        if note.text.strip() not in lines:
            persona_notes.delete_note(tx, note.id)
    held = {note.text.strip(): note.id for note in notes_in(tx.snapshot, persona_id, section)}
    for place, line in enumerate(lines):
        id_ = held.get(line) or persona_notes.add_note(
            tx, persona_id, section, "", line, source=SourceKind.STAFF
        )
        persona_notes.move_note(tx, id_, place)
