"""The small file beside each working copy: which document it is, and who has it open."""

from __future__ import annotations

import json
import os
from pathlib import Path

from journeymapper.domain.records import dataclass
from journeymapper.storage.copying import sync
from journeymapper.storage.owners import Owner, owner_from_json


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a working copy without opening it.

    ``source`` is the user's file; None for a document without one. ``only_view`` marks a copy
    that is worth nothing once its owner is gone.
    """

    doc_id: str
    source: Path | None
    owner: Owner | None
    only_view: bool = False


def note_path(copy: Path) -> Path:
    """Return where the note of a working copy is."""
    return copy.with_suffix(".json")


def read_note(copy: Path) -> Note:
    """Read the note of a working copy; one that is lost or broken says nothing.

    Raises OSError when it is there and cannot be read.
    """
    try:
        plain = json.loads(note_path(copy).read_text(encoding="utf-8", errors="replace"))
    except (FileNotFoundError, ValueError, RecursionError):
        plain = None
    match plain:
        case {"doc_id": str(doc_id), "source": source, "owner": owner, "only_view": bool(view)}:
            path = Path(os.fsdecode(bytes.fromhex(source))) if _is_hex(source) else None
            return Note(doc_id, path, owner_from_json(json.dumps(owner)), view)
        case _:
            return Note("", None, None)


def write_note(copy: Path, note: Note) -> None:
    """Write the note of a working copy as a whole; raises OSError.

    The path is kept as the bytes of its name, which need not be text.
    """
    plain = {
        "doc_id": note.doc_id,
        "source": None if note.source is None else os.fsencode(note.source).hex(),
        "shown": None
        if note.source is None
        else str(note.source).encode(errors="replace").decode(),
        "owner": None if note.owner is None else json.loads(note.owner.to_json()),
        "only_view": note.only_view,
    }
    path = note_path(copy)
    fresh = path.with_name(f"{os.getpid()}-{path.stem}.tmp")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(plain, file, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    sync(path.parent)


def _is_hex(text: object) -> bool:
    if not isinstance(text, str) or not text:
        return False
    try:
        bytes.fromhex(text)
    except ValueError:
        return False
    return True
