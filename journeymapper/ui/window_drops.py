"""What is dragged over the window from outside: files, and what the place in front takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.file_chooser import ENDING

_COPY = Qt.DropAction.CopyAction


class Drops(Protocol):
    """What a place does about something that is dragged onto it; points are of the screen."""

    def enter(self, mime: QMimeData, source: QObject | None, at: QPoint) -> bool:
        """It comes in; False when the place does not take it."""

    def move(self, at: QPoint, *, copy: bool) -> bool:
        """It is over a point; False when nothing can be dropped there."""

    def leave(self) -> None:
        """It goes away again."""

    def drop(self, at: QPoint, *, copy: bool) -> None:
        """It is dropped."""


class WindowDrops(QObject):
    """Files open or are explained; everything else is up to the place. All drops are copies."""

    def __init__(
        self,
        window: QWidget,
        place: Callable[[], Drops | None],
        open_file: Callable[[Path], object],
        show: Callable[[UserError], object],
        turn: Callable[[QPoint], bool],
    ) -> None:
        """``turn`` brings the map to the front when its entry is at a point; True if it did."""
        super().__init__(window)
        self._window, self._place, self._open, self._show = window, place, open_file, show
        self._turn = turn
        self._over: Drops | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove:
                self._move(event)  # type: ignore[arg-type]
            case QEvent.Type.DragLeave:
                self._leave()
            case QEvent.Type.Drop:
                self._drop(event)  # type: ignore[arg-type]
            case _:
                return False
        return True

    def _move(self, event: QDragMoveEvent) -> None:
        at, mime = self._at(event), event.mimeData()
        if event.type() == QEvent.Type.DragEnter:
            self._leave()
            self._begin(event)
        elif self._over is None and not _journey_in(mime) and self._turn(at):
            self._begin(event)
        taken = bool(mime.urls())
        if self._over is not None:
            taken = self._over.move(at, copy=_copies(event))
        if taken or event.type() == QEvent.Type.DragEnter:  # who refuses this sees no moves
            event.setDropAction(_COPY)
            event.accept()
        else:
            event.ignore()

    def _begin(self, event: QDragMoveEvent) -> None:
        mime = event.mimeData()
        place = None if _journey_in(mime) else self._place()
        if place is not None and place.enter(mime, event.source(), self._at(event)):
            self._over = place

    def _leave(self) -> None:
        over, self._over = self._over, None
        if over is not None:
            over.leave()

    def _drop(self, event: QDropEvent) -> None:
        over, self._over = self._over, None
        event.setDropAction(_COPY)
        event.accept()
        if over is not None:
            over.drop(self._at(event), copy=_copies(event))
            return
        path = _journey_in(event.mimeData())
        if path is not None:
            self._open(path)
        elif event.mimeData().urls():
            self._show(_explained(event.mimeData()))
        else:
            event.ignore()

    def _at(self, event: QDropEvent) -> QPoint:
        return self._window.mapToGlobal(event.position().toPoint())


def _journey_in(mime: QMimeData) -> Path | None:
    """Return the one .journey file that is being dropped, or None."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.casefold() == ENDING else None


def _explained(mime: QMimeData) -> UserError:
    """Return why files that were dropped are not taken."""
    urls = mime.urls()
    if len(urls) > 1:
        return UserError(
            _("{count} files were dropped; one at a time can be taken.", count=len(urls)),
            _("Drop a map (.journey) anywhere, or a picture on a cell of the map."),
        )
    return UserError(
        _("{file} cannot be dropped here.", file=urls[0].fileName() or urls[0].host()),
        _("Drop a map (.journey) anywhere, or a picture on a cell of the map."),
    )


def _copies(event: QDropEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
