"""What somebody without a mouse or without a screen would miss: names, and a way there by key."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from tests.screenshots.faults import Fault, Kind

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
_TAB = Qt.FocusPolicy.TabFocus


def faults_of_hearing(widget: QWidget, name: str) -> Iterator[Fault]:
    """Yield a fault when a control says nothing to a screen reader, or when no key leads to it."""
    if isinstance(widget, QScrollBar) or _is_inside_another(widget):
        return
    control = isinstance(widget, _CONTROLS)
    if (control or widget.focusPolicy() & _TAB) and not _said(widget):
        yield Fault(Kind.NAMELESS, name, "a screen reader has nothing to say")
    if control and widget.isEnabled() and not _reached(widget):
        yield Fault(Kind.UNREACHED, name, "no key leads there")


def _said(widget: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(widget)
    return found.text(QAccessible.Text.Name) if found is not None else ""


def _reached(widget: QWidget) -> bool:
    """Tab stops there, or at the button of its group from which the arrow keys go on.

    A list below a field that has its keys for it counts with the field.
    """
    if widget.focusPolicy() & _TAB:
        return True
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable() and any(_is_stop(one) for one in _beside(widget))
    field = widget.window().focusWidget()
    return isinstance(widget, QAbstractItemView) and isinstance(field, QLineEdit)


def _is_stop(button: QAbstractButton) -> bool:
    return button.isCheckable() and button.isVisible() and bool(button.focusPolicy() & _TAB)


def _beside(button: QAbstractButton) -> list[QAbstractButton]:
    """Return the buttons of which one is chosen, this one among them."""
    group, parent = button.group(), button.parentWidget()
    if group is not None:
        return list(group.buttons())
    return list(parent.findChildren(QAbstractButton)) if parent is not None else []


def _is_inside_another(widget: QWidget) -> bool:
    """Say whether a widget is a part of a control that speaks for it."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QLineEdit | QAbstractSpinBox | QAbstractItemView)
