"""What the tests of reliability share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.power import fast_folder


@pytest.fixture
def fast_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: `make faults` does the same on a real disk."""
    with fast_folder(tmp_path) as folder:
        yield folder
