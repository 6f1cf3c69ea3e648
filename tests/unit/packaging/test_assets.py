"""The generated fonts and icons hold what the app draws with."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

import assets
import icon_outlines
from font_instances import FACES, Face

ASSETS = assets.ROOT / "build" / "assets"
SYMBOLS = "−→←↑↓≤≥≠✓☐●“”…•–—×·"
LETTERS = "AzÄßéŁőĞΩλЖщếư₫€"


def test_the_table_of_fonts_names_every_file_once() -> None:
    table = json.loads((ASSETS / "fonts.json").read_text(encoding="utf-8"))
    files = {path.name for path in (ASSETS / "fonts").iterdir()}
    assert {entry["file"] for entry in table} == files
    assert len({entry["postscript"] for entry in table}) == len(table) == len(FACES)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.postscript)
def test_a_font_carries_its_own_names_and_static_outlines(face: Face) -> None:
    with TTFont(ASSETS / "fonts" / face.file_name) as font:
        names: Any = font["name"]
        assert names.getDebugName(6) == face.postscript
        assert names.getBestFamilyName() == face.family
        assert {"glyf", "GSUB", "GPOS"} <= set(font.keys())
        assert not {"fvar", "gvar", "CFF "} & set(font.keys())
        os2: Any = font["OS/2"]
        assert os2.usWeightClass == face.weight


@pytest.mark.parametrize("face", FACES[:6], ids=lambda face: face.postscript)
def test_the_latin_fonts_hold_every_sign_of_the_sentences(face: Face) -> None:
    with TTFont(ASSETS / "fonts" / face.file_name) as font:
        known = font.getBestCmap()
        assert [sign for sign in SYMBOLS + LETTERS if ord(sign) not in known] == []


@pytest.mark.parametrize(("name", "text"), [("arabic", "مرحباً ٣"), ("hebrew", "שָׁלוֹם")])
def test_the_right_to_left_fonts_hold_their_script(name: str, text: str) -> None:
    with TTFont(ASSETS / "fonts" / f"journey-sans-{name}-600.ttf") as font:
        known = font.getBestCmap()
        assert [sign for sign in text if ord(sign) not in known] == []


def test_every_icon_of_the_tokens_is_drawn_within_the_grid() -> None:
    icons = json.loads((ASSETS / "icons.json").read_text(encoding="utf-8"))
    assert _icons_of_tokens(assets.ROOT / "resources" / "tokens.toml") - set(icons) == set()
    for name, commands in icons.items():
        assert commands[0][0] == "M", name
        for verb, *numbers in commands:
            assert len(numbers) == {"M": 2, "L": 2, "C": 6, "Z": 0}[verb], name
            assert all(0 <= number <= icon_outlines.GRID for number in numbers), name


def test_an_unknown_icon_is_named_in_the_error() -> None:
    with pytest.raises(icon_outlines.MissingIconError, match="no icon named tooth-fairy"):
        icon_outlines.outlines(["house", "tooth-fairy"])


def test_the_licences_of_fonts_and_icons_lie_beside_them() -> None:
    texts = {path.name: path.read_text() for path in (ASSETS / "LICENSES").iterdir()}
    assert len(texts) == 4
    assert all("ISC License" in text or "SIL OPEN FONT LICENSE" in text for text in texts.values())


def test_the_assets_are_made_once() -> None:
    assert assets.ensure(ASSETS) is False


def _icons_of_tokens(path: Path) -> set[str]:
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["icon"]
    return {name for kind, table in tables.items() if kind != "marker" for name in table.values()}
