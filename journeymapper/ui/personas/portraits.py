"""Another portrait for the persona shown: choose, paste or drop a photo, or have one drawn."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QMenu

from journeymapper.domain.kinds import AgeGroup, PersonaKind
from journeymapper.domain.message import Message, _
from journeymapper.drawing.persona_card.avatar import COLOURS
from journeymapper.ui.commands import portraits as commands
from journeymapper.ui.file_chooser import ENDING, FileChooser
from journeymapper.ui.late import late
from journeymapper.ui.personas.card import Card
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.head import HeadSection
from journeymapper.ui.personas.parts import HEAD

_load: Callable[..., Any] = late("commands.portrait_files", "load_photo")
_crop: Callable[..., Any] = late("personas.crop", "CropDialog")

AGES: dict[AgeGroup, Message] = {
    AgeGroup.UNKNOWN: _("Initials only"),
    AgeGroup.CHILD: _("A child"),
    AgeGroup.YOUNG: _("A young person"),
    AgeGroup.ADULT: _("A grown-up"),
    AgeGroup.OLDER: _("An older person"),
}

COLOUR_NAMES: dict[str, Message] = {
    "persona_1": _("Raspberry"),
    "persona_2": _("Blue"),
    "persona_3": _("Olive"),
    "owner.0": _("Violet"),
    "owner.1": _("Rust"),
    "owner.2": _("Green"),
    "owner.3": _("Teal"),
}
_SWATCH = 16


class Portraits(QObject):
    """Opens its menu when the portrait is clicked; takes what is dropped on the card or pasted."""

    def __init__(self, desk: CardDesk, card: Card) -> None:
        super().__init__(card)
        self._desk, self._card = desk, card
        self.chooser = FileChooser(desk.context, card)
        self.menu = QMenu(card)
        self.menu.aboutToShow.connect(lambda: self.fill(self.menu))
        desk.portrait_wanted.connect(self._open)
        card.setAcceptDrops(True)
        card.viewport().setAcceptDrops(True)
        card.viewport().installEventFilter(self)
        card.installEventFilter(self)

    def fill(self, menu: QMenu) -> None:
        """Offer photos, and how the figure is drawn."""
        menu.clear()
        desk, persona = self._desk, self._desk.persona
        say = desk.say
        menu.addAction(say(_("Choose a photo…"))).triggered.connect(self.choose)
        paste = menu.addAction(say(_("Paste a picture")))
        paste.setEnabled(_pictured(QGuiApplication.clipboard().mimeData()))
        paste.triggered.connect(self.paste)
        gone = menu.addAction(say(_("Take the photo away")))
        gone.setEnabled(persona.portrait is not None)
        gone.triggered.connect(self.take_away)
        if persona.kind == PersonaKind.PERSON:
            menu.addSection(say(_("Drawn portrait")))
            for age, words in AGES.items():
                action = menu.addAction(say(words))
                action.setCheckable(True)
                action.setChecked(persona.portrait is None and persona.age_group == age)
                action.triggered.connect(partial(self._draw, age, None))
        colours = menu.addMenu(say(_("Colour")))
        own = colours.addAction(say(_("By the place in the list")))
        own.setCheckable(True)
        own.setChecked(not persona.colour)
        own.triggered.connect(partial(self._draw, None, ""))
        for name, words in COLOUR_NAMES.items():
            action = colours.addAction(_swatch(COLOURS[name].ink), say(words))
            action.setCheckable(True)
            action.setChecked(persona.colour == name)
            action.triggered.connect(partial(self._draw, None, name))

    def choose(self) -> None:
        """Ask for a file."""
        path = self.chooser.to_picture()
        if path is not None:
            self.take(path)

    def paste(self) -> None:
        """Take the picture of the clipboard."""
        self._receive(QGuiApplication.clipboard().mimeData())

    def take(self, source: Path | bytes) -> None:
        """Ask which part of a photo is wanted and make it the portrait."""
        desk = self._desk
        if not desk.ready:
            return
        persona = desk.persona_id
        with desk.session.guard():
            photo = _load(source)
            dialog = _crop(desk.context, photo, desk.name, self._card.window())
            if dialog.exec():
                commands.put(desk.document, persona, dialog.picture())
            dialog.deleteLater()

    def take_away(self) -> None:
        """Have the portrait drawn again."""
        desk = self._desk
        desk.guarded(lambda: commands.take_away(desk.document, desk.persona_id))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop:
                return isinstance(event, QDropEvent) and self._dropped(event)
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                data = QGuiApplication.clipboard().mimeData()
                if event.matches(QKeySequence.StandardKey.Paste) and _pictured(data):
                    self.paste()
                    return True
        return super().eventFilter(watched, event)

    def _dropped(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if not (self._desk.ready and _pictured(data)):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._receive(data)
        return True

    def _receive(self, data: QMimeData) -> None:
        if data.hasUrls():
            self.take(Path(data.urls()[0].toLocalFile()))
        elif data.hasImage():
            self.take(_bytes_of(QImage(data.imageData())))

    def _draw(self, age: AgeGroup | None, colour: str | None, _checked: bool = False) -> None:
        desk = self._desk
        desk.guarded(lambda: commands.draw(desk.document, desk.persona_id, age=age, colour=colour))

    def _open(self) -> None:
        head = self._card.sections.get(HEAD)
        if isinstance(head, HeadSection):
            below = QPoint(0, head.portrait.height() + 4)
            self.menu.popup(head.portrait.mapToGlobal(below))


def _pictured(data: QMimeData | None) -> bool:
    """Say whether there is a picture, or one file that may be one."""
    if data is None:
        return False
    urls = data.urls()
    if urls:
        local = len(urls) == 1 and urls[0].isLocalFile()
        return local and not urls[0].toLocalFile().casefold().endswith(ENDING)
    return data.hasImage()


def _bytes_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes alone
    return bytes(buffer.data().data())


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(_SWATCH, _SWATCH)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(1, 1, _SWATCH - 2, _SWATCH - 2))
    painter.end()
    return QIcon(pixmap)
