"""A sentence in which some words stand out: who, where, until when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout

from journeymapper.ui.widgets.labels import PlainLabel


class Emphasis(PlainLabel):
    """Plain text that breaks lines; ``strong`` words are bold where they first stand."""

    def __init__(self) -> None:
        super().__init__("", "body_large", wrap=True)
        self._strong: tuple[str, ...] = ()

    def show_words(self, text: str, strong: Sequence[str]) -> None:
        """Show a sentence with these of its words in bold."""
        self._strong = tuple(strong)
        self.setText(text)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + 2

    def sizeHint(self) -> QSize:
        width = max(self.width(), 320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
        painter.end()

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = layout.textOption()
        option.setTextDirection(self.layoutDirection())
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        hanging = max(self.indent(), 0)  # room for letters that reach out to the left
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width - hanging, 1))
            line.setPosition(QPointF(hanging, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        found = []
        after = 0
        for words in self._strong:
            start = self.text().find(words, after)
            if start < 0 or not words:
                continue
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = start, len(words), bold
            found.append(piece)
            after = start + len(words)
        return found
