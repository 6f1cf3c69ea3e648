"""``recover``: what a crash left is shown, and brought back without losing the other."""

from pathlib import Path

from tests.unit.cli.conftest import Shell


def title(shell: Shell, path: Path) -> str:
    return str(shell.run("info", path, "--json").json["title"])


def test_nothing_to_recover(shell: Shell) -> None:
    shell.example()
    assert shell.ok("recover").out == "There is nothing to recover.\n"
    assert shell.ok("recover", "--list").out == "There is nothing to recover.\n"


def test_the_list_changes_nothing(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    before = path.read_bytes()
    for _twice in range(2):
        assert shell.ok("recover", "--list").out == f"{path}: work on “Crashed”\n"
    assert path.read_bytes() == before


def test_newer_work_goes_into_the_file(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    assert title(shell, path) == "Patient journey"
    assert shell.ok("recover").out == f"{path}: the work is in the file again.\n"
    assert title(shell, path) == "Crashed"
    assert shell.ok("recover").out == "There is nothing to recover.\n"
    assert shell.files() == [path.name]
    assert shell.left_behind() == []


def test_work_on_a_file_that_is_gone_is_kept(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    path.unlink()
    beside = path.with_name("practice (recovered).journey")
    assert shell.ok("recover").out == f"{path}: the work is in {beside}.\n"
    assert title(shell, beside) == "Crashed"


def test_a_file_changed_meanwhile_is_kept_too(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    other = shell.folder / "other.journey"
    shell.edit_copy(path, other, "Elsewhere")
    other.replace(path)
    beside = path.with_name("practice (recovered).journey")
    assert shell.ok("recover").out == f"{path}: the work is in {beside}.\n"
    assert title(shell, path) == "Elsewhere"
    assert title(shell, beside) == "Crashed"
    assert shell.left_behind() == []


def test_nothing_is_written_over(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    path.unlink()
    taken = path.with_name("practice (recovered).journey")
    taken.write_text("mine", "utf-8")
    shell.ok("recover")
    assert taken.read_text("utf-8") == "mine"
    assert title(shell, path.with_name("practice (recovered 2).journey")) == "Crashed"


def test_documents_without_a_file_are_named_and_left(shell: Shell) -> None:
    shell.crash_while_editing(None)
    assert shell.ok("recover").out == (
        "“Crashed” has no file yet; open Journey Mapper to go on with it.\n"
    )
    assert len(shell.left_behind()) > 0
