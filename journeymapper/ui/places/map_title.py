"""The title of the map: a menu to choose another map, rename, add or delete one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QStackedLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context

_WIDEST = 230
_ICON, _GAP = 16, 4


class _TitleField(QLineEdit):
    """Esc leaves without change. Enter ends here: the button behind would open its menu."""

    refused = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.refused.emit()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class MapTitle(QWidget):
    """A button with the title; a field in its place while the map is renamed."""

    chosen = Signal(str)
    renamed = Signal(str)

    def __init__(self, context: Context, further: Sequence[QAction]) -> None:
        """``further`` is what else can be done with maps, at the end of the menu."""
        super().__init__()
        self._context, self._further = context, tuple(further)
        self._title = ""
        self.maps: tuple[str, ...] = ()
        self._button = QPushButton()
        self._button.setProperty("look", "quiet")
        self._button.setProperty("scale", "title")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._button.setStyleSheet(
            f"QPushButton {{ font-size: {context.theme.px(14)}px; font-weight: 600;"
            " padding: 0 8px; }"
        )
        self._menu = QMenu(self)
        self._button.setMenu(self._menu)
        self._field = _TitleField()
        self._field.setAccessibleName(context.say(_("Title of the map")))
        self._field.returnPressed.connect(self._confirm)
        self._field.refused.connect(self._leave)
        self._field.editingFinished.connect(self._confirm)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._button)
        self._stack.addWidget(self._field)
        self.setMaximumWidth(_WIDEST)
        self._tint()
        context.theme.changed.connect(self._tint)

    def text(self) -> str:
        """Return the whole title."""
        return self._title

    def show_maps(self, maps: list[tuple[str, str]], current: str) -> None:
        """Show the title of the current map and fill the menu."""
        self._title = dict(maps)[current]
        self.maps = tuple(id_ for id_, _title in maps)
        metrics = self._button.fontMetrics()
        self._button.setText(
            metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, _WIDEST - 60)
        )
        self._button.setAccessibleName(self._title)
        self._button.setToolTip(self._title)
        self._menu.clear()
        if len(maps) > 1:
            for id_, title in maps:
                action = self._menu.addAction(title.replace("&", "&&"))
                action.setCheckable(True)
                action.setChecked(id_ == current)
                action.triggered.connect(lambda _on=False, id_=id_: self.chosen.emit(id_))
            self._menu.addSeparator()
        rename = self._menu.addAction(self._context.say(_("Rename this map…")))
        rename.triggered.connect(self.rename)
        self._menu.addSeparator()
        self._menu.addActions(self._further)

    def rename(self) -> None:
        """Open the field."""
        self._field.setText(self._title)
        self._stack.setCurrentWidget(self._field)
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _confirm(self) -> None:
        if self._stack.currentWidget() is not self._field:
            return
        text = self._field.text().strip()
        self._leave()
        if text and text != self._title:
            self.renamed.emit(text)

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self._button)

    def _tint(self) -> None:
        painter = self._context.painter
        icon = painter.beside("chevron-down", "text_tertiary", _ICON, _GAP, mirrored=True)
        self._button.setIconSize(QSize(_ICON + _GAP, _ICON))
        self._button.setIcon(icon)
