"""Files with answers, made as programs make them."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Sequence
from typing import Any

import xlsxwriter

Rows = Sequence[Sequence[Any]]

MESSY = (
    "Zahnarztpraxis Dr. Öztürk\r\n"
    "Terminliste Mai 2026\r\n"
    "\r\n"
    "Datum;Termin;Aufruf;Zufrieden;Weiterempf.;Bemerkung;Name\r\n"
    "03.05.2026;09:30;09:58;1;9;Kühl im Wartezimmer;Anna Müller\r\n"
    "03.05.2026;10:00;10:31;2;8,5;;Bert Groß\r\n"
    "04.05.2026;08:15;08:20;1;10;Alles gut;Carla Weiß\r\n"
    "04.05.2026;08:45;;3;6;Ging wieder;Dora Ast\r\n"
    "05.05.2026;11:00;11:42;5;3;Zwei Wochen hieß: Juli;Emil Bär\r\n"
    "05.05.2026;11:30;11:25;2;7;;Frida Öl\r\n"
    "Summe;;;;;;\r\n"
).encode("cp1252")
"""What a practice's program exports: title lines, old letters, a decimal comma, two times."""


def csv_of(rows: Rows, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    """Return rows as plain text."""
    lines = (delimiter.join(str(cell) for cell in row) for row in rows)
    return "\n".join(lines).encode(encoding)


def xlsx_of(rows: Rows, *names: str) -> bytes:
    """Return a workbook; the rows are on its first sheet, further ones are empty."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        day = book.add_format({"num_format": "dd.mm.yyyy"})
        clock = book.add_format({"num_format": "hh:mm"})
        sheet = book.add_worksheet(names[0] if names else "Tabelle1")
        for name in names[1:]:
            book.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, datetime.time):
                    sheet.write_datetime(at, column, cell, clock)
                elif isinstance(cell, datetime.date):
                    sheet.write_datetime(at, column, cell, day)
                else:
                    sheet.write(at, column, cell)
    return out.getvalue()


def ods_of(rows: Rows, *, repeat: int = 1) -> bytes:
    """Return an OpenDocument sheet; ``repeat`` is said of every row."""
    return ods_with("".join(_ods_row(row, repeat) for row in rows))


def _ods_row(row: Sequence[Any], repeat: int) -> str:
    cells = ""
    for cell in row:
        if isinstance(cell, int | float):
            cells += (
                f'<table:table-cell office:value-type="float" office:value="{cell}">'
                f"<text:p>{cell}</text:p></table:table-cell>"
            )
        else:
            cells += (
                '<table:table-cell office:value-type="string">'
                f"<text:p>{cell}</text:p></table:table-cell>"
            )
    return f'<table:table-row table:number-rows-repeated="{repeat}">{cells}</table:table-row>'


def ods_with(rows: str, doctype: str = "") -> bytes:
    """Return an OpenDocument sheet with rows as they are written in it."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content{spaces}'
        ' office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Blatt">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def zipped(members: dict[str, str]) -> bytes:
    """Return a ZIP file with texts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, text, kind)
    return out.getvalue()


def with_member(data: bytes, name: str, change: Any) -> bytes:
    """Return a ZIP file with one of its texts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {n: archive.read(n) for n in archive.namelist()}
    texts[name] = change(texts[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, text in texts.items():
            archive.writestr(member, text)
    return out.getvalue()
