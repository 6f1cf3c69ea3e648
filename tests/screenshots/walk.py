"""Walks every visible widget of a window and finds what a careful eye would find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QMenu,
    QMenuBar,
    QScrollBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from journeymapper.ui.canvas.view import MapView
from tests.screenshots.canvas_walk import faults_of_canvas
from tests.screenshots.faults import SLACK, Fault, Kind, meet, outside
from tests.screenshots.heard import faults_of_hearing
from tests.screenshots.painted import PaintedText, texts_of

LEAST = 24
"""The least width and height of what can be hit, in logical px."""

_TARGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider)
_PROPERTIES = ("text", "currentText", "placeholderText", "whole", "title")


def faults_of(window: QWidget) -> list[Fault]:
    """Return all faults of a window as it is shown now."""
    widgets = [window, *window.findChildren(QWidget)]
    seen = [w for w in widgets if w.isVisible() and w.window() is window]
    shown: list[_Shown] = []
    found: list[Fault] = []
    for widget in seen:
        if isinstance(widget, MapView):
            found += faults_of_canvas(widget)
        for painted in _own_texts(widget):
            text = _Shown.of(widget, painted)
            found += _cut(text)
            if not text.seen.isEmpty():
                shown.append(text)
        if isinstance(widget, QComboBox):
            found += _cut_choice(widget)
        found += _small(widget)
        found += faults_of_hearing(widget, name_of(widget))
        found += _crossing_children(widget)
    found += _crossing_texts(shown)
    return found


@dataclass(frozen=True)
class _Shown:
    """A painted text in coordinates of the window; ``seen`` is the part that is not clipped."""

    widget: QWidget
    text: str
    area: QRectF
    seen: QRectF
    clip: str

    @staticmethod
    def of(widget: QWidget, painted: PaintedText) -> _Shown:
        corner = widget.mapTo(widget.window(), QPoint(0, 0))
        area = painted.area.translated(corner.x(), corner.y())
        part: QWidget | None
        clip = outside(painted.area, _room(widget))
        seen, part = area, widget
        while part is not None and not part.isWindow():
            corner = part.mapTo(part.window(), QPoint(0, 0))
            room = QRectF(QRect(corner, part.size()))
            if part is not widget and not clip and not seen.isEmpty():
                clip = outside(seen, _with_scrolling(part, room))
            seen = seen.intersected(room)
            part = part.parentWidget()
        return _Shown(widget, painted.text, area, seen, clip)


def _room(widget: QWidget) -> QRectF:
    """Return where a widget may write: its area, in a choice what the arrow leaves."""
    if not isinstance(widget, QComboBox):
        return QRectF(widget.rect())
    option = QStyleOptionComboBox()
    widget.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    style, kind = widget.style(), QStyle.ComplexControl.CC_ComboBox
    return QRectF(style.subControlRect(kind, option, field, widget))


def _with_scrolling(part: QWidget, room: QRectF) -> QRectF:
    """Return the room that a viewport has when it is scrolled to its ends.

    Where an area never shows a bar nobody scrolls that way; heads of tables go with their table.
    """
    area = part.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not part:
        return room
    across, down = area.horizontalScrollBar(), area.verticalScrollBar()
    never = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    still = never and not isinstance(area, QHeaderView)
    return room.adjusted(
        0 if still else -across.value(),
        -down.value(),
        0 if still else across.maximum() - across.value(),
        down.maximum() - down.value(),
    )


def _own_texts(widget: QWidget) -> tuple[PaintedText, ...]:
    if widget.size().isEmpty() or isinstance(widget.parent(), MapView):
        return ()
    return texts_of(widget)


def _cut(shown: _Shown) -> Iterator[Fault]:
    widget = shown.widget
    if shown.text.endswith("…"):
        whole = _whole(widget, shown.text)
        if whole and whole not in widget.toolTip():
            yield Fault(Kind.ELIDED, name_of(widget), f"“{shown.text}” of “{whole}”")
    typed = isinstance(widget, QLineEdit) and bool(widget.text())
    if shown.clip and not typed and not _scrolls(shown):
        yield Fault(Kind.CUT, name_of(widget), f"“{shown.text}” {shown.clip}")


def _scrolls(shown: _Shown) -> bool:
    """Say whether the rest can be scrolled into view; lists only scroll up and down."""
    parent = shown.widget.parent()
    aside = "left" in shown.clip or "right" in shown.clip
    return isinstance(parent, QTextEdit) or (isinstance(parent, QAbstractItemView) and not aside)


def _cut_choice(choice: QComboBox) -> Iterator[Fault]:
    """Judge a choice by its measures: beside a picture its words are painted unseen by us."""
    words = choice.currentText()
    picture = (
        0 if choice.itemIcon(choice.currentIndex()).isNull() else choice.iconSize().width() + 4
    )
    needed = picture + choice.fontMetrics().horizontalAdvance(words) + 2
    if needed > _room(choice).width() + SLACK:
        by = needed - _room(choice).width()
        yield Fault(Kind.CUT, name_of(choice), f"“{words}” {by:.0f} px too long")


def _whole(widget: QWidget, painted: str) -> str:
    """Return the longer text of which a widget shows only the beginning, or ""."""
    known = [widget.accessibleName(), widget.accessibleDescription()]
    for name in _PROPERTIES:
        reader = getattr(widget, name, None)
        if callable(reader):
            known.append(str(reader()))
    start = painted.removesuffix("…").rstrip()
    if any(text.endswith(painted) for text in known):
        return ""
    return max((t for t in known if t.startswith(start) and len(t) > len(start)), default="")


def _small(widget: QWidget) -> Iterator[Fault]:
    if isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            rect = widget.actionGeometry(action)
            if not action.isSeparator() and action.isVisible():
                yield from _too_small(action.text(), rect.width(), rect.height())
    elif isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            rect = widget.tabRect(tab)
            yield from _too_small(widget.tabText(tab), rect.width(), rect.height())
    elif isinstance(widget, _TARGETS) and widget.isEnabled() and not _is_part(widget):
        yield from _too_small(name_of(widget), widget.width(), widget.height())


def _is_part(widget: QWidget) -> bool:
    """Say whether a widget is a part of a composite one, or a scroll bar."""
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or isinstance(
        parent, QComboBox | QLineEdit | QAbstractSpinBox | QTabBar
    )


def _too_small(name: str, width: int, height: int) -> Iterator[Fault]:
    if width < LEAST or height < LEAST:
        yield Fault(Kind.SMALL, name, f"{width} x {height} px")


def _crossing_children(parent: QWidget) -> Iterator[Fault]:
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not _lies_over(child)
    ]
    for one, other in combinations(children, 2):
        if meet(QRectF(one.geometry()), QRectF(other.geometry())):
            what = f"{_box(one)} and {name_of(other)} {_box(other)}"
            yield Fault(Kind.OVERLAP, name_of(one), what)


def _lies_over(widget: QWidget) -> bool:
    """Say whether a widget is meant to lie over others: rings, bubbles, the editor in a cell."""
    parent = widget.parentWidget()
    in_map = isinstance(parent, QWidget) and isinstance(parent.parentWidget(), MapView)
    return in_map or widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def _crossing_texts(shown: list[_Shown]) -> Iterator[Fault]:
    flat = [text for text in shown if not _lies_over(text.widget)]
    for one, other in combinations(flat, 2):
        twice = (one.widget, one.text, one.area) == (other.widget, other.text, other.area)
        if meet(one.seen, other.seen) and not twice:  # selected text is painted over itself
            what = f"“{one.text}” and “{other.text}”"
            yield Fault(Kind.OVERLAP, name_of(one.widget), what)


def name_of(widget: QWidget) -> str:
    """Return what a person would call a widget."""
    own = getattr(widget, "text", None)
    said = own() if callable(own) else None  # a form may call one of its fields so
    for text in (widget.accessibleName(), said, widget.objectName()):
        if isinstance(text, str) and text:
            return f"{type(widget).__name__} “{text}”"
    parent = widget.parentWidget()
    inside = f" in {name_of(parent)}" if parent is not None and not widget.isWindow() else ""
    return f"{type(widget).__name__}{inside}"


def _box(widget: QWidget) -> str:
    box = widget.geometry()
    return f"({box.x()}, {box.y()}, {box.width()} x {box.height()})"
