"""A bare window with plans in every state, and hands on its views."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import (
    Checkpoint,
    Communication,
    Plan,
    Task,
    Touchpoint,
    Verification,
)
from journeymapper.domain.message import _
from journeymapper.ui.plans.view import PlanView
from tests.gui import map_world
from tests.gui.comment_world import Bare

TODAY = datetime.date(2026, 5, 15)


def fill(tx: Tx) -> None:
    """The small journey; plans of Mara, Ines and Jonas as on the picture of the place."""
    map_world.fill(tx)
    steps = {t.name: t.id for t in tx.snapshot.table(Touchpoint).values()}
    people = {n: operations.add_participant(tx, n) for n in ("Mara", "Ines", "Jonas")}

    def plan(title: str, who: str = "", **fields: object) -> str:
        owner = people.get(who)
        return operations.add_plan(tx, title, owner=owner, **fields)

    ready = {"happens": "Dates slip", "intended": "Dates are kept"}
    keep = plan("Keep agreed return dates", "Mara", start="2026-03-16", due="2026-05-15", **ready)
    operations.start_plan(tx, keep, "2026-03-16")
    for day, noted in (("2026-04-11", "2026-04-11"), ("2026-05-09", "2026-05-09")):
        operations.add_line(tx, Checkpoint, plan=keep, date=day, noted=noted)
    tell = plan("Tell the delay", "Ines", due="2026-06-30", touchpoint=steps["Greeting"], **ready)
    operations.start_plan(tx, tell, "2026-04-20")
    for day in ("2026-05-04", "2026-05-11", "2026-06-01"):
        operations.add_line(tx, Checkpoint, plan=tell, date=day)
    first = operations.add_task(tx, "Order chart stickers", tell, due="2026-05-12")
    operations.tick_task(tx, first, "2026-05-11")
    operations.add_task(tx, "Say it at the desk", tell, owner=people["Jonas"], due="2026-05-28")
    plan("Read the date back", "Mara", start="2026-06-01", due="2026-07-10", **ready)
    plan("Explain the bill", effort=1, impact=4)
    warm = plan("Warm the waiting room", "Jonas", due="2026-04-02", **ready)
    operations.start_plan(tx, warm, "2026-03-01")
    operations.add_line(tx, Verification, plan=warm, date="2026-04-01", by=people["Mara"])
    operations.add_line(tx, Communication, plan=warm, label="Team", date="2026-04-01")
    operations.close_plan(tx, warm, "2026-04-02")
    operations.add_task(tx, "Ask Dr Okafor", owner=people["Mara"], due="2026-05-12")


def ready_to_close(document: Document, title: str) -> None:
    """Write down a proof and whom we told."""
    with document.step(_("Prove")) as tx:
        id_ = plan_called(document, title).id
        operations.add_line(tx, Verification, plan=id_, date="2026-05-09")
        operations.add_line(tx, Communication, plan=id_, label="Team", date="2026-05-10")


def plan_called(document: Document, title: str) -> Plan:
    """The plan of a title."""
    return next(p for p in document.snapshot.table(Plan).values() if p.title == title)


def task_called(document: Document, title: str) -> Task:
    """The task of a title."""
    return next(t for t in document.snapshot.table(Task).values() if t.title == title)


def begin(bare: Bare) -> Document:
    """Open it, without a file."""
    bare.session.new(fill, _("Begin"))
    document = bare.session.document
    assert document is not None
    return document


def again(bare: Bare) -> Document:
    """The same as it was at the beginning; quicker than to begin anew."""
    document = bare.session.document
    if document is None:
        return begin(bare)
    document.go_back(document.history()[0], _("Again"))
    bare.failed.clear()
    return document


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, modifiers)


class Stage:
    """Shows views in the bare window and keeps them up to date, as the place does."""

    def __init__(self, bare: Bare) -> None:
        self.bare = bare
        self.view: PlanView | None = None
        self._shown: QWidget | None = None
        self._column = QVBoxLayout(bare.host)
        self._column.setContentsMargins(0, 0, 0, 0)
        bare.session.changed.connect(self.refresh)

    def show(self, view: PlanView) -> None:
        """Bring a view to the front."""
        self.put(view)
        self.view = view
        self.refresh()
        self.bare.host.activateWindow()
        QApplication.processEvents()

    def put(self, widget: QWidget | None) -> None:
        """Show another widget in place of the one before."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self.view, self._shown = None, widget
        if widget is not None:
            self._column.addWidget(widget)
        self.bare.host.show()

    def refresh(self, _changes: ChangeSet | None = None) -> None:
        document = self.bare.session.document
        if self.view is not None and document is not None:
            self.view.bands = {plan_called(document, "Tell the delay").id: "high"}
            self.view.refresh(document.snapshot, TODAY)
