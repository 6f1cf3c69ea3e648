"""The printed map of the worked example: what a reader, a machine and an eye find on it."""

from __future__ import annotations

import dataclasses
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest

from journeymapper.app.resources import find
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.map.pages import sheets
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.paper import paper
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine

PAPERS = ("single", "a3", "a4", "letter", "tabloid")
TODAY = date(2026, 5, 26)
FILES = find()
TOKENS = Tokens.load(FILES.tokens)


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    ids = (f"id-{number:05}" for number in range(100_000))
    tx = Tx(Snapshot.of(), ids.__next__)
    example = read_example(FILES.examples, FILES.templates)
    fill_from_example(tx, example, created="2026-05-01", language="en")
    return tx.finished()


def steps_of(snapshot: Snapshot) -> tuple[Touchpoint, ...]:
    (journey,) = queries.maps(snapshot)
    return queries.touchpoints_of_map(snapshot, journey.id)


def pdf_of(snapshot: Snapshot, engine: TextEngine, folder: Path, size: str) -> bytes:
    (journey,) = queries.maps(snapshot)
    services = ExportServices(
        engine, TOKENS, IconSet.load(FILES.icons), FILES.fonts, ENGLISH, refuse, be_silent
    )
    options = ExportOptions(paper(size), TODAY)
    (made,) = export_map(snapshot, [journey.id], folder / f"{size}.pdf", options, services)
    return made.read_bytes()


def refuse(_attachment: str) -> bytes:
    raise AssertionError("the example has no pictures")


def be_silent(warning: Message) -> None:
    raise AssertionError(warning)


def read_with_pdfium(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return " ".join(page.get_textpage().get_text_range() for page in pages)


def read_with_pypdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def plain(text: str) -> str:
    """One line; a word that was parted at a hyphen is whole again."""
    text = re.sub(r"[\u00ad\ufffe\u2010-](?:\s*[\r\n]\s*|\u0002)", "", text)
    return re.sub(r"\s+", " ", text.replace("\u0002", ""))


@pytest.mark.parametrize("size", PAPERS)
@pytest.mark.parametrize("read", [read_with_pdfium, read_with_pypdf])
def test_each_step_is_read_once_in_the_order_of_the_journey(
    snapshot: Snapshot,
    engine: TextEngine,
    tmp_path: Path,
    size: str,
    read: Callable[[bytes], str],
) -> None:
    text = plain(read(pdf_of(snapshot, engine, tmp_path, size)))
    names = [step.name for step in steps_of(snapshot)]
    assert [text.count(name) for name in names] == [1] * len(names)
    places = [text.index(name) for name in names]
    assert places == sorted(places)


@pytest.mark.parametrize("size", PAPERS)
def test_every_marked_content_is_in_the_structure(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path, size: str
) -> None:
    with pikepdf.open(io.BytesIO(pdf_of(snapshot, engine, tmp_path, size))) as pdf:
        reached = sorted(marks_below(pdf.Root.StructTreeRoot, pdf))
        marked = sorted(
            (number, int(line.operands[1].MCID))
            for number, page in enumerate(pdf.pages)
            for line in pikepdf.parse_content_stream(page)
            if str(line.operator) == "BDC" and "/MCID" in line.operands[1]
        )
    assert marked
    assert reached == marked


def marks_below(element: Any, pdf: pikepdf.Pdf) -> list[tuple[int, int]]:
    """Return (page, mark) of all marked content under a structure element."""
    kids = element.get("/K", pikepdf.Array())
    found: list[tuple[int, int]] = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/MCR":
            found += marks_below(kid, pdf)
        else:
            mark = kid.MCID if isinstance(kid, pikepdf.Dictionary) else kid
            page = element.get("/Pg", None) or kid.Pg
            index: Any = pikepdf.Page(page).index
            found.append((index, int(mark)))
    return found


@pytest.mark.parametrize("size", PAPERS)
def test_each_step_has_ink_in_its_box(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path, size: str
) -> None:
    scale = 2
    (journey,) = queries.maps(snapshot)
    setting = MapSetting(engine, TOKENS, ENGLISH)
    pages = sheets(snapshot, journey.id, setting, paper(size), TODAY)
    pictures = [
        page.render(scale=scale).to_pil().convert("L")
        for page in pypdfium2.PdfDocument(pdf_of(snapshot, engine, tmp_path, size))
    ]
    seen = []
    for sheet, picture in zip(pages, pictures, strict=True):
        for group in sheet.drawing.groups:
            if group.key.startswith("step:") and group.entity:
                box = group.box.inset(4)
                edges = (box.x, box.y, box.right, box.bottom)
                dark = picture.crop(tuple(round(edge * scale) for edge in edges)).getextrema()[0]
                assert dark < 100, group.key
                seen.append(group.entity)
    assert seen == [step.id for step in steps_of(snapshot)]


@pytest.mark.parametrize("read", [read_with_pdfium, read_with_pypdf])
def test_renaming_one_step_changes_only_its_text(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path, read: Callable[[bytes], str]
) -> None:
    step = next(s for s in steps_of(snapshot) if s.name == "Greeting")
    renamed = dataclasses.replace(step, name="Welcome")
    after = snapshot.with_changes([Change(Touchpoint, step.id, step, renamed)])
    before_text = plain(read(pdf_of(snapshot, engine, tmp_path, "a3")))
    after_text = plain(read(pdf_of(after, engine, tmp_path, "a3")))
    assert after_text == before_text.replace("Greeting", "Welcome")
