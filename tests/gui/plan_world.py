"""The list of plans alone, in a window of its own, and hands to work on it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import Entity, Plan, Task
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.part import Part
from tests.gui.comment_world import Bare, begin


def list_in(bare: Bare) -> ListView:
    """Show the list in a bare window; it follows the document as the place lets it."""
    view = ListView(bare.context, bare.session)
    bare.show(view)
    bare.host.resize(1300, 700)
    begin(bare.session)

    def refresh(_changes: object) -> None:
        document = bare.session.document
        assert document is not None
        view.refresh(document.snapshot, today_of(bare.context))

    bare.session.changed.connect(refresh)
    return view


def fresh(bare: Bare, view: ListView) -> Document:
    """Take everything back to a document without plans."""
    view.forget()
    view.find("")
    view.side.hides_done = False
    made = bare.session.document
    assert made is not None
    made.go_back(made.history()[0], _("Again"))
    view.refresh(made.snapshot, today_of(bare.context))
    bare.host.activateWindow()
    return made


def all_of(document: Document, kind: type[Entity]) -> list[Any]:
    return list(document.snapshot.table(kind).values())


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    QTest.keyClick(focused(), key)


def type_in(cell: QWidget, text: str) -> None:
    cell.setFocus()
    QTest.keyClicks(cell, text)


def choose(cell: Any, words: str) -> None:
    """Choose an entry as somebody does."""
    cell.setCurrentIndex(cell.findText(words))
    cell.activated.emit(cell.currentIndex())


def owner_of(document: Document, one: Plan | Task) -> str:
    return queries.person_name(document.snapshot, one.owner)


def unfolded(view: ListView, part: PlanPart) -> Any:
    found = view.plan.steps.show_part(part)
    assert isinstance(found, Part)
    return found
