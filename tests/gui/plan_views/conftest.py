"""One bare window serves all tests of the views of plans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from journeymapper.document.document import Document
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import Stage, again


@pytest.fixture(scope="package")
def bare(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Bare]:
    made = Bare(tmp_path_factory.mktemp("app"), qapp)
    made.host.show()
    yield made
    made.close()


@pytest.fixture(scope="package")
def stage(bare: Bare) -> Stage:
    """What shows views and tells them of changes."""
    again(bare)
    return Stage(bare)


@pytest.fixture
def document(bare: Bare, stage: Stage) -> Document:
    """The same as it was at the beginning."""
    assert stage.bare is bare
    return again(bare)
