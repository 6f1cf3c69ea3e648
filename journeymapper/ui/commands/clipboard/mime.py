"""The clipboard itself: our own form, the same as plain text, and a picture. Never HTML."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QStringListModel
from PySide6.QtGui import QImage, QImageWriter

from journeymapper.document.parcel_wire import from_bytes, to_bytes
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import _
from journeymapper.domain.parcel import Block, Parcel
from journeymapper.ui.commands.clipboard.tables import block_of_text

FORMAT = "application/x-journey-mapper"

_MOST_PIXELS = 60_000_000
_MOST_TEXT = 60_000_000

Clip = Parcel | Block | bytes
"""What can be pasted; bytes are a picture as PNG."""


def mime_of(
    content: Parcel | Block | None, text: str = "", picture: QImage | None = None
) -> QMimeData:
    """Return what goes on the clipboard."""
    mime = empty_mime()
    if content is not None:
        mime.setData(FORMAT, QByteArray(to_bytes(content)))
    if text:
        mime.setText(text)
    if picture is not None and not picture.isNull():
        mime.setImageData(picture)
    return mime


def empty_mime() -> QMimeData:
    """Return an empty one that Qt made.

    One that Python made and that still lies on the clipboard when the program ends is taken
    down after the interpreter, and that crashes.
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0)])
    for kind in mime.formats():
        mime.removeFormat(kind)
    return mime


def carried(mime: QMimeData) -> Parcel | Block | None:
    """Return the stages, steps, cells or text that are dragged; raises RefusedError.

    Files and pictures are None here.
    """
    if not mime.hasFormat(FORMAT) and (mime.hasUrls() or not mime.hasFormat("text/plain")):
        return None
    clip = clip_of(mime)
    return None if isinstance(clip, bytes) else clip


def clip_of(mime: QMimeData | None) -> Clip | None:
    """Return what is on the clipboard, None for nothing of use; raises RefusedError."""
    if mime is None:
        return None
    if mime.hasFormat(FORMAT):
        return from_bytes(bytes(mime.data(FORMAT).data()))
    if mime.hasFormat("text/plain"):
        text = mime.text()
        if len(text) > _MOST_TEXT:
            raise RefusedError(_("This is too much text to paste at once."))
        if text.strip():
            return block_of_text(text)
    if mime.hasImage():
        image = mime.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return _png(image)
    if mime.hasUrls():
        raise RefusedError(
            _("Files cannot be pasted onto the map."),
            _("Open the picture, copy it there, and paste it here."),
        )
    return None


def _png(image: QImage) -> bytes:
    if image.width() * image.height() > _MOST_PIXELS:
        raise RefusedError(_("This picture is too large."), _("Make it smaller and try again."))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(content.data())
