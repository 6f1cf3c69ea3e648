"""Where a file lies, in words that are true: a folder of this computer, a cloud folder, a stick.

Pure: everything about the computer comes in as `Surroundings`; nothing is asked of the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from pathlib import PurePath

from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass


class PlaceKind(StrEnum):
    """What sort of place a file lies in."""

    COMPUTER = "computer"
    CLOUD = "cloud"
    STICK = "stick"
    NETWORK = "network"
    NOWHERE = "nowhere"


ICONS: dict[PlaceKind, str] = {
    PlaceKind.COMPUTER: "hard-drive",
    PlaceKind.CLOUD: "cloud",
    PlaceKind.STICK: "usb",
    PlaceKind.NETWORK: "share-2",
    PlaceKind.NOWHERE: "hard-drive",
}


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A kind of place, the sentence about it, and a key that is equal for the same place."""

    kind: PlaceKind
    words: Message
    key: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of this computer.

    ``removable`` are drives that can be pulled out (``E:``); ``environ`` the environment.
    """

    home: PurePath
    environ: Mapping[str, str] = field(default_factory=dict)
    removable: frozenset[str] = frozenset()


_CLOUD_VARIABLES = (
    ("OneDriveCommercial", "OneDrive"),
    ("OneDriveConsumer", "OneDrive"),
    ("OneDrive", "OneDrive"),
)
_CLOUD_FOLDERS = ("OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "Nextcloud", "ownCloud")
_MAC_CLOUD = ("Library", "CloudStorage")
_MAC_ICLOUD = ("Library", "Mobile Documents", "com~apple~CloudDocs")
_MOUNTS = (("run", "media"), ("media",), ("Volumes",))

UNTITLED = FilePlace(PlaceKind.NOWHERE, _("Not in a file yet, kept safe on this computer"), "")
"""A document that has no file yet."""


def place_of(path: PurePath | None, around: Surroundings) -> FilePlace:
    """Return the place of a file in words; None is a document without a file."""
    if path is None:
        return UNTITLED
    return (
        _network(path)
        or _cloud_by_variable(path, around)
        or _cloud_under_home(path, around)
        or _stick(path, around)
        or _computer(path, around)
    )


def _network(path: PurePath) -> FilePlace | None:
    if not path.drive.startswith("\\\\"):
        return None
    server = path.drive.strip("\\").split("\\")[0]
    words = _("On the network, {server}, folder {folder}", server=server, folder=path.parent.name)
    if not path.parent.name:
        words = _("On the network, {server}", server=server)
    return FilePlace(PlaceKind.NETWORK, words, server)


def _cloud_by_variable(path: PurePath, around: Surroundings) -> FilePlace | None:
    for variable, name in _CLOUD_VARIABLES:
        root = around.environ.get(variable, "")
        if root and path.is_relative_to(root):
            return _cloud(name, path, type(path)(root))
    return None


def _cloud_under_home(path: PurePath, around: Surroundings) -> FilePlace | None:
    if not path.is_relative_to(around.home):
        return None
    parts = path.relative_to(around.home).parts
    icloud = len(_MAC_ICLOUD)
    if parts[:icloud] == _MAC_ICLOUD:
        return _cloud("iCloud", path, around.home.joinpath(*_MAC_ICLOUD))
    skipped = len(_MAC_CLOUD) if parts[: len(_MAC_CLOUD)] == _MAC_CLOUD else 0
    folder = parts[skipped] if len(parts) > skipped else ""
    for name in _CLOUD_FOLDERS:
        if folder == name or folder.startswith((name + " ", name + "-")):
            shown = "Google Drive" if name == "GoogleDrive" else name
            return _cloud(shown, path, around.home.joinpath(*parts[: skipped + 1]))
    return None


def _cloud(name: str, path: PurePath, root: PurePath) -> FilePlace:
    if path.parent == root:
        return FilePlace(PlaceKind.CLOUD, _("In {cloud}", cloud=name), name)
    folder = path.parent.name
    words = _("In {cloud}, folder {folder}", cloud=name, folder=folder)
    return FilePlace(PlaceKind.CLOUD, words, name)


def _stick(path: PurePath, around: Surroundings) -> FilePlace | None:
    name = ""
    root = path
    if path.drive and path.drive.upper() in around.removable:
        name, root = path.drive.upper(), type(path)(path.anchor)
    for mount in _MOUNTS:
        # /media/USER/NAME and /run/media/USER/NAME, but /Volumes/NAME
        depth = len(mount) + (1 if mount[-1] == "media" else 0)
        parts = path.parts[1:]
        if not path.drive and parts[: len(mount)] == mount and len(parts) > depth + 1:
            name, root = parts[depth], type(path)(path.anchor).joinpath(*parts[: depth + 1])
    if not name:
        return None
    if path.parent == root:
        return FilePlace(PlaceKind.STICK, _("On stick {name}", name=name), name)
    words = _("On stick {name}, folder {folder}", name=name, folder=path.parent.name)
    return FilePlace(PlaceKind.STICK, words, name)


def _computer(path: PurePath, around: Surroundings) -> FilePlace:
    if path.parent == around.home:
        words = _("On this computer, your home folder")
    elif path.parent.name:
        words = _("On this computer, folder {folder}", folder=path.parent.name)
    else:
        words = _("On this computer, drive {drive}", drive=path.anchor)
    return FilePlace(PlaceKind.COMPUTER, words, "computer")
