"""The one table of what can be brought in: by suffix, with its reader."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.personas import LARGEST, PersonasRead
from journeymapper.importing.personas_csv import NEEDED, read_personas_csv
from journeymapper.importing.personas_json import read_personas_json

SUFFIXES = (".json", ".csv")
"""The kinds of files that personas are read from."""


def read_personas(path: Path, mapping: Mapping[str, str] | None = None) -> PersonasRead:
    """Read the personas of a file, by its suffix; nothing is changed.

    ``mapping`` gives the column of ours for a column of a table. Raises UserError for a file that
    holds none, OSError where it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise UserError(
            _("“{name}” is not a kind of file that can be brought in.", name=path.name),
            _("End the name with one of {suffixes}.", suffixes=", ".join(SUFFIXES)),
        )
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if suffix == ".csv":
        return read_personas_csv(data, mapping)
    return read_personas_json(data)


def holds_personas(path: Path) -> bool:
    """Say whether a file is one of personas: JSON, or a CSV file with the columns of their cards.

    Raises OSError where it cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix != ".csv":
        return suffix == ".json"
    with path.open("rb") as file:
        begin = file.read(_HEAD)
    words = begin.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff").casefold()
    first = words.splitlines()[0] if words.strip() else ""
    return set(NEEDED) <= set(re.split(r"[,;\t]", first.replace('"', "")))


_HEAD = 4096
"""So many bytes hold the names of the columns."""
