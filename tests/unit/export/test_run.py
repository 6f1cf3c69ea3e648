"""Whole maps are exported from the worked example."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.paper import paper
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples

A3 = ExportOptions(paper("a3"), date(2026, 11, 21))


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    numbers = itertools.count(1)
    tx = Tx(Snapshot.of(), lambda: f"{next(numbers):06}")
    fill_from_example(tx, read_example(samples.RESOURCES.examples, samples.RESOURCES.templates))
    return Snapshot.of().with_changes(tx.changes)


def services(engine: TextEngine, warnings: list[Message] | None = None) -> ExportServices:
    return ExportServices(
        engine=engine,
        tokens=samples.TOKENS,
        icons=samples.ICONS,
        fonts_dir=samples.RESOURCES.fonts,
        catalogue=ENGLISH,
        pictures=samples.picture,
        warn=(warnings if warnings is not None else []).append,
    )


def map_ids(snapshot: Snapshot) -> Sequence[str]:
    return [journey.id for journey in queries.maps(snapshot)]


def renamed(snapshot: Snapshot, name: str) -> Snapshot:
    """The snapshot with another name for its first step."""
    entities = [entity for kind in snapshot._tables.values() for entity in kind.values()]
    step = next(entity for entity in entities if isinstance(entity, Touchpoint))
    return Snapshot.of([replace(step, name=name) if e is step else e for e in entities])


def test_every_step_is_in_the_pdf_once(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    out = tmp_path / "map.pdf"
    assert export_map(snapshot, map_ids(snapshot), out, A3, services(engine)) == [out]
    reader = pypdf.PdfReader(out)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    steps = queries.touchpoints_of_map(snapshot, map_ids(snapshot)[0])
    assert len(steps) == 14
    numbers = queries.numbers(snapshot, map_ids(snapshot)[0])
    for step in steps:
        assert step.name in text
        assert text.split().count(numbers[step.id]) == 1
    assert reader.metadata is not None
    assert reader.metadata.title == snapshot.get(JourneyMap, map_ids(snapshot)[0]).title


def test_two_exports_are_equal(snapshot: Snapshot, engine: TextEngine, tmp_path: Path) -> None:
    for suffix in ("pdf", "svg", "png"):
        one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
        export_map(snapshot, map_ids(snapshot), one, A3, services(engine))
        export_map(snapshot, map_ids(snapshot), two, A3, services(engine))
        assert one.read_bytes() == two.read_bytes()


def test_characters_that_cannot_be_shown_are_told(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    warnings: list[Message] = []
    odd = renamed(snapshot, "Call 😀 旅")
    export_map(odd, map_ids(odd), tmp_path / "a.pdf", A3, services(engine, warnings))
    assert [str(warning) for warning in warnings] == [
        "Some characters are shown as an empty box: 😀 旅"
    ]


def test_a_wrong_name_is_told_before_any_work(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    with pytest.raises(UserError, match="not a kind of file"):
        export_map(snapshot, map_ids(snapshot), tmp_path / "a.doc", A3, services(engine))
    with pytest.raises(UserError, match="does not exist"):
        export_map(snapshot, ["?"], tmp_path / "no" / "a.pdf", A3, services(engine))


def test_a_map_that_does_not_fit_leaves_the_old_file(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    out = tmp_path / "map.pdf"
    out.write_bytes(b"old")
    long = renamed(snapshot, "word " * 3000)
    with pytest.raises(UserError):
        export_map(long, map_ids(long), out, A3, services(engine))
    assert out.read_bytes() == b"old"
