"""What can go wrong with a document, by the names that a window or a command line tells apart."""

from journeymapper.storage.errors import (
    ChangedElsewhereError,
    DamagedError,
    DocumentError,
    PublishError,
    WriteError,
)
from journeymapper.storage.files import TargetChangedError
from journeymapper.storage.lock import LockedError
from journeymapper.storage.working import ConflictError

__all__ = [
    "ChangedElsewhereError",
    "ConflictError",
    "DamagedError",
    "DocumentError",
    "LockedError",
    "PublishError",
    "TargetChangedError",
    "WriteError",
]
