"""The board of plans by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.document.document import Document
from journeymapper.domain.kinds_plan import PlanState
from journeymapper.domain.plans import state_of
from journeymapper.ui.plans.board import Board
from journeymapper.ui.plans.card import PlanCard
from journeymapper.ui.plans.reason_dialog import ReasonDialog
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import Stage, plan_called, press, ready_to_close
from tests.screenshots.hands import Meanwhile

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(bare: Bare, document: Document, stage: Stage) -> Board:
    assert bare.session.document is document
    view = Board(bare.context, bare.session)
    stage.show(view)
    return view


def card(board: Board, title: str) -> PlanCard:
    return next(one for one in board.cards() if one.facts.plan.title == title)


def stands(board: Board) -> dict[str, list[str]]:
    return {
        str(stage): [one.facts.plan.title for one in column.cards]
        for stage, column in board.columns.items()
    }


def drag(board: Board, taken: PlanCard, to: str, *, drop: bool = True) -> None:
    """Take a card and hold it over a column."""
    target: QWidget = board.columns[to]  # type: ignore[index]
    start = QPoint(20, 12)
    end = taken.mapFromGlobal(target.mapToGlobal(target.rect().center()))
    QTest.mousePress(taken, LEFT, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(taken, start + (end - start) * part / 3)
    if drop:
        QTest.mouseRelease(taken, LEFT, pos=end)


def give_reason(dialog: ReasonDialog) -> None:
    QTest.keyClicks(dialog.field, "It slips again")
    dialog.agree.click()


def state(document: Document, title: str) -> PlanState:
    return state_of(document.snapshot, plan_called(document, title).id)


def test_each_plan_stands_where_it_is(board: Board) -> None:
    assert stands(board) == {
        "draft": ["Read the date back", "Explain the bill"],
        "running": ["Tell the delay"],
        "checking": ["Keep agreed return dates"],
        "closed": ["Warm the waiting room"],
    }
    assert card(board, "Tell the delay").accessibleName() == (
        "Tell the delay, high, Running, Ines, 30 June"
    )


def test_dragging_a_draft_starts_it_and_undo_takes_it_back(
    bare: Bare, board: Board, document: Document
) -> None:
    other = card(board, "Tell the delay")
    drag(board, card(board, "Read the date back"), "running")
    assert state(document, "Read the date back") == PlanState.RUNNING
    assert card(board, "Tell the delay") is other  # only what changed is made anew
    assert stands(board)["running"] == ["Tell the delay", "Read the date back"]
    bare.session.undo()
    assert stands(board)["draft"] == ["Read the date back", "Explain the bill"]


def test_a_held_card_says_what_would_happen_and_escape_puts_it_back(
    board: Board, document: Document
) -> None:
    taken = card(board, "Read the date back")
    drag(board, taken, "running", drop=False)
    assert board.told.says.text() == "Start “Read the date back” today"
    assert board.columns["running"].property("target") == "yes"
    before = document.snapshot
    QTest.keyClick(taken, Qt.Key.Key_Escape)
    assert not board.dragging.lifted
    assert board.columns["running"].property("target") == ""
    QTest.mouseRelease(taken, LEFT)
    assert document.snapshot is before


def test_what_is_missing_is_told_in_sentences_and_changes_nothing(
    board: Board, document: Document
) -> None:
    wanted: list[str] = []
    board.plan_wanted.connect(wanted.append)
    before = document.snapshot
    drag(board, card(board, "Explain the bill"), "running")
    assert board.told.says.text() == "“Explain the bill” cannot start yet."
    assert board.told.lacks.text().splitlines() == [
        "Say what happens today.",
        "Say what was intended.",
        "Agree who is responsible.",
    ]
    assert document.snapshot is before
    board.told.open.click()
    assert wanted == [plan_called(document, "Explain the bill").id]


def test_keys_go_between_cards_and_move_a_plan_through_all_columns(
    bare: Bare, board: Board, document: Document
) -> None:
    board.take_focus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is card(board, "Explain the bill")
    press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is card(board, "Tell the delay")
    press(Qt.Key.Key_Right, ALT)
    assert "cannot be closed" in board.told.says.text()
    ready_to_close(document, "Tell the delay")
    QTest.keyClick(card(board, "Tell the delay"), Qt.Key.Key_Right, ALT)
    assert state(document, "Tell the delay") == PlanState.CLOSED
    assert QApplication.focusWidget() is card(board, "Tell the delay")
    meanwhile = Meanwhile()
    meanwhile.expect(ReasonDialog, give_reason)
    press(Qt.Key.Key_Left, ALT)
    assert state(document, "Tell the delay") == PlanState.RUNNING
    assert meanwhile.done
    assert meanwhile.failed is None
    assert not bare.failed


def test_where_columns_do_not_fit_keys_bring_the_next_one_into_view(
    bare: Bare, board: Board
) -> None:
    size = bare.host.size()
    bare.host.resize(600, 400)
    QApplication.processEvents()
    closed, view = board.columns["closed"], board.row.viewport()
    assert not view.rect().contains(closed.mapTo(view, QPoint(closed.width() // 2, 0)))
    board.take_focus()
    for _column in range(3):
        press(Qt.Key.Key_Right)
    assert QApplication.focusWidget() is card(board, "Warm the waiting room")
    assert view.rect().contains(closed.mapTo(view, QPoint(closed.width() - 1, 0)))
    bare.host.resize(size)


def test_words_find_plans_and_people(board: Board) -> None:
    board.find("mara dates")
    assert [one.facts.plan.title for one in board.cards()] == ["Keep agreed return dates"]
    board.find("")
    assert len(board.cards()) == 5
    menu = board.menu(card(board, "Tell the delay"))
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Open the plan",
        "Move to Draft",
        "Move to To check",
        "Move to Told and closed",
    ]
    menu.deleteLater()
