"""From Plan to paper, and an action list that comes back changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pypdfium2
from pytestqt.qtbot import QtBot

from journeymapper.domain.entities import Task
from journeymapper.domain.plan_list import Column
from journeymapper.domain.plans import plans
from journeymapper.export.presets import Preset
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.plan import PlanPlace
from journeymapper.ui.places.print import PrintPlace
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.take_list_dialog import TakeListDialog
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import again
from tests.gui.test_print_place import FilePrinter
from tests.unit.importing.plan_lists import rows_out, workbook


def test_the_buttons_of_plan_land_at_the_list_and_at_the_page_of_the_plan(
    window: MainWindow, open_example: Callable[[MainWindow], Path], qtbot: QtBot, tmp_path: Path
) -> None:
    open_example(window)
    document = window.session.document
    assert document is not None
    window.show_place("plan")
    plan_place = cast("PlanPlace", window.places.current())
    plan_place.bar.print.click()
    place = window.places.current()
    assert isinstance(place, PrintPlace)
    assert place.form.preset == Preset.PLANS
    assert place.form.plans_of.title == "Action list"
    qtbot.waitUntil(lambda: place.is_shown)
    assert place.form.count.text() == "1 sheet of A4"
    (plan,) = [one for one in plans(document.snapshot) if one.title == "Warm the waiting room"]
    plan_place.show_plan(plan.id)
    cast("ListView", plan_place.view("list")).plan.proof.print.click()
    assert place.form.plans == ("pages", plan.id)
    assert place.form.plans_of.plans.currentText() == plan.title
    qtbot.waitUntil(lambda: place.is_shown)
    with qtbot.waitSignal(place.file_written):
        place.write_pdf(tmp_path / "plan.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "plan.pdf")
    try:
        assert plan.title in pages[0].get_textpage().get_text_range()
    finally:
        pages.close()
    place.printing.chooser = FilePrinter(tmp_path)
    window.show_place("plan")
    window.binding.run("file.print")
    assert place.form.plans_of.title == "Action list"
    with qtbot.waitSignal(place.printing.printed):
        pass
    place.choose_plans("roadmap")
    assert place.form.plans_of.plans.isHidden()
    assert place.form.plans_of.title == "Roadmap"


def test_a_changed_list_is_shown_row_by_row_and_taken_in_one_step(
    bare: Bare, tmp_path: Path, qtbot: QtBot
) -> None:
    document = again(bare)
    rows = rows_out(document.snapshot)
    rows[0] |= {Column.WHO: "Petra", Column.DUE: "soon"}
    rows.append({Column.WHAT: "Call the printer"})
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(rows))
    before = document.snapshot
    dialog = TakeListDialog(bare.context, bare.session, path, None)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=30_000)
    table = dialog.table
    shown = [
        [item.text() for x in range(5) if (item := table.item(y, x)) is not None]
        for y in range(table.rowCount())
    ]
    assert shown == [
        ["2", "Ask Dr Okafor", "Not taken",
         "By when: “soon” is no date. Type it as 15.05.2026."],
        ["2", "Ask Dr Okafor", "Who", "Mara", "Petra"],
        [str(len(rows) + 1), "Call the printer", "New task", "nobody yet"],
    ]  # fmt: skip
    assert document.snapshot is before
    assert dialog.agree.text() == "Take in 2 rows"
    dialog.accept()
    titles = [task.title for task in document.snapshot.table(Task).values()]
    assert titles.count("Call the printer") == 1
    document.undo()
    assert document.snapshot.table(Task) == before.table(Task)
