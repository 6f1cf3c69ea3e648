"""A PDF can be read by those who do not see it, and its parts are where they belong."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pikepdf
import pypdf
import pytest

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import Reading
from journeymapper.drawing.map.sheet import Bookmark
from journeymapper.export.pdf import document
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples


@pytest.fixture(scope="module")
def data(engine: TextEngine) -> bytes:
    first = samples.sheet(engine)
    second = samples.sheet(engine, samples.RTL_CARDS, title="Other")
    return document.files(samples.job(first, second, title="Visit <b>&\n more"))[0]


@pytest.fixture
def pdf(data: bytes) -> Iterator[Any]:
    with pikepdf.open(io.BytesIO(data)) as file:
        yield file


def elements(pdf: Any) -> list[Any]:
    """All elements that have content, in reading order."""
    found = []

    def walk(element: Any) -> None:
        kids = element.K
        if isinstance(kids, int):
            found.append(element)
            return
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            assert kid.P.objgen == element.objgen
            walk(kid)

    walk(pdf.Root.StructTreeRoot.K)
    return found


def marks(page: Any) -> list[tuple[str, int | None, int]]:
    """Tag, MCID and count of operators of each marked-content sequence, none inside another."""
    found: list[tuple[str, int | None, int]] = []
    inside = False
    outside = {"cm", "rg", "RG", "w", "d", "J", "j"}
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            assert not inside
            inside = True
            operands: Any = instruction.operands
            mcid = int(operands[1].MCID) if name == "BDC" else None
            found.append((str(operands[0])[1:], mcid, 0))
        elif name == "EMC":
            assert inside
            inside = False
        elif inside:
            tag, number, count = found[-1]
            found[-1] = tag, number, count + 1
        else:
            assert name in outside
    assert not inside
    return found


def test_the_syntax_is_sound(pdf: Any) -> None:
    assert pdf.check_pdf_syntax() == []


def test_every_mark_is_reached_from_the_structure_and_back(pdf: Any) -> None:
    reached = {(element.Pg.objgen, int(element.K)): element for element in elements(pdf)}
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    by_page = {int(parents[i]): parents[i + 1] for i in range(0, len(parents), 2)}
    marked = set()
    for page in pdf.pages:
        for tag, mcid, _count in marks(page):
            if mcid is None:
                assert tag == "Artifact"
                continue
            element = reached[page.obj.objgen, mcid]
            assert str(element.S) == f"/{tag}"
            assert by_page[int(page.obj.StructParents)][mcid].objgen == element.objgen
            marked.add((page.obj.objgen, mcid))
    assert marked == set(reached)
    assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) == len(pdf.pages) == 2


def test_reading_order_is_that_of_the_drawing(pdf: Any) -> None:
    kinds = [str(element.S) for element in elements(pdf)]
    assert kinds == [
        "/H1", *["/P"] * len(samples.CARDS), "/Figure", "/Figure",
        "/H1", *["/P"] * len(samples.RTL_CARDS), "/Figure", "/Figure",
    ]  # fmt: skip


def test_sheets_of_one_title_are_one_section(engine: TextEngine) -> None:
    sheets = [samples.sheet(engine, title=title) for title in ("a", "a", "b")]
    (data,) = document.files(samples.job(*sheets))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        sections = pdf.Root.StructTreeRoot.K.K
        assert [str(section.T) for section in sections] == ["a", "b"]


def test_figures_have_words_and_a_place(pdf: Any) -> None:
    figures = [element for element in elements(pdf) if pikepdf.Name.Figure == element.S]
    assert [str(figure.Alt) for figure in figures[:2]] == ["The feeling of Anna rises.", "Anna"]
    assert [float(edge) for edge in figures[0].A.BBox] == [20, 30, 320, 90]


def test_right_to_left_text_is_told_as_it_is_spoken(pdf: Any) -> None:
    spoken = [str(e.ActualText) for e in elements(pdf) if "/ActualText" in e]
    assert spoken == list(samples.RTL_CARDS)


def test_decorations_are_not_read(engine: TextEngine) -> None:
    sheet = samples.sheet(engine)
    groups = tuple(
        replace(group, reading=Reading.DECORATION, alt=None) for group in sheet.drawing.groups
    )
    (data,) = document.files(
        samples.job(replace(sheet, drawing=replace(sheet.drawing, groups=groups)))
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert {tag for tag, _mcid, _count in marks(pdf.pages[0])} == {"Artifact"}


def test_the_catalog_says_what_readers_need(pdf: Any) -> None:
    root = pdf.Root
    assert str(root.Lang) == "en"
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert {str(page.obj.Tabs) for page in pdf.pages} == {"/S"}
    assert [[float(edge) for edge in page.mediabox] for page in pdf.pages] == [[0, 0, 600, 400]] * 2


def test_facts_are_text_in_both_places(pdf: Any) -> None:
    title = "Visit <b>& more"
    assert str(pdf.docinfo.Title) == title
    assert str(pdf.docinfo.Producer) == "Journey Mapper"
    assert str(pdf.docinfo.CreationDate) == "D:20000101000000Z"
    with pdf.open_metadata() as facts:
        assert facts["dc:title"] == title
        assert facts["pdf:Producer"] == "Journey Mapper"
        assert facts["pdfuaid:part"] == "1"
        assert facts["xmp:CreateDate"] == "2000-01-01T00:00:00Z"


def test_the_day_can_be_told(engine: TextEngine) -> None:
    job = replace(samples.job(samples.sheet(engine)), day=date(2026, 5, 12))
    with pikepdf.open(io.BytesIO(document.files(job)[0])) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20260512000000Z"


def test_bookmarks_lead_to_their_places(data: bytes) -> None:
    reader = pypdf.PdfReader(io.BytesIO(data))
    outline: Any = reader.outline
    assert [outline[0].title, outline[1][0].title] == ["Visit", "First (stage)"]
    assert [outline[2].title, outline[3][0].title] == ["Other", "First (stage)"]
    assert reader.get_destination_page_number(outline[3][0]) == 1
    assert outline[1][0].top == 340


def test_bookmarks_that_skip_a_level_still_hang_together(engine: TextEngine) -> None:
    marks = tuple(Bookmark(f"m{i}", level, 0) for i, level in enumerate((1, 3, 2, 0, 2)))
    (data,) = document.files(samples.job(replace(samples.sheet(engine), bookmarks=marks)))

    def titles(outline: Any) -> Any:
        return [titles(o) if isinstance(o, list) else o.title for o in outline]

    outline = pypdf.PdfReader(io.BytesIO(data)).outline
    assert titles(outline) == ["m0", ["m1", "m2"], "m3", ["m4"]]


def test_nothing_in_the_file_runs_or_leads_elsewhere(data: bytes) -> None:
    for word in (b"/JavaScript", b"/URI", b"/Launch", b"/Annots", b"/OpenAction", b"/EmbeddedFile"):
        assert word not in data


def test_a_page_that_is_too_long_is_refused(engine: TextEngine) -> None:
    sheet = replace(samples.sheet(engine), width_pt=14_401)
    with pytest.raises(UserError, match="5080 mm"):
        document.files(samples.job(sheet))


def test_nothing_to_print_is_told() -> None:
    with pytest.raises(UserError, match="nothing to print"):
        document.files(samples.job())


def test_words_for_a_figure_are_told_on_one_line(engine: TextEngine) -> None:
    sheet = samples.sheet(engine)
    groups = tuple(
        replace(group, alt=_("a\n{x}", x="b\x00\ud800")) if group.alt else group
        for group in sheet.drawing.groups
    )
    (data,) = document.files(
        samples.job(replace(sheet, drawing=replace(sheet.drawing, groups=groups)))
    )
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert str(elements(pdf)[-1].Alt) == "a b\ufffd\ufffd"
