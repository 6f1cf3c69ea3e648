"""The text of a PDF comes out again: every word once, in order, in every script."""

import io
from collections.abc import Callable, Sequence

import pypdf
import pypdfium2
import pytest

from journeymapper.drawing.display_list import Box, Drawing, Group, Reading
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.export.pdf import document
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples


def pdfium(data: bytes, page: int = 0) -> str:
    file = pypdfium2.PdfDocument(data)
    try:
        return str(file[page].get_textpage().get_text_range())
    finally:
        file.close()


def pypdf_text(data: bytes, page: int = 0) -> str:
    return pypdf.PdfReader(io.BytesIO(data)).pages[page].extract_text()


Reader = Callable[[bytes], str]
READERS = [pytest.param(pdfium, id="pdfium"), pytest.param(pypdf_text, id="pypdf")]


def one_a_line(engine: TextEngine, texts: Sequence[str]) -> bytes:
    groups = tuple(
        Group(
            f"{i}",
            Box(20, 20 + 30 * i, 360, 20),
            samples.texts(engine, text, "body", 360, 0, 0),
            reading=Reading.TEXT,
        )
        for i, text in enumerate(texts)
    )
    (data,) = document.files(samples.job(Sheet(Drawing(400, 400, groups), 400, 400, "Lines")))
    return data


@pytest.mark.parametrize("read", READERS)
def test_words_come_out_in_order_with_spaces(engine: TextEngine, read: Reader) -> None:
    (data,) = document.files(samples.job(samples.sheet(engine)))
    expected = " ".join(("A dental visit", *samples.CARDS)).split()
    assert read(data).split() == expected


@pytest.mark.parametrize("read", READERS)
def test_right_to_left_words_come_out_in_the_order_of_speech(
    engine: TextEngine, read: Reader
) -> None:
    data = one_a_line(engine, samples.RTL_CARDS)
    lines = [line.strip() for line in read(data).splitlines()]
    # readers differ in where they put a mark that joins or parts letters
    plain = [[text.replace("\u200c", "") for text in texts] for texts in (lines, samples.RTL_CARDS)]
    assert plain[0] == plain[1]


def test_mixed_directions_come_out_of_pdfium_in_the_order_of_speech(engine: TextEngine) -> None:
    texts = ["אבג 123 דה", "א (ב) ג", "مرحبا بالعالم 12 (שלום) abc"]
    lines = [line.split() for line in pdfium(one_a_line(engine, texts)).splitlines()]
    assert lines == [text.split() for text in texts]


@pytest.mark.parametrize("read", READERS)
def test_letters_made_of_parts_come_out_whole(engine: TextEngine, read: Reader) -> None:
    texts = ["Việt lịch hẹn ặ", "تثج", "ȩ\u0301 x\u0301"]
    assert [line.strip() for line in read(one_a_line(engine, texts)).splitlines()] == texts


@pytest.mark.parametrize("read", READERS)
def test_lines_of_one_text_are_not_run_together(engine: TextEngine, read: Reader) -> None:
    sheet = samples.sheet(engine, ("appointment reminder waiting treatment follow-up call",))
    (data,) = document.files(samples.job(sheet))
    assert "appointment reminder waiting treatment follow-up call" in " ".join(read(data).split())
