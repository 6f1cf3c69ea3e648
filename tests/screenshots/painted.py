"""What a widget paints as text, wherever it comes from: labels, buttons, its own paintEvent.

The widget is painted into an SVG file in memory and the texts are read back from it: nothing
there is clipped, so that what lies outside can be seen.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, QSize
from PySide6.QtGui import QFont, QPainterPath, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QStackedWidget, QWidget

_SVG = "{http://www.w3.org/2000/svg}"
_ROOM = QSize(4000, 4000)
_MUTE = (QWidget, QFrame, QScrollBar, QStackedWidget, QScrollArea)
"""These kinds paint no text themselves; what is derived from them may."""


@dataclass(frozen=True)
class PaintedText:
    """A piece of text as it stands on its line, and the area of its ink in the widget."""

    text: str
    area: QRectF


def texts_of(widget: QWidget) -> tuple[PaintedText, ...]:
    """Return what the widget itself paints as text; its children are left out."""
    if type(widget) in _MUTE:
        return ()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_ROOM)
    generator.setResolution(96)
    widget.render(generator, QPoint(), QRegion(), QWidget.RenderFlag(0))
    del generator  # ends the file
    written = bytes(buffer.data().data())
    if b"<text" not in written:
        return ()
    root = ET.fromstring(written)  # noqa: S314 - written just now
    return tuple(_texts(root, QTransform()))


def _texts(node: ET.Element, transform: QTransform) -> Iterator[PaintedText]:
    transform = _matrix(node.get("transform", "")) * transform
    for child in node:
        if child.tag == f"{_SVG}text":
            text = "".join(child.itertext())
            if text.strip():
                yield PaintedText(text, transform.mapRect(_ink(child, text)))
        else:
            yield from _texts(child, transform)


def _ink(node: ET.Element, text: str) -> QRectF:
    x, y = float(node.get("x", "0")), float(node.get("y", "0"))
    outline = QPainterPath()
    outline.addText(x, y, _font(node), text)
    return outline.boundingRect()


def _font(node: ET.Element) -> QFont:
    font = QFont(node.get("font-family", ""))
    font.setPixelSize(max(1, round(float(node.get("font-size", "12")))))
    font.setWeight(QFont.Weight(int(node.get("font-weight", "400"))))
    font.setItalic(node.get("font-style") == "italic")
    return font


def _matrix(text: str) -> QTransform:
    """Read "matrix(a,b,c,d,e,f)"; anything else is no transform."""
    if not text.startswith("matrix("):
        return QTransform()
    return QTransform(*(float(number) for number in text[7:-1].split(",")))
