"""Pictures of every state in every theme at both sizes: `python -m tests.screenshots OUT`."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.screenshots import paper, rig
from tests.screenshots.answers_scenes import MORE_ANSWERS
from tests.screenshots.map_scenes import MORE
from tests.screenshots.plan_scenes import PLANS
from tests.screenshots.scenes import SCENES, Scene

THEMES = ("light", "dark", "high_contrast")
SIZES = ((1366, 768), (1920, 1080))


def main(argv: Sequence[str]) -> int:
    """Write OUT/THEME-WIDTHxHEIGHT/NAME.png and OUT/paper/NAME.png."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*", help="parts of names; all pictures without any")
    arguments = parser.parse_args(argv)
    answers = (Scene(name, show) for name, show in (*MORE_ANSWERS, *PLANS))
    known = (*SCENES, *MORE, *answers)
    wanted = [s for s in known if not arguments.names or _matches(s.name, arguments.names)]
    for scene in wanted:
        for size in SIZES:
            take(scene, size, arguments.out)
    if not arguments.names or _matches("09-pdf-map", arguments.names):
        paper.take(arguments.out / "paper")
    return 0


def take(scene: Scene, size: tuple[int, int], out: Path) -> None:
    """Take the pictures of one state in all themes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        rig.opened(Path(folder), size=size) as here,
    ):
        shown = scene.show(here)
        for theme in THEMES:
            here.window.looks.choose(theme)
            here.settle()
            path = out / f"{theme}-{size[0]}x{size[1]}" / f"{scene.name}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            shown.grab().save(str(path))
        if shown is not here.window:
            shown.close()
            shown.deleteLater()
    print(scene.name, f"{size[0]}x{size[1]}", flush=True)


def _matches(name: str, parts: Sequence[str]) -> bool:
    return any(part in name for part in parts)


if __name__ == "__main__":
    os.environ["TZ"] = "UTC"  # times of day are part of some pictures
    sys.exit(main(sys.argv[1:]))
