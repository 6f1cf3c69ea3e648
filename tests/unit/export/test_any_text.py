"""Whatever the text, it can be exported, and it is never more than text."""

import io

import pikepdf
import pypdfium2
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Box, Drawing, Group, Reading
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.export import svg
from journeymapper.export.pdf import document
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples

TEXTS = st.text(
    st.one_of(
        st.characters(), st.sampled_from("aé1 \n()<>&\\\"'اللהשلתث\u0301\u064e\u200c\u200f😀")
    ),
    max_size=40,
)


@settings(max_examples=25)
@given(TEXTS, TEXTS)
def test_any_text_can_be_exported(engine: TextEngine, text: str, words: str) -> None:
    groups = (
        Group(
            "a",
            Box(10, 10, 300, 100),
            samples.texts(engine, text, "body", 200, 0, 0),
            reading=Reading.TEXT,
        ),
        Group("b", Box(0, 0, 9, 9), (), reading=Reading.FIGURE, alt=_("{words}", words=words)),
    )
    sheet = Sheet(Drawing(400, 300, groups), 400, 300, words, (Bookmark(words, 0, 0),))
    job = samples.job(sheet, title=words)
    (pdf,) = document.files(job)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert opened.check_pdf_syntax() == []
    file = pypdfium2.PdfDocument(pdf)
    file[0].render(scale=0.5)
    file[0].get_textpage().get_text_range()
    file.close()
    (drawing,) = svg.files(job)
    fromstring(drawing.decode("utf-8"))
