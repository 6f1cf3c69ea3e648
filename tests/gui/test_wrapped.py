"""Widgets set like words of a text, and words between quotation marks; no window is needed."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journeymapper.text.catalogue import ENGLISH
from journeymapper.ui.personas.quoted import QuotedText
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped


def boxes(wrapped: Wrapped, *sizes: tuple[int, int]) -> list[QWidget]:
    made = [QWidget() for _size in sizes]
    for widget, size in zip(made, sizes, strict=True):
        widget.setFixedSize(QSize(*size))
        wrapped.add(widget)
    return made


def test_what_has_no_room_goes_to_the_next_line_and_each_line_has_one_middle(qtbot: QtBot) -> None:
    wrapped = Wrapped(10, 4)
    qtbot.addWidget(wrapped)
    one, tall, other = boxes(wrapped, (80, 20), (80, 40), (80, 20))
    wrapped.resize(180, 200)
    wrapped.show()
    assert (one.pos().toTuple(), tall.pos().toTuple()) == ((0, 10), (90, 0))
    assert other.pos().toTuple() == (0, 44)
    assert wrapped.heightForWidth(180) == 64
    tall.hide()
    QApplication.processEvents()
    assert (one.pos().toTuple(), other.pos().toTuple()) == ((0, 0), (90, 0))


def test_a_quote_has_marks_around_it_that_are_not_written(qtbot: QtBot) -> None:
    written: list[str] = []
    quote = QuotedText(ENGLISH.say, "In own words", written.append, "A sentence")
    qtbot.addWidget(quote.box)
    quote.box.resize(300, 90)
    quote.box.show()
    before, after = (m for m in quote.findChildren(PlainLabel) if m.text() in ("“", "”"))
    assert before.isHidden()
    assert after.isHidden()
    quote.load("I like my dentist.")
    assert not before.isHidden()
    assert before.x() < after.x()
    quote.setPlainText("I like my dentist. I can’t cope with the front desk, not at lunch.")
    QApplication.processEvents()
    assert after.y() > before.y()
    assert quote.flush()
    assert written == ["I like my dentist. I can’t cope with the front desk, not at lunch."]
    quote.load("“Marked by hand”")
    assert before.isHidden()
