"""What a file is, by its content: the end of its name says nothing."""

from __future__ import annotations

from journeymapper.importing.tables.refusing import TableError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"RIFF",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"MZ",
)
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEAD = 4096
_NULS = 0.01
"""More NUL characters than this share of a file make it no text."""


def kind_of(data: bytes) -> str:
    """Return csv, xlsx, ods or xls; raises TableError for anything else."""
    if not data.strip():
        raise TableError("empty")
    if data.startswith(b"SQLite format 3\0"):
        raise TableError("journey")
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise TableError("password")
        return "xls"
    if data.startswith(_ZIP):
        return "ods" if b"opendocument.spreadsheet" in data[:_HEAD] else "xlsx"
    if data[:3] == b"\x09\x08\x10" or data[:4] in (b"\x09\x02\x06\0", b"\x09\x04\x06\0"):
        raise TableError("damaged")  # workbooks from before 1997
    if data.startswith(_OTHERS):
        raise TableError("binary")
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml", b"<meta", b"<style")):
        raise TableError("page")
    return "csv"


def letters_of(data: bytes) -> str:
    """Return the encoding of a text file; raises TableError for what is no text."""
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    nuls = data.count(b"\0")
    if nuls > len(data) * _NULS:
        odd = data[1::2].count(b"\0")
        if nuls >= len(data) * 0.3 and max(odd, nuls - odd) > 0.95 * nuls:
            return "utf-16-le" if odd * 2 > nuls else "utf-16-be"
        raise TableError("binary")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decoded(data: bytes) -> tuple[str, str, int]:
    """Return the text, the family of its letters, and how many stray characters were left out."""
    letters = letters_of(data)
    try:
        text = data.decode(letters)
    except UnicodeDecodeError:
        text = data.decode(letters, "replace")
    stray = text.count("\0") + text.count("\ufffd")
    if stray:
        text = text.replace("\0", "").replace("\ufffd", "")
    family = "utf-16" if letters.startswith("utf-16") else letters.removesuffix("-sig")
    return text, family, stray
