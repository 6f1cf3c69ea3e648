"""The tab Comments: to search, to note, to put on the map, to take back; and to forget somebody."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    Answer,
    Card,
    CommentMark,
    Question,
    Round,
    Sheet,
    Theme,
    Touchpoint,
)
from journeymapper.domain.kinds import CommentKind, LaneKind, QuestionKind, SourceKind
from journeymapper.domain.message import _
from journeymapper.domain.queries import lanes, map_of
from journeymapper.domain.responses import Responses
from journeymapper.ui.answers.comments_tab import CommentsTab
from journeymapper.ui.answers.forget_dialog import ForgetDialog
from journeymapper.ui.answers.themes_dialog import ThemesDialog
from tests.gui.comment_world import IMPORTED, TYPED, Bare, begin

WAITED, MOVED, EXPLAINED = TYPED


@pytest.fixture(scope="module")
def shared(bare: Bare) -> CommentsTab:
    """One tab for all tests: each opens a document of its own in it."""
    made = CommentsTab(bare.context, bare.session, bare.binding)
    bare.show(made)
    return made


@pytest.fixture
def document(bare: Bare) -> Document:
    return begin(bare.session)


@pytest.fixture
def tab(shared: CommentsTab, document: Document) -> Iterator[CommentsTab]:
    assert document.comments()
    yield shared
    shared.filters.clear()


def empty(tx: Tx) -> None:
    operations.add_project(tx, title="New")


def shown(tab: CommentsTab) -> list[str]:
    model = tab.list.model_
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def select(tab: CommentsTab, *texts: str) -> None:
    """Choose comments with the keyboard's means: one, then more with it."""
    selection = tab.list.selectionModel()
    selection.clear()
    for text in texts:
        index = tab.list.model_.index(shown(tab).index(text))
        selection.select(index, selection.SelectionFlag.Select)


def test_all_that_was_written_is_listed_and_found_without_accents(tab: CommentsTab) -> None:
    assert shown(tab) == [*TYPED, *IMPORTED]
    field = tab.filters.search.field
    QTest.keyClicks(field, "arztin freund")
    assert shown(tab) == [IMPORTED[1]]
    assert tab.count.text() == "1 of 6 comments"
    QTest.keyClicks(field, "zzz")
    assert shown(tab) == []
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert len(shown(tab)) == 6
    tab.filters.choose("theme", tab._book.themes[0].id)
    assert shown(tab) == [WAITED, IMPORTED[0]]
    tab.all.click()
    assert len(shown(tab)) == 6


