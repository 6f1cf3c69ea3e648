"""Answers from a file in a window: looked at, told about, taken, taken back, stopped, refused."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.document.operations import add_role
from journeymapper.document.templates import fill_blank
from journeymapper.domain.entities import ImportBatch, Question, Role, Round
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.message import _
from journeymapper.domain.sources import new_id, now
from journeymapper.importing.answers.mapping import ColumnKind
from journeymapper.text.engine import TextEngine
from journeymapper.ui.answers.import_column import ColumnHead
from journeymapper.ui.answers.import_tab import ImportTab
from journeymapper.ui.app import build
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.answers import AnswersPlace
from tests.unit.importing.answer_files import MESSY

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def window(
    tmp_path_factory: pytest.TempPathFactory, qapp: QApplication, engine: TextEngine
) -> Iterator[MainWindow]:
    """One window for all: each test begins a document of its own."""
    paths = Paths.under(tmp_path_factory.mktemp("app"))
    paths.make()
    made = build(Services(paths, now, new_id, resources.find()), qapp, engine)
    yield made
    made.session.close()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def tab(window: MainWindow, qtbot: QtBot) -> Iterator[ImportTab]:
    window.session.new(fill_blank, _("Begin"))
    made = ImportTab(window.context, window.session, window.binding)
    made.resize(1300, 700)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made._background.finish()
    made.taking.finish()


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    path = tmp_path / "Liste Mai.csv"
    path.write_bytes(MESSY)
    return path


def opened(tab: ImportTab, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tab._background.done, timeout=30_000):
        tab.read(path)


def changed(tab: ImportTab, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not tab._background.busy)


def head(tab: ImportTab, place: int) -> ColumnHead:
    found = tab.page.table.heads.head(place)
    assert isinstance(found, ColumnHead)
    return found


def kind(tab: ImportTab, place: int) -> ColumnKind:
    assert tab.sight is not None
    return tab.sight.mapping.columns[place].kind


def test_a_file_is_dropped_looked_at_taken_and_taken_back(
    tab: ImportTab, messy: Path, qtbot: QtBot
) -> None:
    document = tab._session.document
    assert document is not None
    before = document.snapshot
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(messy))])
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(tab._background.done, timeout=30_000):
        tab.dropEvent(drop)
    model = tab.page.table.model_
    assert model.data(model.index(0, 7)) == "28 min"
    assert model.data(model.index(0, 6)) == "•••"
    assert model.data(model.index(3, 2)) == "empty"
    assert tab.page.take.text() == "Take 6 answers"
    assert document.snapshot is before

    tab.page.side.buttons[0].click()  # show the row that cannot be taken whole
    assert model.places == (1,)
    tab.page.all_rows.click()
    assert len(model.places) == 6

    with qtbot.waitSignal(tab.taken):
        QTest.mouseClick(tab.page.take, LEFT)
    (batch,) = document.snapshot.table(ImportBatch).values()
    assert (batch.name, batch.rows) == ("Liste Mai.csv", 6)
    assert tab.start.head.text() == "6 answers taken"

    opened(tab, messy, qtbot)  # the same again is stopped until it is wanted
    assert not tab.page.take.isEnabled()
    tab.page.side.buttons[0].click()
    assert tab.page.take.isEnabled()

    tab._session.undo()
    assert document.snapshot.table(ImportBatch) == {}
    assert document.counts.total == 0


def test_columns_are_told_by_list_keys_and_drag(tab: ImportTab, messy: Path, qtbot: QtBot) -> None:
    opened(tab, messy, qtbot)
    choice = head(tab, 5).choice
    choice.setFocus()
    QTest.keyClick(choice, Qt.Key.Key_Home)
    choice.activated.emit(0)
    changed(tab, qtbot)
    assert kind(tab, 5) == ColumnKind.LEAVE_OUT

    QTest.keyClick(head(tab, 4).choice, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    changed(tab, qtbot)
    assert (kind(tab, 3), kind(tab, 4)) == (ColumnKind.RECOMMEND, ColumnKind.SATISFIED)

    source, target = head(tab, 3), head(tab, 4)
    start = QPoint(4, 4)
    QTest.mousePress(source, LEFT, pos=start)
    end = source.mapFromGlobal(target.mapToGlobal(QPoint(20, 10)))
    QTest.mouseMove(source, end)
    QTest.mouseRelease(source, LEFT, pos=end)
    changed(tab, qtbot)
    assert (kind(tab, 3), kind(tab, 4)) == (ColumnKind.SATISFIED, ColumnKind.RECOMMEND)

    head(tab, 3).turn_wanted.emit(3)
    changed(tab, qtbot)
    assert tab.sight is not None
    assert tab.sight.mapping.columns[3].best == Better.HIGH


def test_what_cannot_be_read_is_said_and_reading_can_be_stopped(
    tab: ImportTab, messy: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    with qtbot.waitSignal(tab._background.failed, timeout=30_000):
        tab.read(picture)
    assert tab.start.head.text() == "“picture.csv” cannot be used"
    assert "CSV, XLS, XLSX and ODS" in tab.start.words.text()
    tab.read(messy)
    assert tab.busy.isVisible()
    tab.busy.stop.click()
    tab._background.wait()
    assert tab.start.isVisible()
    assert tab.sight is None


def test_twenty_thousand_rows_are_taken(tab: ImportTab, tmp_path: Path, qtbot: QtBot) -> None:
    chance = random.Random(6)
    rows = ["NPS;Zufrieden"]
    rows += [f"{chance.randint(0, 10)};{chance.randint(1, 5)}" for _row in range(20_000)]
    path = tmp_path / "large.csv"
    path.write_text("\n".join(rows), "utf-8")
    opened(tab, path, qtbot)
    document = tab._session.document
    assert document is not None
    told: list[int] = []

    def work_on(done: int, _total: int) -> None:
        """Somebody goes on with the map while the rows are written."""
        told.append(done)
        if done == 10_000:
            with document.step(_("Add a role")) as tx:
                add_role(tx, "Reception")

    tab.taking.progress.connect(work_on)
    with qtbot.waitSignal(tab.taken, timeout=30_000) as taken:
        tab.page.take.click()
    assert told == list(range(0, 20_001, 1000))
    assert document.counts.total == 40_000
    assert document.snapshot.table(Role)
    assert taken.args == list(document.snapshot.table(Round))
    assert len(document.history()) == 3
    kinds = {question.kind for question in document.snapshot.table(Question).values()}
    assert kinds == {QuestionKind.NPS, QuestionKind.CSAT}


def test_taking_can_be_stopped_and_leaves_nothing(
    tab: ImportTab, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "many.csv"
    path.write_text("NPS\n" + "7\n" * 5_000, "utf-8")
    opened(tab, path, qtbot)
    document = tab._session.document
    assert document is not None
    before = document.snapshot
    with qtbot.waitSignal(tab.taking.progress, timeout=30_000):
        QTest.mouseClick(tab.page.take, LEFT)
    QTest.mouseClick(tab.busy.stop, LEFT)
    assert tab.page.isVisible()
    assert tab.page.take.isEnabled()
    tab.taking._background.wait()
    assert document.snapshot is before
    assert document._store.histograms() == {}
    with qtbot.waitSignal(tab.taken, timeout=30_000):  # and it can be taken after all
        QTest.mouseClick(tab.page.take, LEFT)
    assert document.counts.total == 5_000


def test_the_place_shows_the_pile_that_was_taken(
    window: MainWindow, messy: Path, qtbot: QtBot
) -> None:
    window.session.new(fill_blank, _("Begin"))
    place = window.places.place("answers")
    assert isinstance(place, AnswersPlace)
    place.show_tab("import")
    tab = place._other("import")
    assert isinstance(tab, ImportTab)
    opened(tab, messy, qtbot)
    with qtbot.waitSignal(tab.taken, timeout=30_000):
        tab.take()
    assert place.state.round is not None
    assert place.state.round.name == "Liste Mai"
