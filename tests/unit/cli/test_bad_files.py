"""Files that are no documents, and documents that were damaged: one sentence, nothing changed."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Shell

COMMANDS = (
    ("info",),
    ("info", "--json"),
    ("history",),
    ("check",),
    ("check", "--json"),
    ("undo",),
    ("redo",),
    ("export", "-o", "out.pdf"),
)


def text(path: Path, _example: Path) -> str:
    path.write_text("name,score\nAnna,4\n", "utf-8")
    return "This is not a Journey Mapper file."


def empty(path: Path, _example: Path) -> str:
    path.touch()
    return "This file is empty."


def cut_short(path: Path, example: Path) -> str:
    whole = example.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    return "This file is damaged."


def header_only(path: Path, example: Path) -> str:
    path.write_bytes(example.read_bytes()[:100])
    return "This file is damaged."


def noise(path: Path, _example: Path) -> str:
    path.write_bytes(random.Random(1).randbytes(20_000))
    return "This is not a Journey Mapper file."


def noise_inside(path: Path, example: Path) -> str:
    whole = bytearray(example.read_bytes())
    whole[4096:] = random.Random(2).randbytes(len(whole) - 4096)
    path.write_bytes(whole)
    return "This file is damaged."


def of_another_program(path: Path, _example: Path) -> str:
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TABLE bookmarks (url TEXT)")
    raw.close()
    return "This file was made by another program."


def newer(path: Path, example: Path) -> str:
    shutil.copy(example, path)
    with sqlite3.connect(path) as raw:
        raw.execute("PRAGMA user_version = 9999")
    raw.close()
    return "This file was made by a newer version of Journey Mapper."


def with_a_trigger(path: Path, example: Path) -> str:
    shutil.copy(example, path)
    with sqlite3.connect(path) as raw:
        raw.execute("CREATE TRIGGER t AFTER INSERT ON card BEGIN DELETE FROM card; END")
    raw.close()
    return "This file holds something that Journey Mapper did not write."


def missing(_path: Path, _example: Path) -> str:
    return "This file is not there"


def folder(path: Path, _example: Path) -> str:
    path.mkdir()
    return "This is a folder, not a file."


def link_to_nothing(path: Path, _example: Path) -> str:
    path.symlink_to("nowhere.journey")
    return "This file is not there"


def pipe(path: Path, _example: Path) -> str:
    os.mkfifo(path)
    return "This is not an ordinary file."


KINDS = (
    text,
    empty,
    cut_short,
    header_only,
    noise,
    noise_inside,
    of_another_program,
    newer,
    with_a_trigger,
    missing,
    folder,
    link_to_nothing,
    pipe,
)


def content(folder: Path) -> dict[str, bytes | None]:
    return {p.name: p.read_bytes() if p.is_file() else None for p in folder.iterdir()}


@pytest.mark.parametrize("make", KINDS)
def test_it_is_refused_in_one_sentence_and_left_alone(
    shell: Shell, make: Callable[[Path, Path], str], tmp_path: Path
) -> None:
    example = shell.example()
    path = tmp_path / "strange.journey"
    expected = make(path, example)
    before = content(tmp_path)
    for command, *options in COMMANDS:
        argv = [tmp_path / o if o == "out.pdf" else o for o in options]
        complaint = shell.run(command, path, *argv).complaint
        assert complaint.startswith(f"strange.journey: {expected}"), command
        assert content(tmp_path) == before, command
    assert shell.left_behind() == []


def test_every_single_truncation_is_survived(shell: Shell, tmp_path: Path) -> None:
    whole = shell.example().read_bytes()
    path = tmp_path / "cut.journey"
    for size in range(0, len(whole), max(1, len(whole) // 40)):
        path.write_bytes(whole[:size])
        assert shell.run("info", path).complaint


def test_changed_bytes_end_in_a_sentence_or_in_a_result(shell: Shell, tmp_path: Path) -> None:
    whole = shell.example().read_bytes()
    path = tmp_path / "mutant.journey"
    chance = random.Random(3)
    for _round in range(25):
        mutant = bytearray(whole)
        for _byte in range(chance.randint(1, 16)):
            mutant[chance.randrange(len(mutant))] = chance.randrange(256)
        path.write_bytes(mutant)
        for command in ("info", "check", "history"):
            result = shell.run(command, path)
            assert result.code in (0, 1, 2)
            assert "Something went wrong inside" not in result.err, shell.log()
