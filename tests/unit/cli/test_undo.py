"""``undo`` and ``redo``: the last step of any sitting, the beginning never."""

from pathlib import Path

from journeymapper.document.operations.projects import set_project
from journeymapper.domain.message import _
from tests.unit.cli.conftest import Shell


def titles(shell: Shell, path: Path, *names: str) -> None:
    document = shell.opened(path)
    for name in names:
        with document.step(_("Call it {name}", name=name)) as tx:
            set_project(tx, title=name)
    document.close()


def title(shell: Shell, path: Path) -> str:
    return str(shell.ok("info", path, "--json").json["title"])


def test_back_and_forth(shell: Shell) -> None:
    path = shell.example()
    titles(shell, path, "One", "Two")
    assert shell.ok("undo", path).out == "Undone: Call it Two\n"
    assert title(shell, path) == "One"
    assert shell.ok("undo", path).out == "Undone: Call it One\n"
    assert title(shell, path) == "Patient journey"
    assert shell.ok("redo", path).out == "Done again: Call it One\n"
    assert shell.ok("redo", path).out == "Done again: Call it Two\n"
    assert title(shell, path) == "Two"
    assert shell.ok("undo", path).out == "Undone: Call it Two\n"
    assert title(shell, path) == "One"


def test_the_beginning_stays(shell: Shell) -> None:
    path = shell.example()
    before = path.read_bytes()
    assert shell.ok("undo", path).out == "There is nothing to undo.\n"
    assert shell.ok("redo", path).out == "There is nothing to redo.\n"
    assert path.read_bytes() == before
    assert shell.files() == [path.name]
    assert shell.left_behind() == []


def test_a_new_change_ends_what_could_be_done_again(shell: Shell) -> None:
    path = shell.example()
    titles(shell, path, "One")
    shell.ok("undo", path)
    titles(shell, path, "Two")
    assert shell.ok("redo", path).out == "There is nothing to redo.\n"


def test_a_label_with_mark_up_is_said_as_it_is(shell: Shell) -> None:
    path = shell.example()
    titles(shell, path, "<b>{name}</b>")
    assert shell.ok("undo", path).out == "Undone: Call it <b>{name}</b>\n"


def test_a_file_open_elsewhere_is_not_changed(shell: Shell) -> None:
    path = shell.example()
    titles(shell, path, "One")
    before = path.read_bytes()
    table = shell.folder / "answers.csv"
    table.write_text("NPS;Comment\n9;Good\n", "utf-8")
    with shell.held_open_elsewhere(path):
        for command in (("undo", path), ("redo", path), ("import", path, table)):
            complaint = shell.run(*command).complaint
            assert complaint.startswith("practice.journey: This file is open in Journey Mapper on")
        assert path.read_bytes() == before
    shell.ok("undo", path)


def test_unrecovered_work_comes_first(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    for argv in (("undo", path), ("redo", path), ("new", path, "--force")):
        assert shell.run(*argv).complaint == (
            "practice.journey: Work on this file did not reach it. "
            "Run “journeymapper recover” first."
        )
