"""The log says where something failed and never a word of a document."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from journeymapper.app.log import set_up, without_content


@pytest.fixture(autouse=True)
def _put_back() -> Iterator[None]:
    logger = logging.getLogger("journeymapper")
    handlers, level, propagate = list(logger.handlers), logger.level, logger.propagate
    yield
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)
    logger.propagate = propagate


def _fail(secret: str) -> None:
    empty: dict[str, str] = {}
    try:
        empty[secret]
    except KeyError as error:
        raise ValueError(secret) from error


def test_errors_are_told_without_their_words() -> None:
    with pytest.raises(ValueError, match="Anna") as caught:
        _fail("Anna Muster waits")
    told = without_content(caught.value)
    assert "Anna" not in told
    assert "ValueError" in told
    assert "KeyError" in told
    assert "test_log.py" in told
    assert "_fail" in told


def test_the_log_is_written_and_stays_small(tmp_path: Path) -> None:
    path = set_up(tmp_path / "logs")
    assert path is not None
    logger = logging.getLogger("journeymapper.test")
    for number in range(12_000):
        logger.info("line %s of a long sitting, nothing special about it at all", number)
    files = list((tmp_path / "logs").iterdir())
    assert 1 < len(files) <= 3
    assert sum(file.stat().st_size for file in files) < 800_000
    assert "line 11999" in path.read_text(encoding="utf-8")


def test_a_disk_that_refuses_is_no_reason_to_fail(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert set_up(blocked / "logs") is None
