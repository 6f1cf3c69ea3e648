"""An SVG is sound, says its texts, and looks like the PDF."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading
from journeymapper.export import svg
from journeymapper.export.pdf import document
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples
from tests.unit.export.test_pdf_same import rendered

_SVG = "{http://www.w3.org/2000/svg}"


def parsed(data: bytes) -> Element:
    return fromstring(data.decode("utf-8"))


def test_it_is_sound_and_says_every_text_once(engine: TextEngine) -> None:
    (data,) = svg.files(samples.job(samples.sheet(engine)))
    root = parsed(data)
    titles = [title.text for title in root.findall(f".//{_SVG}g/{_SVG}title")]
    words = ["The feeling of Anna rises.", "Anna"]
    assert titles == ["A dental visit", *samples.CARDS, *words]
    assert root.attrib["viewBox"] == "0 0 600 400"
    assert not root.findall(f".//{_SVG}text")


def test_every_letter_that_is_used_is_defined_once(engine: TextEngine) -> None:
    (data,) = svg.files(samples.job(samples.sheet(engine)))
    text = data.decode()
    used = set(re.findall(r'xlink:href="#(\w+)"', text))
    defined = re.findall(r'<path id="(\w+)"', text)
    assert used == set(defined)
    assert len(defined) == len(set(defined))


def test_equal_drawings_give_equal_files(engine: TextEngine, tmp_path: Path) -> None:
    job = samples.job(samples.sheet(engine))
    sheet = job.sheets[0]
    target = tmp_path / "map.svg"
    svg.write_svg(
        sheet.drawing,
        target,
        theme=job.theme,
        icons=job.icons,
        fonts_dir=job.fonts_dir,
        pictures=job.pictures,
        catalogue=ENGLISH,
        title=sheet.title,
        language="en",
    )
    assert [target.read_bytes()] == svg.files(job) == svg.files(job)


def test_words_are_never_markup(engine: TextEngine) -> None:
    shapes = samples.texts(engine, "</title><script>x</script> ]]> \x07&amp;", "body", 400, 0, 0)
    groups = (
        Group("a", Box(0, 0, 400, 40), shapes, reading=Reading.TEXT),
        Group(
            "b", Box(0, 0, 9, 9), (), reading=Reading.FIGURE, alt=_("<{x}>", x="\x00\ud800\uffff")
        ),
    )
    sheet = replace(samples.sheet(engine), drawing=Drawing(400, 40, groups), title='"<&\x1b')
    (data,) = svg.files(samples.job(sheet))
    root = parsed(data)
    assert not root.findall(f".//{_SVG}script")
    titles = [title.text for title in root.iter(f"{_SVG}title")]
    assert titles == [
        '"<&\ufffd',
        "</title><script>x</script> ]]> \ufffd&amp;",
        "<\ufffd\ufffd\ufffd>",
    ]


@pytest.mark.usefixtures("qapp")
def test_it_looks_like_the_pdf(engine: TextEngine, tmp_path: Path) -> None:
    for cards in (samples.CARDS, samples.RTL_CARDS):
        job = samples.job(samples.sheet(engine, cards))
        (data,) = svg.files(job)
        canvas = QImage(1200, 800, QImage.Format.Format_RGB32)
        canvas.fill(0xFFFFFF)
        painter = QPainter(canvas)
        QSvgRenderer(data).render(painter)
        painter.end()
        path = tmp_path / "svg.png"
        assert canvas.save(str(path))
        with Image.open(path) as picture:
            ours = picture.convert("RGB").resize((300, 200), Image.Resampling.BOX)
        theirs = rendered(document.files(job)[0], 2).resize((300, 200), Image.Resampling.BOX)
        difference = ImageChops.difference(ours, theirs).convert("L")
        assert ImageStat.Stat(difference).mean[0] < 0.8
        assert max(difference.tobytes()) < 110
