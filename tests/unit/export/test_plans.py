"""Plans on paper and as a table: what a reader and a machine find in the files."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pikepdf
import pypdf
import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.paper import paper
from journeymapper.export.plans import export_plans
from journeymapper.export.run import ExportOptions, ExportServices
from journeymapper.importing.tables.reading import read_table
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.analysis.measured import new_tx
from tests.unit.export import samples
from tests.unit.export.test_example_map import marks_below, plain

TODAY = datetime.date(2026, 5, 20)
TITLES = ("=1+1", "Order stickers", "Write the chart", "Ask Dr Okafor")


@pytest.fixture
def tx() -> Tx:
    made = new_tx()
    operations.add_project(made, title="Visit")
    mara = operations.add_participant(made, "Mara")
    plan = operations.add_plan(made, "Keep return dates", owner=mara, due="2026-05-15")
    for title, day in zip(TITLES, ("2026-05-01", "2026-05-22", "2026-06-01", ""), strict=True):
        operations.add_task(made, title, plan, due=day)
    return made


def export(tx: Tx, engine: TextEngine, out: Path, *parts: str) -> bytes:
    warnings: list[Message] = []
    services = ExportServices(
        engine, samples.TOKENS, IconSet.load(samples.RESOURCES.icons), samples.RESOURCES.fonts,
        ENGLISH, lambda _id: b"", warnings.append,
    )  # fmt: skip
    options = ExportOptions(paper("a4"), TODAY)
    (made,) = export_plans(tx.snapshot, Counts({}), out, options, services, parts)
    assert warnings == []
    return made.read_bytes()


def test_names_are_read_once_and_in_order_and_all_content_is_in_the_structure(
    tx: Tx, engine: TextEngine, tmp_path: Path
) -> None:
    data = export(tx, engine, tmp_path / "plan.pdf", "list")
    (page,) = pypdf.PdfReader(io.BytesIO(data)).pages
    text = plain(page.extract_text())
    assert [text.count(title) for title in TITLES] == [1] * len(TITLES)
    places = [text.index(title) for title in TITLES[:3]]
    assert places == sorted(places)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        reached = sorted(marks_below(pdf.Root.StructTreeRoot, pdf))
        marked = sorted(
            (number, int(line.operands[1].MCID))
            for number, one in enumerate(pdf.pages)
            for line in pikepdf.parse_content_stream(one)
            if str(line.operator) == "BDC" and "/MCID" in line.operands[1]
        )
    assert marked
    assert reached == marked
    assert export(tx, engine, tmp_path / "again.pdf", "list") == data


def test_only_what_says_something_is_made(tx: Tx, engine: TextEngine, tmp_path: Path) -> None:
    data = export(tx, engine, tmp_path / "plan.pdf")
    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert len(texts) == 3
    assert ["Who does what" in texts[0], "Roadmap" in texts[2]] == [True, True]


def test_the_table_holds_dates_and_texts_that_stay_texts(
    tx: Tx, engine: TextEngine, tmp_path: Path
) -> None:
    data = export(tx, engine, tmp_path / "plan.xlsx")
    table = read_table(data)
    what, due = table.header.index("What"), table.header.index("By when")
    assert [row[what] for row in table.rows] == ["Keep return dates", *TITLES]
    assert table.rows[1][due] == datetime.date(2026, 5, 1)
    assert table.rows[4][due] is None
    assert export(tx, engine, tmp_path / "again.xlsx") == data


def test_other_kinds_of_files_are_refused(tx: Tx, engine: TextEngine, tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        export(tx, engine, tmp_path / "plan.docx")
    assert ".xlsx" in str(refused.value.hint)
