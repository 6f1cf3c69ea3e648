"""Beginning a file: what is in it, and that nothing is made when something is wrong."""

import os
from pathlib import Path

import pytest

from journeymapper.domain.entities import Project
from tests.unit.cli.conftest import Shell

NAMES = ["a b.journey", "50% #1?.journey", "Praxis Müller 🦷.journey", "مريض.journey", "-x.journey"]


def test_blank(shell: Shell) -> None:
    path = shell.folder / "blank.journey"
    assert shell.ok("new", path).out == (f"Made {path}. stages: 0, steps: 0, moments of truth: 0\n")
    facts = shell.ok("info", path, "--json").json
    assert (facts["stages"], facts["touchpoints"], len(facts["maps"])) == (0, 0, 1)
    assert facts["steps"] == 1


@pytest.mark.parametrize(
    ("key", "stages", "steps", "moments"),
    [
        ("dental", 7, 14, 9),
        ("hotel", 6, 13, 10),
        ("tv_support", 5, 10, 7),
        ("ecommerce", 6, 13, 10),
        ("b2b_account", 6, 12, 8),
        ("hospital", 7, 15, 9),
        ("bank", 6, 14, 10),
        ("lifecycle", 6, 13, 10),
    ],
)
def test_from_a_template(shell: Shell, key: str, stages: int, steps: int, moments: int) -> None:
    path = shell.folder / f"{key}.journey"
    shell.ok("new", path, "--template", key)
    facts = shell.ok("info", path, "--json").json
    assert (facts["stages"], facts["touchpoints"], facts["moments_of_truth"]) == (
        stages,
        steps,
        moments,
    )
    assert (facts["feelings"], facts["cards"], facts["ratings"]) == (0, 0, 0)


def test_only_the_file_is_left(shell: Shell) -> None:
    path = shell.example()
    assert shell.files() == [path.name]
    assert shell.left_behind() == []


@pytest.mark.parametrize("name", NAMES)
def test_names_are_taken_as_they_are(
    shell: Shell, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(shell.folder)
    shell.ok("new", f"./{name}", "--template", "dental")
    assert shell.files() == [name]
    assert shell.ok("info", f"./{name}", "--json").json["touchpoints"] == 14


def test_a_file_that_is_there_is_kept(shell: Shell) -> None:
    path = shell.folder / "notes.txt"
    path.write_text("precious", "utf-8")
    assert shell.run("new", path).complaint == (
        "notes.txt: There is such a file already. Use --force to replace it."
    )
    assert path.read_text("utf-8") == "precious"


def test_force_replaces_it(shell: Shell) -> None:
    path = shell.folder / "notes.txt"
    path.write_text("precious", "utf-8")
    shell.ok("new", path, "--force", "--template", "hotel")
    assert shell.ok("info", path, "--json").json["touchpoints"] == 13
    assert shell.files() == [path.name]


def test_force_replaces_a_document_by_another_one(shell: Shell) -> None:
    path = shell.example()
    before = shell.ok("info", path, "--json").json
    shell.ok("new", path, "--force", "--template", "hotel")
    after = shell.ok("info", path, "--json").json
    assert after["doc_id"] != before["doc_id"]
    assert after["touchpoints"] == 13
    assert shell.left_behind() == []


def test_force_does_not_take_a_file_from_under_a_window(shell: Shell) -> None:
    path = shell.example()
    before = path.read_bytes()
    with shell.held_open_elsewhere(path):
        complaint = shell.run("new", path, "--force").complaint
        assert complaint.startswith("practice.journey: This file is open in Journey Mapper on")
    assert path.read_bytes() == before
    assert shell.files() == [path.name]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--template", "dentist"), "There is no template “dentist”. There are: b2b_account,"),
        (("--template", ""), "There is no template “”."),
        (("--template", "<b>"), "There is no template “<b>”."),
        (("--template", "../examples/dental"), "There is no template “../examples/dental”."),
        (("--template", "hotel", "--sample"), "There is no worked example of “hotel”, only of"),
    ],
)
def test_an_unknown_template_makes_nothing(
    shell: Shell, options: tuple[str, ...], sentence: str
) -> None:
    assert shell.run("new", shell.folder / "a.journey", *options).complaint.startswith(sentence)
    assert shell.files() == []
    assert shell.left_behind() == []


def test_a_folder_is_no_file(shell: Shell) -> None:
    assert "This is a folder" in shell.run("new", shell.folder).complaint
    assert "This is a folder" in shell.run("new", shell.folder, "--force").complaint
    assert shell.left_behind() == []


def test_a_folder_that_is_not_there_is_not_made(shell: Shell) -> None:
    path = shell.folder / "maps" / "a.journey"
    assert "is not there" in shell.run("new", path).complaint
    assert shell.files() == []


def test_a_name_that_is_too_long(shell: Shell) -> None:
    assert "too long" in shell.run("new", shell.folder / ("x" * 300)).complaint
    assert shell.files() == []
    assert shell.left_behind() == []


def test_a_name_with_a_nul(shell: Shell) -> None:
    assert shell.run("new", f"{shell.folder}/a\0b.journey").complaint
    assert shell.files() == []
    assert shell.left_behind() == []


def test_a_name_that_is_not_text(shell: Shell) -> None:
    path = Path(os.fsdecode(os.fsencode(shell.folder) + b"/caf\xe9.journey"))
    result = shell.ok("new", path, "--sample")
    assert "caf\\udce9.journey" in result.out
    assert shell.ok("info", path, "--json").json["touchpoints"] == 14


def test_the_sample_is_marked_and_dated(shell: Shell) -> None:
    path = shell.example()
    assert shell.ok("info", path).out.startswith(
        "EXAMPLE: Patient journey, Linden Dental Practice\n"
    )
    document = shell.opened(path)
    (project,) = document.snapshot.table(Project).values()
    document.close()
    assert project.example
    assert project.created == "2026-05-12"


def test_the_language_is_kept(shell: Shell) -> None:
    path = shell.folder / "a.journey"
    shell.ok("new", path, "--lang", "pt-BR", "--template", "hotel")
    document = shell.opened(path)
    (project,) = document.snapshot.table(Project).values()
    document.close()
    assert project.language == "pt-BR"
