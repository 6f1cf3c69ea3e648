"""Judges states without a test around it: `python -m tests.screenshots.judge 683x384 [NAME...]`.

Another size may follow, with names of its own. Prints the faults of each state by size as JSON.
For scales that a process has from its start.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from journeymapper.app import resources
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.screenshots import rig
from tests.screenshots.map_scenes import MORE
from tests.screenshots.scenes import SCENES, Scene
from tests.screenshots.walk import faults_of

_SIZE = re.compile(r"\d+x\d+")


def judged(stage: rig.Stage, scene: Scene) -> list[str]:
    """Return the faults of a state."""
    with stage.window(still=scene.still) as here:
        shown = scene.show(here)
        here.settle()
        found = [str(fault) for fault in faults_of(shown)]
        if shown is not here.window:
            shown.close()
            shown.deleteLater()
        return found


def main(argv: Sequence[str]) -> int:
    """Judge the states whose names begin so, or all, at sizes in logical px."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots.judge", description=__doc__)
    parser.add_argument("size")
    parser.add_argument("names", nargs="*", help="beginnings of names, or another size")
    arguments = parser.parse_args(argv)
    wanted: dict[str, list[str]] = {}
    for word in (arguments.size, *arguments.names):
        if _SIZE.fullmatch(word):
            wanted[word] = []
        else:
            wanted[next(reversed(wanted))].append(word)
    gc.freeze()  # what is imported by now stays until the end
    gc.set_threshold(20_000, 10, 10)
    engine = TextEngine(resources.find().fonts, rig.application())
    found = {size: _at(size, tuple(names), engine) for size, names in wanted.items()}
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


def _at(size: str, names: tuple[str, ...], engine: TextEngine) -> dict[str, list[str]]:
    width, height = (int(number) for number in size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        stage = rig.Stage(Path(folder), (width, height), ENGLISH, engine)
        found = {
            scene.name: judged(stage, scene)
            for scene in (*SCENES, *MORE)
            if not names or scene.name.startswith(names)
        }
        stage.close()
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
