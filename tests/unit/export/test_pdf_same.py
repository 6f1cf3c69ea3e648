"""The same sheets give the same bytes, always; and they look as they should."""

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
from PIL import Image

from journeymapper.drawing.display_list import Box, Drawing, Group, Picture, Rect
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.export.pdf import document
from journeymapper.export.pdf.document import write_pdf
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples


def digest(engine: TextEngine) -> str:
    sheets = [samples.sheet(engine), samples.sheet(engine, samples.RTL_CARDS)]
    return hashlib.sha256(document.files(samples.job(*sheets))[0]).hexdigest()


def rendered(data: bytes, scale: float = 1.0) -> Image.Image:
    file = pypdfium2.PdfDocument(data)
    try:
        image: Image.Image = file[0].render(scale=scale).to_pil().convert("RGB")
        return image
    finally:
        file.close()


_IN_ANOTHER_PROCESS = """
from tests.unit.export import samples
from tests.unit.export.test_pdf_same import digest
print(digest(samples.sample_engine()))
"""


def test_two_exports_are_equal_in_one_process_and_in_two(engine: TextEngine) -> None:
    here = digest(engine)
    write_something_else(engine)
    assert digest(engine) == here
    there = subprocess.run(
        [sys.executable, "-c", _IN_ANOTHER_PROCESS], capture_output=True, check=True, text=True
    )
    assert there.stdout.strip() == here


def write_something_else(engine: TextEngine) -> None:
    document.files(samples.job(samples.sheet(engine, ("other words: zyxw",))))


def test_a_path_is_written_as_a_file_is(engine: TextEngine, tmp_path: Path) -> None:
    job = samples.job(samples.sheet(engine))
    target = tmp_path / "map.pdf"
    write_pdf(
        job.sheets,
        target,
        theme=job.theme,
        icons=job.icons,
        fonts_dir=job.fonts_dir,
        pictures=job.pictures,
        catalogue=ENGLISH,
        title=job.title,
        language=job.language,
    )
    assert [target.read_bytes()] == document.files(job)


def test_colours_and_places_are_right(engine: TextEngine) -> None:
    image = rendered(document.files(samples.job(samples.sheet(engine)))[0])
    theme = samples.TOKENS.theme("print")
    half = bytes.fromhex(theme.colour("emotion_above_zero")[1:])
    assert image.getpixel((200, 315)) == tuple(half)
    assert image.getpixel((10, 390)) == (255, 255, 255)


def test_a_photo_keeps_its_proportions_and_loses_its_place(engine: TextEngine) -> None:
    (data,) = document.files(samples.job(samples.sheet(engine)))
    assert b"SECRET" not in data
    image = rendered(data)
    red = image.getpixel((370, 340))
    assert isinstance(red, tuple)
    assert red[0] > 180
    assert red[1] < 60
    assert image.getpixel((370, 315)) == (255, 255, 255)  # 60 x 40 in the middle of 60 x 60
    assert image.getpixel((430, 340)) == (255, 255, 255)  # transparent


def test_a_damaged_picture_is_a_crossed_frame() -> None:
    box = Box(10, 10, 80, 80)
    group = Group("x", Box(0, 0, 100, 100), (Rect(box, "surface"), Picture("damaged", box)))
    sheet = Sheet(Drawing(100, 100, (group,)), 100, 100, "x")
    image = rendered(document.files(samples.job(sheet))[0], 2)
    assert image.getpixel((100, 100)) != (255, 255, 255)
    assert image.getpixel((100, 60)) == (255, 255, 255)


def test_a_picture_that_cannot_be_had_is_no_error(engine: TextEngine) -> None:
    def gone(_attachment: str) -> bytes:
        raise KeyError

    assert document.files(samples.job(samples.sheet(engine), pictures=gone))


def test_a_picture_shown_twice_is_embedded_once(engine: TextEngine) -> None:
    calls: list[str] = []

    def read(attachment: str) -> bytes:
        calls.append(attachment)
        return samples.picture(attachment)

    sheet = samples.sheet(engine)
    document.files(samples.job(sheet, replace(sheet, title="again"), pictures=read))
    assert sorted(calls) == ["mask", "photo"]