def test_marks_go_to_all_selected_comments_as_one_step(
    tab: CommentsTab, document: Document, bare: Bare
) -> None:
    select(tab, WAITED, IMPORTED[0])
    QTest.qWaitForWindowActive(bare.host)
    tab.list.setFocus()
    QTest.keyClick(tab.list, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert {m.mood for m in document.snapshot.table(CommentMark).values()} == {-1}
    assert len(document.snapshot.table(CommentMark)) == 2
    assert [c.text for c in tab.selected()] == [WAITED, IMPORTED[0]]
    tab.filters.choose("mood", "-1")
    assert shown(tab) == [WAITED, IMPORTED[0]]
    document.undo()
    assert not document.snapshot.table(CommentMark)
    assert shown(tab) == []


def test_a_mood_is_suggested_by_words_and_noted_by_a_person(
    tab: CommentsTab, document: Document
) -> None:
    select(tab, EXPLAINED, IMPORTED[2])
    assert tab.side.suggestion.text() == "The words sound good: note that"
    assert not document.snapshot.table(CommentMark)
    tab.side.suggestion.click()
    assert {m.mood for m in document.snapshot.table(CommentMark).values()} == {1}
    assert tab.side.suggestion.isHidden()
    select(tab, EXPLAINED, WAITED)  # one is judged already
    assert tab.side.suggestion.isHidden()


def test_praise_has_an_alias_and_a_wow_moment_a_consent(
    tab: CommentsTab, document: Document
) -> None:
    select(tab, EXPLAINED)
    tab.side.kind.button("praise").click()
    QTest.keyClicks(tab.side.about, "Kestrel")
    QTest.keyClick(tab.side.about, Qt.Key.Key_Return)
    tab.side.wow.click()
    tab.side.consent.click()
    (mark,) = document.snapshot.table(CommentMark).values()
    assert (mark.kind, mark.about) == (CommentKind.PRAISE, "Kestrel")
    assert mark.wow
    assert mark.consent
    tab.filters.choose("kind", "wow")
    assert shown(tab) == [EXPLAINED]
    tab.side.wow.click()
    (mark,) = document.snapshot.table(CommentMark).values()
    assert not mark.wow
    assert not mark.consent


def test_a_typed_alias_is_kept_when_the_document_is_about_to_close(
    tab: CommentsTab, document: Document, bare: Bare
) -> None:
    select(tab, EXPLAINED)
    tab.side.kind.button("coaching").click()
    QTest.keyClicks(tab.side.about, "Wren")
    bare.session.flush.emit()
    (mark,) = document.snapshot.table(CommentMark).values()
    assert mark.about == "Wren"


def test_a_comment_becomes_a_quote_on_the_map_once(tab: CommentsTab, document: Document) -> None:
    select(tab, MOVED)
    assert not tab.side.quote.isEnabled()
    steps = {t.name: t.id for t in document.snapshot.table(Touchpoint).values()}
    tab.note("touchpoint", steps["Wrong day"])
    select(tab, MOVED, IMPORTED[0])
    tab.side.quote.click()
    tab.side.quote.click()
    quotes = {
        card.touchpoint: card
        for card in document.snapshot.table(Card).values()
        if card.text in (MOVED, IMPORTED[0])
    }
    assert quotes.keys() == {steps["Wrong day"], steps["Rebooking"]}
    card = quotes[steps["Wrong day"]]
    assert (card.source, card.n, card.citation) == (SourceKind.SURVEY, 1, "February")
    rows = lanes(document.snapshot, map_of(document.snapshot, steps["Wrong day"]))
    (row,) = (lane for lane in rows if lane.id == card.lane)
    assert row.kind is LaneKind.QUOTE
    assert row.visible


def test_themes_are_given_by_hand_and_by_keywords_that_one_can_edit(
    tab: CommentsTab, document: Document, bare: Bare
) -> None:
    select(tab, EXPLAINED)
    theme = next(t for t in document.snapshot.table(Theme).values() if t.name == "Friendliness")
    tab.side.tick(theme.id).click()
    assert tab._book.counts()[theme.id] == 3
    dialog = ThemesDialog(bare.context, bare.session, tab._book, bare.host)
    dialog.keywords[theme.id].selectAll()
    QTest.keyClicks(dialog.keywords[theme.id], "Ärztin,  great ")
    QTest.keyClick(dialog.keywords[theme.id], Qt.Key.Key_Return)
    assert document.snapshot.get(Theme, theme.id).keywords == ("Ärztin", "great")
    assert tab._book.counts()[theme.id] == 3
    QTest.keyClicks(dialog.new, "Desk")
    QTest.keyClick(dialog.new, Qt.Key.Key_Return)
    made = next(t for t in document.snapshot.table(Theme).values() if t.name == "Desk")
    assert tab._book.counts()[made.id] == 2
    dialog.accept()
    dialog.deleteLater()
    document.undo()
    document.undo()
    assert [t.name for t in tab._book.themes] == ["Waiting", "Friendliness"]
    assert tab._book.themes[1].keywords == ("kind", "freundlich")


def test_what_is_exported_never_comes_alive(tab: CommentsTab, document: Document) -> None:
    answer = next(a for a in document.snapshot.table(Answer).values() if a.text == WAITED)
    with document.step(_("Type")) as tx:
        operations.set_answer(tx, answer.sheet, answer.question, text='=HYPERLINK("x")')
    rows = tab.list.model_.rows
    table = list(csv.reader(io.StringIO(tab.write(".csv", rows).decode("utf-8-sig"))))
    assert [line[0] for line in table[1:3]] == ['\'=HYPERLINK("x")', MOVED]
    assert table[4][4] == "3.1 Rebooking"
    book = zipfile.ZipFile(io.BytesIO(tab.write(".xlsx", rows)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.lower()
    assert "HYPERLINK" in book.read("xl/sharedStrings.xml").decode()
    assert tab.write(".xlsx", rows) == tab.write(".xlsx", rows)


def test_a_person_is_forgotten_from_a_comment_with_a_preview(
    tab: CommentsTab, document: Document, bare: Bare, tmp_path: Path
) -> None:
    bare.session.save_as(tmp_path / "visit.journey")
    select(tab, WAITED)
    dialog = ForgetDialog(bare.context, bare.session, tab.selected(), bare.host)
    assert dialog.go.isEnabled()
    dialog.sheets.setChecked(False)
    assert not dialog.go.isEnabled()
    dialog.names.setPlainText("M")
    dialog.look()
    assert not dialog.go.isEnabled()
    dialog.names.setPlainText("Meier")
    dialog.look()
    found = dialog.found.model()
    assert [found.index(row, 0).data() for row in range(found.rowCount())] == [
        f"Comment: “{WAITED}”"
    ]
    dialog.sheets.setChecked(True)
    dialog.forget()
    dialog.deleteLater()
    assert shown(tab) == [MOVED, EXPLAINED, *IMPORTED]
    assert len(document.snapshot.table(Sheet)) == 2
    assert not bare.session.can_undo()
    content = (tmp_path / "visit.journey").read_bytes()
    assert b"Meier" not in content
    assert b"40 minutes" not in content


def test_without_comments_the_tab_says_what_will_stand_here(
    tab: CommentsTab, document: Document, bare: Bare
) -> None:
    with document.step(_("Empty")) as tx:
        for id_ in list(tx.snapshot.table(Sheet)):
            operations.delete_sheet(tx, id_)
    assert shown(tab) == list(IMPORTED)
    bare.session.new(empty, _("New"))
    assert shown(tab) == []
    assert tab._pages.currentIndex() == 1


def test_many_comments_are_read_beside_the_window(
    tab: CommentsTab, document: Document, qtbot: QtBot
) -> None:
    pile = next(iter(document.snapshot.table(Round)))
    why = next(
        q.id for q in document.snapshot.table(Question).values() if q.kind is QuestionKind.TEXT
    )
    many = range(1, 3101)
    rows = Responses(
        [(n, "", "customer", "", "", "", "") for n in many],
        [(n, why, None, f"Word {n}") for n in many],
    )
    with document.step(_("Take")) as tx:
        operations.import_answers(tx, pile, rows)
    tab._background.wait()
    qtbot.waitUntil(lambda: len(shown(tab)) == 3106)
    tab.filters.search.field.setText("word 3099")
    assert shown(tab) == ["Word 3099"]
