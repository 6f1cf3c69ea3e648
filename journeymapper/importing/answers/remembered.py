"""Descriptions of columns, found again for files with the same columns."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import os
import tempfile
from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.importing.answers.mapping import Mapping, from_json, to_json
from journeymapper.importing.tables.table import Table

_FOLDER = "columns"


def fitted(mapping: Mapping, table: Table) -> Mapping | None:
    """Return a description for the columns of a table in their order, None if one is not told.

    Columns that the table does not have are passed over when they are left out anyway.
    """
    told = {column.header: column for column in mapping.columns}
    if any(header not in told for header in table.header):
        return None
    columns = tuple(told.pop(header) for header in table.header)
    return dataclasses.replace(mapping, columns=columns) if not told else None


def recall(folder: Path, table: Table) -> Mapping | None:
    """Return what was told about a file with these columns before, or None."""
    try:
        mapping = from_json(_path(folder, table).read_text("utf-8"))
    except (OSError, UserError, ValueError):
        return None
    found = fitted(mapping, table)
    return None if found is None else dataclasses.replace(found, sheet=table.sheet)


def remember(folder: Path, table: Table, mapping: Mapping) -> None:
    """Keep what was told, whole or not at all; a disk that refuses is no matter.

    The round is not kept: the next file is a new one.
    """
    text = to_json(dataclasses.replace(mapping, round="", sheet=""))
    target = _path(folder, table)
    name = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()


def _path(folder: Path, table: Table) -> Path:
    names = "\n".join(table.header).encode("utf-8", "surrogatepass")
    return folder / _FOLDER / f"{hashlib.sha256(names).hexdigest()[:32]}.json"
