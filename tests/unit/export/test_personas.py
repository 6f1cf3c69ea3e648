"""Cards of personas in a file: one tagged page each, nothing hidden; as data all is read again."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from journeymapper.document import operations
from journeymapper.document.bringing_personas import bring_in_personas
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel, Persona
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import NoteSection, PersonaStatus, SourceKind
from journeymapper.domain.message import Message
from journeymapper.domain.persona_card import EMOTIONS, notes_in
from journeymapper.domain.persona_draft import NOTE_FIELDS, PERSONA_FIELDS, SHARE_FIELDS
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.paper import paper
from journeymapper.drawing.persona_card.pages import persona_sheets
from journeymapper.export.personas import export_personas
from journeymapper.export.personas_data import personas_csv, personas_json
from journeymapper.export.run import ExportOptions, ExportServices
from journeymapper.importing.personas_csv import read_personas_csv
from journeymapper.importing.personas_json import read_personas_json
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.persona_card.test_pages import check_sound
from tests.unit.export import samples
from tests.unit.export.test_pdf_structure import elements

A4 = ExportOptions(paper("a4"), date(2026, 5, 12))


def new_tx(snapshot: Snapshot | None = None, first: int = 1) -> Tx:
    numbers = itertools.count(first)
    return Tx(snapshot or Snapshot.of(), lambda: f"{next(numbers):06}")


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    """The worked example with a hidden note, a citation and a persona that is not used any more."""
    tx = new_tx()
    fill_from_example(tx, read_example(samples.RESOURCES.examples, samples.RESOURCES.templates))
    anna = queries.personas(tx.snapshot)[0].id
    operations.add_note(
        tx,
        anna,
        NoteSection.DEMOGRAPHIC,
        "income",
        "SECRET INCOME",
        hidden=True,
    )
    operations.add_note(
        tx,
        anna,
        NoteSection.GOAL,
        "",
        "Fewer phone calls",
        source=SourceKind.INTERVIEW,
        n=3,
        date="2026-03-15",
        citation="Talks in March",
    )
    rule = ("channel = Phone", '"Is it >= 2 km?" != "no"')
    operations.change_persona(tx, anna, answers=rule)
    old = operations.add_persona(tx, "Otto of old")
    operations.set_persona_status(tx, old, PersonaStatus.RETIRED)
    return tx.finished()


def written(
    snapshot: Snapshot, engine: TextEngine, out: Path, options: ExportOptions = A4
) -> tuple[list[Path], list[Message]]:
    warnings: list[Message] = []
    services = ExportServices(
        engine=engine,
        tokens=samples.TOKENS,
        icons=samples.ICONS,
        fonts_dir=samples.RESOURCES.fonts,
        catalogue=ENGLISH,
        pictures=samples.picture,
        warn=warnings.append,
    )
    return export_personas(snapshot, out, options, services), warnings


@pytest.fixture(scope="module")
def made(snapshot: Snapshot, engine: TextEngine, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    out = tmp_path_factory.mktemp("cards") / "cards.pdf"
    written(snapshot, engine, out)
    return out.read_bytes()


def page_text(data: bytes, page: int) -> str:
    file = pypdfium2.PdfDocument(data)
    try:
        return " ".join(str(file[page].get_textpage().get_text_range()).split())
    finally:
        file.close()


def test_there_is_one_tagged_page_for_each_persona_in_use_the_main_one_first(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert len(pdf.pages) == 2
        sections = pdf.Root.StructTreeRoot.K.K
        titles = [str(section.T) for section in sections]
        assert titles == ["Anna, working mother", "Walter, 71, anxious patient"]
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == titles
        pages = [pdf.pages[i].obj.objgen for i in range(2)]
        for section, page in zip(sections, pages, strict=True):
            assert {kid.Pg.objgen for kid in section.K} == {page}
            assert [str(kid.S) for kid in section.K].count("/H1") == 1


def test_a_full_card_takes_one_small_page_and_stays_readable(
    snapshot: Snapshot, engine: TextEngine
) -> None:
    setting = MapSetting(engine, samples.TOKENS, ENGLISH)
    made = persona_sheets(snapshot, setting, paper("a5"), date(2026, 5, 12))
    assert [sheet.title for sheet in made] == [
        "Anna, working mother",
        "Walter, 71, anxious patient",
    ]
    check_sound(made)


def test_the_eight_fields_are_read_in_their_order(made: bytes) -> None:
    labels = [str(label) for label in EMOTIONS.values()]
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for page in pdf.pages:
            said = [str(e.Alt) for e in elements(pdf) if "/Alt" in e and e.Pg.objgen == page.objgen]
            found = [s.partition(":")[0] for s in said if s.partition(":")[0] in labels]
            assert found == labels


def test_the_card_says_what_is_known_and_by_whom(made: bytes) -> None:
    text = page_text(made, 0)
    for words in (
        "Main persona",
        "EXAMPLE",
        "Repeating what the dentist already said",
        "34 patients",
        "a guess",
        "55\u00a0% of the contact would have to move",
        "We do not offer Chat",
        "Anna on the map",
        "Worst: 6.1",
        "Talks in March, 15 March 2026",
        "Printed 12 May 2026",
    ):
        assert " ".join(words.split()) in text.replace("\u00a0", " ")
    assert "Otto" not in text


def test_hidden_statements_are_on_no_paper_and_sources_not_on_that_of_clients(
    snapshot: Snapshot, engine: TextEngine, made: bytes, tmp_path: Path
) -> None:
    assert "SECRET" not in page_text(made, 0)
    out = tmp_path / "client.pdf"
    written(snapshot, engine, out, replace(A4, audience="client"))
    text = page_text(out.read_bytes(), 0)
    assert "Fewer phone calls" in text
    assert "SECRET" not in text
    assert "Talks in March" not in text


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_data_for_clients_has_no_hidden_statements_and_no_sources(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path, suffix: str
) -> None:
    for audience, expected in (("internal", True), ("client", False)):
        out = tmp_path / f"{audience}{suffix}"
        written(snapshot, engine, out, replace(A4, audience=audience))
        text = out.read_text("utf-8-sig")
        assert "Fewer phone calls" in text
        assert ("SECRET INCOME" in text) is expected
        assert ("Talks in March" in text) is expected


def test_pictures_are_numbered_and_an_unknown_suffix_makes_nothing(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    paths, _warnings = written(snapshot, engine, tmp_path / "card.svg")
    assert [path.name for path in paths] == ["card-1.svg", "card-2.svg"]
    with pytest.raises(UserError, match="not a kind of file"):
        written(snapshot, engine, tmp_path / "card.docx")
    assert len(list(tmp_path.iterdir())) == 2


def test_without_a_persona_there_is_nothing_to_print(engine: TextEngine, tmp_path: Path) -> None:
    tx = new_tx()
    operations.add_project(tx, title="Visit")
    with pytest.raises(UserError, match="no persona to print"):
        written(tx.finished(), engine, tmp_path / "card.pdf")
    assert not list(tmp_path.iterdir())


# data, out and in ---------------------------------------------------------------------


def facts(snapshot: Snapshot, *, csv_only: bool = False) -> list[Any]:
    """All of the personas that a file has, without ids and positions."""
    found = []
    for persona in queries.personas(snapshot):
        notes = [
            [getattr(note, name) for name in NOTE_FIELDS]
            for section in NoteSection
            for note in notes_in(snapshot, persona.id, section)
        ]
        shares = []
        for share in queries.channel_shares(snapshot, persona.id):
            channel = snapshot.get(Channel, share.channel)
            kind = None if csv_only else (channel.kind, channel.icon)
            shares.append([channel.name, kind, *(getattr(share, n) for n in SHARE_FIELDS)])
        found.append([[getattr(persona, name) for name in PERSONA_FIELDS], notes, shares])
    return found


def blank(drafts: Sequence[Any]) -> Snapshot:
    tx = new_tx(first=500)
    operations.add_project(tx, title="Other")
    bring_in_personas(tx, drafts)
    return tx.finished()


def with_odd_texts(snapshot: Snapshot) -> Snapshot:
    tx = new_tx(snapshot, first=900_000)
    walter = queries.personas(snapshot)[1].id
    lines = 'two\nlines; and, "more"'
    for text in ("=1+1", "'=1", "-5", "+49 30", "@you", lines, " a ", "'quoted'"):
        operations.add_note(tx, walter, NoteSection.BRAND, text[:3], text, intensity=0)
    operations.change_persona(tx, walter, reviewed_at="2026-03-15", valid_until="2027-03-15")
    operations.add_persona(tx, "Walter, 71, anxious patient", about="=cmd()")
    return tx.finished()


def test_json_gives_back_equal_personas(snapshot: Snapshot) -> None:
    whole = with_odd_texts(snapshot)
    read = read_personas_json(personas_json(whole, samples.picture, client=False))
    assert (read.notes, read.problems) == ((), ())
    (*before, twin) = facts(whole)
    (*after, other) = facts(blank(read.checked()))
    assert after == before
    assert other[0][0] == "Walter, 71, anxious patient (2)"
    assert other[0][1:] == twin[0][1:]


def test_channels_are_written_in_their_order_whatever_their_ids_are(snapshot: Snapshot) -> None:
    def channels(of: Snapshot) -> list[list[str]]:
        data = json.loads(personas_json(of, samples.picture, client=False))
        return [[c["channel"] for c in p["channels"]] for p in data["personas"]]

    data = personas_json(snapshot, samples.picture, client=False)
    again = blank(read_personas_json(data).checked())
    assert any(channels(snapshot))
    assert channels(again) == channels(snapshot)


def test_csv_gives_back_what_its_columns_have(snapshot: Snapshot) -> None:
    whole = with_odd_texts(snapshot)
    read = read_personas_csv(personas_csv(whole, client=False))
    assert (read.notes, read.problems) == ((), ())
    (*before, _twin) = facts(whole, csv_only=True)
    (*after, other) = facts(blank(read.checked()), csv_only=True)
    assert after == before
    assert other[0][0] == "Walter, 71, anxious patient (2)"


def test_no_cell_of_the_csv_runs_as_a_formula(snapshot: Snapshot) -> None:
    text = personas_csv(with_odd_texts(snapshot), client=False).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_the_csv_export_says_what_it_leaves_out(
    snapshot: Snapshot, engine: TextEngine, tmp_path: Path
) -> None:
    _paths, warnings = written(snapshot, engine, tmp_path / "p.csv")
    assert [str(one) for one in warnings] == [
        "CSV leaves out portraits, and of what kind channels are. JSON has them."
    ]


def test_a_portrait_travels_in_json_and_where_it_was_taken_does_not(snapshot: Snapshot) -> None:
    tx = new_tx(snapshot, first=900_000)
    anna = queries.personas(snapshot)[0].id
    photo = operations.attach(tx, samples.picture("photo"), "image/jpeg")
    operations.change_persona(tx, anna, portrait=photo)
    data = personas_json(tx.finished(), lambda _id: samples.picture("photo"), client=False)
    read = read_personas_json(data)
    assert read.drafts[0].portrait is not None
    content, media_type = read.drafts[0].portrait
    assert media_type == "image/jpeg"
    assert b"SECRET PLACE" not in content
    brought = blank(read.checked())
    assert queries.personas(brought)[0].portrait is not None


def test_a_main_persona_that_is_there_stays_the_main_one(snapshot: Snapshot) -> None:
    read = read_personas_json(personas_json(snapshot, samples.picture, client=False))
    tx = new_tx(snapshot, first=900_000)
    bring_in_personas(tx, read.checked())
    found = tx.finished()
    names = [persona.name for persona in queries.personas(found)]
    assert names[0] == "Anna, working mother"
    assert "Anna, working mother (2)" in names
    assert [p.name for p in found.table(Persona).values() if p.primary] == [names[0]]


def test_a_broken_portrait_and_unknown_names_are_left_out_and_told() -> None:
    plain = {
        "journey-mapper": "personas",
        "version": 1,
        "personas": [
            {
                "name": "Bo \ud800",
                "shoes": 43,
                "portrait": {"media_type": "image/png", "base64": "bm8="},
                "notes": [{"section": "goal", "key": "", "text": "Be\ud800fore", "x": 1}],
            }
        ],
    }
    read = read_personas_json(json.dumps(plain).encode())
    assert read.drafts[0].persona.name == "Bo"
    assert read.drafts[0].notes[0].text == "Before"
    assert [str(note) for note in read.notes] == [
        "Persona 1: “shoes” is not known and is left out.",
        "Persona 1, notes 1: “x” is not known and is left out.",
        "Persona 1: the portrait cannot be read and is left out.",
    ]
