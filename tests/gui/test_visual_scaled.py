"""The same judgement where everything is twice as large: 1366 x 768 and 1920 x 1080 at 200 %."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.screenshots.scenes import SCENES

ROOT = Path(__file__).resolve().parents[2]


LIKE_PLAN = (
    "03-personas",
    "06-workshop",
    "14f-answers-questions",
    "14g-answers-results",
)
"""Places that are made alike, one of them stands for all; what personas do in a narrow window is
tested with them."""

NAMES = [scene.name for scene in SCENES if scene.name not in LIKE_PLAN]


def judged_at_200(folder: Path, size: str, *names: str) -> dict[str, list[str]]:
    """Judge in a process of its own: the scale is that of the application.

    The screen is as large as the window, twice the ``size``: dialogs go by it.
    """
    width, height = (2 * int(number) for number in size.split("x"))
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "dpr": 1}
    config = folder / "screen.json"
    config.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    platform = f"offscreen:configfile={config}"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.screenshots.judge", size, *names],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": platform},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert isinstance(found, dict)
    return found


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    return judged_at_200(tmp_path_factory.mktemp("small"), "683x384", *NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_at_200_percent_on_a_small_screen(name: str, small: dict[str, list[str]]) -> None:
    assert not small[name], "\n".join(small[name])


def test_at_200_percent_on_a_large_screen(tmp_path: Path) -> None:
    found = judged_at_200(tmp_path, "960x540", "01-map", "01b", "08b", "09a")
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == 4
