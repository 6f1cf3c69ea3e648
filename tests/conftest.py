"""What every test shares: no display, no touching of the user's folders, repeatable examples."""

import gc
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "fixed",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long", settings.get_profile("fixed"), derandomize=False, max_examples=2000, print_blob=True
)
settings.load_profile(os.environ.get("JOURNEYMAPPER_PROFILE", "fixed"))

_RARELY = 20_000
"""Objects made between two garbage collections; Python itself takes 700."""


def pytest_collection_finish() -> None:
    """Leave what is imported by now out of every garbage collection: it stays until the end."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_RARELY, 10, 10)


_USER_FOLDERS = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture(scope="session", autouse=True)
def _folders_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send everything that asks for the user's folders, here and in child processes, elsewhere."""
    with pytest.MonkeyPatch.context() as patch:
        for name in _USER_FOLDERS:
            patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
        yield


@pytest.fixture(scope="session", autouse=True)
def _one_application(qapp: object) -> object:
    """Make the application for windows first: a process can have only one, and text needs one."""
    return qapp
