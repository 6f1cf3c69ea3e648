"""One text engine for all tests of text."""

from pathlib import Path

import pytest

from journeymapper.app import resources
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start


@pytest.fixture(scope="session")
def fonts_dir() -> Path:
    return resources.find().fonts


@pytest.fixture(scope="session")
def engine(qapp: object, fonts_dir: Path) -> TextEngine:
    assert qapp  # the window tests of the same run need an application with widgets
    return start(fonts_dir)
