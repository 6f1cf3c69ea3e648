"""A small map as it is drawn, shape by shape, compared with what was looked at and kept.

Set UPDATE_GOLDEN=1 to keep what is drawn now; look at the difference before committing it.
"""

import os
from datetime import date
from pathlib import Path

import pytest

from journeymapper.app import resources
from journeymapper.drawing.map.layout import lay_out
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.thumbnail import thumbnail
from journeymapper.drawing.paper import paper
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start
from tests.golden.render import render
from tests.unit.drawing.world import ROWS, practice, setting

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def engine(qapp: object) -> TextEngine:
    assert qapp
    return start(resources.find().fonts)


def compare(name: str, drawn: str) -> None:
    kept = HERE / name
    if os.environ.get("UPDATE_GOLDEN"):
        kept.write_text(drawn, encoding="utf-8")
    assert drawn == kept.read_text(encoding="utf-8")


def test_map_on_screen(engine: TextEngine) -> None:
    chosen = setting(engine, personas=("anna", "walter"))
    compare("map-screen.txt", render(lay_out(practice(shown=ROWS), "map", chosen).drawing()))


def test_template_on_screen(engine: TextEngine) -> None:
    snapshot = practice(filled=False)
    compare("map-template.txt", render(lay_out(snapshot, "map", setting(engine)).drawing()))


@pytest.mark.parametrize("name", ["a4", "single"])
def test_map_on_paper(engine: TextEngine, name: str) -> None:
    found = sheets(practice(), "map", setting(engine), paper(name), date(2026, 5, 26))
    compare(f"map-{name}.txt", "".join(render(sheet.drawing) for sheet in found))


def test_small_picture(engine: TextEngine) -> None:
    tokens = setting(engine).tokens
    compare("map-thumbnail.txt", render(thumbnail(practice(), "map", 134, 70, tokens)))
