"""What the user chose once and keeps: one table of settings, one JSON file.

The file is read with tolerance: what is damaged or unknown counts as not chosen.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from journeymapper.app.ignored import Ignored, read_ignored, write_ignored
from journeymapper.app.known import Known, read_known, write_known
from journeymapper.app.openings import Openings, read_openings, write_openings
from journeymapper.app.recent import MOST, Recent
from journeymapper.app.walks import Walks, read_walks, write_walks
from journeymapper.domain.message import Message, _

T = TypeVar("T")
Plain = object
"""What JSON can hold."""


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One thing to choose.

    ``read`` turns the stored form into a value, or raises ValueError or TypeError; ``write``
    is its inverse. ``label`` is shown in the settings window, None keeps the setting out of it;
    ``choices`` are the values with their words.
    """

    key: str
    default: T
    read: Callable[[Plain], T]
    write: Callable[[T], Plain]
    label: Message | None = None
    help: Message | None = None
    choices: tuple[tuple[T, Message], ...] = ()


def _one_of(key: str, label: Message, choices: tuple[tuple[T, Message], ...]) -> Setting[T]:
    values = [value for value, _words in choices]

    def read(plain: Plain) -> T:
        return values[values.index(plain)]  # type: ignore[arg-type]  # index raises ValueError

    return Setting(key, values[0], read, lambda value: value, label, None, choices)


def _flag(key: str, default: bool, label: Message, help_: Message) -> Setting[bool]:
    def read(plain: Plain) -> bool:
        if not isinstance(plain, bool):
            raise TypeError(key)
        return plain

    return Setting(key, default, read, bool, label, help_)


def _state(key: str) -> Setting[bool]:
    """Something that is on or off and is switched elsewhere than in the settings window."""

    def read(plain: Plain) -> bool:
        if not isinstance(plain, bool):
            raise TypeError(key)
        return plain

    return Setting(key, False, read, bool)


def _text(key: str) -> Setting[str]:
    def read(plain: Plain) -> str:
        if not isinstance(plain, str):
            raise TypeError(key)
        return plain

    return Setting(key, "", read, str)


def _recent(key: str) -> Setting[tuple[Recent, ...]]:
    def read(plain: Plain) -> tuple[Recent, ...]:
        if not isinstance(plain, list):
            raise TypeError(key)
        found = (Recent.read(item) for item in plain)
        return tuple(item for item in found if item is not None)[:MOST]

    return Setting(key, (), read, lambda value: [item.write() for item in value])


THEME = _one_of(
    "theme",
    _("Colours"),
    (
        ("system", _("As the computer")),
        ("light", _("Light")),
        ("dark", _("Dark")),
        ("high_contrast", _("High contrast")),
    ),
)
TEXT_SIZE = _one_of(
    "text_size",
    _("Size of text"),
    ((100, _("100 %")), (110, _("110 %")), (125, _("125 %")), (150, _("150 %"))),
)
LESS_MOTION = _flag(
    "less_motion",
    False,
    _("Less movement"),
    _("Menus appear at once, and the text cursor does not blink."),
)
THUMBNAILS = _flag(
    "thumbnails",
    True,
    _("Small pictures of recent files"),
    _("Switch off for confidential work: the pictures are deleted."),
)
KEEP_RECENT = _flag(
    "keep_recent",
    True,
    _("Remember recent files"),
    _("Switch off for confidential work: the list is emptied."),
)
RECENT = _recent("recent")
GEOMETRY = _text("window_geometry")
LAST_FOLDER = _text("last_folder")
KNOWN: Setting[Known] = Setting("known_files", (), read_known, write_known)
"""Which document each file held, for offering earlier states of a damaged one."""
IGNORED: Setting[Ignored] = Setting("ignored_checks", (), read_ignored, write_ignored)
"""What was put aside in the map check of each document."""
HISTORY_SHOWN = _state("history_shown")
EXAMPLE = _text("example")
"""The identity of the worked example that was looked at."""
WALKS: Setting[Walks] = Setting("walks", (), read_walks, write_walks)
"""Where each walk stopped."""
OPENINGS: Setting[Openings] = Setting("openings", (), read_openings, write_openings)
"""When each document was open last."""

SETTINGS: tuple[Setting[Any], ...] = (
    THEME,
    TEXT_SIZE,
    LESS_MOTION,
    THUMBNAILS,
    KEEP_RECENT,
    RECENT,
    GEOMETRY,
    LAST_FOLDER,
    KNOWN,
    IGNORED,
    HISTORY_SHOWN,
    EXAMPLE,
    WALKS,
    OPENINGS,
)
"""Every setting."""


class SettingsFile:
    """The settings of this user: read once, written at each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._plain = _read(path)

    def get(self, setting: Setting[T]) -> T:
        """Return the chosen value, or the default."""
        if setting.key not in self._plain:
            return setting.default
        try:
            return setting.read(self._plain[setting.key])
        except (ValueError, TypeError):
            return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Choose a value and write the file; a disk that refuses is noted in the log only."""
        self.set_all({setting: value})

    def set_all(self, values: Mapping[Setting[Any], Any]) -> None:
        """Choose several values with one write."""
        plain = self._plain | {setting.key: setting.write(values[setting]) for setting in values}
        if plain == self._plain:
            return
        self._plain = plain
        try:
            _write(self._path, self._plain)
        except OSError as error:
            logging.getLogger(__name__).warning("settings not written: %s", type(error).__name__)


def _read(path: Path) -> dict[str, Plain]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, plain: dict[str, Plain]) -> None:
    """Write beside and replace, so that the file is whole at every moment."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(plain, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
