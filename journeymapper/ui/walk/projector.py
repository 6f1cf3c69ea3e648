"""What the room sees: the step in play in large type, light or dark, nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.theme.holder import ThemeHolder
from journeymapper.ui.walk import words
from journeymapper.ui.walk.guide import Guide, Question
from journeymapper.ui.walk.hands import Hands
from journeymapper.ui.walk.keys import handle
from journeymapper.ui.walk.lines import WalkLine
from journeymapper.ui.walk.own_questions import OwnQuestions
from journeymapper.ui.walk.scene import HEIGHT, MARGIN, WIDTH, Scene

_DARK = "dark"
_LIGHT = "light"
_CTRL = Qt.KeyboardModifier.ControlModifier
_ACTIONS = {Qt.Key.Key_Z: "edit.undo", Qt.Key.Key_Y: "edit.redo"}
"""Keys of the window that count here too."""


class Projector(QWidget):
    """Fills a screen and follows the guide. Never shows files, Home or anybody's name.

    On the only screen it takes the keys of the card and says how to have two; Esc gives the window
    back.
    """

    closed = Signal()
    unplugged = Signal()
    """The screen that it filled is gone; it has closed, unless what was typed is refused."""
    plugged = Signal()
    """It was on the only screen, and there is another now."""

    def __init__(
        self,
        context: Context,
        guide: Guide,
        hands: Hands,
        own: OwnQuestions,
        binding: ActionBinding,
        window: QWidget,
    ) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self._context, self._guide, self._hands, self._own = context, guide, hands, own
        dark = context.theme.name != _LIGHT
        self._window, self._binding = window, binding
        self._looks = ThemeHolder(context.tokens, _DARK if dark else _LIGHT)
        self._scene = Scene(context, self._looks)
        self.setWindowTitle(context.say(_("The step in play")))
        self.setAccessibleName(context.say(_("The step in play")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.what = WalkLine(context.say, words.WHAT)
        self.name = WalkLine(context.say, _("Name of the step"))
        for line in (self.what, self.name):
            line.setParent(self)
            line.left.connect(self._take_keys)
            line.hide()
        self.what.confirmed.connect(guide.next)
        self.what.entered.connect(lambda: guide.ask(Question.WRONG))
        self.name.confirmed.connect(self._take_keys)
        self._step = ""
        self._filled: QScreen | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._on_gone)
            app.screenAdded.connect(self._on_added)
        guide.changed.connect(self.refresh)
        hands.words_wanted.connect(self._type_what)
        hands.name_wanted.connect(self._type_name)

    @property
    def theme(self) -> str:
        """The name of the theme that is shown."""
        return self._looks.name

    @property
    def alone(self) -> bool:
        """Say whether this is the only screen, so that the keys are answered here."""
        return self._other_screen() is None

    def open(self) -> None:
        """Fill the other screen, or the only one."""
        other = self._other_screen()
        screen = other or self._window.screen()
        self._filled = other
        self._scene.alone = other is None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, other is not None)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.refresh()
        if other is None:
            self.activateWindow()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Write what is being typed; False when it is refused."""
        both = [line.typing.flush() for line in (self.what, self.name)]
        return all(both)

    def refresh(self) -> None:
        """Show where the guide stands."""
        guide = self._guide
        if not self.isVisible() or not guide.active or not guide.order:
            return
        facts = guide.facts()
        pain = facts.pain
        self.what.typing.load(pain.text if pain else "", self._hands.pain_writer())
        self.name.typing.load(facts.step.name, self._hands.name_writer())
        wrong = guide.question == Question.WRONG and not guide.at_end
        self.what.setVisible(wrong and (self.alone or bool(pain)))
        if self._step != guide.step_id or guide.at_end:
            self._step = guide.step_id
            self.name.hide()
            self._take_keys()
        self._scene.show_step(guide, self._own.of(guide, facts))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers()
        action = _ACTIONS.get(Qt.Key(event.key())) if held == _CTRL else None
        if action is not None:
            self._binding.run(action)
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        elif event.key() == Qt.Key.Key_D and held == _CTRL:
            self._looks.choose(_LIGHT if self.theme == _DARK else _DARK)
            self._dress()
            self.update()
        elif not handle(event, self._guide, self._hands):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.flush():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        """Give the lines the size of the screen and the colours of the projector."""
        scale, colour = self._scale(), self._looks.theme.colour
        width = round((WIDTH - 2 * MARGIN) * scale)
        for line, y in ((self.what, 560), (self.name, 50)):
            line.setStyleSheet(
                f"QLineEdit {{ font-size: {round(36 * scale)}px; color: {colour('text')};"
                f" background: {colour('surface')}; border: 2px solid {colour('accent')}; }}"
            )
            left = round((self.width() - width) / 2)
            line.setGeometry(left, round(y * scale), width, round(72 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._looks.colour("canvas"))
        scale = self._scale()
        painter.translate((self.width() - WIDTH * scale) / 2, 0)
        painter.scale(scale, scale)
        self._scene.paint(painter, QRectF(0, 0, WIDTH, max(HEIGHT, self.height() / scale)))
        painter.end()

    def _scale(self) -> float:
        return min(self.width() / WIDTH, self.height() / HEIGHT)

    def _on_gone(self, screen: QScreen) -> None:
        if screen is self._filled:
            self._filled = None
            self.close()
            self.unplugged.emit()

    def _on_added(self, _screen: QScreen) -> None:
        if self._filled is None and self.isVisible():
            self.plugged.emit()

    def _type_what(self) -> None:
        if self.isActiveWindow():
            self.what.show()
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
            self.what.end(False)

    def _type_name(self) -> None:
        if self.isActiveWindow():
            self.name.show()
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.selectAll()

    def _take_keys(self) -> None:
        self.name.hide()
        if self.isActiveWindow():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _other_screen(self) -> QScreen | None:
        """A screen on which the window is not; None where there is only one."""
        here = self._window.screen()
        return next((s for s in QGuiApplication.screens() if s is not here), None)
