"""What the tests of storage share."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

_NOBODY = 65534


class AsOrdinaryUser(Protocol):
    """Makes what is inside happen without the rights of an administrator."""

    def __call__(self) -> AbstractContextManager[None]: ...


@contextmanager
def _as_ordinary_user() -> Iterator[None]:
    user = os.geteuid()
    if user == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.fixture
def as_ordinary_user() -> AsOrdinaryUser:
    """A block inside of which permissions count, whoever runs the tests."""
    return _as_ordinary_user


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that every user may write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    yield folder
    folder.chmod(0o777)
    shutil.rmtree(folder)
