"""What stands in a text field, character for character."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

_PARAGRAPH = "\u2029"


def text_of(document: QTextDocument) -> str:
    """Return the text of a document; Qt's own way turns no-break spaces into plain ones."""
    return document.toRawText().replace(_PARAGRAPH, "\n")
