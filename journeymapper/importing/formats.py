"""The one table of what can be brought in: by suffix, with its reader."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.importing.personas import LARGEST, PersonasRead
from journeymapper.importing.personas_csv import read_personas_csv
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
