"""One text engine for all tests of drawings."""

import pytest

from journeymapper.app import resources
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start


@pytest.fixture(scope="session")
def engine(qapp: object) -> TextEngine:
    assert qapp  # the window tests of the same run need an application with widgets
    return start(resources.find().fonts)
