"""One text engine for all tests of exports."""

import pytest

from journeymapper.text.engine import TextEngine
from tests.unit.export.samples import sample_engine


@pytest.fixture(scope="session")
def engine(qapp: object) -> TextEngine:
    assert qapp  # the window tests of the same run need an application with widgets
    return sample_engine()
