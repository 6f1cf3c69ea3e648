"""``export`` and ``import`` of the action list: out, looked at, taken, taken back, refused."""

from __future__ import annotations

from pathlib import Path

from journeymapper.document import operations
from journeymapper.domain.entities import Task
from journeymapper.domain.message import _
from journeymapper.domain.plan_list import Column
from tests.unit.cli.conftest import Shell
from tests.unit.importing.plan_lists import Row, rows_out, workbook


def practice(shell: Shell) -> Path:
    path = shell.folder / "practice.journey"
    shell.ok("new", path)
    document = shell.opened(path)
    with document.step(_("Begin")) as tx:
        mara = operations.add_participant(tx, "Mara")
        operations.add_task(tx, "Order stickers", owner=mara, due="2026-05-28")
        operations.add_plan(tx, "Keep return dates", owner=mara)
    document.publish()
    document.close()
    return path


def state(shell: Shell, path: Path) -> tuple[list[Row], list[Task]]:
    document = shell.opened(path)
    try:
        snapshot = document.snapshot
        return rows_out(snapshot), list(snapshot.table(Task).values())
    finally:
        document.close()


def test_a_changed_action_list_is_looked_at_taken_and_taken_back(shell: Shell) -> None:
    path, table = practice(shell), shell.folder / "list.xlsx"
    before = path.read_bytes()
    rows, tasks = state(shell, path)
    rows[0] |= {Column.WHAT: "Order envelopes", Column.DUE: "soon"}
    rows.append({Column.WHAT: "Call the printer", Column.WHO: "Jonas"})
    table.write_bytes(workbook(rows))
    looked = shell.run("import", path, table, "--what", "plan", "--preview")
    assert (looked.code, path.read_bytes()) == (1, before)
    assert looked.out.splitlines() == [
        "Row 2, Order stickers. What: Order stickers becomes Order envelopes.",
        "Row 4 is a new task: Call the printer. Jonas.",
        "Row 2, Order stickers, is not taken: By when: “soon” is no date. Type it as 15.05.2026.",
        "Rows that would be taken in: 2.",
    ]
    assert shell.run("import", path, table, "--what", "plan").code == 1
    assert [task.title for task in state(shell, path)[1]] == ["Order envelopes", "Call the printer"]
    shell.ok("undo", path)
    assert state(shell, path)[1] == tasks


def test_a_file_that_is_no_action_list_changes_nothing(shell: Shell) -> None:
    path, table = practice(shell), shell.folder / "list.xlsx"
    shell.ok("export", path, "-o", table, "--what", "plan")
    before = path.read_bytes()
    table.write_bytes(b"What;Who\nOrder;Mara\n")
    refused = shell.run("import", path, table, "--what", "plan").complaint
    assert "comes back as XLSX" in refused
    assert path.read_bytes() == before
