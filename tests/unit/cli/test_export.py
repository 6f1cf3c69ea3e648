"""``export``: every format and paper, all maps or one, and refusals that leave nothing behind."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from journeymapper.document.operations.cards import add_card
from journeymapper.document.operations.maps import add_map, rename_map
from journeymapper.document.operations.stages import add_stage
from journeymapper.document.operations.touchpoints import add_touchpoint
from journeymapper.domain import queries
from journeymapper.domain.message import _
from tests.unit.cli.conftest import Shell


def text_of(pdf: Path) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        text = " ".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()
    return " ".join(text.split())


def bookmarks(pdf: Path) -> list[str]:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return [mark.get_title() for mark in opened.get_toc()]
    finally:
        opened.close()


def with_second_map(shell: Shell, title: str) -> Path:
    path = shell.example()
    document = shell.opened(path)
    with document.step(_("Add a map")) as tx:
        made = add_map(tx, title)
        stage = add_stage(tx, made, "Other stage")
        add_touchpoint(tx, stage, "Other step")
    document.close()
    return path


@pytest.mark.parametrize(
    ("name", "start"),
    [("map.pdf", b"%PDF-"), ("map.png", b"\x89PNG"), ("map.svg", b"<"), ("MAP.PDF", b"%PDF-")],
)
def test_each_format(shell: Shell, name: str, start: bytes) -> None:
    path, out = shell.example(), shell.folder / name
    assert shell.ok("export", path, "-o", out).out == f"Made {out}.\n"
    assert out.read_bytes().startswith(start)
    assert shell.files() == sorted([path.name, name])


@pytest.mark.parametrize("paper", ["single", "a4", "a3", "letter", "900x600mm"])
def test_the_story_is_on_every_paper(shell: Shell, paper: str) -> None:
    path, out = shell.example(), shell.folder / "map.pdf"
    shell.ok("export", path, "-o", out, "--paper", paper)
    text = text_of(out)
    for words in ("Rebooking at the desk", "Linden Dental Practice", "Nobody looks up"):
        assert words in text


def test_the_date_is_the_one_that_was_asked_for(shell: Shell) -> None:
    path, out = shell.example(), shell.folder / "map.pdf"
    shell.ok("export", path, "-o", out, "--today", "2031-02-03")
    assert "3 February 2031" in text_of(out)


def test_the_same_request_gives_the_same_bytes(shell: Shell) -> None:
    path = shell.example()
    one, two = shell.folder / "one.pdf", shell.folder / "two.pdf"
    for out in (one, two):
        shell.ok("export", path, "-o", out, "--today", "2026-05-12", "--paper", "a3")
    assert one.read_bytes() == two.read_bytes()


def test_several_maps_make_one_document(shell: Shell) -> None:
    path, out = with_second_map(shell, "Second"), shell.folder / "map.pdf"
    shell.ok("export", path, "-o", out)
    text = text_of(out)
    assert "Rebooking" in text
    assert "Other step" in text
    assert {"Patient journey", "Second"} <= set(bookmarks(out))


def test_one_map_by_its_title(shell: Shell) -> None:
    path, out = with_second_map(shell, "Second"), shell.folder / "map.pdf"
    shell.ok("export", path, "-o", out, "--map", "second")
    assert "Other step" in text_of(out)
    assert "Rebooking" not in text_of(out)


def test_a_title_of_two_maps_is_refused(shell: Shell) -> None:
    path = with_second_map(shell, "Patient journey")
    complaint = shell.run(
        "export", path, "-o", shell.folder / "map.pdf", "--map", "Patient journey"
    ).complaint
    assert complaint == "2 maps are called “Patient journey”. Give them different titles first."
    assert shell.files() == [path.name]


def test_an_unknown_title_is_answered_with_the_known_ones(shell: Shell) -> None:
    path = with_second_map(shell, "Second")
    complaint = shell.run("export", path, "-o", shell.folder / "m.pdf", "--map", "<b>").complaint
    assert complaint == "There is no map “<b>”. There are: “Patient journey”, “Second”."


@pytest.mark.parametrize(
    ("out", "sentence"),
    [
        ("map.docx", "“map.docx” is not a kind of file this can be exported to."),
        ("map", "“map” is not a kind of file this can be exported to."),
        ("maps/map.pdf", "does not exist"),
        ("taken.pdf", "is a folder"),
        ("x" * 300 + ".pdf", "The name of the file is too long."),
    ],
)
def test_a_place_that_cannot_be_is_one_sentence(shell: Shell, out: str, sentence: str) -> None:
    path = shell.example()
    (shell.folder / "taken.pdf").mkdir()
    assert sentence in shell.run("export", path, "-o", shell.folder / out).complaint
    assert shell.files() == [path.name, "taken.pdf"]


@pytest.mark.parametrize("paper", ["a9", "", "0x0mm", "<b>", "99999x99999mm", "a4x"])
def test_a_paper_that_is_none_is_one_sentence(shell: Shell, paper: str) -> None:
    path = shell.example()
    assert shell.run("export", path, "-o", shell.folder / "m.pdf", "--paper", paper).complaint
    assert shell.files() == [path.name]


def test_the_document_itself_is_never_written_over(shell: Shell) -> None:
    path = shell.example("practice.pdf")
    before = path.read_bytes()
    assert "would replace" in shell.run("export", path, "-o", path).complaint
    link = shell.folder / "link.pdf"
    link.symlink_to(path)
    assert "would replace" in shell.run("export", path, "-o", link).complaint
    assert path.read_bytes() == before


def test_an_older_export_is_replaced_as_a_whole(shell: Shell) -> None:
    path, out = shell.example(), shell.folder / "map.pdf"
    out.write_bytes(b"old")
    shell.ok("export", path, "-o", out)
    assert out.read_bytes().startswith(b"%PDF-")
    assert shell.files() == ["map.pdf", path.name]


@pytest.mark.parametrize("name", ["m 50% #1?.pdf", "Karte 🦷.pdf", "خريطة.pdf"])
def test_names_are_taken_as_they_are(shell: Shell, name: str) -> None:
    shell.ok("export", shell.example(), "-o", shell.folder / name)
    assert name in shell.files()


HARD = ("<b>{x}</b> & %s", "رحلة عברית", "o\u0301" * 30, "a\0b\ud800c", "👩🏽‍⚕️", "x" * 100_00, "")


def test_texts_from_hard_places_are_printed(shell: Shell) -> None:
    path, out = shell.example(), shell.folder / "map.pdf"
    document = shell.opened(path)
    lane = queries.lanes(document.snapshot, queries.maps(document.snapshot)[0].id)[0]
    stage = queries.stages(document.snapshot, lane.map)[0]
    with document.step(_("Write")) as tx:
        rename_map(tx, lane.map, HARD[0])
        for text in HARD:
            add_card(tx, lane.id, text, stage=stage.id)
    document.close()
    result = shell.run("export", path, "-o", out)
    assert result.code == 0
    assert "<b>{x}</b> & %s" in text_of(out)


def test_empty_maps_can_be_printed(shell: Shell) -> None:
    path = shell.folder / "blank.journey"
    shell.ok("new", path)
    shell.ok("export", path, "-o", shell.folder / "blank.pdf", "--paper", "a4")
    assert "Customer journey" in text_of(shell.folder / "blank.pdf")


@pytest.mark.parametrize("key", ["dental", "hotel", "tv_support", "b2b_account"])
def test_templates_can_be_printed(shell: Shell, key: str) -> None:
    path, out = shell.folder / "t.journey", shell.folder / "t.pdf"
    shell.ok("new", path, "--template", key)
    shell.ok("export", path, "-o", out, "--paper", "a3")
    assert "EXAMPLE" not in text_of(out)


def test_the_example_says_so_on_paper(shell: Shell) -> None:
    out = shell.folder / "map.pdf"
    shell.ok("export", shell.example(), "-o", out)
    assert "EXAMPLE" in text_of(out)


def test_self_test_tries_every_part_and_leaves_nothing(shell: Shell) -> None:
    lines = shell.ok("self-test").out.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("ok: ") for line in lines)
    assert shell.files() == []
    assert shell.left_behind() == []


def process(home: Path, *argv: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "journeymapper", *map(str, argv)],
        env={**os.environ, "JOURNEYMAPPER_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_whole_way_in_real_processes(shell: Shell, tmp_path: Path) -> None:
    path, out = shell.folder / "p 1.journey", shell.folder / "m.pdf"
    for argv in (
        ("new", path, "--template", "dental", "--sample"),
        ("info", path, "--json"),
        ("check", path),
        ("export", path, "-o", out, "--paper", "a3"),
    ):
        done = process(tmp_path, *argv)
        assert (done.returncode, done.stderr) == (0, ""), argv
    assert out.read_bytes().startswith(b"%PDF-")
    assert shell.files() == ["m.pdf", "p 1.journey"]
    bad = process(tmp_path, "info", shell.folder / "none.journey")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert re.fullmatch(r"journeymapper: none\.journey: [^\n]+\n", bad.stderr)


def test_a_terminal_that_knows_few_characters(shell: Shell, tmp_path: Path) -> None:
    path = shell.folder / "Größe 🦷.journey"
    done = subprocess.run(
        [sys.executable, "-m", "journeymapper", "new", str(path)],
        env={
            **os.environ,
            "JOURNEYMAPPER_HOME": str(tmp_path),
            "PYTHONIOENCODING": "ascii",
        },
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Gr\\xf6\\xdfe \\U0001f9b7.journey" in done.stdout


def test_a_reader_that_stops_reading_is_no_failure(shell: Shell, tmp_path: Path) -> None:
    path = shell.example()
    with subprocess.Popen(
        [sys.executable, "-m", "journeymapper", "info", str(path), "--json"],
        env={**os.environ, "JOURNEYMAPPER_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize(
    ("paper", "sheets", "last"),
    [("wall", 8, "What we are mending"), ("blank", 8, "Sheet 8: dots")],
)
def test_sheets_for_a_wall_and_to_write_on(
    shell: Shell, paper: str, sheets: int, last: str
) -> None:
    path, one, two = shell.example(), shell.folder / "one.pdf", shell.folder / "two.pdf"
    for out in (one, two):
        shell.ok("export", path, "-o", out, "--paper", paper, "--today", "2026-03-18")
    assert one.read_bytes() == two.read_bytes()
    marks = bookmarks(one)
    assert marks[:2] == ["Patient journey", "Sheet 1: 1 Learn"]
    assert (len(marks), marks[-1]) == (sheets + 1, last)
    assert text_of(one).count("Waiting room") >= 1


def test_sheets_for_a_wall_as_numbered_pictures(shell: Shell) -> None:
    path = shell.example()
    made = shell.ok("export", path, "-o", shell.folder / "wall.svg", "--paper", "wall")
    assert made.out.count("Made ") == 8
    assert (shell.folder / "wall-8.svg").read_text("utf-8").startswith("<")


@pytest.mark.parametrize(
    ("tile", "place", "sheets", "size"),
    [
        (["--tile", "a4"], "", 9, (595, 841)),
        (["--tile"], "en_US.UTF-8", 9, (612, 792)),
    ],
)
def test_a_poster_in_tiles(
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    tile: list[str],
    place: str,
    sheets: int,
    size: tuple[int, int],
) -> None:
    monkeypatch.setenv("LC_ALL", place)
    path, out = shell.example(), shell.folder / "map.pdf"
    shell.ok("export", path, "-o", out, "--paper", "a2", *tile)
    opened = pypdfium2.PdfDocument(out)
    sizes = {(round(page.get_width()), round(page.get_height())) for page in opened}
    count = len(opened)
    opened.close()
    assert (count, sizes) == (sheets, {size})


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--tile", "a9"], "“a9” is not a paper for tiles. Choose one of a4, a3, letter, tabloid."),
        (["--paper", "wall", "--tile"], "These sheets are not cut into tiles."),
        (["--paper", "blank", "--tile", "a4"], "not cut into tiles"),
    ],
)
def test_tiles_that_cannot_be_are_one_sentence(
    shell: Shell, options: list[str], sentence: str
) -> None:
    path = shell.example()
    assert sentence in shell.run("export", path, "-o", shell.folder / "m.pdf", *options).complaint
    assert shell.files() == [path.name]
