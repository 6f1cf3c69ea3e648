"""Judges states without a test around it: `python -m tests.screenshots.judge 683x384 [NAME...]`.

Prints the faults of each state as JSON. For scales that a process has from its start.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from journeymapper.app import resources
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.screenshots import rig
from tests.screenshots.map_scenes import MORE
from tests.screenshots.plan_scenes import PLANS
from tests.screenshots.scenes import SCENES, Scene
from tests.screenshots.walk import faults_of


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
    """Judge the states whose names begin so, or all, at a size in logical px."""
    parser = argparse.ArgumentParser(prog="python -m tests.screenshots.judge", description=__doc__)
    parser.add_argument("size")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args(argv)
    width, height = (int(number) for number in arguments.size.split("x"))
    gc.freeze()  # what is imported by now stays until the end
    gc.set_threshold(20_000, 10, 10)
    found: dict[str, list[str]] = {}
    engine = TextEngine(resources.find().fonts, rig.application())
    with tempfile.TemporaryDirectory() as folder:
        stage = rig.Stage(Path(folder), (width, height), ENGLISH, engine)
        for scene in (*SCENES, *MORE, *(Scene(*one) for one in PLANS)):
            if arguments.names and not scene.name.startswith(tuple(arguments.names)):
                continue
            found[scene.name] = judged(stage, scene)
        stage.close()
    print(json.dumps(found, ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
