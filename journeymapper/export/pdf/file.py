"""The frame of a PDF file: numbered objects, on reportlab's document."""

from __future__ import annotations

import hashlib
import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFObject


class _Slot(PDFObject):
    """An object whose bytes are filled in at any time before the file is written."""

    def __init__(self) -> None:
        self.body = b"null"

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file (called by reportlab)."""
        del document
        return self.body


class PdfFile:
    """Collects objects; each has its number from the moment it is added or reserved.

    The same objects give the same bytes: there is no clock and no chance in the file.
    """

    def __init__(self) -> None:
        self._document = PDFDocument(compression=1, invariant=1, pdfVersion=(1, 7))
        self._slots: dict[int, _Slot] = {}

    def reserve(self) -> int:
        """Return the number of an object that comes later."""
        slot = _Slot()
        self._document.Reference(slot)  # type: ignore[no-untyped-call]
        number = int(self._document.objectcounter)
        self._slots[number] = slot
        return number

    def put(self, number: int, body: str | bytes) -> int:
        """Fill an object that was reserved; return its number."""
        self._slots[number].body = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def add(self, body: str | bytes) -> int:
        """Add an object; return its number."""
        return self.put(self.reserve(), body)

    def stream(self, content: bytes, entries: str = "", *, packed: bool = True) -> int:
        """Add a stream; ``entries`` are further entries of its dictionary."""
        return self.put_stream(self.reserve(), content, entries, packed=packed)

    def put_stream(
        self, number: int, content: bytes, entries: str = "", *, packed: bool = True
    ) -> int:
        """Fill a reserved object with a stream; return its number."""
        if packed:
            content = zlib.compress(content, 6)
            entries += "/Filter/FlateDecode"
        head = f"<<{entries}/Length {len(content)}>>\nstream\n".encode("latin-1")
        return self.put(number, head + content + b"\nendstream")

    def finished(self, catalog: str, info: str) -> bytes:
        """Return the whole file; ``catalog`` and ``info`` are dictionaries as written."""
        document = self._document
        document.Catalog = self._slots[self.add(catalog)]  # type: ignore[attr-defined]
        document.info = self._slots[self.add(info)]  # type: ignore[assignment]
        digest = hashlib.sha256()
        for slot in self._slots.values():
            digest.update(slot.body)
        document.updateSignature(digest.digest())
        return document.format()
