"""The projector with two screens, and when one of them goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.gui.two_screens import SCREENS


def test_it_fills_the_other_screen_and_comes_home_when_that_is_unplugged(tmp_path: Path) -> None:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [{**screen, **dots} for screen in SCREENS]}))
    ran = subprocess.run(
        [sys.executable, "-m", "tests.gui.two_screens", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    shown, gone = (json.loads(line) for line in ran.stdout.splitlines())
    assert shown["windows"]["The step in play"] == ["projector", 1024, 768]
    others = {k: v for k, v in shown["windows"].items() if k != "The step in play"}
    assert [place[0] for place in others.values()] == ["laptop"]
    assert shown["keys"]  # they stay with the window of the one who presents
    assert gone["windows"] == others
    assert "The other screen is gone. The walk goes on in this window." in gone["said"]
