"""The bar at the start side: the sign that opens the menu, the places, the settings."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from journeymapper.app.actions import BY_ID, PLACES, plain
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.logo import logo_renderer

_LOGO = 28
_ICON = 20
_LETTERS = (11, 10, 9)
_EDGE = 2
_ELIDE = Qt.TextElideMode.ElideRight
_TALL, _SLIM = 54, 36
"""Heights of an entry: with its words, and without them when the window is low."""


class PlaceButton(QToolButton):
    """An entry: icon above words; the chosen one is tinted and has a bar at the edge."""

    def __init__(self, context: Context, icon: str, text: str, action: QAction) -> None:
        super().__init__()
        self._context = context
        self._icon = icon
        self._words = text
        self._bound = action
        self.setAccessibleName(text)
        keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
        self.setToolTip(f"{text} ({keys})" if keys else text)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._go)
        action.changed.connect(self._follow)
        context.theme.changed.connect(self.updateGeometry)
        self._slim = False
        self._badge = ""
        self._follow()

    def set_slim(self, *, slim: bool) -> None:
        """Show the icon alone, to save height."""
        self._slim = slim
        self.updateGeometry()
        self.update()

    def set_badge(self, badge: str, said: str) -> None:
        """Show a count at the icon, or none for ""; ``said`` is the name with it."""
        self._badge = badge
        self.setAccessibleName(said)
        self.update()

    def sizeHint(self) -> QSize:
        px = self._context.theme.px
        width = px(self._context.tokens.size("activity_bar"))
        return QSize(width, px(_SLIM if self._slim else _TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._context.theme.colour
        box = QRectF(4, 1, self.width() - 8, self.height() - 2)
        painter.setPen(Qt.PenStyle.NoPen)
        role = "text_secondary"
        if self.isChecked():
            role = "accent"
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(box, 8, 8)
            painter.setBrush(colour("accent"))
            middle = self.height() / 2
            painter.drawRoundedRect(QRectF(-2, middle - 16, 5, 32), 2, 2)
        elif self.underMouse() and self.isEnabled():
            painter.setBrush(colour("sunken"))
            painter.drawRoundedRect(box, 8, 8)
        if not self.isEnabled():
            role = "text_tertiary"
        px = self._context.theme.px
        side = px(_ICON)
        x = (self.width() - side) / 2
        y = (self.height() - side) / 2 if self._slim else px(9)
        self._context.painter.paint(painter, self._icon, x, y, side, role)
        if not self._slim:
            font = self._fitting_font()
            painter.setFont(font)
            painter.setPen(colour(role))
            line = QRect(_EDGE, int(y) + side + 2, self.width() - 2 * _EDGE, px(18))
            words = QFontMetrics(font).elidedText(self._words, _ELIDE, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
        if self._badge:
            self._paint_badge(painter, QPointF(x + side + 1, y + 2))
        painter.end()

    def _paint_badge(self, painter: QPainter, at: QPointF) -> None:
        """A disc, wider for more than one digit, in the colour of what is critical."""
        px, colour = self._context.theme.px, self._context.theme.colour
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Bold)
        font.setPixelSize(px(10))
        wide = max(px(16), QFontMetrics(font).horizontalAdvance(self._badge) + px(8))
        disc = QRectF(at.x() - px(8), at.y() - px(8), wide, px(16))
        painter.setPen(QPen(colour("chrome"), 1.5))
        painter.setBrush(colour("severity.critical.fill"))
        painter.drawRoundedRect(disc, px(8), px(8))
        painter.setFont(font)
        painter.setPen(colour("severity.critical.letter"))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._badge)

    def _fitting_font(self) -> QFont:
        """Return the letters for the words: smaller ones where a language needs long words."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)
        for size in _LETTERS:
            font.setPixelSize(self._context.theme.px(size))
            if QFontMetrics(font).horizontalAdvance(self._words) <= self.width() - 2 * _EDGE:
                break
        return font

    def _follow(self) -> None:
        self.setEnabled(self._bound.isEnabled())

    def _go(self) -> None:
        """The mark follows the place that is shown, not the click."""
        self.setChecked(not self.isChecked())
        self._bound.trigger()


class LogoButton(QToolButton):
    """The sign of the app; it opens the menu."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName(context.say(_("Menu")))
        self.setToolTip(context.say(_("Menu (F10)")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(40, 40)
        self._renderer = logo_renderer(context)
        context.theme.changed.connect(self._tint)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = (self.width() - _LOGO) / 2
        self._renderer.render(painter, QRectF(edge, edge, _LOGO, _LOGO))
        painter.end()

    def _tint(self) -> None:
        self._renderer = logo_renderer(self._context)
        self.update()


class ActivityBar(QWidget):
    """All places from top to bottom, the settings at the end."""

    menu_wanted = Signal()

    def __init__(self, context: Context, binding: ActionBinding) -> None:
        super().__init__()
        self.setObjectName("activity_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.say(_("Places")))
        self._context = context
        self.logo = LogoButton(context)
        self.logo.clicked.connect(self.menu_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 1, 6)
        column.setSpacing(0)
        column.addWidget(self.logo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(7)
        self._buttons: dict[str, PlaceButton] = {}
        for key in PLACES:
            action = BY_ID[f"go.{key}"]
            button = PlaceButton(
                context, action.icon, plain(context.say(action.text)), binding.action(action.id)
            )
            self._buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)
        settings = BY_ID["view.settings"]
        words = plain(context.say(settings.text))
        self.settings = PlaceButton(context, settings.icon, words, binding.action(settings.id))
        column.addWidget(self.settings)
        context.theme.changed.connect(self._wide)
        self._wide()

    def mark(self, key: str) -> None:
        """Show which place is in front."""
        for place, button in self._buttons.items():
            button.setChecked(place == key)
        self.setFocusProxy(self._buttons[key])

    def show_critical(self, count: int) -> None:
        """Say at Gaps how many places are critical."""
        name = plain(self._context.say(BY_ID["go.gaps"].text))
        said: Message = _("{place}, {n} critical places", place=name, n=count)
        if count == 1:
            said = _("{place}, 1 critical place", place=name)
        words = self._context.say(said) if count else name
        self._buttons["gaps"].set_badge(str(count) if count else "", words)

    def button(self, key: str) -> PlaceButton:
        """Return the entry of a place."""
        return self._buttons[key]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._slim_down()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), (len(self._buttons) + 1) * _SLIM + 62)

    def _wide(self) -> None:
        width = self._context.theme.px(self._context.tokens.size("activity_bar"))
        self.setFixedWidth(width)
        self._slim_down()

    def _slim_down(self) -> None:
        """Leave the words out where the window is too low for them."""
        entries = [*self._buttons.values(), self.settings]
        needed = len(entries) * self._context.theme.px(_TALL) + 70
        for entry in entries:
            entry.set_slim(slim=self.height() < needed)
